/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back, compared with the naive model.
 */
#include <azsreg/azsreg.h>

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model.h"
#include "pages.h"
#include "random.h"
#include "report.h"

/* A code has at most CODE_MAX bytes. */
enum { CODE_MAX = 64, MEGABYTE = 1024 * 1024 };

static struct pages pages;

static int set_up(void **state)
{
    (void)state;
    pages = pages_new(MEGABYTE);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pages_free(pages);
    return 0;
}

static const char *code_of(int number)
{
    return azsreg_error_code((azsreg_error)number);
}

static void expect(azsreg_error expected, azsreg_error came, const char *code,
                   size_t length)
{
    if (came == expected)
        return;
    report("code", code, length);
    fail_msg("expected %d, came %d", (int)expected, (int)came);
}

/* Looks up a slice that ends at a protected page, one that starts behind one,
 * and a string if there is no NUL in the code. Returns what the model says. */
static azsreg_error check(const char *code, size_t length)
{
    const azsreg_error expected = model_from_code(code, length);
    char *slice = pages.end - length;
    memmove(slice, code, length);
    expect(expected, azsreg_error_from_code_n(slice, length), slice, length);
    slice = memmove(pages.first, slice, length);
    expect(expected, azsreg_error_from_code_n(slice, length), slice, length);
    if (memchr(slice, '\0', length) != NULL)
        return expected;
    char *string = memmove(pages.end - length - 1, slice, length);
    string[length] = '\0';
    expect(expected, azsreg_error_from_code(string), string, length);
    return expected;
}

/* ---- Codes ---------------------------------------------------------------*/

static void every_code_is_found(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const size_t length = strlen(code_of(number));
        assert_in_range(length, 1, CODE_MAX);
        assert_int_equal(check(code_of(number), length), number);
    }
}

static void every_changed_byte(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 1];
        strcpy(code, code_of(number));
        for (size_t i = 0; code_of(number)[i] != '\0'; i++) {
            for (int change = 1; change <= UCHAR_MAX; change++) {
                code[i] = (char)(code_of(number)[i] ^ change);
                check(code, strlen(code_of(number)));
            }
            code[i] = code_of(number)[i];
        }
    }
}

static void every_code_in_one_case(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char upper[CODE_MAX + 1];
        char lower[CODE_MAX + 1];
        strcpy(upper, code_of(number));
        strcpy(lower, code_of(number));
        for (size_t i = 0; upper[i] != '\0'; i++) {
            if (upper[i] >= 'a' && upper[i] <= 'z')
                upper[i] = (char)(upper[i] - 'a' + 'A');
            if (lower[i] >= 'A' && lower[i] <= 'Z')
                lower[i] = (char)(lower[i] - 'A' + 'a');
        }
        check(upper, strlen(upper));
        check(lower, strlen(lower));
    }
}

static void every_slice_of_an_answer(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char body[CODE_MAX + 64] = "{\"error\": {\"code\": \"";
        strcat(strcat(body, code_of(number)), "\", \"message\": \"...\"}}");
        for (size_t first = 0; body[first] != '\0'; first++)
            for (size_t end = first; end <= strlen(body); end++)
                check(&body[first], end - first);
    }
}

static void every_byte_before_or_behind_a_code(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const size_t length = strlen(code_of(number));
        char code[CODE_MAX + 2];
        memcpy(&code[1], code_of(number), length);
        for (int byte = 0; byte <= UCHAR_MAX; byte++) {
            code[0] = (char)byte;
            code[length + 1] = (char)byte;
            check(code, length + 1);
            check(&code[1], length + 1);
        }
    }
}

static void a_code_with_something_around_it_is_unknown(void **state)
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
            strcat(strcat(code, code_of(number)), frames[i][1]);
            assert_int_equal(check(code, strlen(code)), AZSREG_ERROR_UNKNOWN);
        }
    }
}

static void nothing_is_unknown(void **state)
{
    (void)state;
    assert_int_equal(check("", 0), AZSREG_ERROR_UNKNOWN);
    assert_int_equal(check("", 1), AZSREG_ERROR_UNKNOWN);
    assert_int_equal(check("Unknown", 7), AZSREG_ERROR_UNKNOWN);
}

