/* SPDX-License-Identifier: MIT
 *
 * The generator's reader of catalogs. Its messages go to a stream that the
 * harness reads, instead of standard error, where the sanitizers report.
 */
#include <stdio.h>

extern FILE *catalog_messages;
FILE *catalog_messages;

#undef stderr
#define stderr catalog_messages

#include "generator/catalog.c"
