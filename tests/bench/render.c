/* SPDX-License-Identifier: MIT
 *
 * Rendering details: azsreg, snprintf, and the limit.
 *
 *     render LINK ROUNDS [CASE]
 *
 * prints CSV, render,LINK,codes,case,who,ns,value, of all cases. All
 * contenders' messages are compared first. With 0 ROUNDS and a CASE, for a
 * profiler, each contender renders that case CALLS times, or azsreg once if the
 * values need care, and nothing is printed. Only azsreg takes care of what is
 * in a value; so with values that need it, it is compared with itself: what the
 * same length of output costs when the values are clean.
 */
#include "measure.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALLS = 4096, BUFFER_SIZE = 1024 };

/* The messages go to buffers that begin at all these places of a page in turn.
 * How the source and the target of a copy lie in their pages changes its time
 * by a fifth; what one buffer has is luck. */
enum { PAGE_SIZE = 4096, PLACE_SIZE = 16 };

static const azsreg_values clean = {
    .subscription_id = "6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e",
    .resource_group = "azurestack-contoso-rg",
    .registration_name = "AzureStack-9f2c51c4-b1f2-4a0e-8d1f-3a7e5d2c9b10",
    .customer_subscription_id = "0b7a7d1e-5c54-4b5d-9a39-6f0a6b1f2c3d",
};

struct work {
    const azsreg_values *values;
    struct sizes sizes;
    int calls;
    char *page; /* PAGE_SIZE bytes and a buffer */
    size_t size;
    size_t length;                /* of all messages */
    unsigned char numbers[CALLS]; /* which errors, in turn */
};

static char *buffer_of(const struct work *work, int call)
{
    return &work->page[(size_t)call * PLACE_SIZE % PAGE_SIZE];
}

/* ---- The contenders ------------------------------------------------------*/

static void run_azsreg(void *work)
{
    struct work *w = work;
    w->length = 0;
    for (int i = 0; i < w->calls; i++)
        w->length += azsreg_format_detail(
            buffer_of(w, i), w->size, (azsreg_error)w->numbers[i], w->values);
}

static void run_snprintf(void *work)
{
    struct work *w = work;
    w->length = 0;
    for (int i = 0; i < w->calls; i++)
        w->length += (size_t)detail_by_snprintf(buffer_of(w, i), w->size,
                                                w->numbers[i], w->values);
}

static void run_memcpy(void *work)
{
    struct work *w = work;
    w->length = 0;
    for (int i = 0; i < w->calls; i++)
        w->length += detail_by_memcpy(buffer_of(w, i), w->numbers[i], w->values,
                                      &w->sizes);
}

static const struct contender contenders[] = {
    {"azsreg", run_azsreg},
    {"snprintf", run_snprintf},
    {"memcpy", run_memcpy},
};

enum { ALL = sizeof contenders / sizeof contenders[0] };

/* ---- The work ------------------------------------------------------------*/

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return memory;
}

static struct work make_work(const azsreg_values *values, int calls,
                             size_t size)
{
    struct work work = {.values = values, .calls = calls, .size = size};
    work.sizes.subscription_id = strlen(values->subscription_id);
    work.sizes.resource_group = strlen(values->resource_group);
    work.sizes.registration_name = strlen(values->registration_name);
    work.sizes.customer_subscription_id =
        strlen(values->customer_subscription_id);
    work.page = allocate(PAGE_SIZE + size, 1);
    return work;
}

static void fill(struct work *work, int number)
{
    for (int i = 0; i < CALLS; i++)
        work->numbers[i] = (unsigned char)number;
}

/* Compares the first message with the one it should be. */
static void check(const struct work *work, const char *who,
                  const char *expected)
{
    if (strcmp(work->page, expected) == 0)
        return;
    fprintf(stderr, "%s, error %d:\n  expected %s\n  got      %s\n", who,
            work->numbers[0], expected, work->page);
    exit(EXIT_FAILURE);
}

/* Renders each error once with each contender, and compares. */
static void check_all(const azsreg_values *values)
{
    struct work work = make_work(values, 1, BUFFER_SIZE);
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char expected[BUFFER_SIZE];
        detail_by_snprintf(expected, sizeof expected, number, values);
        fill(&work, number);
        for (int i = 0; i < ALL; i++) {
            memset(work.page, 'x', work.size - 1);
            contenders[i].run(&work);
            check(&work, contenders[i].name, expected);
        }
    }
    free(work.page);
}

static void bench(struct work *work, const char *name, const char *link,
                  int rounds)
{
    double times[CONTENDERS_MAX];
    measure(contenders, ALL, work, work->calls, rounds, times);
    for (int i = 0; i < ALL; i++)
        printf("render,%s,%d,%s,%s,ns,%.2f\n", link, AZSREG_ERROR_COUNT, name,
               contenders[i].name, times[i]);
}

/* The random mix is number 0. */
static const char *case_name(int number)
{
    return number == 0 ? "random mix" : azsreg_error_code((azsreg_error)number);
}

static void bench_clean(const char *link, int rounds, const char *only)
{
    struct work work = make_work(&clean, CALLS, BUFFER_SIZE);
    for (int number = 0; number <= AZSREG_ERROR_COUNT; number++) {
        fill(&work, number);
        for (int i = 0; number == 0 && i < CALLS; i++)
            work.numbers[i] =
                (unsigned char)(1 + random_below(AZSREG_ERROR_COUNT));
        if (rounds > 0)
            bench(&work, case_name(number), link, rounds);
        for (int i = 0; only != NULL && i < ALL; i++) {
            if (strcmp(case_name(number), only) == 0)
                run_once(&contenders[i], &work);
        }
    }
    free(work.page);
}

