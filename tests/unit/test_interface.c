/* SPDX-License-Identifier: MIT
 *
 * The public interface has exactly the types and the numbers it promises.
 * Most of this is checked by the compiler.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Declared once more: a function of another type is an error in C. */
azsreg_error azsreg_error_from_code(const char *code);
azsreg_error azsreg_error_from_code_n(const char *code, size_t length);
const char *azsreg_error_code(azsreg_error error);
const char *azsreg_error_comment(azsreg_error error);
unsigned azsreg_error_values(azsreg_error error);
bool azsreg_error_is_transient(azsreg_error error);
size_t azsreg_format_detail(char *buffer, size_t size, azsreg_error error,
                            const azsreg_values *values);
azsreg_error azsreg_error_find(const char *text, size_t length, size_t *offset);
size_t azsreg_escape(char *buffer, size_t size, const char *text,
                     size_t length);
const char *azsreg_version(void);

/* And the names of the types: another tag is an error too. */
typedef enum azsreg_error azsreg_error_tag;
typedef struct azsreg_values azsreg_values_tag;

static void functions_have_the_promised_types(void **state)
{
    (void)state;
    azsreg_error_tag (*const from_code)(const char *) = azsreg_error_from_code;
    azsreg_error (*const from_code_n)(const char *, size_t) =
        azsreg_error_from_code_n;
    const char *(*const code)(azsreg_error) = azsreg_error_code;
    const char *(*const comment)(azsreg_error) = azsreg_error_comment;
    unsigned (*const values)(azsreg_error) = azsreg_error_values;
    bool (*const is_transient)(azsreg_error) = azsreg_error_is_transient;
    size_t (*const format_detail)(char *, size_t, azsreg_error,
                                  const azsreg_values_tag *) =
        azsreg_format_detail;
    azsreg_error (*const find)(const char *, size_t, size_t *) =
        azsreg_error_find;
    size_t (*const escape)(char *, size_t, const char *, size_t) =
        azsreg_escape;
    const char *(*const version)(void) = azsreg_version;
    assert_true(from_code != NULL && from_code_n != NULL && code != NULL &&
                comment != NULL && values != NULL && is_transient != NULL &&
                format_detail != NULL && find != NULL && escape != NULL &&
                version != NULL);
}

static void values_are_four_strings_in_order(void **state)
{
    (void)state;
    azsreg_values values = {NULL, NULL, NULL, NULL};
    const char **const members[] = {
        &values.subscription_id, &values.resource_group,
        &values.registration_name, &values.customer_subscription_id};
    const size_t offsets[] = {
        offsetof(azsreg_values, subscription_id),
        offsetof(azsreg_values, resource_group),
        offsetof(azsreg_values, registration_name),
        offsetof(azsreg_values, customer_subscription_id)};
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++) {
        assert_ptr_equal(members[i], (char *)&values + offsets[i]);
        assert_int_equal(offsets[i], i * sizeof(const char *));
    }
    assert_int_equal(sizeof values, 4 * sizeof(const char *));
}

static void values_have_the_promised_bits(void **state)
{
    (void)state;
    assert_int_equal(AZSREG_VALUE_SUBSCRIPTION_ID, 1);
    assert_int_equal(AZSREG_VALUE_RESOURCE_GROUP, 2);
    assert_int_equal(AZSREG_VALUE_REGISTRATION_NAME, 4);
    assert_int_equal(AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID, 8);
}

static void unknown_is_zero_and_no_error(void **state)
{
    (void)state;
    assert_int_equal(AZSREG_ERROR_UNKNOWN, 0);
    assert_true(AZSREG_ERROR_COUNT >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_have_the_promised_types),
        cmocka_unit_test(values_are_four_strings_in_order),
        cmocka_unit_test(values_have_the_promised_bits),
        cmocka_unit_test(unknown_is_zero_and_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
