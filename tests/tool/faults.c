/* SPDX-License-Identifier: MIT
 *
 * The tool, with each call of the C library that can fail failing in turn, by
 * ../generator/faulty_calls.c. Run as: faults PROGRAM.
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

/* Runs the program on these words while the `call`th call of the function
 * fails, and expects this. */
static void check(const char *function, int call, const char *command,
                  const char *code, int status, const char *output,
                  const char *errors)
{
    char fault[32];
    snprintf(fault, sizeof fault, "%s %d", function, call);
    assert_int_equal(setenv("AZSREG_FAULT", fault, 1), 0);
    const char *const argv[] = {program, command, code, NULL};
    struct outcome outcome = program_run(argv, CAPTURE);
    assert_int_equal(unsetenv("AZSREG_FAULT"), 0);
    if (outcome.status != status)
        fprintf(stderr, "fault %s\n", fault);
    outcome_check(&outcome, argv, status, output, errors);
    outcome_free(&outcome);
}

/* "azsreg: WHAT" and the text of the error. */
static const char *message(const char *what, int error)
{
    static char line[200];
    snprintf(line, sizeof line, "azsreg: %s%s\n", what, strerror(error));
    return line;
}

static void no_memory_for_the_detail(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        static char title[65535 + 3]; /* a code, two newlines and a NUL */
        snprintf(title, sizeof title, "%s\n\n", code);
        check("malloc", 1, "detail", code, 1, "", message("", ENOMEM));
        check("malloc", 1, "explain", code, 1, title, message("", ENOMEM));
    }
}

/* The tool allocates for each code that it compares. */
static void no_memory_for_a_suggestion(void **state)
{
    (void)state;
    char word[100];
    char expected[300];
    const char *code = azsreg_error_code((azsreg_error)1);
    snprintf(word, sizeof word, "%sX", code);
    snprintf(expected, sizeof expected,
             "azsreg: unknown code '%s'; the nearest is %s\n", word, code);
    check("malloc", 0, "detail", word, 1, "", expected); /* none fails */
    for (int call = 1; call <= AZSREG_ERROR_COUNT; call++)
        check("malloc", call, "detail", word, 1, "", message("", ENOMEM));
}

static void output_fails_when_it_is_closed(void **state)
{
    (void)state;
    const azsreg_error error = (azsreg_error)1;
    char detail[2000];
    size_t length =
        azsreg_format_detail(detail, sizeof detail - 1, error, NULL);
    assert_true(length < sizeof detail - 1);
    memcpy(&detail[length], "\n", 2);
    check("fclose", 1, "detail", azsreg_error_code(error), 1, detail,
          message("cannot write the output: ", EIO));
    /* Wrong usage has its own status and message, whatever the output is. */
    check("fclose", 1, "lists", NULL, 2, "",
          "azsreg: unknown command 'lists'; see 'azsreg --help'\n");
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: faults PROGRAM\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_memory_for_the_detail),
        cmocka_unit_test(no_memory_for_a_suggestion),
        cmocka_unit_test(output_fails_when_it_is_closed),
    };
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
