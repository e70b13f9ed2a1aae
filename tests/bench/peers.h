/* SPDX-License-Identifier: MIT
 *
 * What a program without azsreg would have instead. peers.awk and gperf make
 * these from the catalog. Each is a call into another file, as azsreg is.
 */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include <azsreg/azsreg.h>

struct numbered_code {
    const char *name;
    int number;
};

/* For bsearch, which needs them sorted. */
extern struct numbered_code numbered_codes[];
extern const size_t code_count;

/* 0 for an unknown code. */
int number_by_strcmp(const char *code);

/* The function of gperf -l, which compares lengths before bytes; NULL for an
 * unknown code. */
const struct numbered_code *find_by_gperf(const char *code, size_t length);

/* A message by snprintf, with the detail as its format. */
int detail_by_snprintf(char *buffer, size_t size, int number,
                       const azsreg_values *values);

#endif
