/* SPDX-License-Identifier: MIT
 *
 * Eight bytes at a time, whatever the machine's alignment and byte order.
 */
#ifndef AZSREG_WORD_H
#define AZSREG_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORD_SIZE sizeof(uint64_t) /* bytes */

/* Compilers make one instruction of this where the machine has it. */
static inline uint64_t word_load(const char *from)
{
    const unsigned char *byte = (const unsigned char *)from;
    return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 |
           (uint64_t)byte[2] << 16 | (uint64_t)byte[3] << 24 |
           (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
           (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* Printable ASCII is 0x20 to 0x7E. */
static inline bool byte_is_printable(char byte)
{
    return (unsigned char)byte >= 0x20 && (unsigned char)byte < 0x7F;
}

/* True if every byte is printable ASCII. A printable byte b stays below 0x80 as
 * b + 1 and as b - 0x20, without carry or borrow. Take the lowest byte that is
 * not printable: b - 0x20 has its top bit set if b < 0x20 or b >= 0xA0, b + 1
 * if 0x7F <= b <= 0xFE. So one of them always shows it. */
static inline bool word_is_printable(uint64_t word)
{
    const uint64_t ones = UINT64_MAX / 0xFF; /* 1 in every byte */
    return (((word - ones * 0x20) | (word + ones)) & ones * 0x80) == 0;
}

#endif
