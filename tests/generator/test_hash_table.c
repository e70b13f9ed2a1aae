/* SPDX-License-Identifier: MIT
 *
 * The search for a hash table must end. No catalog that the generator accepts
 * makes it fail, so this test calls it with two codes that do not differ.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "generator/hash_table.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_codes_that_do_not_differ),
    };
    return cmocka_run_group_tests_name("hash_table", tests, NULL, NULL);
}
