/* SPDX-License-Identifier: MIT
 *
 * Eight bytes at a time, with no demand on alignment or byte order. Compilers
 * make one instruction of half_load and of word_load where the machine has it.
 */
#ifndef AZSREG_WORD_H
#define AZSREG_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes in a word, and in half of one. */
#define WORD_SIZE sizeof(uint64_t)
#define HALF_SIZE sizeof(uint32_t)

static inline uint32_t half_load(const char *from)
{
    const unsigned char *byte = (const unsigned char *)from;
    return (uint32_t)byte[0] | (uint32_t)byte[1] << 8 |
           (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

static inline uint64_t word_load(const char *from)
{
    return half_load(from) | (uint64_t)half_load(&from[HALF_SIZE]) << 32;
}

/* Less than a word, as a word: different bytes of the same size give different
 * words. Each byte is loaded once, or twice where two loads overlap. */
static inline uint64_t rest_load(const char *from, size_t size)
{
    const unsigned char *byte = (const unsigned char *)from;
    if (size >= HALF_SIZE) {
        const uint64_t last = half_load(&from[size - HALF_SIZE]);
        return half_load(from) | last << 32;
    }
    if (size < 2)
        return size == 0 ? 0 : byte[0];
    return (uint64_t)byte[0] | (uint64_t)byte[size / 2] << 8 |
           (uint64_t)byte[size - 1] << 16;
}

/* Printable ASCII is 0x20 to 0x7E. */
static inline bool byte_is_printable(char byte)
{
    return (unsigned char)byte >= 0x20 && (unsigned char)byte < 0x7F;
}

/* True if every byte is printable ASCII. Otherwise the lowest byte that is not
 * sets its top bit: below 0x20 it borrows when 0x20 is taken from it, and from
 * 0x7F on it has that bit when 1 is added or 0x20 is taken. */
static inline bool word_is_printable(uint64_t word)
{
    const uint64_t each = UINT64_MAX / 0xFF; /* 1 in every byte */
    return (((word - each * 0x20) | (word + each)) & each * 0x80) == 0;
}

#endif
