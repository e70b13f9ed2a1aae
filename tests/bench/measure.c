/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L

#include "measure.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS_MAX = 1001 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e9 * (double)time.tv_sec + (double)time.tv_nsec;
}

static int by_value(const void *left, const void *right)
{
    double l = *(const double *)left;
    double r = *(const double *)right;
    return (l > r) - (l < r);
}

/* Works for a moment, once: a processor that was idle is not at its speed. */
static void warm_up(const struct contender *contender, void *work)
{
    static bool is_warm = false;
    const double start = now();
    while (!is_warm && now() - start < 3e8)
        contender->run(work);
    is_warm = true;
}

void run_once(const struct contender *contender, void *work)
{
    contender->run(work);
}

void measure(const struct contender *contenders, int count, void *work,
             int calls, int rounds, double *nanoseconds)
{
    static double times[CONTENDERS_MAX][ROUNDS_MAX];
    if (rounds > ROUNDS_MAX)
        rounds = ROUNDS_MAX;
    warm_up(&contenders[0], work);
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < count; i++) {
            double start = now();
            contenders[i].run(work);
            times[i][round] = (now() - start) / calls;
        }
    }
    for (int i = 0; i < count; i++) {
        qsort(times[i], (size_t)rounds, sizeof times[i][0], by_value);
        nanoseconds[i] = times[i][rounds / 2];
    }
}

/* xorshift64* (Vigna 2016) */
uint32_t random_below(uint32_t bound)
{
    static uint64_t state = 1;
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)(((state * 0x2545F4914F6CDD1D) >> 32) * bound >> 32);
}
