/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back: the library against a naive loop over the
 * codes. It holds for any catalog of codes that fit into its buffers.
 */
#include <azsreg/azsreg.h>

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pages.h"
#include "random.h"
#include "report.h"

enum { CODE_MAX = 4096, SKIPPED = 77 };

static const char *code_of(int number)
{
    return azsreg_error_code((azsreg_error)number);
}

/* The naive lookup. */
static int find(const char *code, size_t length)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *candidate = code_of(number);
        if (strlen(candidate) == length && memcmp(candidate, code, length) == 0)
            return number;
    }
    return AZSREG_ERROR_UNKNOWN;
}

static void expect_slice(const char *code, size_t length, int expected)
{
    int came = (int)azsreg_error_from_code_n(code, length);
    if (came == expected)
        return;
    report("code", code, length);
    fail_msg("azsreg_error_from_code_n: expected %d, came %d", expected, came);
}

/* Looks a string up in both ways. */
static void expect(const char *code, int expected)
{
    expect_slice(code, strlen(code), expected);
    int came = (int)azsreg_error_from_code(code);
    if (came == expected)
        return;
    report("code", code, strlen(code));
    fail_msg("azsreg_error_from_code: expected %d, came %d", expected, came);
}

/* ---- Codes ---------------------------------------------------------------*/

static void every_code_is_found(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        assert_true(strlen(code_of(number)) > 0);
        expect(code_of(number), number);
    }
}

static void every_changed_byte_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX];
        size_t length = strlen(code_of(number));
        memcpy(code, code_of(number), length);
        for (size_t i = 0; i < length; i++) {
            for (int change = 1; change <= UCHAR_MAX; change++) {
                code[i] = (char)(code_of(number)[i] ^ change);
                expect_slice(code, length, find(code, length));
            }
            code[i] = code_of(number)[i];
        }
    }
}

static void every_changed_case_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char upper[CODE_MAX];
        char lower[CODE_MAX];
        strcpy(upper, code_of(number));
        strcpy(lower, code_of(number));
        for (size_t i = 0; upper[i] != '\0'; i++) {
            if (upper[i] >= 'a' && upper[i] <= 'z')
                upper[i] = (char)(upper[i] - 'a' + 'A');
            if (lower[i] >= 'A' && lower[i] <= 'Z')
                lower[i] = (char)(lower[i] - 'A' + 'a');
        }
        expect(upper, find(upper, strlen(upper)));
        expect(lower, find(lower, strlen(lower)));
    }
}

static void every_truncated_code_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX];
        strcpy(code, code_of(number));
        for (size_t length = strlen(code); length-- > 0;) {
            expect_slice(code_of(number), length,
                         find(code_of(number), length));
            code[length] = '\0';
            expect(code, find(code, length));
            const char *rest = code_of(number) + strlen(code_of(number));
            expect(rest - length, find(rest - length, length));
        }
    }
}

static void every_extended_code_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 2] = "";
        size_t length = strlen(code_of(number));
        for (int byte = 0; byte <= UCHAR_MAX; byte++) {
            memcpy(code, code_of(number), length);
            code[length] = (char)byte;
            expect_slice(code, length + 1, find(code, length + 1));
            memcpy(code + 1, code_of(number), length);
            code[0] = (char)byte;
            expect_slice(code, length + 1, find(code, length + 1));
        }
    }
}

static void a_code_in_a_sentence_is_unknown(void **state)
{
    (void)state;
    static const char *const frames[][2] = {
        {" ", ""},
        {"", " "},
        {"\t", ""},
        {"", "\n"},
        {"\"", "\""},
        {"", "\r"},
        {"", "."},
        {"AZSREG_ERROR_", ""},
        {"\xEF\xBB\xBF", ""},
    };
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            char code[CODE_MAX + 32];
            strcpy(code, frames[i][0]);
            strcat(code, code_of(number));
            strcat(code, frames[i][1]);
            expect(code, AZSREG_ERROR_UNKNOWN);
        }
    }
}

