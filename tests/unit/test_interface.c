/* SPDX-License-Identifier: MIT
 *
 * The public interface has exactly the types and the numbers it promises. Most
 * of this is checked by the compiler.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* Declared once more, by the tags of the types: a function of another type is
 * an error in C. */
enum azsreg_error azsreg_error_from_code(const char *code);
enum azsreg_error azsreg_error_from_code_n(const char *code, size_t length);
const char *azsreg_error_code(enum azsreg_error error);
const char *azsreg_error_comment(enum azsreg_error error);
unsigned azsreg_error_values(enum azsreg_error error);
bool azsreg_error_is_transient(enum azsreg_error error);
size_t azsreg_format_detail(char *buffer, size_t size, enum azsreg_error error,
                            const struct azsreg_values *values);
enum azsreg_error azsreg_error_find(const char *text, size_t length,
                                    size_t *offset);
size_t azsreg_escape(char *buffer, size_t size, const char *text,
                     size_t length);
const char *azsreg_version(void);

static void values_are_four_strings_in_order(void **state)
{
    (void)state;
    const azsreg_values values = {"first", "second", "third", "fourth"};
    const char *const *each = (const char *const *)&values;
    assert_ptr_equal(values.subscription_id, each[0]);
    assert_ptr_equal(values.resource_group, each[1]);
    assert_ptr_equal(values.registration_name, each[2]);
    assert_ptr_equal(values.customer_subscription_id, each[3]);
    assert_int_equal(sizeof values, 4 * sizeof(const char *));
}

static void numbers_are_the_promised_ones(void **state)
{
    (void)state;
    assert_int_equal(AZSREG_ERROR_UNKNOWN, 0);
    assert_int_equal(AZSREG_VALUE_SUBSCRIPTION_ID, 1);
    assert_int_equal(AZSREG_VALUE_RESOURCE_GROUP, 2);
    assert_int_equal(AZSREG_VALUE_REGISTRATION_NAME, 4);
    assert_int_equal(AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID, 8);
}

static void the_version_is_that_of_the_header(void **state)
{
    (void)state;
    char expected[64];
    snprintf(expected, sizeof expected, "%d.%d.%d", AZSREG_VERSION_MAJOR,
             AZSREG_VERSION_MINOR, AZSREG_VERSION_PATCH);
    assert_string_equal(azsreg_version(), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_four_strings_in_order),
        cmocka_unit_test(numbers_are_the_promised_ones),
        cmocka_unit_test(the_version_is_that_of_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
