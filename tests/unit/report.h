/* SPDX-License-Identifier: MIT
 *
 * What a test says when it fails, or can't go on.
 */
#ifndef AZSREG_TEST_REPORT_H
#define AZSREG_TEST_REPORT_H

#include <stddef.h>

/* Prints a line: the label, the size and the bytes, "(null)" for NULL. Of a
 * long text it prints the start. */
void report(const char *label, const char *bytes, size_t size);

/* The same for the first place at which two texts of one size differ. */
void report_difference(const char *expected, const char *came, size_t size);

/* Prints both, and ends the program. */
void give_up(const char *what, const char *where);

/* `size` bytes of zeros, or the end of the program. */
void *allocate(size_t size);

#endif
