/* SPDX-License-Identifier: MIT
 *
 * Bounded output, and text from outside made safe to print.
 */
#ifndef AZSREG_ESCAPE_H
#define AZSREG_ESCAPE_H

#include <stddef.h>
#include <stdint.h>

#include "freestanding.h"
#include "utf8.h"
#include "word.h"

/* A message that is being written to a buffer. After a cut there is no room
 * left, so the rest is only counted. Only output_append and output_end write.
 */
struct output {
    char *end;     /* of what is written: where the NUL goes */
    size_t room;   /* bytes that may be written there, without the NUL */
    size_t length; /* of the message so far, the part that was cut included */
};

/* `nowhere` is one byte, for the NUL if there is no buffer. */
static inline struct output output_start(char *buffer, size_t size,
                                         char *nowhere)
{
    if (buffer == NULL || size == 0)
        return (struct output){nowhere, 0, 0};
    return (struct output){buffer, size - 1, 0};
}

/* Appends well-formed text. A cut is between characters: the first byte after
 * it does not continue a character. */
static inline void output_append(struct output *output, const char *text,
                                 size_t size)
{
    output->length =
        size <= SIZE_MAX - output->length ? output->length + size : SIZE_MAX;
    if (size > output->room) {
        size = output->room;
        while (size > 0 && utf8_continues(text[size]))
            size--;
        output->room = size; /* 0 after the subtraction below */
    }
    memcpy(output->end, text, size);
    output->end += size;
    output->room -= size;
}

/* Terminates the message, and returns its whole length. */
static inline size_t output_end(const struct output *output)
{
    *output->end = '\0';
    return output->length;
}

/* Length of the printable ASCII at the start of `text`, as far as it is seen
 * eight bytes at a time: usually all of `text`, or up to seven bytes less than
 * there is. The last word ends at the end of `text`, so it may overlap the one
 * before it. */
static inline size_t printable_length(const char *text, size_t size)
{
    size_t i = 0;
    while (size - i >= WORD_SIZE && word_is_printable(word_load(&text[i])))
        i += WORD_SIZE;
    if (i > 0 && size - i < WORD_SIZE &&
        word_is_printable(word_load(&text[size - WORD_SIZE])))
        i = size;
    return i;
}

/* The number of bytes at the start of `text` that are shown as they are. */
static inline size_t visible_length(const char *text, size_t size)
{
    size_t i = printable_length(text, size);
    while (i < size) {
        if (byte_is_printable(text[i])) {
            i++;
            continue;
        }
        const size_t length = utf8_visible(&text[i], size - i);
        if (length == 0)
            break;
        i += length;
    }
    return i;
}

/* Appends any bytes: those that are visible in one piece, each other byte as
 * \xNN. The first byte of an invisible character is escaped alone. The rest of
 * the character is then malformed, so its bytes are escaped one by one too. */
static inline void output_append_escaped(struct output *output,
                                         const char *text, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";
    while (size > 0) {
        const size_t visible = visible_length(text, size);
        output_append(output, text, visible);
        if (visible == size)
            break;
        const unsigned char byte = (unsigned char)text[visible];
        const char escape[] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        output_append(output, escape, sizeof escape);
        text += visible + 1;
        size -= visible + 1;
    }
}

#endif
