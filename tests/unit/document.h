/* SPDX-License-Identifier: MIT
 *
 * The document that says what the errors are: its table, read as it was
 * published, with the markup resolved.
 */
#ifndef AZSREG_TEST_DOCUMENT_H
#define AZSREG_TEST_DOCUMENT_H

#include <stddef.h>

enum { VALUE_COUNT = 4, ROW_MAX = 64 };

/* The document's names of the values, in the order of azsreg_values and of
 * AZSREG_VALUE_*. */
extern const char *const document_names[VALUE_COUNT];

struct row {
    const char *code;
    const char *detail; /* a byte of 1 to VALUE_COUNT stands for that value */
    const char *comment;
};

struct document {
    struct row rows[ROW_MAX];
    size_t count;
};

/* Reads the document, once in a program, and ends the program with a message if
 * it is not what it is known to be. */
void document_read(struct document *document);

#endif
