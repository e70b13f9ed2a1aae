/* SPDX-License-Identifier: MIT
 *
 * Files that the generator cannot read or write: each has its message, and no
 * new header is left. Two generators at once, and a large catalog.
 */
#define _XOPEN_SOURCE 700 /* symlink, truncate */

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
#include <sys/stat.h>
#include <unistd.h>

#include "generator_run.h"

static const char good[] = "Code: A\nNumber: 1\nDetail: x\n";
static const char before[] = "from an earlier run\n";

static const char cannot_read[] =
    "cannot read the catalog, expected a file of less than 256 MiB";
static const char cannot_write[] = "cannot write, expected a place for a file";

static void write_headers(void)
{
    for (size_t i = 0; i < HEADER_COUNT; i++)
        write_file(headers[i], before, sizeof before - 1);
}

static bool is_from_before(const char *path)
{
    size_t size;
    char *bytes = read_file(path, &size);
    bool same = strcmp(bytes, before) == 0;
    free(bytes);
    return same;
}

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Expects "PATH:1: error: WHAT: WHY" and status 1. */
static void check_refused(const char *catalog, const char *path,
                          const char *what, const char *why)
{
    char expected[256];
    snprintf(expected, sizeof expected, "%s:1: error: %s: %s\n", path, what,
             why);
    char *printed;
    assert_int_equal(run_generator(catalog, &printed), 1);
    assert_string_equal(printed, expected);
    free(printed);
}

static int prepare(void **state)
{
    (void)state;
    empty_out();
    write_file("good.txt", good, sizeof good - 1);
    return 0;
}

/* ---- The catalog ---------------------------------------------------------*/

static void catalog_missing(void **state)
{
    (void)state;
    check_refused("missing.txt", "missing.txt", cannot_read, strerror(ENOENT));
    assert_int_equal(count_out(), 0);
}

static void catalog_in_a_missing_directory(void **state)
{
    (void)state;
    check_refused("good.txt/x", "good.txt/x", cannot_read, strerror(ENOTDIR));
    assert_int_equal(count_out(), 0);
}

static void catalog_is_a_directory(void **state)
{
    (void)state;
    check_refused("out", "out", cannot_read, strerror(EISDIR));
    assert_int_equal(count_out(), 0);
}

static void catalog_too_large(void **state)
{
    (void)state;
    write_file("large.txt", good, sizeof good - 1);
    assert_int_equal(truncate("large.txt", 256L * 1024 * 1024), 0);
    check_refused("large.txt", "large.txt", cannot_read, "it is larger");
    assert_int_equal(count_out(), 0);
    assert_int_equal(remove("large.txt"), 0);
}

static void catalog_missing_after_an_earlier_run(void **state)
{
    (void)state;
    write_headers();
    check_refused("missing.txt", "missing.txt", cannot_read, strerror(ENOENT));
    assert_int_equal(count_out(), HEADER_COUNT);
    for (size_t i = 0; i < HEADER_COUNT; i++)
        assert_true(is_from_before(headers[i]));
}

/* ---- The headers ---------------------------------------------------------*/

static void expect_written(const char *printed, const char *path,
                           const char *why)
{
    char expected[256];
    snprintf(expected, sizeof expected, "%s:1: error: %s: %s\n", path,
             cannot_write, why);
    assert_string_equal(printed, expected);
}

/* Each of the headers in turn goes to a directory that is not there. */
static void header_in_a_missing_directory(void **state)
{
    (void)state;
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        const char *arguments[] = {"good.txt", headers[0], headers[1],
                                   headers[2], headers[3], NULL};
        arguments[i + 1] = "out/missing/header.h";
        char *printed;
        assert_int_equal(run_generator_with(arguments, &printed), 1);
        expect_written(printed, "out/missing/header.h", strerror(ENOENT));
        free(printed);
        assert_int_equal(count_out(), 0);
    }
}

/* Each of the headers in turn is a directory. */
static void header_is_a_directory(void **state)
{
    (void)state;
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        assert_int_equal(mkdir(headers[i], 0777), 0);
        check_refused("good.txt", headers[i], cannot_write, strerror(EISDIR));
        assert_int_equal(count_out(), 1);
        assert_int_equal(rmdir(headers[i]), 0);
    }
}

/* The same after an earlier run. Of the headers that were moved into place
 * already, none may stay that is not from before. */
