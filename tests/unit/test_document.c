/* SPDX-License-Identifier: MIT
 *
 * The library against the document, row by row of its table. What is expected
 * is read from the document at run time; test_detail holds its details.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document.h"

static struct document document;

static int set_up(void **state)
{
    (void)state;
    document_read(&document);
    return 0;
}

static azsreg_error error_of(size_t row)
{
    return (azsreg_error)(row + 1);
}

static void every_row_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(document.count, AZSREG_ERROR_COUNT);
    for (size_t row = 0; row < document.count; row++) {
        const char *code = document.rows[row].code;
        assert_string_equal(azsreg_error_code(error_of(row)), code);
        assert_int_equal(azsreg_error_from_code(code), error_of(row));
    }
}

static const struct {
    azsreg_error error;
    const char *code;
} enumerators[] = {
    {AZSREG_ERROR_REGISTRATION_NOT_FOUND, "RegistrationNotFound"},
    {AZSREG_ERROR_BAD_CUSTOMER_SUBSCRIPTION_ID, "BadCustomerSubscriptionId"},
    {AZSREG_ERROR_INVALID_CUSTOMER_SUBSCRIPTION_ID,
     "InvalidCustomerSubscriptionId"},
    {AZSREG_ERROR_CUSTOMER_SUBSCRIPTION_NOT_FOUND,
     "CustomerSubscriptionNotFound"},
    {AZSREG_ERROR_UNAUTHORIZED_CSP_REGISTRATION, "UnauthorizedCspRegistration"},
    {AZSREG_ERROR_CUSTOMER_SUBSCRIPTIONS_NOT_ALLOWED,
     "CustomerSubscriptionsNotAllowed"},
    {AZSREG_ERROR_INVALID_CSP_SUBSCRIPTION, "InvalidCSPSubscription"},
    {AZSREG_ERROR_METADATA_RESOLVER_BAD_GATEWAY_ERROR,
     "MetadataResolverBadGatewayError"},
};

static void every_row_has_an_enumerator(void **state)
{
    (void)state;
    assert_int_equal(sizeof enumerators / sizeof enumerators[0],
                     document.count);
    for (size_t row = 0; row < document.count; row++) {
        assert_string_equal(enumerators[row].code, document.rows[row].code);
        assert_int_equal(enumerators[row].error, row + 1);
    }
}

static void a_comment_is_that_of_the_row(void **state)
{
    (void)state;
    for (size_t row = 0; row < document.count; row++)
        assert_string_equal(azsreg_error_comment(error_of(row)),
                            document.rows[row].comment);
}

static void the_mask_has_the_values_that_are_emphasised(void **state)
{
    (void)state;
    for (size_t row = 0; row < document.count; row++) {
        unsigned expected = 0;
        for (int i = 0; i < VALUE_COUNT; i++)
            if (strchr(document.rows[row].detail, i + 1) != NULL)
                expected |= 1U << i;
        const unsigned came = azsreg_error_values(error_of(row));
        if (came != expected)
            fail_msg("%s: expected the mask %u, came %u",
                     document.rows[row].code, expected, came);
    }
}

static void transient_is_what_says_try_again_later(void **state)
{
    (void)state;
    size_t count = 0;
    for (size_t row = 0; row < document.count; row++) {
        static const char words[] = "ry again later";
        const bool expected =
            strstr(document.rows[row].detail, words) != NULL ||
            strstr(document.rows[row].comment, words) != NULL;
        const bool came = azsreg_error_is_transient(error_of(row));
        if (came != expected)
            fail_msg("%s: expected %d, came %d", document.rows[row].code,
                     expected, came);
        count += expected;
    }
    assert_int_equal(count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_an_error),
        cmocka_unit_test(every_row_has_an_enumerator),
        cmocka_unit_test(a_comment_is_that_of_the_row),
        cmocka_unit_test(the_mask_has_the_values_that_are_emphasised),
        cmocka_unit_test(transient_is_what_says_try_again_later),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
