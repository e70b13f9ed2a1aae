/* SPDX-License-Identifier: MIT
 *
 * The generator, run as a program in a scratch directory.
 */
#ifndef GENERATOR_RUN_H
#define GENERATOR_RUN_H

#include <stddef.h>

#define CODES_H "out/azsreg/codes.h"
#define CODE_LENGTHS_H "out/code_lengths.h"
#define CODE_TABLES_H "out/code_tables.h"
#define DETAIL_TABLES_H "out/detail_tables.h"

enum { HEADER_COUNT = 4 };

extern const char *const headers[HEADER_COUNT];

/* Makes a scratch directory with the empty directory out/azsreg in it, and
 * makes it the working directory. For cmocka: 0, or -1 after an error. */
int enter_scratch(void **state);

/* Removes the scratch directory and all that is in it. */
int leave_scratch(void **state);

/* Removes what stands in out and out/azsreg. */
void empty_out(void);

/* How many entries stand in out and out/azsreg together, azsreg itself not
 * counted. */
size_t count_out(void);

void write_file(const char *path, const char *bytes, size_t size);

/* The bytes of a file, and a NUL after them; the caller frees them. Fails the
 * test if there is no such file. */
char *read_file(const char *path, size_t *size);

/* Runs the generator on the catalog at `path`, with the headers in out.
 * Returns its exit status, or -1 if a signal ended it; *printed is all that it
 * printed, which the caller frees. */
int run_generator(const char *path, char **printed);

/* The same with any arguments, of which the last is NULL. */
int run_generator_with(const char *const arguments[], char **printed);

#endif
