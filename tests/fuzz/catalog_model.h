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
    MODEL_UNKNOWN, /* from here on the fields of the stanza without a Code */
    MODEL_FIELD_COUNT = MODEL_UNKNOWN + 5
};

struct model_stanza {
    char *field[MODEL_FIELD_COUNT]; /* NULL if absent. In a detail, a byte of 1
                                     * to 4 stands for a placeholder. */
    char *enumerator;               /* allocated */
    unsigned long number;
};

struct model_catalog {
    struct model_stanza *stanzas; /* those with a Code, as in the file */
    size_t count;
    struct model_stanza defaults; /* the one without; all NULL if absent */
    char *text;                   /* what the fields point to */
};

/* True if the catalog is good. Free it either way. */
bool model_catalog_read(struct model_catalog *catalog, const char *bytes,
                        size_t size);

/* True for a text whose only invisible or malformed byte is a line break at its
 * end. */
bool model_is_visible_line(const char *text);

void model_catalog_free(struct model_catalog *catalog);

#endif