static void header_is_a_directory_after_an_earlier_run(void **state)
{
    (void)state;
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        write_headers();
        assert_int_equal(remove(headers[i]), 0);
        assert_int_equal(mkdir(headers[i], 0777), 0);
        check_refused("good.txt", headers[i], cannot_write, strerror(EISDIR));
        assert_int_equal(rmdir(headers[i]), 0);
        size_t kept = 0;
        for (size_t j = 0; j < HEADER_COUNT; j++) {
            if (j == i || !exists(headers[j]))
                continue;
            assert_true(is_from_before(headers[j]));
            kept++;
        }
        assert_int_equal(count_out(), kept);
        empty_out();
    }
}

/* Two at once, that read the same catalog, leave its headers and nothing aside.
 */
static void two_at_once(void **state)
{
    (void)state;
    static const char command[] =
        "'" GENERATOR "' good.txt " CODES_H " " CODE_LENGTHS_H " " CODE_TABLES_H
        " " DETAIL_TABLES_H;
    char *expected[HEADER_COUNT];
    char *printed;
    size_t size;
    assert_int_equal(run_generator("good.txt", &printed), 0);
    free(printed);
    for (size_t i = 0; i < HEADER_COUNT; i++)
        expected[i] = read_file(headers[i], &size);
    char both[2 * sizeof command + 64];
    snprintf(both, sizeof both, "%s & %s; status=$?; wait $! && exit $status",
             command, command);
    for (int run = 0; run < 20; run++) {
        empty_out();
        assert_int_equal(system(both), 0);
        assert_int_equal(count_out(), HEADER_COUNT);
        for (size_t i = 0; i < HEADER_COUNT; i++) {
            char *bytes = read_file(headers[i], &size);
            assert_string_equal(bytes, expected[i]);
            free(bytes);
        }
    }
    for (size_t i = 0; i < HEADER_COUNT; i++)
        free(expected[i]);
}

/* 200,000 placeholders of two names in turn. What is quadratic in them takes so
 * long that it is seen. */
static void many_placeholders(void **state)
{
    (void)state;
    static const char head[] = "Code: A\nNumber: 1\nDetail: ";
    static const char pair[] = "{resource_group}{subscription_id}";
    enum { PAIRS = 100000, HEAD = sizeof head - 1, PAIR = sizeof pair - 1 };
    char *catalog = malloc(HEAD + (size_t)PAIRS * PAIR);
    assert_non_null(catalog);
    memcpy(catalog, head, HEAD);
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(&catalog[HEAD + i * PAIR], pair, PAIR);
    write_file("many.txt", catalog, HEAD + (size_t)PAIRS * PAIR);
    free(catalog);
    char *printed;
    assert_int_equal(run_generator("many.txt", &printed), 0);
    assert_string_equal(printed, "");
    free(printed);
    size_t size;
    char *bytes = read_file(DETAIL_TABLES_H, &size);
    assert_non_null(strstr(
        bytes, "AZSREG_VALUE_SUBSCRIPTION_ID | AZSREG_VALUE_RESOURCE_GROUP,"));
    free(bytes);
}

/* ---- The command line ----------------------------------------------------*/

static void wrong_number_of_arguments(void **state)
{
    (void)state;
    const char *const arguments[] = {
        "good.txt", CODES_H, CODE_LENGTHS_H, CODE_TABLES_H, DETAIL_TABLES_H,
        "more",     NULL};
    for (size_t count = 0; count <= 6; count++) {
        if (count == 5)
            continue;
        const char *some[7] = {NULL};
        memcpy(some, arguments, count * sizeof some[0]);
        char *printed;
        assert_int_equal(run_generator_with(some, &printed), 1);
        assert_string_equal(printed, "usage: azsreg_generate CATALOG CODES_H "
                                     "CODE_LENGTHS_H CODE_TABLES_H "
                                     "DETAIL_TABLES_H\n");
        free(printed);
        assert_int_equal(count_out(), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(catalog_missing, prepare),
        cmocka_unit_test_setup(catalog_in_a_missing_directory, prepare),
        cmocka_unit_test_setup(catalog_is_a_directory, prepare),
        cmocka_unit_test_setup(catalog_too_large, prepare),
        cmocka_unit_test_setup(catalog_missing_after_an_earlier_run, prepare),
        cmocka_unit_test_setup(header_in_a_missing_directory, prepare),
        cmocka_unit_test_setup(header_is_a_directory, prepare),
        cmocka_unit_test_setup(header_is_a_directory_after_an_earlier_run,
                               prepare),
        cmocka_unit_test_setup(two_at_once, prepare),
        cmocka_unit_test_setup(many_placeholders, prepare),
        cmocka_unit_test_setup(wrong_number_of_arguments, prepare),
    };
    return cmocka_run_group_tests_name("catalog_files", tests, enter_scratch,
                                       leave_scratch);
}
