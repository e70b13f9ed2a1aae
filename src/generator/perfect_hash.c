/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table in which every code has a slot of its own.
 *
 * First it chooses the places in a code that the hash samples: the one that
 * tells most codes apart, then the one that tells most of the rest apart, until
 * length and samples differ between any two codes. That always ends, because
 * two codes differ in their length or at some place.
 *
 * Then it draws weights and tries to place the codes ("hash and displace").
 * The hash puts each code in a bucket, and the codes of a bucket move along the
 * slots together until all of them are on free ones. Large buckets go first,
 * while the table is empty; at least half of it stays free. If a bucket finds
 * no place, other weights are drawn. Two codes get both the same bucket and the
 * same slot for only a small share of all weights, whatever the codes are,
 * since a weighted sum is a universal hash (Carter and Wegman 1979). So a draw
 * often succeeds, and drawing again can't fail for ever.
 */
#include "perfect_hash.h"

#include <stdlib.h>

enum { BYTE_VALUES = 128 }; /* codes are ASCII */

/* The codes while they are told apart. */
struct groups {
    size_t *group; /* of each code: the same for those that look alike so far */
    struct seen {
        size_t round; /* in which the mark was made */
        size_t group; /* that was given to the codes that fall here */
    } * seen;         /* for each group and each byte that can follow in it */
    size_t round;
};

/* The codes while they are placed. */
struct buckets {
    uint64_t *hash; /* of each code */
    size_t *next;   /* after each code, the next of its bucket, or code_count */
    size_t *first;  /* of each bucket, its first code, or code_count */
    size_t *size;   /* of each bucket */
};

/* ---- Samples -------------------------------------------------------------*/

/* Splits the groups by the byte at a position, into `split`, and returns how
 * many there are then. `split` may be the groups themselves. */
static size_t split_groups(const struct catalog *catalog, size_t position,
                           struct groups *groups, size_t *split)
{
    size_t count = 0;
    groups->round++;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        size_t byte = position < error->code_length
                          ? (unsigned char)error->code[position]
                          : 0;
        struct seen *seen =
            &groups->seen[groups->group[i] * BYTE_VALUES + byte];
        if (seen->round != groups->round)
            *seen = (struct seen){groups->round, count++};
        split[i] = seen->group;
    }
    return count;
}

static bool choose_samples(struct perfect_hash *hash,
                           const struct catalog *catalog, struct groups *groups,
                           size_t *split)
{
    size_t longest = 1;
    for (size_t i = 0; i < catalog->error_count; i++) {
        size_t length = catalog->errors[i].code_length;
        groups->group[i] = length;
        longest = length > longest ? length : longest;
    }
    hash->samples = calloc(longest, sizeof *hash->samples);
    if (hash->samples == NULL)
        return false;
    size_t most = 0;
    while (most < catalog->error_count) {
        size_t best = 0;
        for (size_t position = 0; position < longest; position++) {
            size_t count = split_groups(catalog, position, groups, split);
            if (count > most) {
                most = count;
                best = position;
            }
        }
        split_groups(catalog, best, groups, groups->group);
        hash->samples[hash->sample_count++].position = best;
    }
    return true;
}

/* How many groups there can be: they are numbered by a length at first, by a
 * count later. */
static size_t count_groups(const struct catalog *catalog)
{
    size_t count = catalog->error_count;
    for (size_t i = 0; i < catalog->error_count; i++) {
        if (catalog->errors[i].code_length >= count)
            count = catalog->errors[i].code_length + 1;
    }
    return count;
}

static bool find_samples(struct perfect_hash *hash,
                         const struct catalog *catalog)
{
    size_t count = catalog->error_count;
    struct groups groups = {
        .group = calloc(count, sizeof *groups.group),
        .seen =
            calloc(count_groups(catalog) * BYTE_VALUES, sizeof *groups.seen),
    };
    size_t *split = calloc(count, sizeof *split);
    bool found = groups.group != NULL && groups.seen != NULL && split != NULL &&
                 choose_samples(hash, catalog, &groups, split);
    free(split);
    free(groups.seen);
    free(groups.group);
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
    hash->length_weight = draw(state);
    for (size_t i = 0; i < hash->sample_count; i++)
        hash->samples[i].weight = draw(state);
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
        size_t bucket = hash_bucket(buckets->hash[i], hash->bucket_count - 1);
        buckets->next[i] = buckets->first[bucket];
        buckets->first[bucket] = i;
        buckets->size[bucket]++;
    }
}

/* Puts the codes of a bucket on slots, or none of them if one is taken. */
static bool place_bucket(struct perfect_hash *hash,
                         const struct catalog *catalog,
                         const struct buckets *buckets, size_t bucket,
                         size_t displacement)
{
    const size_t mask = hash->slot_count - 1;
    const size_t none = catalog->error_count;
    for (size_t i = buckets->first[bucket]; i != none; i = buckets->next[i]) {
        size_t slot = hash_slot(buckets->hash[i], displacement, mask);
        if (hash->slots[slot] != 0) {
            for (size_t j = buckets->first[bucket]; j != i;
                 j = buckets->next[j])
                hash->slots[hash_slot(buckets->hash[j], displacement, mask)] =
                    0;
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
    hash->slot_count = 2;
    while (hash->slot_count < 2 * count)
        hash->slot_count *= 2;
    hash->bucket_count = hash->slot_count > 16 ? hash->slot_count / 16 : 1;
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
