/* SPDX-License-Identifier: MIT
 *
 * What a program without azsreg would have instead. peers.awk and gperf make
 * these from the catalog; each is a call into another file, as azsreg is.
 */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include <azsreg/azsreg.h>

struct numbered_code {
    const char *name;
    int number;
};

/* For bsearch; to be sorted first. */
extern struct numbered_code numbered_codes[];
extern const size_t code_count;

/* 0 for an unknown code. */
int lookup_by_strcmp(const char *code);

/* gperf's functions; NULL for an unknown code. The first compares lengths
 * before bytes (gperf -l), the second is as gperf makes it by default. */
const struct numbered_code *gperf_lengths(const char *code, size_t length);
const struct numbered_code *gperf_default(const char *code, size_t length);

/* A message by snprintf, with the detail as its format. */
int detail_by_snprintf(char *buffer, size_t size, int number,
                       const azsreg_values *values);

/* The lengths of the values. */
struct sizes {
    size_t subscription_id, resource_group, registration_name,
        customer_subscription_id;
};

/* The limit: nothing but the copying of the pieces of a message, with no check
 * of what they are or whether they fit, and all lengths known beforehand. */
size_t detail_by_memcpy(char *buffer, int number, const azsreg_values *values,
                        const struct sizes *sizes);

#endif
