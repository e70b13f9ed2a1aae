/* SPDX-License-Identifier: MIT
 *
 * Looking codes up: azsreg, the alternatives, and the limit.
 *
 *     code KIND LINK ROUNDS TEXTS [CASE]
 *
 * prints CSV, KIND,LINK,codes,case,who,ns,value, of all cases or of one. TEXTS
 * is how many different texts a case has. All contenders' answers are compared
 * first, which runs each once; with 0 ROUNDS, for a profiler, that is all.
 */
#include "measure.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALLS = 65536 }; /* too many in random order for a branch predictor */

struct text {
    char *bytes; /* NUL-terminated */
    size_t length;
};

/* The timed loops read texts, order and, for the limit, from; and they write
 * answers. Small types keep that from being what is timed. */
struct work {
    const char *name;
    bool hits;
    struct text *texts;
    const struct numbered_code **from; /* of each text: what it was made from */
    uint16_t order[CALLS];             /* indexes of texts */
    uint16_t answers[CALLS];
};

/* ---- The contenders ------------------------------------------------------*/

static void run_azsreg(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        w->answers[i] =
            (uint16_t)azsreg_error_from_code_n(text->bytes, text->length);
    }
}

static void run_azsreg_string(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] = (uint16_t)azsreg_error_from_code(code);
    }
}

static uint16_t number_of(const struct numbered_code *found)
{
    return (uint16_t)(found != NULL ? found->number : 0);
}

static void run_gperf_lengths(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        w->answers[i] = number_of(gperf_lengths(text->bytes, text->length));
    }
}

static void run_gperf_default(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        w->answers[i] = number_of(gperf_default(text->bytes, text->length));
    }
}

static void run_gperf_string(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] = number_of(gperf_lengths(code, strlen(code)));
    }
}

static int compare_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct numbered_code *)element)->name);
}

static void run_bsearch(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] =
            number_of(bsearch(code, numbered_codes, code_count,
                              sizeof numbered_codes[0], compare_name));
    }
}

static void run_strcmp(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const char *code = w->texts[w->order[i]].bytes;
        w->answers[i] = (uint16_t)lookup_by_strcmp(code);
    }
}

/* The limit: the code is known, and only compared. */
static void run_memcmp(void *work)
{
    struct work *w = work;
    for (int i = 0; i < CALLS; i++) {
        const struct text *text = &w->texts[w->order[i]];
        const struct numbered_code *from = w->from[w->order[i]];
        bool equal = memcmp(text->bytes, from->name, text->length) == 0;
        w->answers[i] = number_of(equal ? from : NULL);
    }
}

/* The limit is last but one and the chain last, so that they can be left out:
 * the limit for misses, which have no known code, and the chain where it would
 * take minutes. */
static const struct contender contenders[] = {
    {"azsreg", run_azsreg},
    {"azsreg (C string)", run_azsreg_string},
    {"gperf -l", run_gperf_lengths},
    {"gperf", run_gperf_default},
    {"strlen + gperf -l", run_gperf_string},
    {"bsearch", run_bsearch},
    {"memcmp", run_memcmp},
    {"strcmp chain", run_strcmp},
};

enum { ALL = sizeof contenders / sizeof contenders[0], CHAIN_MAX = 64 };

static bool takes_part(const struct contender *contender,
                       const struct work *work)
{
    if (contender->run == run_memcmp)
        return work->hits;
    return contender->run != run_strcmp || code_count <= CHAIN_MAX;
}

/* ---- The work ------------------------------------------------------------*/

static int by_name(const void *left, const void *right)
{
    return compare_name(((const struct numbered_code *)left)->name, right);
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return memory;
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

/* Another service's code, among the codes' lengths. For works of one text. */
static void make_other(struct text *text)
{
    static char other[] = "ResourceGroupNotFound";
    *text = (struct text){other, sizeof other - 1};
}

/* Makes `count` texts, from each code in turn. They lie side by side. */
static struct work *make_work(const char *name, void (*make)(struct text *text),
                              size_t count)
{
    struct work *work = allocate(1, sizeof *work);
    work->name = name;
    work->hits = make == make_hit;
    work->texts = allocate(count, sizeof *work->texts);
    work->from = allocate(count, sizeof *work->from);
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        work->from[i] = &numbered_codes[i % code_count];
        size += strlen(work->from[i]->name) + 2;
    }
    char *bytes = allocate(size, 1);
    for (size_t i = 0; i < count; i++) {
        struct text *text = &work->texts[i];
        text->bytes = strcpy(bytes, work->from[i]->name);
        text->length = strlen(bytes);
        make(text);
        bytes += text->length + 1;
    }
    for (size_t i = 0; i < CALLS; i++)
        work->order[i] = (uint16_t)random_below((uint32_t)count);
    return work;
}

/* What the answer should be, found the slow and sure way. */
static uint16_t expected_answer(const char *text)
{
    size_t i = 0;
    while (i < code_count && strcmp(numbered_codes[i].name, text) != 0)
        i++;
    return number_of(i < code_count ? &numbered_codes[i] : NULL);
}

/* Runs a contender once and compares all its answers. */
static void check(const struct contender *contender, struct work *work)
{
    memset(work->answers, 0xFF, sizeof work->answers);
    run_once(contender, work);
    for (size_t i = 0; i < CALLS; i++) {
        const char *text = work->texts[work->order[i]].bytes;
        uint16_t expected = expected_answer(text);
        if (work->answers[i] == expected)
            continue;
        fprintf(stderr, "%s, %s: %s\n  expected %d, got %d\n", work->name,
                contender->name, text, expected, work->answers[i]);
        exit(EXIT_FAILURE);
    }
}

static void bench(struct work *work, const char *kind, const char *link,
                  int rounds)
{
    struct contender chosen[CONTENDERS_MAX];
    int count = 0;
    for (int i = 0; i < ALL; i++) {
        if (!takes_part(&contenders[i], work))
            continue;
        check(&contenders[i], work);
        chosen[count++] = contenders[i];
    }
    if (rounds == 0)
        return;
    double times[CONTENDERS_MAX];
    measure(chosen, count, work, CALLS, rounds, times);
    for (int i = 0; i < count; i++)
        printf("%s,%s,%zu,%s,%s,ns,%.2f\n", kind, link, code_count, work->name,
               chosen[i].name, times[i]);
}

int main(int argc, char *argv[])
{
    if (argc != 5 && argc != 6) {
        fputs("usage: code KIND LINK ROUNDS TEXTS [CASE]\n", stderr);
        return EXIT_FAILURE;
    }
    int rounds = atoi(argv[3]);
    size_t texts = (size_t)atoi(argv[4]);
    qsort(numbered_codes, code_count, sizeof numbered_codes[0], by_name);
    struct work *works[] = {
        make_work("hits", make_hit, texts),
        make_work("one code", make_hit, 1),
        make_work("one miss", make_other, 1),
        make_work("misses", make_miss, texts),
        make_work("near misses", make_near_miss, texts),
    };
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        if (argc == 5 || strcmp(argv[5], works[i]->name) == 0)
            bench(works[i], argv[1], argv[2], rounds);
    }
    return EXIT_SUCCESS;
}