/* As long as the name of a resource group may be in Azure: 90 bytes. */
static const char long_name[] =
    "a-resource-group-with-a-name-that-is-as-long-as-any-name-may-be-"
    "in-a-subscription-of-azure";

/* Values that are far from the usual length, for error 1. */
static const struct {
    const char *name;
    azsreg_values values;
} unusual[] = {
    {"short values", {"sub-1", "my-rg", "reg-01", "cust-1"}},
    {"90 bytes a value", {long_name, long_name, long_name, long_name}},
};

static void bench_lengths(const char *link, int rounds)
{
    for (size_t i = 0; i < sizeof unusual / sizeof unusual[0]; i++) {
        check_all(&unusual[i].values);
        struct work work = make_work(&unusual[i].values, CALLS, BUFFER_SIZE);
        fill(&work, 1);
        bench(&work, unusual[i].name, link, rounds);
        free(work.page);
    }
}

/* ---- Values that need care -----------------------------------------------*/

static const struct hard {
    const char *name;
    const char *unit;  /* repeated */
    const char *shown; /* what it must come out as */
} hard[] = {
    {"control characters", "\x1B", "\\x1B"},
    {"not UTF-8", "\xFF", "\\xFF"},
    {"zero width spaces", "\xE2\x80\x8B", "\\xE2\\x80\\x8B"},
    {"every other byte", "a\x1B", "a\\x1B"},
    {"Greek letters", "\xCE\xB1", "\xCE\xB1"},
    {"Chinese characters", "\xE4\xB8\xAD", "\xE4\xB8\xAD"},
};

/* How many bytes the values of error 1 show in, about; the first are those of
 * real values. */
static const struct {
    const char *name;
    size_t sizes[3];
    int calls;
} lengths[] = {
    {"104 bytes", {36, 20, 48}, CALLS},
    {"64 KiB", {65536, 0, 0}, 16},
    {"1 MiB", {1048576, 0, 0}, 1},
};

static char *repeat(const char *unit, size_t count)
{
    size_t size = strlen(unit);
    char *text = allocate(count * size + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, unit, size);
    return text;
}

/* Values of `units` times as many units as come to show in these sizes. */
static azsreg_values make_values(const struct hard *kind, const char *unit,
                                 size_t units, const size_t sizes[3])
{
    size_t shown = strlen(kind->shown);
    return (azsreg_values){
        .subscription_id = repeat(unit, units * (sizes[0] / shown)),
        .resource_group = repeat(unit, units * (sizes[1] / shown)),
        .registration_name = repeat(unit, units * (sizes[2] / shown)),
        .customer_subscription_id = "",
    };
}

struct pair {
    struct work hard;
    struct work plain; /* letters, as many as the hard values show in */
};

static void run_hard(void *work)
{
    run_azsreg(&((struct pair *)work)->hard);
}

static void run_plain(void *work)
{
    run_azsreg(&((struct pair *)work)->plain);
}

static const struct contender pair_contenders[] = {
    {"azsreg", run_hard},
    {"azsreg (plain text)", run_plain},
};

static void bench_hard(const struct hard *kind, int length, const char *link,
                       int rounds, const char *only)
{
    char name[64];
    snprintf(name, sizeof name, "%s %s", lengths[length].name, kind->name);
    if (only != NULL && strcmp(name, only) != 0)
        return;
    const size_t *sizes = lengths[length].sizes;
    const int calls = lengths[length].calls;
    const size_t size = BUFFER_SIZE + sizes[0] + sizes[1] + sizes[2];
    azsreg_values values = make_values(kind, kind->unit, 1, sizes);
    azsreg_values shown = make_values(kind, kind->shown, 1, sizes);
    azsreg_values plain = make_values(kind, "a", strlen(kind->shown), sizes);
    struct pair pair = {
        .hard = make_work(&values, 1, size),
        .plain = make_work(&plain, calls, size),
    };
    fill(&pair.hard, 1);
    fill(&pair.plain, 1);
    char *expected = allocate(size, 1);
    detail_by_snprintf(expected, size, 1, &shown);
    run_once(&pair_contenders[0], &pair);
    check(&pair.hard, kind->name, expected);
    if (rounds == 0)
        return;
    pair.hard.calls = calls;
    double times[CONTENDERS_MAX];
    measure(pair_contenders, 2, &pair, calls, rounds, times);
    for (int i = 0; i < 2; i++)
        printf("render,%s,%d,%s,%s,ns,%.2f\n", link, AZSREG_ERROR_COUNT, name,
               pair_contenders[i].name, times[i]);
}

int main(int argc, char *argv[])
{
    if (argc != 3 && argc != 4) {
        fputs("usage: render LINK ROUNDS [CASE]\n", stderr);
        return EXIT_FAILURE;
    }
    int rounds = atoi(argv[2]);
    if (rounds > 0)
        check_all(&clean);
    const char *only = argc == 4 ? argv[3] : NULL;
    bench_clean(argv[1], rounds, only);
    if (rounds > 0)
        bench_lengths(argv[1], rounds);
    for (size_t i = 0; i < sizeof hard / sizeof hard[0]; i++) {
        for (int j = 0; j < (int)(sizeof lengths / sizeof lengths[0]); j++)
            bench_hard(&hard[i], j, argv[1], rounds, only);
    }
    return EXIT_SUCCESS;
}
