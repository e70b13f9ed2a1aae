/* SPDX-License-Identifier: MIT
 *
 * Rendering details: azsreg, snprintf, and the limit.
 *
 *     detail LINK ROUNDS [CASE]
 *
 * prints CSV, detail,LINK,codes,case,who,ns,value, of all cases. All contenders'
 * messages are compared first. With 0 ROUNDS and a CASE, for a profiler, each
 * contender renders that case CALLS times, or azsreg renders one large value
 * once, and nothing is printed. Only azsreg escapes what must not be printed.
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
        printf("detail,%s,%d,%s,%s,ns,%.2f\n", link, AZSREG_ERROR_COUNT, name,
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

/* Values of 36 bytes, the length of an identifier, in several scripts. */
static const struct {
    const char *name;
    const char *value;
} scripts[] = {
    {"36 bytes ASCII", "6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e"},
    {"36 bytes German", "Gr\xC3\xB6\xC3\x9F"
                        "enordnung M\xC3\xBCnchen-S\xC3\xBC"
                        "d GmbH & C"},
    {"36 bytes Greek",
     "\xCE\xB1\xCE\xB2\xCE\xB3\xCE\xB4\xCE\xB5\xCE\xB6\xCE\xB7\xCE\xB8\xCE\xB9"
     "\xCE\xBA\xCE\xBB\xCE\xBC\xCE\xBD\xCE\xBE\xCE\xBF\xCF\x80\xCF\x81\xCF"
     "\x83"},
    {"36 bytes Chinese",
     "\xE4\xB8\xAD\xE5\x8D\x8E\xE4\xBA\xBA\xE6\xB0\x91\xE5\x85\xB1\xE5\x92\x8C"
     "\xE5\x9B\xBD\xE5\x8C\x97\xE4\xBA\xAC\xE5\xB8\x82\xE8\xB4\xA6\xE6\x88"
     "\xB7"},
};

static void bench_scripts(const char *link, int rounds)
{
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        const char *value = scripts[i].value;
        const azsreg_values values = {value, value, value, value};
        check_all(&values);
        struct work work = make_work(&values, CALLS, BUFFER_SIZE);
        fill(&work, 1);
        bench(&work, scripts[i].name, link, rounds);
        free(work.page);
    }
}

/* ---- Growth --------------------------------------------------------------*/

/* One value that is escaped, once, for a profiler. */
static const struct {
    const char *name;
    const char *unit;
    size_t count;
} escaped[] = {
    {"64 KiB zero width spaces", "\xE2\x80\x8B", 65536 / 3},
    {"1 MiB zero width spaces", "\xE2\x80\x8B", 1048576 / 3},
    {"64 KiB every other byte", "a\x1B", 65536 / 2},
    {"1 MiB every other byte", "a\x1B", 1048576 / 2},
};

static void run_escaped(const char *only)
{
    for (size_t i = 0; i < sizeof escaped / sizeof escaped[0]; i++) {
        if (strcmp(escaped[i].name, only) != 0)
            continue;
        const size_t unit = strlen(escaped[i].unit);
        char *value = allocate(unit * escaped[i].count + 1, 1);
        for (size_t j = 0; j < escaped[i].count; j++)
            memcpy(&value[j * unit], escaped[i].unit, unit);
        const azsreg_values values = {value, "", "", ""};
        struct work work =
            make_work(&values, 1, BUFFER_SIZE + 4 * unit * escaped[i].count);
        fill(&work, 1);
        run_once(&contenders[0], &work);
        free(work.page);
        free(value);
    }
}

int main(int argc, char *argv[])
{
    if (argc != 3 && argc != 4) {
        fputs("usage: detail LINK ROUNDS [CASE]\n", stderr);
        return EXIT_FAILURE;
    }
    const int rounds = atoi(argv[2]);
    const char *only = argc == 4 ? argv[3] : NULL;
    if (rounds > 0)
        check_all(&clean);
    bench_clean(argv[1], rounds, only);
    if (rounds > 0)
        bench_scripts(argv[1], rounds);
    if (only != NULL)
        run_escaped(only);
    return EXIT_SUCCESS;
}
