/* SPDX-License-Identifier: MIT
 *
 * Holds a library that was built from some catalog against what expected.h
 * says of it. That file defines `expected`: what was meant, in C, and not from
 * the generator. Prints what is wrong, and returns how many such things.
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

#include "expected.h"

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
    printf("  expected %ld, and it is %ld\n", wanted, is);
}

static void check_text(const char *what, const char *of, const char *is,
                       const char *wanted)
{
    if (strcmp(is, wanted) == 0)
        return;
    wrong(what, of);
    printf("  expected\n%s\n  and it is\n%s\n", wanted, is);
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
}

/* That the slice is not a code, or another one that is spelled just so. */
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
    printf("  '%.*s' is no code\n", (int)length, slice);
}

/* Every change of a single byte, and one byte more or less. In a long code,
 * one change of each byte. */
static void check_neighbours(const struct expected *e)
{
    size_t length = strlen(e->code);
    char *slice = malloc(length + 1);
    if (slice == NULL)
        exit(EXIT_FAILURE);
    memcpy(slice, e->code, length + 1);
    int step = length <= 64 ? 1 : 85; /* of the 255 other bytes */
    for (size_t i = 0; i < length; i++) {
        for (int change = step; change < 256; change += step) {
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
    check_text(what, "detail", detail, "Unknown registration error.");
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
