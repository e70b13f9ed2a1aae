/* SPDX-License-Identifier: MIT
 *
 * The generated headers, written from a catalog.
 */
#ifndef AZSREG_TABLES_H
#define AZSREG_TABLES_H

#include <stdio.h>

#include "catalog.h"
#include "perfect_hash.h"

/* azsreg/codes.h: the enum and the count, for everybody. */
void write_codes(FILE *file, const struct catalog *catalog);

/* lookup_tables.h, for lookup.c. */
void write_lookup_tables(FILE *file, const struct catalog *catalog,
                         const struct perfect_hash *hash);

/* message_tables.h, for message.c. */
void write_message_tables(FILE *file, const struct catalog *catalog);

#endif
