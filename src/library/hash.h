/* SPDX-License-Identifier: MIT
 *
 * The hash of a code. The generator searches tables for it and lookup.c uses
 * them, so both take it from here.
 *
 * Codes of usual lengths are taken as words: so many from the start, and as
 * many up to the end, which may overlap. From there on no branch depends on
 * what the code is; one that the processor guesses wrong takes more time than
 * all the rest. Codes that are too short or too long for that are called rare.
 */
#ifndef AZSREG_HASH_H
#define AZSREG_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "word.h"

/* At most so many words from each end. The loops over them are to be unrolled,
 * which gcc -O2 does only where it is told to, and can be since version 8. */
enum { END_WORDS_MAX = 4 };
#if defined __GNUC__ && __GNUC__ >= 8
#define UNROLL _Pragma("GCC unroll 8") /* 2 * END_WORDS_MAX */
#else
#define UNROLL
#endif

/* The weight of the length, and then those of the two halves of each word. They
 * are odd, or 0 for a half that is not needed to tell the codes apart. A rare
 * code uses only the first. Halves, because a product carries a difference only
 * upwards: even that of a half's topmost bit reaches all of the upper 32 bits,
 * of which the bucket and the slot are taken. */
enum { WEIGHTS_MAX = 1 + 4 * END_WORDS_MAX };

/* True if the words from both ends fit into the code, and cover it together. */
static inline bool is_taken_as_words(size_t length, size_t end_words)
{
    return length >= end_words * WORD_SIZE &&
           length <= 2 * end_words * WORD_SIZE;
}

static inline uint64_t code_word(const char *code, size_t length,
                                 size_t end_words, size_t i)
{
    const size_t from_end = (2 * end_words - i) * WORD_SIZE;
    return word_load(&code[i < end_words ? i * WORD_SIZE : length - from_end]);
}

static inline uint64_t hash_words(const uint64_t *words, size_t length,
                                  size_t end_words, const uint64_t *weights)
{
    uint64_t hash = length * weights[0];
    UNROLL
    for (size_t i = 0; i < 2 * end_words; i++)
        hash += (words[i] & UINT32_MAX) * weights[1 + 2 * i] +
                (words[i] >> 32) * weights[2 + 2 * i];
    return hash;
}

/* Takes one more word into the hash of a rare code, half by half too: 32 bits
 * can't cancel a difference of the upper 32 bits of the hash. The shifts bring
 * such a difference down, for the next product. */
static inline uint64_t hash_step(uint64_t hash, uint64_t word, uint64_t weight)
{
    hash = (hash ^ (word & UINT32_MAX)) * weight;
    hash = (hash ^ hash >> 32 ^ word >> 32) * weight;
    return hash ^ hash >> 32;
}

/* What follows the last whole word of a rare code. By a loop, which the proof
 * can follow; compilers make a mask of it. */
static inline uint64_t code_rest(const char *code, size_t length)
{
    for (; length >= WORD_SIZE; length -= WORD_SIZE)
        code += WORD_SIZE;
    return rest_load(code, length);
}

/* `rest` is its code_rest, which a lookup needs once more. */
static inline uint64_t hash_rare(const char *code, size_t length, uint64_t rest,
                                 const uint64_t *weights)
{
    const uint64_t weight = weights[0];
    uint64_t hash = length * weight;
    for (; length >= WORD_SIZE; length -= WORD_SIZE, code += WORD_SIZE)
        hash = hash_step(hash, word_load(code), weight);
    return hash_step(hash, rest, weight);
}

/* The two numbers that a lookup needs: a bucket, whose displacement the tables
 * give, and a slot, which it displaces. They are the topmost bits of the hash,
 * at most 13 and 17: lower ones do not depend on all of each half. There may be
 * 0 bits of buckets (so two shifts, since one by 64 is undefined), and there is
 * 1 bit of slots or more. */
static inline size_t hash_bucket(uint64_t hash, unsigned bucket_bits)
{
    return (size_t)(hash >> 32 >> (32 - bucket_bits));
}

static inline size_t hash_slot(uint64_t hash, unsigned bucket_bits,
                               unsigned slot_bits, size_t displacement)
{
    return (size_t)(hash << bucket_bits >> (64 - slot_bits)) ^ displacement;
}

#endif
