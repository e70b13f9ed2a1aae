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
    uint64_t length_weight;
    struct sample *samples;
    size_t sample_count;
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

void perfect_hash_free(struct perfect_hash *hash);

#endif