static void nothing_is_unknown(void **state)
{
    (void)state;
    expect("", AZSREG_ERROR_UNKNOWN);
    expect("Unknown", AZSREG_ERROR_UNKNOWN);
    expect_slice("", 1, AZSREG_ERROR_UNKNOWN);
    expect_slice(code_of(1), 0, AZSREG_ERROR_UNKNOWN);
}

static void null_is_unknown_whatever_the_length(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, 7, 8, 16, 20, 32, 65536, SIZE_MAX};
    assert_int_equal(azsreg_error_from_code(NULL), AZSREG_ERROR_UNKNOWN);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        expect_slice(NULL, lengths[i], AZSREG_ERROR_UNKNOWN);
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++)
        expect_slice(NULL, strlen(code_of(number)), AZSREG_ERROR_UNKNOWN);
}

static void an_embedded_nul_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 1];
        size_t length = strlen(code_of(number));
        for (size_t i = 0; i <= length; i++) {
            memcpy(code, code_of(number), i);
            code[i] = '\0';
            memcpy(code + i + 1, code_of(number) + i, length - i);
            expect_slice(code, length + 1, AZSREG_ERROR_UNKNOWN);
            if (i < length)
                expect_slice(code, length, AZSREG_ERROR_UNKNOWN);
        }
    }
}

/* ---- Slices --------------------------------------------------------------*/

static void a_slice_is_not_read_past_its_ends(void **state)
{
    (void)state;
    struct pages pages = pages_new(CODE_MAX);
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        size_t length = strlen(code_of(number));
        for (size_t part = 0; part <= length; part++) {
            char *at_end = pages.end - part;
            memcpy(at_end, code_of(number), part);
            expect_slice(at_end, part, find(code_of(number), part));
            memcpy(pages.first, code_of(number), part);
            expect_slice(pages.first, part, find(code_of(number), part));
        }
        strcpy(pages.end - length - 1, code_of(number));
        expect(pages.end - length - 1, number);
    }
    pages_free(pages);
}

static void a_slice_of_any_length_is_not_read_past_its_ends(void **state)
{
    (void)state;
    struct pages pages = pages_new(CODE_MAX);
    size_t size = (size_t)(pages.end - pages.first);
    memset(pages.first, 'R', size);
    for (size_t length = 0; length <= size; length++) {
        expect_slice(pages.end - length, length, find(pages.first, length));
        expect_slice(pages.first, length, find(pages.first, length));
    }
    pages_free(pages);
}

static void every_slice_of_an_answer(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char body[CODE_MAX + 64] = "{\"error\": {\"code\": \"";
        size_t start = strlen(body);
        strcat(body, code_of(number));
        size_t length = strlen(body) - start;
        strcat(body, "\", \"message\": \"...\"}}");
        expect_slice(&body[start], length, number);
        for (size_t first = 0; body[first] != '\0'; first++)
            for (size_t end = first; end <= strlen(body); end++)
                expect_slice(&body[first], end - first,
                             find(&body[first], end - first));
    }
}

static void a_megabyte_is_unknown(void **state)
{
    (void)state;
    enum { MEGABYTE = 1024 * 1024 };
    char *text = malloc(MEGABYTE + 1);
    assert_non_null(text);
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        size_t length = strlen(code_of(number));
        for (size_t i = 0; i < MEGABYTE; i++)
            text[i] = code_of(number)[i % length];
        text[MEGABYTE] = '\0';
        expect(text, AZSREG_ERROR_UNKNOWN);
        /* Lengths that are the code's in their lower 8 or 16 bits. */
        expect_slice(text, length + 256, find(text, length + 256));
        expect_slice(text, length + 65536, find(text, length + 65536));
    }
    free(text);
}

/* ---- Random strings ------------------------------------------------------*/

