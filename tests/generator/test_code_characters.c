/* SPDX-License-Identifier: MIT
 *
 * Each printable ASCII character, first in a code and after a letter. The
 * generator accepts those of an identifier in CamelCase.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "generator_run.h"

#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

static void check_code(const char *code, int expected)
{
    char catalog[64];
    int size = snprintf(catalog, sizeof catalog,
                        "Code: %s\nNumber: 1\nDetail: x\n", code);
    write_file("catalog.txt", catalog, (size_t)size);
    char *printed;
    int status = run_generator("catalog.txt", &printed);
    char message[64] = "";
    if (expected != 0)
        snprintf(message, sizeof message,
                 "catalog.txt:1: error: '%s' is not a code; ", code);
    if (status != expected || strncmp(printed, message, strlen(message)) != 0 ||
        (expected == 0 && printed[0] != '\0'))
        fail_msg("code '%s': expected status %d, came %d and\n%s", code,
                 expected, status, printed);
    free(printed);
}

static void each_character_first(void **state)
{
    (void)state;
    /* Not the space, which may stand before any text. */
    for (char c = '!'; c <= '~'; c++) {
        const char code[] = {c, 'b', '\0'};
        check_code(code, strchr(UPPER, c) != NULL ? 0 : 1);
    }
}

static void each_character_after_a_letter(void **state)
{
    (void)state;
    for (char c = ' '; c <= '~'; c++) {
        const char code[] = {'A', c, 'b', '\0'};
        check_code(code, strchr(UPPER LOWER DIGITS, c) != NULL ? 0 : 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_character_first),
        cmocka_unit_test(each_character_after_a_letter),
    };
    return cmocka_run_group_tests_name("code_characters", tests, enter_scratch,
                                       leave_scratch);
}
