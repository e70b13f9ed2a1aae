/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back.
 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compare.h"
#include "random.h"

static const char *code_of(int number)
{
    return azsreg_error_code((azsreg_error)number);
}

static void every_code_is_found(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        assert_in_range(strlen(code_of(number)), 1, CODE_MAX);
        assert_true(code_is_right(code_of(number), strlen(code_of(number))));
        assert_int_equal(azsreg_error_from_code(code_of(number)), number);
    }
}

/* Upper case for lower case, and a NUL, among others. */
static void every_byte_of_a_code_replaced_by_every_other(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 1];
        const size_t length = strlen(strcpy(code, code_of(number)));
        for (size_t i = 0; i < length; i++) {
            for (int byte = 0; byte <= UCHAR_MAX; byte++) {
                code[i] = (char)byte;
                assert_true(code_is_right(code, length));
            }
            code[i] = code_of(number)[i];
        }
    }
}

static void every_byte_before_or_after_a_code(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char code[CODE_MAX + 3];
        const size_t length = strlen(strcpy(&code[1], code_of(number)));
        for (int byte = 0; byte <= UCHAR_MAX; byte++) {
            code[0] = (char)byte;
            code[length + 1] = (char)byte;
            assert_true(code_is_right(code, length + 1));
            assert_true(code_is_right(&code[1], length + 1));
        }
    }
}

/* With the length of a code, too: each comparison tries that. */
static void null_is_unknown_whatever_the_length(void **state)
{
    (void)state;
    assert_int_equal(azsreg_error_from_code(NULL), AZSREG_ERROR_UNKNOWN);
    assert_int_equal(azsreg_error_from_code_n(NULL, CODE_MAX),
                     AZSREG_ERROR_UNKNOWN);
    assert_int_equal(azsreg_error_from_code_n(NULL, SIZE_MAX),
                     AZSREG_ERROR_UNKNOWN);
}

/* Some have the length of a code in their lower 8 or 16 bits. */
static void long_texts_are_unknown(void **state)
{
    (void)state;
    static const size_t more[] = {1, CODE_MAX, 256, 65536, 1024 * 1024};
    static char text[CODE_MAX + 1024 * 1024];
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const size_t length = strlen(strcpy(text, code_of(number)));
        memset(&text[length], 'x', sizeof text - length);
        for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
            assert_true(code_is_right(text, length + more[i]));
    }
}

/* Pieces of codes, other bytes, and sometimes a bit that is changed. */
static void random_texts(void **state)
{
    (void)state;
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++) {
        char text[3 * CODE_MAX + 2];
        size_t length = 0;
        for (size_t codes = random_below(&random, 4); codes > 0; codes--)
            length += random_code(&random, &text[length]);
        for (size_t others = random_below(&random, 3); others > 0; others--)
            text[length++] = (char)random_next(&random);
        if (length > 0 && random_below(&random, 2) == 0)
            text[random_below(&random, length)] ^=
                (char)(1U << random_below(&random, 8));
        assert_true(code_is_right(text, length));
    }
}

static void every_int_is_an_error_or_unknown(void **state)
{
    (void)state;
    for (int offset = 0; offset <= 300; offset++) {
        assert_true(error_is_right(-offset));
        assert_true(error_is_right(AZSREG_ERROR_COUNT + offset));
        assert_true(error_is_right(AZSREG_ERROR_COUNT - offset));
        assert_true(error_is_right(INT_MAX - offset));
        assert_true(error_is_right(INT_MIN + offset));
        for (int bit = 8; bit < 31; bit++)
            assert_true(error_is_right((1 << bit) + offset));
    }
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++)
        assert_true(error_is_right((int)(int32_t)random_next(&random)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_found),
        cmocka_unit_test(every_byte_of_a_code_replaced_by_every_other),
        cmocka_unit_test(every_byte_before_or_after_a_code),
        cmocka_unit_test(null_is_unknown_whatever_the_length),
        cmocka_unit_test(long_texts_are_unknown),
        cmocka_unit_test(random_texts),
        cmocka_unit_test(every_int_is_an_error_or_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
