/* SPDX-License-Identifier: MIT
 *
 * The hash of a code. The generator searches tables for it and lookup.c uses
 * them, so both take it from here.
 */
#ifndef AZSREG_HASH_H
#define AZSREG_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "word.h"

/* The longest code that is compared as four words. As many zero bytes follow
 * the last code in its table, since lookup.c may read them from any code before
 * it knows that the code is shorter. */
enum { FOUR_WORDS = 4 * WORD_SIZE };

/* A place in a code where the hash reads a word, and the weight of that word.
 */
struct sample {
    uint64_t weight;
    size_t position;
};

/* The word at a position of the code; its last word where it ends before that,
 * and all of it where it is shorter than a word. */
static inline uint64_t code_word(const char *code, size_t length,
                                 size_t position)
{
    if (length >= WORD_SIZE) {
        const size_t last = length - WORD_SIZE;
        return word_load(&code[position < last ? position : last]);
    }
    uint64_t word = 0;
    for (size_t i = 0; i < length; i++)
        word = word << 8 | (unsigned char)code[i];
    return word;
}

/* The weighted sum of the length and of the sampled words. There are few, and
 * lookup.c knows how many; at -O2, gcc would keep the loop. (It knows the
 * pragma since version 8.) */
static inline uint64_t code_hash(const char *code, size_t length,
                                 uint64_t length_weight,
                                 const struct sample *samples, size_t count)
{
    uint64_t hash = length * length_weight;
#if defined __GNUC__ && __GNUC__ >= 8
#pragma GCC unroll 4
#endif
    for (size_t i = 0; i < count; i++)
        hash +=
            samples[i].weight * code_word(code, length, samples[i].position);
    return hash;
}

/* The two numbers that a lookup needs: a bucket, whose displacement the tables
 * give, and a slot, counted on from that displacement. They are the topmost
 * bits of the hash, since lower ones do not depend on all of each word. There
 * may be 0 bits of buckets (so two shifts, since one by 64 is undefined), and
 * there is 1 bit of slots or more. */
static inline size_t hash_bucket(uint64_t hash, unsigned bucket_bits)
{
    return (size_t)(hash >> 32 >> (32 - bucket_bits));
}

static inline size_t hash_slot(uint64_t hash, unsigned bucket_bits,
                               unsigned slot_bits, size_t displacement)
{
    const size_t slot = (size_t)(hash << bucket_bits >> (64 - slot_bits));
    return (slot + displacement) & (((size_t)1 << slot_bits) - 1);
}

#endif
