/* SPDX-License-Identifier: MIT
 *
 * The generator's reader of catalogs, unchanged but for the place where it
 * says what is wrong: a stream of the harness, which reads it again, and not
 * standard error, where the sanitizers report.
 */
#include <stdio.h>

extern FILE *catalog_messages;
FILE *catalog_messages;

#undef stderr
#define stderr catalog_messages

#include "generator/catalog.c"
