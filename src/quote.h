/* SPDX-License-Identifier: MIT
 *
 * Printing text that came from outside, as safely as the library quotes values.
 */
#ifndef AZSREG_QUOTE_H
#define AZSREG_QUOTE_H

#include <stdio.h>

#include "library/utf8.h"

/* Prints the `size` bytes at `text`: visible characters as they are, each
 * other byte as \x and two hexadecimal digits. */
static inline void print_quoted(FILE *file, const char *text, size_t size)
{
    while (size > 0) {
        size_t length = utf8_visible(text, size);
        if (length > 0) {
            fwrite(text, 1, length, file);
        } else {
            length = 1;
            // NOLINTNEXTLINE(*CallAndMessage): `size` bytes can be read
            fprintf(file, "\\x%02X", (unsigned)(unsigned char)*text);
        }
        text += length;
        size -= length;
    }
}

#endif
