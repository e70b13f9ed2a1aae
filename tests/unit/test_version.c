/* SPDX-License-Identifier: MIT
 *
 * The version of the linked library is the one that the header says.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void version_is_that_of_the_header(void **state)
{
    (void)state;
    char expected[64];
    snprintf(expected, sizeof expected, "%d.%d.%d", AZSREG_VERSION_MAJOR,
             AZSREG_VERSION_MINOR, AZSREG_VERSION_PATCH);
    assert_string_equal(azsreg_version(), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(version_is_that_of_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
