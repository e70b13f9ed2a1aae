/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table in which every code has a slot of its own.
 *
 * First it chooses how many words from each end suit the most codes, and which
 * halves of these words are needed to tell the codes apart: the others get
 * weight 0, which costs a lookup nothing.
 *
 * Then it draws weights and tries to place the codes ("hash and displace").
 * The hash puts each code in a bucket, and the codes of a bucket move along the
 * slots together until all of them are on free ones. Large buckets go first,
 * while the table is empty; at least half of it stays free. If a bucket finds
 * no place, other weights are drawn. A few draws do: two codes, whatever they
 * are, come to the same bucket and slot about as seldom as two random numbers
 * would. For sums of halves of words that is a bound (the upper bits of a sum
 * of 32-bit numbers with random odd weights of 64 bits: Dietzfelbinger 1996);
 * the hash of rare codes mixes all of the code in another way with each weight.
 */
#include "perfect_hash.h"

#include <stdlib.h>

/* The codes while they are placed. */
struct buckets {
    uint64_t *hash; /* of each code */
    size_t *next;   /* after each code, the next of its bucket, or code_count */
    size_t *first;  /* of each bucket, its first code, or code_count */
    size_t *size;   /* of each bucket */
};

/* ---- Words ---------------------------------------------------------------*/

static void choose_end_words(struct perfect_hash *hash,
                             const struct catalog *catalog)
{
    size_t most = 0;
    hash->end_words = 1;
    for (size_t end_words = 1; end_words <= END_WORDS_MAX; end_words++) {
        size_t count = 0;
        for (size_t i = 0; i < catalog->error_count; i++)
            count +=
                is_taken_as_words(catalog->errors[i].code_length, end_words);
        if (count > most) {
            most = count;
            hash->end_words = end_words;
        }
    }
    hash->weight_count = 1 + 4 * hash->end_words;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const size_t length = catalog->errors[i].code_length;
        if (!is_taken_as_words(length, hash->end_words) &&
            length > hash->rare_length_max)
            hash->rare_length_max = length;
    }
}

uint64_t perfect_hash_of(const struct perfect_hash *hash,
                         const struct error *error)
{
    const size_t length = error->code_length;
    if (!is_taken_as_words(length, hash->end_words))
        return hash_rare(error->code, length, code_rest(error->code, length),
                         hash->weights);
    uint64_t words[2 * END_WORDS_MAX];
    for (size_t i = 0; i < 2 * hash->end_words; i++)
        words[i] = code_word(error->code, length, hash->end_words, i);
    return hash_words(words, length, hash->end_words, hash->weights);
}

static int by_value(const void *left, const void *right)
{
    const uint64_t l = *(const uint64_t *)left;
    const uint64_t r = *(const uint64_t *)right;
    return (l > r) - (l < r);
}

/* True if each code has a hash of its own. */
static bool are_told_apart(const struct perfect_hash *hash,
                           const struct catalog *catalog, uint64_t *hashes)
{
    const size_t count = catalog->error_count;
    for (size_t i = 0; i < count; i++)
        hashes[i] = perfect_hash_of(hash, &catalog->errors[i]);
    qsort(hashes, count, sizeof hashes[0], by_value);
    size_t i = 1;
    while (i < count && hashes[i - 1] != hashes[i])
        i++;
    return i >= count;
}

/* Gives up the halves that are not needed, one after the other. The last first,
 * as a lookup knows where they are only when it knows the length. The length
 * keeps its weight, which is that of rare codes too. */
static void choose_weights(struct perfect_hash *hash,
                           const struct catalog *catalog, uint64_t *hashes)
{
    for (size_t i = hash->weight_count - 1; i > 0; i--) {
        const uint64_t weight = hash->weights[i];
        hash->weights[i] = 0;
        if (!are_told_apart(hash, catalog, hashes))
            hash->weights[i] = weight;
    }
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

static void fill_buckets(const struct perfect_hash *hash,
                         const struct catalog *catalog, struct buckets *buckets)
{
    for (size_t i = 0; i < hash->bucket_count; i++) {
        buckets->first[i] = catalog->error_count;
        buckets->size[i] = 0;
    }
    for (size_t i = 0; i < catalog->error_count; i++) {
        buckets->hash[i] = perfect_hash_of(hash, &catalog->errors[i]);
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

/* Draws those that are not 0. */
static void draw_weights(struct perfect_hash *hash, uint64_t *state)
{
    for (size_t i = 0; i < hash->weight_count; i++)
        hash->weights[i] = hash->weights[i] != 0 ? draw(state) | 1 : 0;
}

static void find_places(struct perfect_hash *hash,
                        const struct catalog *catalog, struct buckets *buckets)
{
    uint64_t state = 0;
    for (size_t i = 0; i < hash->weight_count; i++)
        hash->weights[i] = 1;
    draw_weights(hash, &state);
    choose_weights(hash, catalog, buckets->hash);
    fill_buckets(hash, catalog, buckets);
    while (!place_all(hash, catalog, buckets)) {
        draw_weights(hash, &state);
        fill_buckets(hash, catalog, buckets);
    }
}

bool perfect_hash_find(struct perfect_hash *hash, const struct catalog *catalog)
{
    *hash = (struct perfect_hash){0};
    choose_end_words(hash, catalog);
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
    bool is_enough = hash->slots != NULL && hash->displacements != NULL &&
                     buckets.hash != NULL && buckets.next != NULL &&
                     buckets.first != NULL && buckets.size != NULL;
    if (is_enough)
        find_places(hash, catalog, &buckets);
    free(buckets.hash);
    free(buckets.next);
    free(buckets.first);
    free(buckets.size);
    return is_enough;
}

void perfect_hash_free(struct perfect_hash *hash)
{
    free(hash->displacements);
    free(hash->slots);
}
