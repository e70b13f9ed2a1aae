/* SPDX-License-Identifier: MIT
 *
 * Timing of contenders for the same work, side by side.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>
#include <stdint.h>

/* One way to do the work. `run` does all its calls. Its name starts with run_,
 * which tells a profiler what to count. */
struct contender {
    const char *name;
    void (*run)(void *data);
};

enum { CONTENDERS_MAX = 8 };

/* What `count` contenders do. */
struct work {
    const char *row; /* kind,catalog,case */
    const struct contender *contenders;
    int count;
    int calls;
    uint64_t (*checksum)(const void *data); /* of the answers of a run */
    void *data;
};

/* Runs each contender once, and ends the program if their checksums differ.
 * Then runs them in turns, `rounds` times, and prints row,who,ns,value with the
 * median time of a call for each. Turns even out what else the machine does.
 *
 * With 0 rounds, for a profiler, it prints row,who,instructions,calls for each
 * run instead. The profiler counts what happens inside the contenders. */
void bench(const struct work *work, int rounds);

/* The next number of a fixed sequence that looks random, below `bound`. */
uint32_t random_below(uint32_t bound);

/* Zeroed memory. Ends the program if there is none. */
void *allocate(size_t size);

#endif
