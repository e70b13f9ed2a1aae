/* SPDX-License-Identifier: MIT
 *
 * usage: check_catalog CATALOG CODES_H
 *
 * Compares a library, and the codes.h that it was built with, with the catalog,
 * as the naive model reads it. Stops at the first difference.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz/catalog_model.h"
#include "fuzz/fuzz.h"

enum { FILE_SIZE_MAX = 16 * 1024 * 1024, VALUES = 4 };

static const azsreg_values values = {"[S]", "[G]", "[R]", "[C]"};
static const char *const shown_values[VALUES] = {"[S]", "[G]", "[R]", "[C]"};

static void expect_text(const char *what, const char *of, const char *expected,
                        const char *came)
{
    if (strcmp(expected, came) == 0)
        return;
    fprintf(stderr, "%s of %s\n", what, of);
    report("expected", expected, strlen(expected));
    report("came", came, strlen(came));
    exit(EXIT_FAILURE);
}

static void expect_number(const char *what, const char *of,
                          unsigned long expected, unsigned long came)
{
    if (expected == came)
        return;
    fprintf(stderr, "%s of %s: expected %lu, came %lu\n", what, of, expected,
            came);
    exit(EXIT_FAILURE);
}

static char *read_file(const char *path, size_t *size)
{
    char *bytes = allocate(FILE_SIZE_MAX);
    FILE *file = fopen(path, "rb");
    *size = file != NULL ? fread(bytes, 1, FILE_SIZE_MAX, file) : 0;
    if (*size == 0 || *size == FILE_SIZE_MAX || fclose(file) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    return bytes;
}

/* ---- Codes ---------------------------------------------------------------*/

/* In a text the code is found where it stands, after an escape too, and not
 * as part of a longer word. */
static void check_find(const char *code, unsigned long number)
{
    char text[256];
    const size_t length =
        (size_t)snprintf(text, sizeof text, "_%s {\"\\u000a%s\"}", code, code);
    size_t offset;
    const azsreg_error error = azsreg_error_find(text, length, &offset);
    expect_number("the error in a text", code, number, (unsigned long)error);
    expect_number("the offset", code, length - 2 - strlen(code), offset);
}

/* The slice gives no error, or the one whose code it is. */
static void check_slice(const char *of, const char *slice, size_t length)
{
    const azsreg_error error = azsreg_error_from_code_n(slice, length);
    if (error == AZSREG_ERROR_UNKNOWN)
        return;
    const char *code = azsreg_error_code(error);
    if (strlen(code) == length && memcmp(code, slice, length) == 0)
        return;
    report("a slice", slice, length);
    expect_text("a neighbour", of, "no error", code);
}

/* Every change of a single byte, and one byte more or less. */
static void check_neighbours(const char *code)
{
    const size_t length = strlen(code);
    char slice[MODEL_CODE_LENGTH_MAX + 2];
    strcpy(slice, code);
    for (size_t i = 0; i < length; i++) {
        for (int change = 1; change < 256; change++) {
            slice[i] = (char)(code[i] ^ change);
            check_slice(code, slice, length);
        }
        slice[i] = code[i];
    }
    check_slice(code, slice, length - 1);
    check_slice(code, slice + 1, length - 1);
    check_slice(code, slice, length + 1);
    slice[length] = 'X';
    check_slice(code, slice, length + 1);
}

/* The code is that of its error, which has its enumerator. */
static void check_code(const struct model_error *e, unsigned long number,
                       const char *codes_h)
{
    char line[512];
    snprintf(line, sizeof line, "\n    AZSREG_ERROR_%s = %lu", e->enumerator,
             number);
    const char *found = strstr(codes_h, line);
    if (found == NULL || strchr(", ", found[strlen(line)]) == NULL)
        expect_text("the enumerator", e->code, line, "no such line");
    const azsreg_error error = azsreg_error_from_code(e->code);
    expect_number("the error", e->code, number, (unsigned long)error);
    expect_number(
        "the error of a slice", e->code, number,
        (unsigned long)azsreg_error_from_code_n(e->code, strlen(e->code)));
    expect_text("the code", e->code, e->code, azsreg_error_code(error));
    check_find(e->code, number);
}

