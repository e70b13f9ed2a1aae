/* SPDX-License-Identifier: MIT
 *
 * What a test that failed prints of strings that may hold anything.
 */
#ifndef AZSREG_TEST_REPORT_H
#define AZSREG_TEST_REPORT_H

#include <stddef.h>

/* Prints a line: the label, the size and the bytes, "(null)" for NULL. Of a
 * long text it prints the start. */
void report(const char *label, const char *bytes, size_t size);

/* The same for the places at which two texts of one size differ first. */
void report_difference(const char *expected, const char *came, size_t size);

#endif
