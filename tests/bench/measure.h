/* SPDX-License-Identifier: MIT
 *
 * Timing of contenders for the same work, side by side.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdint.h>

/* One way to do the work. `run` does all its calls and leaves the answers in
 * the work, where they are compared. */
struct contender {
    const char *name;
    void (*run)(void *work);
};

enum { CONTENDERS_MAX = 8 };

/* Runs it once. A compiler can't inline it from here, so a profiler sees it. */
void run_once(const struct contender *contender, void *work);

/* Runs the contenders in turns, `rounds` times, and stores the median time of a
 * call for each, in nanoseconds. Turns even out what else the machine does. */
void measure(const struct contender *contenders, int count, void *work,
             int calls, int rounds, double *nanoseconds);

/* The next number of a fixed sequence that looks random, below `bound`. */
uint32_t random_below(uint32_t bound);

#endif
