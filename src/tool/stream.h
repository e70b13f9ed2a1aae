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
    size_t unit_size; /* 2 in UTF-16, otherwise 1; 0 until that is known */
    size_t low; /* which byte of a unit of UTF-16 is the low one, 0 or 1 */

    /* The text in which codes are looked for, and after it the bytes that were
     * read and are not decoded. */
    size_t length;
    size_t undecoded;
    size_t next; /* the codes that end before this place are done */
    char window[STREAM_KEPT + STREAM_BLOCK];
};

void stream_start(struct stream *stream);

/* The error of the next code, as soon as the byte after the code has come or
 * the input has ended. AZSREG_ERROR_UNKNOWN at the end and after an error. */
azsreg_error stream_next(struct stream *stream);

#endif
