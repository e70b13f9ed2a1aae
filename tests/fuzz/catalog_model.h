/* SPDX-License-Identifier: MIT
 *
 * The catalog's syntax once more, naively: whether a catalog is good, and what
 * it says. It does not say what is wrong with a bad one.
 */
#ifndef AZSREG_TEST_CATALOG_MODEL_H
#define AZSREG_TEST_CATALOG_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum { MODEL_CODE_LENGTH_MAX = 64, MODEL_DEFAULT_COUNT = 5 };

struct model_error {
    const char *code;
    const char *detail;  /* a byte of 1 to 4 stands for a placeholder */
    const char *comment; /* "" if absent */
    bool transient;
    char enumerator[2 * MODEL_CODE_LENGTH_MAX + 1];
};

struct model_catalog {
    struct model_error *errors; /* error N is errors[N - 1] */
    size_t count;
    size_t room; /* for errors */
    /* The message of an unknown error, and the names of the four values. */
    const char *defaults[MODEL_DEFAULT_COUNT];
    char *text; /* what the strings point to */
};

/* True if the catalog is good. Free it either way. */
bool model_catalog_read(struct model_catalog *catalog, const char *bytes,
                        size_t size);

/* True for a text whose only invisible or malformed byte is a line break at its
 * end. */
bool model_is_visible_line(const char *text);

void model_catalog_free(struct model_catalog *catalog);

#endif
