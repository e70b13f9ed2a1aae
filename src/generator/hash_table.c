/* SPDX-License-Identifier: MIT
 *
 * The hash table of the codes, in which every code has a slot of its own.
 *
 * The search draws multipliers and tries to place the codes ("hash and
 * displace"). The codes of a bucket move over the slots together until all of
 * them are on free ones. Large buckets go first, while the table is empty; at
 * least half of it stays free. If a bucket finds no displacement, the next try
 * draws other multipliers.
 *
 * This is multiply-shift hashing with random odd multipliers (Dietzfelbinger
 * 1996). A product carries a difference only to higher bits, so differences in
 * the topmost bytes of two words may cancel each other out. That is why the
 * upper half of a word is a factor of its own. Few factors are enough for most
 * catalogs; if half of the tries fail, all factors are used.
 */
#include "hash_table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* With 8 codes in one bucket, no displacement helps: their places among 16
 * slots must differ, which has a probability of 16! / (8! * 16^8) = 0.12. So
 * all tries fail with a probability of 0.88^300 < 10^-16. */
enum { TRIES = 300 };

/* A code while the codes are placed. */
struct entry {
    size_t number; /* of its error */
    size_t bucket;
    size_t bucket_size; /* the number of codes in its bucket */
    size_t place;
};

static size_t count_factors(const struct hash_table *table)
{
    return 1 + 2 * table->key_words;
}

void hash_table_key(const struct hash_table *table, const char *code,
                    uint64_t *words)
{
    key_load(words, table->key_words, code, strlen(code));
}

static uint64_t sum_products(const struct hash_table *table, const char *code)
{
    uint64_t words[KEY_WORDS_LIMIT];
    hash_table_key(table, code, words);
    uint64_t sum = strlen(code) * table->multipliers[0];
    for (size_t i = 0; i < table->key_words; i++)
        sum += words[i] * table->multipliers[1 + 2 * i] +
               (words[i] >> 32) * table->multipliers[2 + 2 * i];
    return sum;
}

uint32_t hash_table_hash(const struct hash_table *table, const char *code)
{
    return (uint32_t)(sum_products(table, code) >> 32);
}

size_t hash_table_bucket(const struct hash_table *table, uint32_t hash)
{
    return hash >> table->bucket_shift & (table->bucket_count - 1);
}

size_t hash_table_place(const struct hash_table *table, uint32_t hash)
{
    return hash >> table->place_shift;
}

/* ---- Multipliers ---------------------------------------------------------*/

/* The next number of a fixed sequence that looks random: splitmix64 (Steele,
 * Lea and Flood 2014). So the same catalog always gives the same table. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

static int by_value(const void *left, const void *right)
{
    const uint64_t l = *(const uint64_t *)left;
    const uint64_t r = *(const uint64_t *)right;
    return (l > r) - (l < r);
}

/* How many different sums the codes have. `sums` is room for all of them. */
static size_t count_sums(const struct hash_table *table,
                         const struct catalog *catalog, uint64_t *sums)
{
    const size_t count = catalog->error_count;
    for (size_t i = 0; i < count; i++)
        sums[i] = sum_products(table, catalog->errors[i].code);
    qsort(sums, count, sizeof sums[0], by_value);
    size_t different = 1;
    for (size_t i = 1; i < count; i++)
        different += sums[i - 1] != sums[i];
    return different;
}

/* Takes one factor after the other, each time the one that gives the largest
 * number of different sums, until each code has its own. A lookup is faster
 * with few factors. */
static void choose_factors(struct hash_table *table,
                           const struct catalog *catalog, uint64_t *state,
                           uint64_t *sums)
{
    for (size_t most = 0; most < catalog->error_count;) {
        const size_t before = most;
        size_t best = 0;
        const uint64_t multiplier = draw(state) | 1;
        for (size_t i = 0; i < count_factors(table); i++) {
            if (table->multipliers[i] != 0)
                continue;
            table->multipliers[i] = multiplier;
            const size_t sums_count = count_sums(table, catalog, sums);
            table->multipliers[i] = 0;
            if (sums_count > most) {
                most = sums_count;
                best = i;
            }
        }
        if (most == before) /* no factor helps; other multipliers may */
            return;
        table->multipliers[best] = multiplier;
    }
}

static void take_all_factors(struct hash_table *table)
{
    for (size_t i = 0; i < count_factors(table); i++)
        table->multipliers[i] = 1; /* draw_multipliers replaces it */
}

static void draw_multipliers(struct hash_table *table, uint64_t *state)
{
    for (size_t i = 0; i < count_factors(table); i++) {
        if (table->multipliers[i] != 0)
            table->multipliers[i] = draw(state) | 1;
    }
}

/* ---- Places --------------------------------------------------------------*/

