/* SPDX-License-Identifier: MIT
 *
 * Details with values in place, compared with the naive model.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model.h"
#include "output.h"
#include "pages.h"
#include "random.h"
#include "report.h"

/* The error with the shortest detail: one value, between quotes. */
static const azsreg_error shortest =
    AZSREG_ERROR_INVALID_CUSTOMER_SUBSCRIPTION_ID;

struct detail {
    azsreg_error error;
    const azsreg_values *values;
};

static size_t write(char *buffer, size_t size, const void *arguments)
{
    const struct detail *detail = arguments;
    return azsreg_format_detail(buffer, size, detail->error, detail->values);
}

static void report_value(const char *label, const char *value)
{
    report(label, value, value != NULL ? strlen(value) : 0);
}

/* Writes a detail into buffers of every size. */
static void check(int error, const azsreg_values *values)
{
    char *message = model_detail(model_get(), error, values);
    const struct detail detail = {(azsreg_error)error, values};
    const struct output_call call = {write, &detail, message};
    const bool is_right = output_is_right(&call);
    free(message);
    if (is_right)
        return;
    if (values == NULL) {
        print_error("values: (null)\n");
    } else {
        report_value("subscription_id", values->subscription_id);
        report_value("resource_group", values->resource_group);
        report_value("registration_name", values->registration_name);
        report_value("customer_subscription_id",
                     values->customer_subscription_id);
    }
    fail_msg("error %d", error);
}

static void every_choice_of_missing_values(void **state)
{
    (void)state;
    for (int error = -1; error <= AZSREG_ERROR_COUNT + 1; error++) {
        for (unsigned mask = 0; mask < 1U << VALUE_COUNT; mask++) {
            const azsreg_values values = {
                .subscription_id = mask & 1 ? "4afd19a7-1cbb" : NULL,
                .resource_group = mask & 2 ? "" : NULL,
                .registration_name = mask & 4 ? "Contoso \xC3\x84" : NULL,
                .customer_subscription_id = mask & 8 ? "cccc\n2222" : NULL,
            };
            check(error, &values);
        }
        check(error, NULL);
    }
}

static void one_string_in_every_value(void **state)
{
    (void)state;
    static const char value[] = "the same \xE2\x82\xAC\t";
    const azsreg_values values = {value, value, value, value};
    for (int error = 0; error <= AZSREG_ERROR_COUNT; error++)
        check(error, &values);
}

/* Each at the end of the string too, where what it starts is cut. */
static void every_byte_in_a_value(void **state)
{
    (void)state;
    for (unsigned byte = 1; byte < 256; byte++) {
        char value[] = "Contoso ? Fabrikam ?";
        value[8] = value[19] = (char)byte;
        const azsreg_values values = {.customer_subscription_id = value};
        check(shortest, &values);
    }
}

static void a_long_value_of_each_kind(void **state)
{
    (void)state;
    enum { LONG = 256 * 1024 };
    static const char *const kinds[] = {"a", "\xE2\x82\xAC", "\n", "\xF0\x9F"};
    char *value = malloc(LONG + 1);
    assert_non_null(value);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (size_t j = 0; j < LONG; j++)
            value[j] = kinds[i][j % strlen(kinds[i])];
        value[LONG] = '\0';
        const azsreg_values values = {.customer_subscription_id = value};
        check(shortest, &values);
    }
    free(value);
}

/* ---- Generated values ----------------------------------------------------*/

/* Appends pieces to an empty string of up to 64 bytes at the end of the pages.
 * Every eighth value is missing. */
static const char *make_value(uint64_t *random, struct pages pages)
{
    static const char *const pieces[] = {
        "a",        "Contoso",      "12345678",         "-",
        "%n",       "{\\}",         "\xC3\xA9",         "\xE2\x82\xAC",
        "\n",       "\x7F",         "\xF0\x9F\x98\x80", "\xE2\x80\xAE",
        "\xC2\xAD", "\xEF\xBB\xBF", "\xF3\xA0\x80\xA0", "\xFF",
        "\xC3",     "\xE2\x82",     "\xF0\x9F\x98",     "\xED\xA0\x80",
    };
    if (random_below(random, 8) == 0)
        return NULL;
    char value[64] = "";
    for (size_t count = random_below(random, 8); count > 0; count--)
        strcat(value,
               pieces[random_below(random, sizeof pieces / sizeof pieces[0])]);
    return strcpy(pages.end - strlen(value) - 1, value);
}

/* Each value ends at a protected page. */
static void generated_values(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    struct pages pages[VALUE_COUNT];
    for (size_t i = 0; i < VALUE_COUNT; i++)
        pages[i] = pages_new(1);
    for (int i = 0; i < 12000; i++) {
        const azsreg_values values = {
            .subscription_id = make_value(&random, pages[0]),
            .resource_group = make_value(&random, pages[1]),
            .registration_name = make_value(&random, pages[2]),
            .customer_subscription_id = make_value(&random, pages[3]),
        };
        int error = 1 + (int)random_below(&random, AZSREG_ERROR_COUNT);
        if (azsreg_error_values((azsreg_error)error) == 0)
            error = shortest;
        check(error, &values);
    }
    for (size_t i = 0; i < VALUE_COUNT; i++)
        pages_free(pages[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_choice_of_missing_values),
        cmocka_unit_test(one_string_in_every_value),
        cmocka_unit_test(every_byte_in_a_value),
        cmocka_unit_test(a_long_value_of_each_kind),
        cmocka_unit_test(generated_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
