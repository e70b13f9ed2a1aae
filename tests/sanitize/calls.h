/* SPDX-License-Identifier: MIT
 *
 * Calls of the library and their right results. The programs here repeat them
 * in threads, in a signal handler and on a small stack.
 */
#ifndef AZSREG_TEST_CALLS_H
#define AZSREG_TEST_CALLS_H

#include <azsreg/azsreg.h>

#include <stdbool.h>

/* Enough for every message. */
enum { MESSAGE_SIZE = 4096 };

struct call {
    const char *code; /* one of the document, or one that is not in it */
    const char *text; /* that has the code in it */
    const azsreg_values *values;
    azsreg_error error;  /* that the code has, and that is found in the text */
    size_t offset;       /* where it is found */
    const char *detail;  /* of the error, with the values */
    const char *escaped; /* one of the values */
};

struct calls {
    size_t count;
    struct call *each;
};

/* Every error and an unknown one, with values of every kind. The results are
 * the naive model's. Ends the program with a message if there are none. */
struct calls calls_new(void);

/* Makes the calls, with a buffer of MESSAGE_SIZE bytes, up to the first result
 * that is wrong. Safe in a signal handler. */
bool call_is_right(const struct call *call, char *buffer);

/* Prints the right results, and what the last call wrote. */
void call_report(const struct call *call, const char *buffer);

#endif