/* A string that has something of the codes: pieces of them, and noise. */
static size_t make_string(uint64_t *random, char string[CODE_MAX])
{
    size_t length = 0;
    for (size_t pieces = random_below(random, 4); pieces > 0; pieces--) {
        const char *code =
            code_of(1 + (int)random_below(random, AZSREG_ERROR_COUNT));
        size_t first = random_below(random, strlen(code) + 1);
        size_t size = random_below(random, strlen(code) - first + 1);
        if (random_below(random, 2) == 0)
            size = strlen(code) - first;
        if (length + size > CODE_MAX / 2)
            break;
        memcpy(string + length, code + first, size);
        length += size;
    }
    for (size_t noise = random_below(random, 3); noise > 0; noise--)
        string[length++] = (char)random_next(random);
    if (length > 0 && random_below(random, 2) == 0)
        string[random_below(random, length)] ^=
            (char)(1U << random_below(random, 8));
    return length;
}

static void random_strings(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++) {
        char string[CODE_MAX];
        size_t length = make_string(&random, string);
        expect_slice(string, length, find(string, length));
        string[length] = '\0';
        expect(string, find(string, strlen(string)));
    }
}

/* ---- Any int as an error -------------------------------------------------*/

static void expect_error(int number)
{
    azsreg_error error = (azsreg_error)number;
    /* Where enums are short, this is another number than it was. */
    number = (int)error;
    bool is_known = number >= 1 && number <= AZSREG_ERROR_COUNT;
    const char *code = azsreg_error_code(error);
    int found = (int)azsreg_error_from_code(code);
    char detail[32];
    size_t length = azsreg_format_detail(detail, sizeof detail, error, NULL);
    if (is_known && found == number)
        return;
    if (!is_known && strcmp(code, "Unknown") == 0 &&
        strcmp(azsreg_error_comment(error), "") == 0 &&
        azsreg_error_values(error) == 0 && !azsreg_error_is_transient(error) &&
        length == strlen("Unknown registration error.") &&
        strcmp(detail, "Unknown registration error.") == 0)
        return;
    print_error("code '%s' (%d), comment '%s', values %u, transient %d\n", code,
                found, azsreg_error_comment(error), azsreg_error_values(error),
                azsreg_error_is_transient(error));
    print_error("detail of %lu bytes '%s'\n", (unsigned long)length, detail);
    fail_msg("error %d: expected %s", number,
             is_known ? "an error" : "what is said of an unknown one");
}

static void every_int_is_an_error_or_unknown(void **state)
{
    (void)state;
    for (int offset = -300; offset <= 300; offset++) {
        expect_error(offset);
        expect_error(AZSREG_ERROR_COUNT + offset);
        expect_error(offset < 0 ? INT_MAX + offset : INT_MAX - offset);
        expect_error(offset < 0 ? INT_MIN - offset : INT_MIN + offset);
        for (int bit = 8; bit < 31; bit++)
            expect_error((1 << bit) + offset);
    }
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++)
        expect_error((int)(int32_t)(uint32_t)random_next(&random));
}

int main(void)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        if (strlen(code_of(number)) >= CODE_MAX) {
            print_message("a code of %d bytes or more\n", CODE_MAX);
            return SKIPPED;
        }
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_found),
        cmocka_unit_test(every_changed_byte_is_unknown),
        cmocka_unit_test(every_changed_case_is_unknown),
        cmocka_unit_test(every_truncated_code_is_unknown),
        cmocka_unit_test(every_extended_code_is_unknown),
        cmocka_unit_test(a_code_in_a_sentence_is_unknown),
        cmocka_unit_test(nothing_is_unknown),
        cmocka_unit_test(null_is_unknown_whatever_the_length),
        cmocka_unit_test(an_embedded_nul_is_unknown),
        cmocka_unit_test(a_slice_is_not_read_past_its_ends),
        cmocka_unit_test(a_slice_of_any_length_is_not_read_past_its_ends),
        cmocka_unit_test(every_slice_of_an_answer),
        cmocka_unit_test(a_megabyte_is_unknown),
        cmocka_unit_test(random_strings),
        cmocka_unit_test(every_int_is_an_error_or_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
