/* SPDX-License-Identifier: MIT
 *
 * Numbers and texts that look random and are the same in every run.
 */
#ifndef AZSREG_TEST_RANDOM_H
#define AZSREG_TEST_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* A code has at most CODE_MAX bytes. */
enum { RANDOM_SEED = 20180205, CODE_MAX = 64 };

/* splitmix64 (Steele, Lea and Flood 2014). */
uint64_t random_next(uint64_t *state);

/* One of 0 to count - 1. */
size_t random_below(uint64_t *state, size_t count);

/* Writes a code, or the start or the end of one. Returns its length. */
size_t random_code(uint64_t *state, char *to);

/* Fills `size` bytes with what is shown and what is escaped. */
void random_text(uint64_t *state, char *to, size_t size);

#endif
