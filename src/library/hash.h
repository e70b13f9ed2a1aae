/* SPDX-License-Identifier: MIT
 *
 * The hash of a code. The generator searches tables for it and lookup.c uses
 * them, so both take it from here.
 */
#ifndef AZSREG_HASH_H
#define AZSREG_HASH_H

#include <stddef.h>
#include <stdint.h>

/* A place in the code where the hash looks, and the weight of the byte there.
 */
struct sample {
    uint64_t weight;
    size_t position;
};

/* The weighted sum of the length and of the sampled bytes; a place behind the
 * end counts nothing. Each byte is read at most once. */
static inline uint64_t code_hash(const char *code, size_t length,
                                 uint64_t length_weight,
                                 const struct sample *samples, size_t count)
{
    uint64_t hash = length * length_weight;
    for (size_t i = 0; i < count; i++) {
        if (samples[i].position < length)
            hash +=
                samples[i].weight * (unsigned char)code[samples[i].position];
    }
    return hash;
}

/* A sum's upper bits depend on all the bits of all the weights, so both
 * numbers that a lookup needs are taken from there: a bucket, whose
 * displacement the tables give, and from that displacement on, a slot.
 * Both masks are powers of two less one. */
static inline size_t hash_bucket(uint64_t hash, size_t bucket_mask)
{
    return (size_t)(hash >> 32) & bucket_mask;
}

static inline size_t hash_slot(uint64_t hash, size_t displacement,
                               size_t slot_mask)
{
    return ((size_t)(hash >> 44) + displacement) & slot_mask;
}

#endif
