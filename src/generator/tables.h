/* SPDX-License-Identifier: MIT
 *
 * The generated headers, written from a catalog.
 */
#ifndef AZSREG_TABLES_H
#define AZSREG_TABLES_H

#include <stdio.h>

#include "catalog.h"
#include "hash_table.h"

/* azsreg/codes.h: the enum and the count, for everybody. */
void write_codes(FILE *file, const struct catalog *catalog,
                 const struct hash_table *table);

/* code_lengths.h, for code.c and find.c. */
void write_code_lengths(FILE *file, const struct catalog *catalog,
                        const struct hash_table *table);

/* code_tables.h, for code.c. */
void write_code_tables(FILE *file, const struct catalog *catalog,
                       const struct hash_table *table);

/* detail_tables.h, for detail.c. */
void write_detail_tables(FILE *file, const struct catalog *catalog,
                         const struct hash_table *table);

#endif
