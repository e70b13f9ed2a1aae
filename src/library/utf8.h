/* SPDX-License-Identifier: MIT
 *
 * UTF-8: one character at a time, and whether it can be seen.
 */
#ifndef AZSREG_UTF8_H
#define AZSREG_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Length of the well-formed UTF-8 sequence at the start of `text`, of which
 * `size` bytes, 1 or more, may be read, and its code point; 0 if there is none.
 */
static inline size_t utf8_decode(const char *text, size_t size,
                                 uint32_t *code_point)
{
    uint32_t first = (unsigned char)text[0];
    if (first < 0x80) {
        *code_point = first;
        return 1;
    }
    /* Unicode 15.0, table 3-7: C0, C1 and F5 to FF start no sequence. */
    if (first < 0xC2 || first > 0xF4)
        return 0;
    size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length > size)
        return 0;
    uint32_t value = first & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        uint32_t next = (unsigned char)text[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3F);
    }
    /* Same table: no overlong form, no surrogate, nothing above U+10FFFF. */
    if (length == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000)))
        return 0;
    if (length == 4 && (value < 0x10000 || value > 0x10FFFF))
        return 0;
    *code_point = value;
    return length;
}

/* True if Unicode gives the character no visible form: general categories
 * Cc, Cf, Zl and Zp. */
static inline bool utf8_is_invisible(uint32_t code_point)
{
    if (code_point < 0x7F)
        return code_point < 0x20;
    /* Unicode 15.0.0, DerivedGeneralCategory.txt, from 0x7F on; in ascending
     * order, with neighbours of different categories joined. */
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x0600, 0x0605},
        {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},
        {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x180E, 0x180E},
        {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x2064},
        {0x2066, 0x206F},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},
        {0x110BD, 0x110BD}, {0x110CD, 0x110CD}, {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0001, 0xE0001},
        {0xE0020, 0xE007F},
    };
    const size_t count = sizeof ranges / sizeof ranges[0];
    /* ranges[9] is that of the zero width spaces: many scripts end before it.
     */
    size_t i = code_point < ranges[9].first ? 0 : 9;
    while (i < count && ranges[i].last < code_point)
        i++;
    return i < count && ranges[i].first <= code_point;
}

/* Length of the character at the start of `text` if it is well-formed and
 * visible, so that it can be printed as it is; 0 if its first byte must be
 * escaped. The rest of an invisible character needs no care: without their
 * first byte its bytes are malformed, and come out escaped one by one. */
static inline size_t utf8_visible(const char *text, size_t size)
{
    uint32_t code_point;
    size_t length = utf8_decode(text, size, &code_point);
    return length > 0 && !utf8_is_invisible(code_point) ? length : 0;
}

#endif
