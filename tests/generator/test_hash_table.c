/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table: it ends, and codes that are hard to tell apart
 * do not make it fail.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "generator/hash_table.h"

/* No catalog that the generator accepts has these. */
static void two_codes_that_do_not_differ(void **state)
{
    (void)state;
    struct error errors[] = {{.code = "Same"}, {.code = "Same"}};
    const struct catalog catalog = {.errors = errors, .error_count = 2};
    struct hash_table table;
    const char *failure = hash_table_build(&table, &catalog);
    hash_table_free(&table);
    if (failure == NULL ||
        strstr(failure, "no table without collisions") == NULL)
        fail_msg("expected no table to be found, came %s",
                 failure != NULL ? failure : "a table");
}

/* Each product carries a difference in the topmost byte of a word to eight bits
 * only, so the sums of such products are too few for these codes. */
static void codes_that_differ_in_topmost_bytes(void **state)
{
    (void)state;
    enum { LETTERS = 26, COUNT = LETTERS * LETTERS };
    static char codes[COUNT][sizeof "Abcdefg?Abcdefg?"];
    static struct error errors[COUNT];
    for (int i = 0; i < COUNT; i++) {
        snprintf(codes[i], sizeof codes[i], "Abcdefg%cAbcdefg%c",
                 'A' + i / LETTERS, 'A' + i % LETTERS);
        errors[i].code = codes[i];
    }
    const struct catalog catalog = {.errors = errors, .error_count = COUNT};
    struct hash_table table;
    const char *failure = hash_table_build(&table, &catalog);
    hash_table_free(&table);
    if (failure != NULL)
        fail_msg("expected a table for %d codes as %s, came %s", COUNT,
                 codes[0], failure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_codes_that_do_not_differ),
        cmocka_unit_test(codes_that_differ_in_topmost_bytes),
    };
    return cmocka_run_group_tests_name("hash_table", tests, NULL, NULL);
}
