/* SPDX-License-Identifier: MIT
 *
 * What azsreg.h, section "Messages", promises of each function that writes a
 * message to a buffer: the result, the cut, the NUL and the bytes after it.
 */
#ifndef AZSREG_TEST_OUTPUT_H
#define AZSREG_TEST_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

struct output_call {
    /* Calls the function. */
    size_t (*write)(char *buffer, size_t size, const void *arguments);
    const void *arguments;
    const char *message; /* the whole message that is expected */
};

/* Calls the function with a buffer of `size` bytes and with a NULL buffer. The
 * buffer ends at a protected page, and if it is larger than the message, all
 * that is there is a few bytes more than the message. Returns whether both
 * calls did what they should, and prints what they did if not. */
bool output_is_right_at(const struct output_call *call, size_t size);

/* The same for sizes from 0 to more than the message, and for the largest there
 * are: each size if the message is short, some if it is long. */
bool output_is_right(const struct output_call *call);

#endif
