/* SPDX-License-Identifier: MIT
 *
 * The catalog: read from its bytes, and checked.
 */
#ifndef AZSREG_CATALOG_H
#define AZSREG_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of azsreg_values and of AZSREG_VALUE_*. */
enum { VALUE_COUNT = 4 };

/* The names of the values in C, in lower case: subscription_id. */
extern const char *const value_names[VALUE_COUNT];

/* Where a detail quotes a value. */
struct placeholder {
    size_t offset; /* in the detail, in bytes */
    size_t value;  /* index in value_names */
};

/* A stanza with a Code. Its strings live as long as the catalog. */
struct error {
    const char *code;
    const char *enumerator; /* derived from the code: REGISTRATION_NOT_FOUND */
    const char *detail;     /* without its placeholders */
    const char *comment;    /* "" if there is none */
    size_t placeholder;     /* index of the detail's first one */
    size_t placeholder_count;
    unsigned values; /* the values that the detail quotes: bit i for value i */
    bool transient;
    size_t number;
    size_t code_line, number_line; /* in the file, from 1 */
};

/* The stanza without a Code. */
struct defaults {
    const char *unknown; /* the message of an unknown error */
    const char *missing_values[VALUE_COUNT]; /* what they show as */
};

struct catalog {
    struct error *errors; /* error N is errors[N - 1] */
    size_t error_count;
    struct placeholder *placeholders;
    size_t placeholder_count;
    struct defaults defaults;
    char *text;
};

/* Reads the catalog in the `size` bytes at `bytes`, fewer than SIZE_MAX / 3. If
 * something is wrong with it, prints "path:line: error: ..." on standard error
 * and returns false. Either way, free it with catalog_free. */
bool catalog_read(struct catalog *catalog, const char *path, const char *bytes,
                  size_t size);

void catalog_free(struct catalog *catalog);

#endif
