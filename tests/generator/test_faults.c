/* SPDX-License-Identifier: MIT
 *
 * The generator, with calls of the C library that fail, by faulty_calls.c. Each
 * that can fail does so once. Then the generator ends with a message, the
 * headers that are left are complete and of one run, and no file aside is left.
 */
#define _XOPEN_SOURCE 700 /* setenv */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <errno.h>
#include <unistd.h>

#include "generator_run.h"

struct fault {
    const char *function;
    int first;       /* call that matters */
    int last;        /* there may be more, which is up to the compiler */
    int error;       /* the message ends with its text */
    const char *why; /* or with this one */
    bool may_go;     /* a header from before, since it was replaced already */
};

static const struct fault faults[] = {
    /* The catalog's bytes and text, errors and placeholders that grow, an
     * array to check them, five for the table, and four names. */
    {.function = "malloc",
     .first = 1,
     .last = 1 + 1 + 3 + 3 + 1 + 5 + 4,
     .why = "out of memory"},
    {.function = "fopen", .first = 1, .last = 5, .error = EMFILE},
    {.function = "fputs", .first = 1, .last = 10, .error = ENOSPC},
    /* The catalog is read, and closing it can't change that. */
    {.function = "fclose", .first = 2, .last = 5, .error = EIO},
    {.function = "rename",
     .first = 1,
     .last = 4,
     .error = EACCES,
     .may_go = true},
};

enum { FAULT_COUNT = sizeof faults / sizeof faults[0] };

/* Three errors and seven parts: both arrays grow. */
static const char catalog[] =
    "Code: A\nNumber: 1\nDetail: {resource_group} and {registration_name}.\n\n"
    "Code: B\nNumber: 2\nDetail: {subscription_id}{resource_group}\n\n"
    "Code: C\nNumber: 3\nDetail: x\nTransient: yes\nComment: y\n";

static const char before[] = "from an earlier run\n";

/* What the catalog gives. */
static char *whole[HEADER_COUNT];

static int generate(char **printed)
{
    return run_generator("catalog.txt", printed);
}

static int generate_whole(void **state)
{
    if (enter_scratch(state) != 0)
        return -1;
    write_file("catalog.txt", catalog, sizeof catalog - 1);
    char *printed;
    int status = generate(&printed);
    free(printed);
    size_t size;
    for (size_t i = 0; i < HEADER_COUNT; i++)
        whole[i] = read_file(headers[i], &size);
    return status == 0 ? 0 : -1;
}

static int forget_whole(void **state)
{
    for (size_t i = 0; i < HEADER_COUNT; i++)
        free(whole[i]);
    return leave_scratch(state);
}

static void expect_header(const char *path, const char *expected)
{
    size_t size;
    char *bytes = read_file(path, &size);
    assert_string_equal(bytes, expected);
    free(bytes);
}

/* One line, about the catalog or a header, and with the reason. */
static bool is_message(const char *printed, const char *why)
{
    size_t size = strlen(printed);
    size_t tail = strlen(why) + 1;
    bool is_about = strncmp(printed, "catalog.txt:", 12) == 0;
    for (size_t i = 0; i < HEADER_COUNT; i++)
        is_about |= strncmp(printed, headers[i], strlen(headers[i])) == 0;
    return is_about && strstr(printed, ": error: ") != NULL && size > tail &&
           strncmp(&printed[size - tail], why, tail - 1) == 0 &&
           strchr(printed, '\n') == &printed[size - 1];
}

/* After a fault the headers are as they were, or missing where that is allowed.
 */
static void check_untouched(bool were_there, bool may_go)
{
    size_t count = 0;
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        if (!were_there || (may_go && access(headers[i], F_OK) != 0))
            continue;
        expect_header(headers[i], before);
        count++;
    }
    assert_int_equal(count_out(), count);
}

/* Makes one call after the other fail, until there are no more calls. */
static void check_calls(const struct fault *fault, bool after_an_earlier_run)
{
    const char *why = fault->why != NULL ? fault->why : strerror(fault->error);
    for (int call = fault->first;; call++) {
        empty_out();
        for (size_t i = 0; after_an_earlier_run && i < HEADER_COUNT; i++)
            write_file(headers[i], before, sizeof before - 1);
        char value[32];
        snprintf(value, sizeof value, "%s %d", fault->function, call);
        assert_int_equal(setenv("AZSREG_FAULT", value, 1), 0);
        char *printed;
        int status = generate(&printed);
        assert_int_equal(unsetenv("AZSREG_FAULT"), 0);
        if (status == 0 && call > fault->last) {
            assert_string_equal(printed, "");
            free(printed);
            break;
        }
        if (status != 1 || !is_message(printed, why))
            fail_msg("%s: expected status 1 and a message with '%s', "
                     "came %d and\n%s",
                     value, why, status, printed);
        free(printed);
        check_untouched(after_an_earlier_run, fault->may_go);
    }
    for (size_t i = 0; i < HEADER_COUNT; i++)
        expect_header(headers[i], whole[i]);
    assert_int_equal(count_out(), HEADER_COUNT);
}

static void check_fault(void **state)
{
    check_calls(*state, false);
    check_calls(*state, true);
}

/* Killed at any of its renames, it leaves no codes.h. So the next build runs
 * the generator again, whatever the times of the files are, and that makes all
 * headers. */
static void killed(void **state)
{
    (void)state;
    for (int call = 1; call <= HEADER_COUNT; call++) {
        empty_out();
        for (size_t i = 0; i < HEADER_COUNT; i++)
            write_file(headers[i], before, sizeof before - 1);
        char value[32];
        snprintf(value, sizeof value, "kill %d", call);
        assert_int_equal(setenv("AZSREG_FAULT", value, 1), 0);
        char *printed;
        assert_int_equal(generate(&printed), -1);
        assert_int_equal(unsetenv("AZSREG_FAULT"), 0);
        free(printed);
        if (access(CODES_H, F_OK) == 0)
            fail_msg("killed at rename %d: expected no codes.h, came one",
                     call);
        assert_int_equal(generate(&printed), 0);
        free(printed);
        for (size_t i = 0; i < HEADER_COUNT; i++)
            expect_header(headers[i], whole[i]);
    }
}

int main(void)
{
    struct CMUnitTest tests[FAULT_COUNT + 1] = {[FAULT_COUNT] =
                                                    cmocka_unit_test(killed)};
    for (size_t i = 0; i < FAULT_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = faults[i].function,
                                       .test_func = check_fault,
                                       .initial_state = (void *)&faults[i]};
    return cmocka_run_group_tests_name("faults", tests, generate_whole,
                                       forget_whole);
}
