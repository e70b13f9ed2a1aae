/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS_MAX = 101 };

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
static void warm_up(const struct work *work)
{
    static double until = 0;
    if (until == 0)
        until = now() + 3e8;
    while (now() < until)
        work->contenders[0].run(work->data);
}

static void measure(const struct work *work, int rounds)
{
    static double times[CONTENDERS_MAX][ROUNDS_MAX];
    if (rounds > ROUNDS_MAX)
        rounds = ROUNDS_MAX;
    warm_up(work);
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < work->count; i++) {
            double start = now();
            work->contenders[i].run(work->data);
            times[i][round] = (now() - start) / work->calls;
        }
    }
    for (int i = 0; i < work->count; i++) {
        qsort(times[i], (size_t)rounds, sizeof times[i][0], by_value);
        printf("%s,%s,ns,%.2f\n", work->row, work->contenders[i].name,
               times[i][rounds / 2]);
    }
}

void bench(const struct work *work, int rounds)
{
    uint64_t expected = 0;
    for (int i = 0; i < work->count; i++) {
        const char *name = work->contenders[i].name;
        work->contenders[i].run(work->data);
        uint64_t answer = work->checksum(work->data);
        if (i == 0)
            expected = answer;
        if (answer != expected) {
            fprintf(stderr, "%s: the answers of %s and %s differ\n", work->row,
                    work->contenders[0].name, name);
            exit(EXIT_FAILURE);
        }
        if (rounds == 0)
            printf("%s,%s,instructions,%d\n", work->row, name, work->calls);
    }
    if (rounds > 0)
        measure(work, rounds);
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

void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (memory == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return memory;
}
