/* SPDX-License-Identifier: MIT
 *
 * What the programs here ask of the library over and over, under conditions
 * that make it hard: lookups and renderings, and what must come of them.
 */
#ifndef AZSREG_TEST_RENDERINGS_H
#define AZSREG_TEST_RENDERINGS_H

#include <azsreg/azsreg.h>

#include <stdbool.h>

/* Enough for every detail. */
enum { DETAIL_SIZE = 4096 };

struct rendering {
    const char *code; /* of the document, or one that it does not have */
    azsreg_error error;
    const azsreg_values *values;
    const char *detail;
    size_t length; /* of the detail */
};

/* Every error and an unknown one, with values of every kind; the details are
 * the naive model's. */
struct renderings {
    size_t count;
    struct rendering *each;
};

/* Ends the program with a message if it can't. */
struct renderings renderings_new(void);

/* Looks the code up, renders the detail into `buffer` of DETAIL_SIZE bytes, and
 * says whether both are what must come. Safe in a signal handler. */
bool rendering_is_right(const struct rendering *rendering, char *buffer);

/* Prints what was asked, what must come, and what came. */
void rendering_report(const struct rendering *rendering, const char *buffer);

#endif
