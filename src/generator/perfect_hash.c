/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table in which every code has a slot of its own.
 *
 * First it chooses the words of a code that the hash samples: the one that
 * tells most codes apart, then the one that tells most of the rest apart, until
 * length and samples differ between any two codes. That always ends, because
 * two codes differ in their length or in some word.
 *
 * Then it draws weights and tries to place the codes ("hash and displace").
 * The hash puts each code in a bucket, and the codes of a bucket move along the
 * slots together until all of them are on free ones. Large buckets go first,
 * while the table is empty; at least half of it stays free. If a bucket finds
 * no place, other weights are drawn. Two codes get both the same bucket and the
 * same slot for only a small share of all weights, whatever the codes are,
 * since the topmost bits of a sum with odd weights are a universal hash
 * (Dietzfelbinger and others 1997). So a draw often succeeds, and drawing again
 * can't fail for ever.
 */
#include "perfect_hash.h"

#include <stdlib.h>

/* A code while the codes are told apart. */
struct look {
    size_t group;  /* the same for codes that look alike so far */
    uint64_t word; /* at the position that is tried */
    size_t code;   /* index in the catalog */
};

/* The codes while they are placed. */
struct buckets {
    uint64_t *hash; /* of each code */
    size_t *next;   /* after each code, the next of its bucket, or code_count */
    size_t *first;  /* of each bucket, its first code, or code_count */
    size_t *size;   /* of each bucket */
};

/* ---- Samples -------------------------------------------------------------*/

static int by_look(const void *left, const void *right)
{
    const struct look *l = left;
    const struct look *r = right;
    if (l->group != r->group)
        return l->group < r->group ? -1 : 1;
    return (l->word > r->word) - (l->word < r->word);
}

/* Sorts the codes by their groups, and in them by their words at a position.
 * Returns how many groups these words would make. */
static size_t try_position(const struct catalog *catalog, size_t position,
                           struct look *looks)
{
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[looks[i].code];
        looks[i].word = code_word(error->code, error->code_length, position);
    }
    qsort(looks, catalog->error_count, sizeof looks[0], by_look);
    size_t count = 1;
    for (size_t i = 1; i < catalog->error_count; i++)
        count += by_look(&looks[i - 1], &looks[i]) != 0;
    return count;
}

/* Makes groups of the words at a position. */
static void split_groups(const struct catalog *catalog, size_t position,
                         struct look *looks)
{
    try_position(catalog, position, looks);
    size_t group = 0;
    for (size_t i = 0; i < catalog->error_count; i++) {
        bool is_last = i + 1 == catalog->error_count ||
                       by_look(&looks[i], &looks[i + 1]) != 0;
        looks[i].group = group;
        group += is_last;
    }
}

static bool choose_samples(struct perfect_hash *hash,
                           const struct catalog *catalog, struct look *looks)
{
    size_t longest = 1;
    size_t second = 1; /* behind its end there is nothing to tell apart */
    for (size_t i = 0; i < catalog->error_count; i++) {
        size_t length = catalog->errors[i].code_length;
        looks[i] = (struct look){.group = length, .code = i};
        if (length > longest) {
            second = longest;
            longest = length;
        } else if (length > second) {
            second = length;
        }
    }
    hash->samples = calloc(second, sizeof *hash->samples);
    if (hash->samples == NULL)
        return false;
    size_t most = 0;
    while (most < catalog->error_count) {
        size_t best = 0;
        for (size_t position = 0;
             position < second && most < catalog->error_count;
             position += WORD_SIZE) {
            size_t count = try_position(catalog, position, looks);
            if (count > most) {
                most = count;
                best = position;
            }
        }
        split_groups(catalog, best, looks);
        hash->samples[hash->sample_count++].position = best;
    }
    return true;
}

static bool find_samples(struct perfect_hash *hash,
                         const struct catalog *catalog)
{
    struct look *looks = calloc(catalog->error_count, sizeof *looks);
    bool found = looks != NULL && choose_samples(hash, catalog, looks);
    free(looks);
    return found;
}

/* ---- Weights and places --------------------------------------------------*/