/* Large buckets first. The codes of a bucket stay together. */
static int by_bucket(const void *left, const void *right)
{
    const struct entry *l = left;
    const struct entry *r = right;
    if (l->bucket_size != r->bucket_size)
        return l->bucket_size > r->bucket_size ? -1 : 1;
    if (l->bucket != r->bucket)
        return l->bucket < r->bucket ? -1 : 1;
    return (l->number > r->number) - (l->number < r->number);
}

/* `sizes` is room for the sizes of all buckets. */
static void fill_buckets(const struct hash_table *table,
                         const struct catalog *catalog, struct entry *entries,
                         size_t *sizes)
{
    for (size_t i = 0; i < table->bucket_count; i++)
        sizes[i] = 0;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const uint32_t hash = hash_table_hash(table, catalog->errors[i].code);
        entries[i] = (struct entry){.number = i + 1,
                                    .bucket = hash_table_bucket(table, hash),
                                    .place = hash_table_place(table, hash)};
        sizes[entries[i].bucket]++;
    }
    for (size_t i = 0; i < catalog->error_count; i++)
        entries[i].bucket_size = sizes[entries[i].bucket];
    qsort(entries, catalog->error_count, sizeof entries[0], by_bucket);
}

/* Puts the codes of a bucket on slots, or none of them if one is taken. */
static bool place_bucket(struct hash_table *table, const struct entry *bucket,
                         size_t displacement)
{
    size_t i = 0;
    for (; i < bucket->bucket_size; i++) {
        size_t *slot = &table->slots[bucket[i].place ^ displacement];
        if (*slot != 0)
            break;
        *slot = bucket[i].number;
    }
    if (i == bucket->bucket_size)
        return true;
    while (i-- > 0)
        table->slots[bucket[i].place ^ displacement] = 0;
    return false;
}

static bool place_all(struct hash_table *table, const struct entry *entries,
                      size_t count)
{
    for (size_t i = 0; i < table->slot_count; i++)
        table->slots[i] = 0;
    for (size_t i = 0; i < table->bucket_count; i++)
        table->displacements[i] = 0;
    for (size_t i = 0; i < count; i += entries[i].bucket_size) {
        size_t displacement = 0;
        while (displacement < table->slot_count &&
               !place_bucket(table, &entries[i], displacement))
            displacement++;
        if (displacement == table->slot_count)
            return false;
        table->displacements[entries[i].bucket] = displacement;
    }
    return true;
}

static const char *search(struct hash_table *table,
                          const struct catalog *catalog, struct entry *entries,
                          size_t *sizes, uint64_t *sums)
{
    uint64_t state = 0;
    choose_factors(table, catalog, &state, sums);
    for (size_t try = 0; try < TRIES; try++) {
        fill_buckets(table, catalog, entries, sizes);
        if (place_all(table, entries, catalog->error_count))
            return NULL;
        if (try == TRIES / 2)
            take_all_factors(table);
        draw_multipliers(table, &state);
    }
    return "no table without collisions was found; expected other codes";
}

static void measure(struct hash_table *table, const struct catalog *catalog)
{
    table->shortest = CODE_LENGTH_LIMIT;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const size_t length = strlen(catalog->errors[i].code);
        if (length < table->shortest)
            table->shortest = length;
        if (length > table->longest)
            table->longest = length;
    }
    table->key_words = (table->longest + WORD_SIZE - 1) / WORD_SIZE;
    table->slot_count = 2;
    table->place_shift = 31;
    for (; table->slot_count < 2 * catalog->error_count; table->place_shift--)
        table->slot_count *= 2;
    /* On average a bucket has 4 to 8 codes: 8 if half of the slots are used, 4
     * if a quarter is. */
    table->bucket_count = 1;
    table->bucket_shift = table->place_shift;
    for (; table->bucket_count < table->slot_count / 16; table->bucket_shift--)
        table->bucket_count *= 2;
}

const char *hash_table_build(struct hash_table *table,
                             const struct catalog *catalog)
{
    const size_t count = catalog->error_count;
    *table = (struct hash_table){0};
    measure(table, catalog);
    table->slots = calloc(table->slot_count, sizeof *table->slots);
    table->displacements =
        calloc(table->bucket_count, sizeof *table->displacements);
    struct entry *entries = calloc(count, sizeof *entries);
    size_t *sizes = calloc(table->bucket_count, sizeof *sizes);
    uint64_t *sums = calloc(count, sizeof *sums);
    const char *failure = "out of memory";
    if (table->slots != NULL && table->displacements != NULL &&
        entries != NULL && sizes != NULL && sums != NULL)
        failure = search(table, catalog, entries, sizes, sums);
    free(entries);
    free(sizes);
    free(sums);
    return failure;
}

void hash_table_free(struct hash_table *table)
{
    free(table->displacements);
    free(table->slots);
}
