/* SPDX-License-Identifier: MIT
 *
 * Compares a library with the catalog that it was built from. expected.h says
 * in C what that catalog means, and does not come from the generator. Prints
 * what is wrong.
 */
#include <azsreg/azsreg.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct expected {
    const char *code;
    azsreg_error error; /* by its enumerator's name */
    int number;
    const char *detail; /* with the values [S], [G], [R] and [C] */
    const char *comment;
    unsigned values;
    bool transient;
};

/* Some of its texts are longer than the 4,095 characters that C99 promises. */
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif
#include "expected.h"

#ifndef EXPECTED_UNKNOWN
#define EXPECTED_UNKNOWN "Unknown registration error."
#define EXPECTED_NAMES                                                         \
    {                                                                          \
        "<subscription identifier>", "<resource group>",                       \
            "<registration name>", "<customer subscription identifier>"        \
    }
#endif

enum { EXPECTED_COUNT = sizeof expected / sizeof expected[0] };

static int mistakes;

static void wrong(const char *what, const char *of)
{
    mistakes++;
    if (mistakes <= 20)
        printf("%s of '%.200s' is wrong\n", what, of);
}

static void check_number(const char *what, const char *of, long is, long wanted)
{
    if (is == wanted)
        return;
    wrong(what, of);
    printf("  expected %ld, came %ld\n", wanted, is);
}

static void check_text(const char *what, const char *of, const char *is,
                       const char *wanted)
{
    if (strcmp(is, wanted) == 0)
        return;
    wrong(what, of);
    printf("  expected\n%s\n  came\n%s\n", wanted, is);
}

static void check_detail(const struct expected *e)
{
    const azsreg_values values = {"[S]", "[G]", "[R]", "[C]"};
    size_t length = strlen(e->detail);
    check_number("length of detail", e->code,
                 (long)azsreg_format_detail(NULL, 0, e->error, &values),
                 (long)length);
    char *detail = malloc(length + 1);
    if (detail == NULL)
        exit(EXIT_FAILURE);
    azsreg_format_detail(detail, length + 1, e->error, &values);
    check_text("detail", e->code, detail, e->detail);
    free(detail);
}

/* The detail without values is that with the names as values. */
static void check_names(const struct expected *e)
{
    static const char *const names[] = EXPECTED_NAMES;
    const azsreg_values values = {names[0], names[1], names[2], names[3]};
    size_t size = azsreg_format_detail(NULL, 0, e->error, &values) + 1;
    char *named = malloc(size);
    char *missing = malloc(size);
    if (named == NULL || missing == NULL)
        exit(EXIT_FAILURE);
    azsreg_format_detail(named, size, e->error, &values);
    azsreg_format_detail(missing, size, e->error, NULL);
    check_text("detail without values", e->code, missing, named);
    free(named);
    free(missing);
}

/* In a text the code is found where it stands, after an escape too, and not
 * as part of a longer word. */
static void check_find(const struct expected *e)
{
    char text[256];
    size_t offset;
    size_t length = (size_t)snprintf(text, sizeof text, "_%s {\"\\u000a%s\"}",
                                     e->code, e->code);
    azsreg_error error = azsreg_error_find(text, length, &offset);
    check_number("error in a text", e->code, (long)error, e->number);
    check_number("offset", e->code, (long)offset,
                 (long)(length - 2 - strlen(e->code)));
}

static void check_error(const struct expected *e)
{
    const char *code = e->code;
    check_number("enumerator", code, (long)e->error, e->number);
    check_number("error", code, (long)azsreg_error_from_code(code), e->number);
    check_number("error of slice", code,
                 (long)azsreg_error_from_code_n(code, strlen(code)), e->number);
    check_text("code", code, azsreg_error_code(e->error), code);
    check_text("comment", code, azsreg_error_comment(e->error), e->comment);
    check_number("values", code, (long)azsreg_error_values(e->error),
                 (long)e->values);
    check_number("transient", code, azsreg_error_is_transient(e->error),
                 e->transient);
    check_detail(e);
    check_names(e);
    check_find(e);
}

/* The slice is not a code, or it is the code of another error. */
static void check_not(const struct expected *e, const char *slice,
                      size_t length)
{
    azsreg_error error = azsreg_error_from_code_n(slice, length);
    if (error == AZSREG_ERROR_UNKNOWN)
        return;
    const char *code = azsreg_error_code(error);
    if (strlen(code) == length && memcmp(code, slice, length) == 0 &&
        error != e->error)
        return;
    wrong("a neighbour", e->code);
    printf("  '%.*s' is not a code, and it gives '%s'\n", (int)length, slice,
           code);
}

/* Every change of a single byte, and one byte more or less. */
static void check_neighbours(const struct expected *e)
{
    size_t length = strlen(e->code);
    char *slice = malloc(length + 1);
    if (slice == NULL)
        exit(EXIT_FAILURE);
    memcpy(slice, e->code, length + 1);
    for (size_t i = 0; i < length; i++) {
        for (int change = 1; change < 256; change++) {
            slice[i] = (char)((unsigned char)e->code[i] ^ change);
            check_not(e, slice, length);
        }
        slice[i] = e->code[i];
    }
    check_not(e, slice, length - 1);
    check_not(e, slice + 1, length - 1);
    check_not(e, slice, length + 1);
    slice[length] = 'X';
    check_not(e, slice, length + 1);
    free(slice);
}

static void check_unknown(const char *what, azsreg_error error)
{
    check_text(what, "code", azsreg_error_code(error), "Unknown");
    check_text(what, "comment", azsreg_error_comment(error), "");
    check_number(what, "values", (long)azsreg_error_values(error), 0);
    check_number(what, "transient", azsreg_error_is_transient(error), 0);
    char detail[100];
    azsreg_format_detail(detail, sizeof detail, error, NULL);
    check_text(what, "detail", detail, EXPECTED_UNKNOWN);
}

int main(void)
{
    check_number("count", "the errors", AZSREG_ERROR_COUNT, EXPECTED_COUNT);
    /* Of thousands of codes, a sample of about 500 shows its neighbours. */
    size_t step = 1 + EXPECTED_COUNT / 500;
    for (size_t i = 0; i < EXPECTED_COUNT; i++) {
        check_error(&expected[i]);
        if (i % step == 0)
            check_neighbours(&expected[i]);
    }
    check_unknown("zero", AZSREG_ERROR_UNKNOWN);
    check_unknown("one above", (azsreg_error)(AZSREG_ERROR_COUNT + 1));
    check_number("error", "", (long)azsreg_error_from_code(""), 0);
    check_number("error", "Unknown", (long)azsreg_error_from_code("Unknown"),
                 0);
    printf("%d errors, %d mistakes\n", (int)EXPECTED_COUNT, mistakes);
    return mistakes == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