static void null_is_unknown_whatever_the_length(void **state)
{
    (void)state;
    assert_int_equal(azsreg_error_from_code(NULL), AZSREG_ERROR_UNKNOWN);
    for (size_t length = 0; length <= CODE_MAX + 1; length++) {
        expect(AZSREG_ERROR_UNKNOWN, azsreg_error_from_code_n(NULL, length),
               NULL, length);
        expect(AZSREG_ERROR_UNKNOWN,
               azsreg_error_from_code_n(NULL, SIZE_MAX - length), NULL,
               SIZE_MAX - length);
    }
}

static void an_embedded_nul_is_unknown(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 1];
        const size_t length = strlen(code_of(number));
        for (size_t i = 0; i <= length; i++) {
            memcpy(code, code_of(number), i);
            code[i] = '\0';
            memcpy(code + i + 1, code_of(number) + i, length - i);
            assert_int_equal(check(code, length + 1), AZSREG_ERROR_UNKNOWN);
            if (i < length)
                assert_int_equal(check(code, length), AZSREG_ERROR_UNKNOWN);
        }
    }
}

/* Some have the length of a code in their lower 8 or 16 bits. */
static void long_texts_are_unknown(void **state)
{
    (void)state;
    static char text[MEGABYTE];
    static const size_t more[] = {CODE_MAX, 256, 65536, MEGABYTE - CODE_MAX};
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const size_t length = strlen(code_of(number));
        for (size_t i = 0; i < MEGABYTE; i++)
            text[i] = code_of(number)[i % length];
        for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
            assert_int_equal(check(text, length + more[i] - 1),
                             AZSREG_ERROR_UNKNOWN);
    }
}

/* ---- Generated texts -----------------------------------------------------*/

/* Pieces of codes, other bytes, and sometimes a bit that is changed. */
static size_t make_text(uint64_t *random, char text[3 * CODE_MAX + 2])
{
    size_t length = 0;
    for (size_t pieces = random_below(random, 4); pieces > 0; pieces--) {
        const char *code =
            code_of(1 + (int)random_below(random, AZSREG_ERROR_COUNT));
        const size_t first = random_below(random, strlen(code) + 1);
        size_t size = strlen(code) - first;
        if (random_below(random, 2) == 0)
            size = random_below(random, size + 1);
        memcpy(text + length, code + first, size);
        length += size;
    }
    for (size_t others = random_below(random, 3); others > 0; others--)
        text[length++] = (char)random_next(random);
    if (length > 0 && random_below(random, 2) == 0)
        text[random_below(random, length)] ^=
            (char)(1U << random_below(random, 8));
    return length;
}

static void generated_texts(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++) {
        char text[3 * CODE_MAX + 2];
        const size_t length = make_text(&random, text);
        check(text, length);
    }
}

/* ---- Any int as an error -------------------------------------------------*/

static void expect_error(int number)
{
    const azsreg_error error = (azsreg_error)number;
    /* Where enums are short, this is another number than it was. */
    number = (int)error;
    const bool is_known = number >= 1 && number <= AZSREG_ERROR_COUNT;
    const char *code = azsreg_error_code(error);
    const int found = (int)azsreg_error_from_code(code);
    char unknown[256];
    char detail[256];
    azsreg_format_detail(unknown, sizeof unknown, AZSREG_ERROR_UNKNOWN, NULL);
    azsreg_format_detail(detail, sizeof detail, error, NULL);
    if (is_known && found == number)
        return;
    if (!is_known && strcmp(code, "Unknown") == 0 &&
        strcmp(azsreg_error_comment(error), "") == 0 &&
        azsreg_error_values(error) == 0 && !azsreg_error_is_transient(error) &&
        strcmp(detail, unknown) == 0)
        return;
    print_error("code '%s' (%d), comment '%s', values %u, transient %d\n", code,
                found, azsreg_error_comment(error), azsreg_error_values(error),
                azsreg_error_is_transient(error));
    print_error("detail '%s'\n", detail);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_found),
        cmocka_unit_test(every_changed_byte),
        cmocka_unit_test(every_code_in_one_case),
        cmocka_unit_test(every_slice_of_an_answer),
        cmocka_unit_test(every_byte_before_or_behind_a_code),
        cmocka_unit_test(a_code_with_something_around_it_is_unknown),
        cmocka_unit_test(nothing_is_unknown),
        cmocka_unit_test(null_is_unknown_whatever_the_length),
        cmocka_unit_test(an_embedded_nul_is_unknown),
        cmocka_unit_test(long_texts_are_unknown),
        cmocka_unit_test(generated_texts),
        cmocka_unit_test(every_int_is_an_error_or_unknown),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
