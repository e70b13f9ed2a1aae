/* SPDX-License-Identifier: MIT
 *
 * Numbers that look random and are the same in every run.
 */
#ifndef AZSREG_TEST_RANDOM_H
#define AZSREG_TEST_RANDOM_H

#include <stddef.h>
#include <stdint.h>

enum { RANDOM_SEED = 20180205 };

/* splitmix64 (Steele, Lea and Flood 2014). */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* One of 0 to count - 1. */
static inline size_t random_below(uint64_t *state, size_t count)
{
    return (size_t)(random_next(state) % count);
}

#endif
