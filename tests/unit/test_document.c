/* SPDX-License-Identifier: MIT
 *
 * The library against the document, row by row of its table. What is expected
 * is read from the document at run time; nothing of it is retyped here but
 * the names of the enumerators.
 */
#include <azsreg/azsreg.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document.h"
#include "report.h"

static struct document document;

static int set_up(void **state)
{
    (void)state;
    document_read(&document);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    document_free(&document);
    return 0;
}

static azsreg_error error_of(size_t row)
{
    return (azsreg_error)(row + 1);
}

static void expect_text(const char *what, size_t row, const char *expected,
                        const char *came)
{
    if (strcmp(expected, came) == 0)
        return;
    print_error("%s of %s, row %lu\n", what, document.rows[row].code,
                (unsigned long)row + 1);
    report("expected", expected, strlen(expected));
    report("came", came, strlen(came));
    fail();
}

/* ---- The table itself ----------------------------------------------------*/

static void every_error_is_in_the_table(void **state)
{
    (void)state;
    if (document.count != AZSREG_ERROR_COUNT)
        fail_msg("expected as many errors as %s has rows, %lu; came %d",
                 DOCUMENT, (unsigned long)document.count, AZSREG_ERROR_COUNT);
}

static void one_emphasis_is_never_closed(void **state)
{
    (void)state;
    assert_int_equal(document.unclosed, 1);
}

/* ---- Codes and numbers ---------------------------------------------------*/

static void a_code_has_the_number_of_its_row(void **state)
{
    (void)state;
    for (size_t row = 0; row < document.count; row++) {
        azsreg_error error = azsreg_error_from_code(document.rows[row].code);
        if (error != error_of(row))
            fail_msg("%s: expected %lu, came %d", document.rows[row].code,
                     (unsigned long)row + 1, (int)error);
        expect_text("code", row, document.rows[row].code,
                    azsreg_error_code(error));
    }
}

#define ENUMERATOR(suffix)                                                     \
    {                                                                          \
#suffix, AZSREG_ERROR_##suffix                                         \
    }

static const struct {
    const char *suffix;
    int number;
} enumerators[] = {
    ENUMERATOR(REGISTRATION_NOT_FOUND),
    ENUMERATOR(BAD_CUSTOMER_SUBSCRIPTION_ID),
    ENUMERATOR(INVALID_CUSTOMER_SUBSCRIPTION_ID),
    ENUMERATOR(CUSTOMER_SUBSCRIPTION_NOT_FOUND),
    ENUMERATOR(UNAUTHORIZED_CSP_REGISTRATION),
    ENUMERATOR(CUSTOMER_SUBSCRIPTIONS_NOT_ALLOWED),
    ENUMERATOR(INVALID_CSP_SUBSCRIPTION),
    ENUMERATOR(METADATA_RESOLVER_BAD_GATEWAY_ERROR),
};

/* True if an enumerator's words are those of the code: without the '_', and
 * in upper case, they have the same letters. */
static bool is_named(const char *suffix, const char *code)
{
    for (; *suffix != '\0'; suffix++) {
        if (*suffix == '_')
            continue;
        if (*suffix != toupper((unsigned char)*code))
            return false;
        code++;
    }
    return *code == '\0';
}

static void an_enumerator_has_the_number_of_its_row(void **state)
{
    (void)state;
    assert_int_equal(AZSREG_ERROR_UNKNOWN, 0);
    const size_t count = sizeof enumerators / sizeof enumerators[0];
    if (count != document.count)
        fail_msg("expected an enumerator above for each of %lu rows; came %lu",
                 (unsigned long)document.count, (unsigned long)count);
    for (size_t row = 0; row < document.count; row++) {
        if (!is_named(enumerators[row].suffix, document.rows[row].code))
            fail_msg("row %lu: expected the enumerator of %s, came %s",
                     (unsigned long)row + 1, document.rows[row].code,
                     enumerators[row].suffix);
        if (enumerators[row].number != (int)error_of(row))
            fail_msg("%s: expected %lu, came %d", enumerators[row].suffix,
                     (unsigned long)row + 1, enumerators[row].number);
    }
}

