/* SPDX-License-Identifier: MIT
 *
 * Rendering details: azsreg and snprintf.
 *
 *     detail ROUNDS
 *
 * prints what bench prints. With 0 rounds there are values that must be escaped
 * too, which snprintf can't: how much they take is of interest only as growth.
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

struct messages {
    azsreg_values values;
    int calls;
    size_t size;                  /* of a buffer */
    char *page;                   /* PAGE_SIZE bytes and a buffer */
    size_t length;                /* of all messages */
    unsigned char numbers[CALLS]; /* which errors, in turn */
};

static char *buffer_of(const struct messages *messages, int call)
{
    return &messages->page[(size_t)call * PLACE_SIZE % PAGE_SIZE];
}

static void run_azsreg(void *data)
{
    struct messages *m = data;
    m->length = 0;
    for (int i = 0; i < m->calls; i++)
        m->length += azsreg_format_detail(
            buffer_of(m, i), m->size, (azsreg_error)m->numbers[i], &m->values);
}

static void run_snprintf(void *data)
{
    struct messages *m = data;
    m->length = 0;
    for (int i = 0; i < m->calls; i++)
        m->length += (size_t)detail_by_snprintf(buffer_of(m, i), m->size,
                                                m->numbers[i], &m->values);
}

static uint64_t checksum(const void *data)
{
    return ((const struct messages *)data)->length;
}

static const struct contender contenders[] = {
    {"azsreg", run_azsreg},
    {"snprintf", run_snprintf},
};

/* ---- Visible values ------------------------------------------------------*/

#define EACH(value)                                                            \
    {                                                                          \
        value, value, value, value                                             \
    }

/* What follows the name of a script has 36 bytes, as an identifier has. */
static const struct {
    const char *name;
    azsreg_values values;
    int number; /* of the error; 0 for all, in random order */
} visible[] = {
    {"longest",
     {"6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e", "azurestack-contoso-rg",
      "AzureStack-9f2c51c4-b1f2-4a0e-8d1f-3a7e5d2c9b10",
      "0b7a7d1e-5c54-4b5d-9a39-6f0a6b1f2c3d"},
     1},
    {"mixed",
     {"6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e", "azurestack-contoso-rg",
      "AzureStack-9f2c51c4-b1f2-4a0e-8d1f-3a7e5d2c9b10",
      "0b7a7d1e-5c54-4b5d-9a39-6f0a6b1f2c3d"},
     0},
    {"ASCII", EACH("AzureStack-registration-of-Contoso-1"), 1},
    {"German", EACH("Außenstelle-Köln-für-Bürogeräte"), 1},
    {"Greek", EACH("ΚαταχώρισηΑθηναίων"), 1},
    {"Chinese", EACH("北京分公司的注册与资源组"), 1},
};

/* Renders each error once in both ways, and compares. */
static void compare_messages(const azsreg_values *values)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char came[BUFFER_SIZE], expected[BUFFER_SIZE];
        azsreg_format_detail(came, sizeof came, (azsreg_error)number, values);
        detail_by_snprintf(expected, sizeof expected, number, values);
        if (strcmp(came, expected) == 0)
            continue;
        fprintf(stderr, "error %d:\n  expected %s\n  came     %s\n", number,
                expected, came);
        exit(EXIT_FAILURE);
    }
}

static void bench_visible(int rounds)
{
    for (size_t i = 0; i < sizeof visible / sizeof visible[0]; i++) {
        compare_messages(&visible[i].values);
        struct messages messages = {
            .values = visible[i].values,
            .calls = CALLS,
            .size = BUFFER_SIZE,
            .page = allocate(PAGE_SIZE + BUFFER_SIZE),
        };
        for (int j = 0; j < CALLS; j++) {
            int number = visible[i].number;
            if (number == 0)
                number = 1 + (int)random_below(AZSREG_ERROR_COUNT);
            messages.numbers[j] = (unsigned char)number;
        }
        char row[64];
        snprintf(row, sizeof row, "detail,own,%s", visible[i].name);
        bench(&(struct work){row, contenders, 2, CALLS, checksum, &messages},
              rounds);
        free(messages.page);
    }
}

/* ---- Values that must be escaped -----------------------------------------*/

static const struct {
    const char *name;
    const char *unit; /* repeated, to 64 KiB and to 1 MiB */
} escaped[] = {
    {"zero width spaces", "\xE2\x80\x8B"},
    {"every other byte", "a\x1B"},
};

static void count_escaped(void)
{
    for (size_t i = 0; i < sizeof escaped / sizeof escaped[0]; i++) {
        const size_t unit = strlen(escaped[i].unit);
        for (size_t length = 65536; length <= 1048576; length *= 16) {
            char *value = allocate(length + 1);
            for (size_t j = 0; j + unit <= length; j += unit)
                memcpy(&value[j], escaped[i].unit, unit);
            struct messages messages = {
                .values = {value, "", "", ""},
                .calls = 1,
                .size = BUFFER_SIZE + 4 * length,
                .page = allocate(PAGE_SIZE + BUFFER_SIZE + 4 * length),
                .numbers = {1},
            };
            char row[64];
            snprintf(row, sizeof row, "detail,%zu,%s", length, escaped[i].name);
            bench(&(struct work){row, contenders, 1, 1, checksum, &messages},
                  0);
            free(messages.page);
            free(value);
        }
    }
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: detail ROUNDS\n", stderr);
        return EXIT_FAILURE;
    }
    const int rounds = atoi(argv[1]);
    bench_visible(rounds);
    if (rounds == 0)
        count_escaped();
    return EXIT_SUCCESS;
}
