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
#include "unit/random.h"

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

/* Half of the codes that differ in two bytes, which are next to the top of two
 * words. Each product carries these differences to 16 bits only: so the upper
 * halves of the words are needed, and more factors than tell the sums apart. */
static void codes_that_differ_near_the_top_of_words(void **state)
{
    (void)state;
    static const char characters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno"
                                     "pqrstuvwxyz0123456789";
    enum { CHARACTERS = sizeof characters - 1 };
    static char codes[CHARACTERS * CHARACTERS][sizeof "Abcdef?hAbcdef?h"];
    static struct error errors[CHARACTERS * CHARACTERS];
    struct catalog catalog = {.errors = errors};
    uint64_t random = RANDOM_SEED;
    for (size_t i = 0; i < CHARACTERS * CHARACTERS; i++) {
        if (random_below(&random, 2) == 0)
            continue;
        char *code = codes[catalog.error_count];
        snprintf(code, sizeof codes[0], "Abcdef%chAbcdef%ch",
                 characters[i / CHARACTERS], characters[i % CHARACTERS]);
        errors[catalog.error_count++].code = code;
    }
    struct hash_table table;
    const char *failure = hash_table_build(&table, &catalog);
    hash_table_free(&table);
    if (failure != NULL)
        fail_msg("expected a table for %lu codes as %s, came %s",
                 (unsigned long)catalog.error_count, codes[0], failure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_codes_that_do_not_differ),
        cmocka_unit_test(codes_that_differ_near_the_top_of_words),
    };
    return cmocka_run_group_tests_name("hash_table", tests, NULL, NULL);
}
