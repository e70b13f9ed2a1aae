/* SPDX-License-Identifier: MIT
 *
 * Calls of the library and their right results, to be made in threads and in a
 * signal handler.
 */
#ifndef AZSREG_TEST_CALLS_H
#define AZSREG_TEST_CALLS_H

#include <azsreg/azsreg.h>

enum { MESSAGE_SIZE = 2048, CALL_COUNT = 2 * (AZSREG_ERROR_COUNT + 1) };

struct call {
    azsreg_error error;
    const char *code;
    char text[256]; /* the code is at `offset` */
    size_t offset;
    const azsreg_values *values;
    const char *detail;  /* of the error, with the values */
    const char *escaped; /* the text */
};

/* Every error and an unknown one, with values and without. The results are the
 * naive model's. */
extern struct call calls[CALL_COUNT];
void calls_prepare(void);

/* Makes the calls, with a buffer of MESSAGE_SIZE bytes, up to the first result
 * that is wrong. Safe in a signal handler. */
bool call_is_right(const struct call *call, char *buffer);

/* Prints the right results, and what the last call wrote. */
void call_report(const struct call *call, const char *buffer);

#endif
