/* SPDX-License-Identifier: MIT
 *
 * The tool, with calls of the C library that fail, by faulty_calls.c of the
 * generator's tests, and with a newer library, by newer_library.c.
 * Run as: test_faults PROGRAM.
 */
#define _XOPEN_SOURCE 700 /* setenv */

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <azsreg/azsreg.h>

#include "program.h"

static const char *program;

/* Runs the program on these words while the fault, such as "malloc 1", happens,
 * and expects this. */
static void check(const char *fault, const char *command, const char *code,
                  int status, const char *output, const char *errors)
{
    assert_int_equal(setenv("AZSREG_FAULT", fault, 1), 0);
    const char *const argv[] = {program, command, code, NULL};
    struct outcome outcome = program_run(argv, -1, CAPTURE);
    assert_int_equal(unsetenv("AZSREG_FAULT"), 0);
    if (outcome.status != status)
        fprintf(stderr, "fault %s\n", fault);
    outcome_check(&outcome, argv, status, output, errors);
    outcome_free(&outcome);
}

static void no_memory(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        char message[200];
        snprintf(message, sizeof message,
                 "azsreg: not enough memory for the detail of %s\n", code);
        check("malloc 1", "detail", code, 1, "", message);
        check("malloc 1", "explain", code, 1, "",
              "azsreg: not enough memory\n");
        check("malloc 2", "explain", code, 1, "", message);
    }
}

static void output_fails_when_it_is_closed(void **state)
{
    (void)state;
    char message[200];
    snprintf(message, sizeof message, "azsreg: cannot write the output: %s\n",
             strerror(EIO));
    check("fclose 1", "detail", "NewerError", 1, "It is new.\n", message);
    /* Wrong usage has its own status and message, whatever the output is. */
    check("fclose 1", "lists", NULL, 2, "",
          "azsreg: unknown command 'lists'; see 'azsreg --help'\n");
}

static void errors_of_a_newer_library(void **state)
{
    (void)state;
    char number[20];
    snprintf(number, sizeof number, "%d", AZSREG_ERROR_COUNT + 1);
    check("", "detail", number, 0, "It is new.\n", "");
    check("", "detail", "newererror", 1, "",
          "azsreg: unknown code 'newererror'; the nearest is NewerError\n");
    check("", "explain", "NewerError", 0, "NewerError\n\nIt is new.\n", "");
    const char *const argv[] = {program, "list", NULL};
    struct outcome outcome = program_run(argv, -1, CAPTURE);
    assert_non_null(
        strstr(outcome.output.bytes, "\nNewerError\nEndlessDetail\n"));
    outcome_free(&outcome);
}

static void detail_is_too_long(void **state)
{
    (void)state;
    const char message[] =
        "azsreg: not enough memory for the detail of EndlessDetail\n";
    check("", "detail", "EndlessDetail", 1, "", message);
    check("", "explain", "EndlessDetail", 1, "", message);
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: test_faults PROGRAM\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_memory),
        cmocka_unit_test(output_fails_when_it_is_closed),
        cmocka_unit_test(errors_of_a_newer_library),
        cmocka_unit_test(detail_is_too_long),
    };
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
