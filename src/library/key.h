/* SPDX-License-Identifier: MIT
 *
 * The key of a code: its bytes as words. The generator hashes keys to lay out
 * the table, and code.c hashes and compares them to search it.
 */
#ifndef AZSREG_KEY_H
#define AZSREG_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "word.h"

/* A code has at most 64 bytes. */
enum {
    CODE_LENGTH_LIMIT = 64,
    KEY_WORDS_LIMIT = CODE_LENGTH_LIMIT / WORD_SIZE
};

/* Loops over a key have a small and constant number of steps. gcc -O2 unrolls
 * them only with this pragma, which gcc 8 introduced. */
#if defined __GNUC__ && __GNUC__ >= 8
#define UNROLL _Pragma("GCC unroll 8")
#else
#define UNROLL
#endif

/* Reads a code of `length` bytes as `count` words, which must hold it. The
 * first half of the words follow one another from the start of the code. The
 * others follow one another up to its end. If the code is too short for half of
 * the words, they are closer together and overlap. A code of less than eight
 * bytes is filled up with zeros. No byte outside the code is read. */
static inline void key_load(uint64_t *words, size_t count, const char *code,
                            size_t length)
{
    char filled[WORD_SIZE] = {0};
    if (length < WORD_SIZE) {
        for (size_t i = 0; i < length; i++)
            filled[i] = code[i];
        code = filled;
        length = WORD_SIZE;
    }
    /* The first half starts at 0, step, ..., steps * step <= last. */
    const size_t last = length - WORD_SIZE;
    const size_t steps = (count - 1) / 2;
    const size_t widest = steps > 0 ? last / steps : last;
    const size_t step = widest < WORD_SIZE ? widest : WORD_SIZE;
    UNROLL
    for (size_t i = 0; i < count; i++) {
        const size_t start =
            i <= steps ? i * step : last - (count - 1 - i) * step;
        words[i] = word_load(&code[start]);
    }
}

#endif
