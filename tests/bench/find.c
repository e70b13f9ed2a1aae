/* SPDX-License-Identifier: MIT
 *
 * Finding all codes in a text: azsreg, and memmem and strstr for each code.
 *
 *     find ROUNDS FILE...
 *
 * prints what bench prints, with the file's name as the case and a KiB as a
 * call. With 0 rounds there are texts too that are hard to search, of which
 * only the growth is of interest.
 */
#define _GNU_SOURCE /* memmem */

#include "measure.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KIB = 1024, SMALL = 64 * KIB, LARGE = 16 * SMALL };

struct text {
    char *bytes; /* NUL-terminated */
    size_t length;
    uint64_t sum; /* of each code that was found: position times number */
};

static void add(struct text *text, const char *code, int number)
{
    text->sum += (uint64_t)(code - text->bytes + 1) * (unsigned)number;
}

static void run_azsreg(void *data)
{
    struct text *text = data;
    const char *const end = text->bytes + text->length;
    const char *from = text->bytes;
    text->sum = 0;
    for (;;) {
        size_t offset;
        azsreg_error error =
            azsreg_error_find(from, (size_t)(end - from), &offset);
        if (error == AZSREG_ERROR_UNKNOWN)
            return;
        from += offset;
        add(text, from, (int)error);
        from += strlen(azsreg_error_code(error));
    }
}

static void run_memmem(void *data)
{
    struct text *text = data;
    const char *const end = text->bytes + text->length;
    text->sum = 0;
    for (size_t i = 0; i < code_count; i++) {
        const char *const code = numbered_codes[i].name;
        const size_t length = strlen(code);
        const char *from = text->bytes;
        while ((from = memmem(from, (size_t)(end - from), code, length))) {
            add(text, from, numbered_codes[i].number);
            from += length;
        }
    }
}

static void run_strstr(void *data)
{
    struct text *text = data;
    text->sum = 0;
    for (size_t i = 0; i < code_count; i++) {
        const char *const code = numbered_codes[i].name;
        const char *from = text->bytes;
        while ((from = strstr(from, code))) {
            add(text, from, numbered_codes[i].number);
            from += strlen(code);
        }
    }
}

static uint64_t checksum(const void *data)
{
    return ((const struct text *)data)->sum;
}

static const struct contender contenders[] = {
    {"azsreg", run_azsreg},
    {"memmem", run_memmem},
    {"strstr", run_strstr},
};

static void bench_file(const char *path, int rounds)
{
    FILE *file = fopen(path, "rb");
    struct text text = {.bytes = allocate(LARGE + 1)};
    if (file != NULL)
        text.length = fread(text.bytes, 1, LARGE, file);
    if (text.length != LARGE) {
        fprintf(stderr, "%s: expected %d bytes, came %zu\n", path, LARGE,
                text.length);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    const char *const slash = strrchr(path, '/');
    char row[64];
    snprintf(row, sizeof row, "find,own,%s", slash ? slash + 1 : path);
    bench(&(struct work){row, contenders, 3, LARGE / KIB, checksum, &text},
          rounds);
    free(text.bytes);
}

/* Each is repeated. */
static const struct {
    const char *name;
    const char *unit;
} hard[] = {
    {"letters", "x"},
    {"backslashes", "\\"},
    {"starts of codes", "CustomerSubscriptionNotFoun "},
    {"codes in a row", "RegistrationNotFound"},
    {"escapes", "\\u000a"},
};

static void count_hard(void)
{
    for (size_t i = 0; i < sizeof hard / sizeof hard[0]; i++) {
        for (size_t length = SMALL; length <= LARGE; length *= 16) {
            struct text text = {allocate(length + 1), length, 0};
            for (size_t j = 0; j < length; j++)
                text.bytes[j] = hard[i].unit[j % strlen(hard[i].unit)];
            char row[64];
            snprintf(row, sizeof row, "find,%zu,%s", length, hard[i].name);
            bench(&(struct work){row, contenders, 1, 1, checksum, &text}, 0);
            free(text.bytes);
        }
    }
}

int main(int argc, char *argv[])
{
    if (argc < 2) {
        fputs("usage: find ROUNDS FILE...\n", stderr);
        return EXIT_FAILURE;
    }
    const int rounds = atoi(argv[1]);
    for (int i = 2; i < argc; i++)
        bench_file(argv[i], rounds);
    if (rounds == 0)
        count_hard();
    return EXIT_SUCCESS;
}
