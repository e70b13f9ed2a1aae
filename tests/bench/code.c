/* SPDX-License-Identifier: MIT
 *
 * Looking codes up: azsreg and the alternatives.
 *
 *     code ROUNDS CATALOG
 *
 * prints what bench prints, with CATALOG as the catalog's name.
 */
#include "measure.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In random order these calls are too many for a branch predictor to learn. A
 * case has a text for each code, but not less than TEXTS_MIN. */
enum { CALLS = 65536, TEXTS_MIN = 512 };

struct text {
    char *bytes; /* NUL-terminated */
    size_t length;
};

struct lookups {
    struct text *texts;
    uint16_t order[CALLS];   /* indexes of texts */
    uint16_t answers[CALLS]; /* small, so that storing is not what is timed */
};

/* ---- The contenders ------------------------------------------------------*/

static int number_of(const struct numbered_code *found)
{
    return found != NULL ? found->number : 0;
}

static void run_azsreg(void *data)
{
    struct lookups *w = data;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        w->answers[i] =
            (uint16_t)azsreg_error_from_code_n(text->bytes, text->length);
    }
}

static void run_azsreg_string(void *data)
{
    struct lookups *w = data;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] = (uint16_t)azsreg_error_from_code(code);
    }
}

static void run_gperf(void *data)
{
    struct lookups *w = data;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        w->answers[i] =
            (uint16_t)number_of(find_by_gperf(text->bytes, text->length));
    }
}

static int compare_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct numbered_code *)element)->name);
}

static void run_bsearch(void *data)
{
    struct lookups *w = data;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] = (uint16_t)number_of(
            bsearch(code, numbered_codes, code_count, sizeof numbered_codes[0],
                    compare_name));
    }
}

static void run_strcmp(void *data)
{
    struct lookups *w = data;
    for (int i = 0; i < CALLS; i++)
        w->answers[i] = (uint16_t)number_by_strcmp(w->texts[w->order[i]].bytes);
}

/* The chain is last, so that it can be left out where it would take minutes. */
static const struct contender contenders[] = {
    {"azsreg", run_azsreg},       {"azsreg (C string)", run_azsreg_string},
    {"gperf -l", run_gperf},      {"bsearch", run_bsearch},
    {"strcmp chain", run_strcmp},
};

static uint64_t checksum(const void *data)
{
    const struct lookups *w = data;
    uint64_t sum = 0;
    for (unsigned i = 0; i < CALLS; i++)
        sum += (uint64_t)w->answers[i] * (i + 1);
    return sum;
}

enum { ALL = sizeof contenders / sizeof contenders[0], CHAIN_MAX = 64 };

/* ---- The texts -----------------------------------------------------------*/

static int by_name(const void *left, const void *right)
{
    return compare_name(((const struct numbered_code *)left)->name, right);
}

static void make_hit(struct text *text)
{
    (void)text; /* the code as it is */
}

/* One byte changed to a letter or digit near it. */
static void make_near_miss(struct text *text)
{
    text->bytes[random_below((uint32_t)text->length)] ^= 1;
}

static void make_miss(struct text *text)
{
    switch (random_below(5)) {
    case 0: /* another letter case */
        text->bytes[0] ^= 'a' ^ 'A';
        break;
    case 1: /* cut */
        text->length = 1 + random_below((uint32_t)text->length - 1);
        text->bytes[text->length] = '\0';
        break;
    case 2: /* longer */
        text->bytes[text->length++] = 's';
        break;
    case 3: /* of the same length, and altogether different */
        for (size_t i = 0; i < text->length; i++)
            text->bytes[i] = (char)('a' + random_below(26));
        break;
    default:
        make_near_miss(text);
        break;
    }
}

static const struct {
    const char *name;
    void (*make)(struct text *text);
} cases[] = {
    {"hits", make_hit},
    {"misses", make_miss},
    {"near misses", make_near_miss},
};

/* Makes texts from each code in turn. They lie side by side. */
static struct lookups *make_lookups(void (*make)(struct text *text))
{
    const size_t count = code_count < TEXTS_MIN ? TEXTS_MIN : code_count;
    struct lookups *lookups = allocate(sizeof *lookups);
    lookups->texts = allocate(count * sizeof *lookups->texts);
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += strlen(numbered_codes[i % code_count].name) + 2;
    char *bytes = allocate(size);
    for (size_t i = 0; i < count; i++) {
        struct text *text = &lookups->texts[i];
        text->bytes = strcpy(bytes, numbered_codes[i % code_count].name);
        text->length = strlen(bytes);
        make(text);
        bytes += text->length + 1;
    }
    for (size_t i = 0; i < CALLS; i++)
        lookups->order[i] = (uint16_t)random_below((uint32_t)count);
    return lookups;
}

int main(int argc, char *argv[])
{
    if (argc != 3) {
        fputs("usage: code ROUNDS CATALOG\n", stderr);
        return EXIT_FAILURE;
    }
    qsort(numbered_codes, code_count, sizeof numbered_codes[0], by_name);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char row[64];
        snprintf(row, sizeof row, "code,%s,%s", argv[2], cases[i].name);
        const struct work work = {
            .row = row,
            .contenders = contenders,
            .count = code_count <= CHAIN_MAX ? ALL : ALL - 1,
            .calls = CALLS,
            .checksum = checksum,
            .data = make_lookups(cases[i].make),
        };
        bench(&work, atoi(argv[1]));
    }
    return EXIT_SUCCESS;
}
