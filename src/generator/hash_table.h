/* SPDX-License-Identifier: MIT
 *
 * The hash table of the codes, in which every code has a slot of its own.
 */
#ifndef AZSREG_HASH_TABLE_H
#define AZSREG_HASH_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "catalog.h"
#include "library/key.h"

/* A hash is the upper half of a sum of products. The factors of a code are its
 * length, then each word of its key and the upper half of that word. */
enum { FACTORS_LIMIT = 1 + 2 * KEY_WORDS_LIMIT };

/* The topmost bits of the hash of a code are its place. The bits below them are
 * its bucket, which has a displacement. The slot of the code is its place ^
 * the displacement. The counts are powers of two. */
struct hash_table {
    size_t shortest; /* length of the shortest code */
    size_t longest;
    size_t key_words; /* that hold the longest code */
    /* One a factor; 0 where the factor is not needed to tell codes apart. */
    uint64_t multipliers[FACTORS_LIMIT];
    size_t *displacements; /* one a bucket */
    size_t bucket_count;
    unsigned bucket_shift;
    size_t *slots;     /* number of the error there; 0: none */
    size_t slot_count; /* 2 or more */
    unsigned place_shift;
};

/* Builds the table. Returns NULL, or what went wrong. Either way, free it with
 * hash_table_free. */
const char *hash_table_build(struct hash_table *table,
                             const struct catalog *catalog);

/* The words of the key of `code`; `words` has room for KEY_WORDS_LIMIT. */
void hash_table_key(const struct hash_table *table, const char *code,
                    uint64_t *words);

/* The hash of `code`, and the bucket and the place that it gives. */
uint32_t hash_table_hash(const struct hash_table *table, const char *code);
size_t hash_table_bucket(const struct hash_table *table, uint32_t hash);
size_t hash_table_place(const struct hash_table *table, uint32_t hash);

void hash_table_free(struct hash_table *table);

#endif
