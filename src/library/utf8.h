/* SPDX-License-Identifier: MIT
 *
 * UTF-8: one character at a time, and whether it can be seen.
 */
#ifndef AZSREG_UTF8_H
#define AZSREG_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The six bits that a continuation byte, 80 to BF, adds to the code point. Any
 * other byte gives 40 or more. */
static inline uint32_t utf8_payload(char byte)
{
    return (unsigned char)byte ^ 0x80U;
}

static inline bool utf8_continues(char byte)
{
    return utf8_payload(byte) < 0x40;
}

/* Length of the well-formed UTF-8 sequence of 2 to 4 bytes at the start of
 * `text`, of which `size` bytes, 1 or more, may be read, with its code point. 0
 * if there is none, as for ASCII; *code_point then means nothing. What is
 * well-formed: Unicode 15.0, table 3-7. */
static inline size_t utf8_decode(const char *text, size_t size,
                                 uint32_t *code_point)
{
    const uint32_t first = (unsigned char)text[0];
    *code_point = first;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    if (first < 0xE0) {
        if (size < 2)
            return 0;
        const uint32_t second = utf8_payload(text[1]);
        *code_point = (first & 0x1F) << 6 | second;
        return second < 0x40 ? 2 : 0;
    }
    if (first < 0xF0) {
        if (size < 3)
            return 0;
        const uint32_t second = utf8_payload(text[1]);
        const uint32_t third = utf8_payload(text[2]);
        const uint32_t value = (first & 0x0F) << 12 | second << 6 | third;
        *code_point = value;
        if ((second | third) >= 0x40)
            return 0;
        /* No overlong form, no surrogate. */
        return value >= 0x800 && (value < 0xD800 || value > 0xDFFF) ? 3 : 0;
    }
    if (size < 4)
        return 0;
    const uint32_t second = utf8_payload(text[1]);
    const uint32_t third = utf8_payload(text[2]);
    const uint32_t fourth = utf8_payload(text[3]);
    const uint32_t value =
        (first & 0x07) << 18 | second << 12 | third << 6 | fourth;
    *code_point = value;
    if ((second | third | fourth) >= 0x40)
        return 0;
    return value >= 0x10000 && value <= 0x10FFFF ? 4 : 0;
}

/* True if the character, which is not ASCII, is a control or format character
 * or a line or paragraph separator: general categories Cc, Cf, Zl and Zp. */
static inline bool utf8_is_invisible(uint32_t code_point)
{
    /* Where most characters are: Latin to Hebrew, and from U+2070 on. */
    if ((code_point > 0xAD && code_point < 0x600) ||
        (code_point > 0x206F && code_point < 0xFEFF))
        return false;
    /* Unicode 15.0.0, DerivedGeneralCategory.txt, in ascending order, with
     * neighbours of different categories joined. No character is in the last
     * two ranges. They end the search. */
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0080, 0x009F},   {0x00AD, 0x00AD},         {0x0600, 0x0605},
        {0x061C, 0x061C},   {0x06DD, 0x06DD},         {0x070F, 0x070F},
        {0x0890, 0x0891},   {0x08E2, 0x08E2},         {0x180E, 0x180E},
        {0x200B, 0x200F},   {0x2028, 0x202E},         {0x2060, 0x2064},
        {0x2066, 0x206F},   {0xFEFF, 0xFEFF},         {0xFFF9, 0xFFFB},
        {0x110BD, 0x110BD}, {0x110CD, 0x110CD},       {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},       {0xE0001, 0xE0001},
        {0xE0020, 0xE007F}, {UINT32_MAX, UINT32_MAX}, {UINT32_MAX, UINT32_MAX},
    };
    /* Four ranges at a time, then one by one. */
    size_t i = 0;
    while (ranges[i + 3].last < code_point)
        i += 4;
    while (ranges[i].last < code_point)
        i++;
    return ranges[i].first <= code_point;
}

/* Length of the character at the start of `text` if it is well-formed, visible
 * and not ASCII; 0 if its first byte must be escaped. */
static inline size_t utf8_visible(const char *text, size_t size)
{
    uint32_t code_point;
    size_t length = utf8_decode(text, size, &code_point);
    return length > 0 && !utf8_is_invisible(code_point) ? length : 0;
}

#endif
