/* SPDX-License-Identifier: MIT
 *
 * The codes in standard input. The input may be endless, and so may a line.
 */
#ifndef AZSREG_TOOL_STREAM_H
#define AZSREG_TOOL_STREAM_H

#include <azsreg/azsreg.h>

enum {
    /* What decides whether a code stands at a place (see azsreg_error_find):
     * the 6 bytes before it, its own bytes, at most 64, and the byte after it.
     */
    STREAM_BEFORE = 6,
    STREAM_KEPT = STREAM_BEFORE + 64,
    STREAM_BLOCK = 64 * 1024 /* how many bytes are read at once */
};

struct stream {
    int error; /* errno, if the input could not be read; 0 otherwise */
    bool ended;

    enum { STREAM_UNDECIDED, STREAM_BYTES, STREAM_UTF16 } encoding;
    size_t low; /* of UTF-16: which byte of a unit is the low one, 0 or 1 */
    size_t half_size; /* of UTF-16: 1 if only one byte of a unit has come */
    char half;        /* that byte */

    /* The text in which codes are looked for: the last bytes of what was read
     * before, and a block. The codes that end before `next` are done. */
    size_t next;
    size_t length;
    char window[STREAM_KEPT + STREAM_BLOCK];
};

void stream_start(struct stream *stream);

/* The error of the next code, as soon as the byte after the code has come or
 * the input has ended. AZSREG_ERROR_UNKNOWN at the end and after an error. */
azsreg_error stream_next(struct stream *stream);

/* True if a person types the input. */
bool stream_is_terminal(void);

#endif
