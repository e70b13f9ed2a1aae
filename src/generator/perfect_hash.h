/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table in which every code has a slot of its own.
 */
#ifndef AZSREG_PERFECT_HASH_H
#define AZSREG_PERFECT_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog.h"
#include "library/hash.h"

struct perfect_hash {
    size_t end_words;
    size_t rare_length_max; /* of the longest rare code; 0: none */
    uint64_t weights[WEIGHTS_MAX];
    size_t weight_count;   /* 1 + 4 * end_words */
    size_t *displacements; /* one a bucket */
    unsigned bucket_bits;
    size_t bucket_count; /* 1 << bucket_bits */
    size_t *slots;       /* number of the error there; 0: none */
    unsigned slot_bits;
    size_t slot_count; /* 1 << slot_bits */
};

/* Finds a perfect hash for the codes of the catalog. False only if there is
 * not enough memory. Either way, free it with perfect_hash_free. */
bool perfect_hash_find(struct perfect_hash *hash,
                       const struct catalog *catalog);

/* The hash of a code, whose topmost bits are its bucket and its slot. */
uint64_t perfect_hash_of(const struct perfect_hash *hash,
                         const struct error *error);

void perfect_hash_free(struct perfect_hash *hash);

#endif