/* The next number of a fixed sequence that looks random: splitmix64 (Steele,
 * Lea and Flood 2014). The same catalog always gets the same table. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

static void draw_weights(struct perfect_hash *hash, uint64_t *state)
{
    hash->length_weight = draw(state) | 1;
    for (size_t i = 0; i < hash->sample_count; i++)
        hash->samples[i].weight = draw(state) | 1;
}

static void fill_buckets(const struct perfect_hash *hash,
                         const struct catalog *catalog, struct buckets *buckets)
{
    for (size_t i = 0; i < hash->bucket_count; i++) {
        buckets->first[i] = catalog->error_count;
        buckets->size[i] = 0;
    }
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        buckets->hash[i] =
            code_hash(error->code, error->code_length, hash->length_weight,
                      hash->samples, hash->sample_count);
        size_t bucket = hash_bucket(buckets->hash[i], hash->bucket_bits);
        buckets->next[i] = buckets->first[bucket];
        buckets->first[bucket] = i;
        buckets->size[bucket]++;
    }
}

static size_t slot_of(const struct perfect_hash *hash, uint64_t code_hash,
                      size_t displacement)
{
    return hash_slot(code_hash, hash->bucket_bits, hash->slot_bits,
                     displacement);
}

/* Puts the codes of a bucket on slots, or none of them if one is taken. */
static bool place_bucket(struct perfect_hash *hash,
                         const struct catalog *catalog,
                         const struct buckets *buckets, size_t bucket,
                         size_t displacement)
{
    const size_t none = catalog->error_count;
    for (size_t i = buckets->first[bucket]; i != none; i = buckets->next[i]) {
        size_t slot = slot_of(hash, buckets->hash[i], displacement);
        if (hash->slots[slot] != 0) {
            for (size_t j = buckets->first[bucket]; j != i;
                 j = buckets->next[j])
                hash->slots[slot_of(hash, buckets->hash[j], displacement)] = 0;
            return false;
        }
        hash->slots[slot] = catalog->errors[i].number;
    }
    hash->displacements[bucket] = displacement;
    return true;
}

static bool place_all(struct perfect_hash *hash, const struct catalog *catalog,
                      const struct buckets *buckets)
{
    for (size_t i = 0; i < hash->slot_count; i++)
        hash->slots[i] = 0;
    size_t largest = 0;
    for (size_t i = 0; i < hash->bucket_count; i++)
        largest = buckets->size[i] > largest ? buckets->size[i] : largest;
    for (size_t size = largest; size > 0; size--) {
        for (size_t bucket = 0; bucket < hash->bucket_count; bucket++) {
            if (buckets->size[bucket] != size)
                continue;
            size_t displacement = 0;
            while (displacement < hash->slot_count &&
                   !place_bucket(hash, catalog, buckets, bucket, displacement))
                displacement++;
            if (displacement == hash->slot_count)
                return false;
        }
    }
    return true;
}

static bool find_places(struct perfect_hash *hash,
                        const struct catalog *catalog)
{
    size_t count = catalog->error_count;
    hash->slot_bits = 1;
    while ((size_t)1 << hash->slot_bits < 2 * count)
        hash->slot_bits++;
    hash->bucket_bits = hash->slot_bits > 4 ? hash->slot_bits - 4 : 0;
    hash->slot_count = (size_t)1 << hash->slot_bits;
    hash->bucket_count = (size_t)1 << hash->bucket_bits;
    hash->slots = calloc(hash->slot_count, sizeof *hash->slots);
    hash->displacements =
        calloc(hash->bucket_count, sizeof *hash->displacements);
    struct buckets buckets = {
        .hash = calloc(count, sizeof *buckets.hash),
        .next = calloc(count, sizeof *buckets.next),
        .first = calloc(hash->bucket_count, sizeof *buckets.first),
        .size = calloc(hash->bucket_count, sizeof *buckets.size),
    };
    bool found = hash->slots != NULL && hash->displacements != NULL &&
                 buckets.hash != NULL && buckets.next != NULL &&
                 buckets.first != NULL && buckets.size != NULL;
    if (found) {
        uint64_t state = 0;
        do {
            draw_weights(hash, &state);
            fill_buckets(hash, catalog, &buckets);
        } while (!place_all(hash, catalog, &buckets));
    }
    free(buckets.hash);
    free(buckets.next);
    free(buckets.first);
    free(buckets.size);
    return found;
}

bool perfect_hash_find(struct perfect_hash *hash, const struct catalog *catalog)
{
    *hash = (struct perfect_hash){0};
    return find_samples(hash, catalog) && find_places(hash, catalog);
}

void perfect_hash_free(struct perfect_hash *hash)
{
    free(hash->samples);
    free(hash->displacements);
    free(hash->slots);
}