/* ---- Details -------------------------------------------------------------*/

static void expect_detail(size_t row, const char *const shown[VALUE_COUNT],
                          const azsreg_values *values)
{
    char *expected = document_detail(&document.rows[row], shown);
    char came[2048];
    size_t length =
        azsreg_format_detail(came, sizeof came, error_of(row), values);
    expect_text("detail", row, expected, came);
    if (length != strlen(expected))
        fail_msg("%s: expected a length of %lu, came %lu",
                 document.rows[row].code, (unsigned long)strlen(expected),
                 (unsigned long)length);
    free(expected);
}

static void a_detail_quotes_the_values(void **state)
{
    (void)state;
    const char *const shown[VALUE_COUNT] = {
        "4afd19a7-1cbb-4b47-8b0a-0a8d6bbd0000", "azurestack-rg",
        "AzureStack-Contoso", "cccccccc-2222-3333-4444-dddddddddddd"};
    const azsreg_values values = {.subscription_id = shown[0],
                                  .resource_group = shown[1],
                                  .registration_name = shown[2],
                                  .customer_subscription_id = shown[3]};
    for (size_t row = 0; row < document.count; row++)
        expect_detail(row, shown, &values);
}

static void a_detail_names_the_missing_values(void **state)
{
    (void)state;
    char names[VALUE_COUNT][64];
    for (size_t i = 0; i < VALUE_COUNT; i++)
        strcat(strcat(strcpy(names[i], "<"), document_names[i]), ">");
    const char *const shown[VALUE_COUNT] = {names[0], names[1], names[2],
                                            names[3]};
    const azsreg_values missing = {NULL, NULL, NULL, NULL};
    for (size_t row = 0; row < document.count; row++) {
        expect_detail(row, shown, &missing);
        expect_detail(row, shown, NULL);
    }
}

static void a_detail_shows_nothing_for_empty_values(void **state)
{
    (void)state;
    const char *const shown[VALUE_COUNT] = {"", "", "", ""};
    const azsreg_values empty = {"", "", "", ""};
    for (size_t row = 0; row < document.count; row++)
        expect_detail(row, shown, &empty);
}

/* ---- What else is known of an error --------------------------------------*/

static void a_comment_is_that_of_the_row(void **state)
{
    (void)state;
    for (size_t row = 0; row < document.count; row++)
        expect_text("comment", row, document.rows[row].comment,
                    azsreg_error_comment(error_of(row)));
}

static void the_mask_has_the_values_that_are_emphasised(void **state)
{
    (void)state;
    for (size_t row = 0; row < document.count; row++) {
        unsigned expected = 0;
        for (size_t i = 0; i < VALUE_COUNT; i++)
            if (strchr(document.rows[row].detail, (int)i + 1) != NULL)
                expected |= 1U << i;
        unsigned came = azsreg_error_values(error_of(row));
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
        const char *words = "ry again later";
        bool expected = strstr(document.rows[row].detail, words) != NULL ||
                        strstr(document.rows[row].comment, words) != NULL;
        bool came = azsreg_error_is_transient(error_of(row));
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
        cmocka_unit_test(every_error_is_in_the_table),
        cmocka_unit_test(one_emphasis_is_never_closed),
        cmocka_unit_test(a_code_has_the_number_of_its_row),
        cmocka_unit_test(an_enumerator_has_the_number_of_its_row),
        cmocka_unit_test(a_detail_quotes_the_values),
        cmocka_unit_test(a_detail_names_the_missing_values),
        cmocka_unit_test(a_detail_shows_nothing_for_empty_values),
        cmocka_unit_test(a_comment_is_that_of_the_row),
        cmocka_unit_test(the_mask_has_the_values_that_are_emphasised),
        cmocka_unit_test(transient_is_what_says_try_again_later),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
