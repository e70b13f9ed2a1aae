/* SPDX-License-Identifier: MIT
 *
 * Compares the library with the naive model, for one input: unit tests and
 * fuzzers choose the inputs. Each function returns true if the library does
 * what the model says. If not, it prints the input, what is expected and what
 * came. All that the library reads or writes is next to a protected page.
 */
#ifndef AZSREG_TEST_COMPARE_H
#define AZSREG_TEST_COMPARE_H

#include <azsreg/azsreg.h>

/* From a code to its error: a slice, and the string up to its first NUL. */
bool code_is_right(const char *code, size_t length);

/* What is known of any int: it is an error that its code gives back, or all
 * that is said of it is what is said of an unknown one. */
bool error_is_right(int number);

/* Finding one code of a text after the other. */
bool find_is_right(const char *text, size_t length);

/* A message, in a buffer of `size` bytes and in none, as azsreg.h promises it
 * in the section "Messages": the result, the cut, the NUL, the bytes after it.
 */
bool escape_is_right_at(size_t size, const char *text, size_t length);
bool detail_is_right_at(size_t size, int error, const azsreg_values *values);

/* The same for sizes from 0 to more than the message, and for the largest there
 * are: each size if the message is short, some if it is long. */
bool escape_is_right(const char *text, size_t length);
bool detail_is_right(int error, const azsreg_values *values);

#endif
