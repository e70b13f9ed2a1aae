/* SPDX-License-Identifier: MIT
 *
 * The catalog's syntax once more, naively: whether a catalog is good, and what
 * it says. It does not say what is wrong with a bad one.
 */
#ifndef AZSREG_TEST_CATALOG_MODEL_H
#define AZSREG_TEST_CATALOG_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum model_field {
    MODEL_CODE,
    MODEL_NUMBER,
    MODEL_DETAIL,
    MODEL_COMMENT,
    MODEL_TRANSIENT,
    MODEL_FIELD_COUNT
};

struct model_stanza {
    char *field[MODEL_FIELD_COUNT]; /* NULL if absent. In a detail, a byte of 1
                                     * to 4 stands for a placeholder. */
    char *enumerator;               /* allocated */
    unsigned long number;
};

struct model_catalog {
    struct model_stanza *stanzas; /* in the order of the file */
    size_t count;
    char *text; /* what the fields point to */
};

/* True if the catalog is good. Free it either way. */
bool model_catalog_read(struct model_catalog *catalog, const char *bytes,
                        size_t size);

void model_catalog_free(struct model_catalog *catalog);

#endif
