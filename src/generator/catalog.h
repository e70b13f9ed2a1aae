/* SPDX-License-Identifier: MIT
 *
 * The catalog: read from its bytes, and checked.
 */
#ifndef AZSREG_CATALOG_H
#define AZSREG_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

/* A piece of a detail: so many bytes of its text, then a value. The last part
 * of a detail has no value. */
struct part {
    size_t length;
    const char *value; /* name of the placeholder, or NULL */
};

/* One stanza. All strings are in the catalog's text. */
struct error {
    const char *code;
    const char *enumerator; /* derived from the code: REGISTRATION_NOT_FOUND */
    const char *comment;    /* "" if there is none */
    const char *detail;     /* the bytes of all parts */
    size_t part;            /* index of the first part */
    size_t number;
    size_t code_length;
    size_t code_offset; /* bytes of the codes before it, each with its NUL */
    size_t code_line, number_line; /* in the file, from 1 */
    bool transient;
};

struct catalog {
    struct error *errors; /* in the order of their numbers */
    size_t error_count;
    struct part *parts;
    size_t part_count;
    char *text;
};

/* Numbers and code lengths have 16 bits in the tables. */
enum { CATALOG_MAX = 65535 };

/* Reads the catalog in the `size` bytes at `bytes`, fewer than SIZE_MAX / 3.
 * What is wrong with it is said on standard error, as "path:line: error: ...",
 * and false returned. Either way, free it with catalog_free. */
bool catalog_read(struct catalog *catalog, const char *path, const char *bytes,
                  size_t size);

void catalog_free(struct catalog *catalog);

#endif