/* ---- Details -------------------------------------------------------------*/

/* The detail with texts for the values, in allocated memory. */
static char *fill(const char *detail, const char *const texts[VALUES])
{
    size_t size = 1;
    for (const char *c = detail; *c != '\0'; c++)
        size += *c <= VALUES && *c > 0 ? strlen(texts[*c - 1]) : 1;
    char *filled = allocate(size);
    char *to = filled;
    for (const char *c = detail; *c != '\0'; c++) {
        if (*c <= VALUES && *c > 0)
            to = strchr(strcpy(to, texts[*c - 1]), '\0');
        else
            *to++ = *c;
    }
    return filled;
}

static void check_detail(const struct model_error *e, azsreg_error error,
                         const char *const texts[VALUES],
                         const azsreg_values *passed)
{
    char *expected = fill(e->detail, texts);
    const size_t size = strlen(expected) + 1;
    expect_number("the length of the detail", e->code, size - 1,
                  azsreg_format_detail(NULL, 0, error, passed));
    char *detail = allocate(size);
    azsreg_format_detail(detail, size, error, passed);
    expect_text("the detail", e->code, expected, detail);
    free(expected);
    free(detail);
}

/* What the library says of an error besides its code. `names` are those of the
 * values. */
static void check_texts(const struct model_error *e, azsreg_error error,
                        const char *const names[VALUES])
{
    unsigned mask = 0;
    for (int value = 0; value < VALUES; value++)
        mask |= strchr(e->detail, value + 1) != NULL ? 1U << value : 0;
    expect_number("the values", e->code, mask, azsreg_error_values(error));
    expect_number("transient", e->code, e->transient,
                  azsreg_error_is_transient(error));
    expect_text("the comment", e->code, e->comment,
                azsreg_error_comment(error));
    check_detail(e, error, shown_values, &values);
    check_detail(e, error, names, NULL);
}

int main(int argc, char *argv[])
{
    if (argc != 3)
        return EXIT_FAILURE;
    size_t size;
    char *codes_h = read_file(argv[2], &size);
    char *bytes = read_file(argv[1], &size);
    struct model_catalog catalog;
    if (!model_catalog_read(&catalog, bytes, size))
        expect_text("the catalog", argv[1], "good", "bad");
    expect_number("the number of errors", argv[1], catalog.count,
                  AZSREG_ERROR_COUNT);
    /* Of thousands of codes, a sample of about 500 shows its neighbours. */
    const size_t step = 1 + catalog.count / 500;
    for (size_t i = 0; i < catalog.count; i++) {
        check_code(&catalog.errors[i], i + 1, codes_h);
        check_texts(&catalog.errors[i], (azsreg_error)(i + 1),
                    &catalog.defaults[1]);
        if (i % step == 0)
            check_neighbours(catalog.errors[i].code);
    }
    const struct model_error unknown = {
        .code = "Unknown", .detail = catalog.defaults[0], .comment = ""};
    const azsreg_error no_errors[] = {AZSREG_ERROR_UNKNOWN,
                                      (azsreg_error)(catalog.count + 1)};
    for (size_t i = 0; i < 2; i++) {
        expect_text("the code", "no error", unknown.code,
                    azsreg_error_code(no_errors[i]));
        check_texts(&unknown, no_errors[i], &catalog.defaults[1]);
    }
    expect_number("the error", "Unknown", 0,
                  (unsigned long)azsreg_error_from_code("Unknown"));
    printf("%lu errors\n", (unsigned long)catalog.count);
    model_catalog_free(&catalog);
    free(bytes);
    free(codes_h);
    return EXIT_SUCCESS;
}
