/* SPDX-License-Identifier: MIT
 *
 * The values that are read from a resource ID or a URL.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "resource_id.h"

#define WHOLE                                                                  \
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.AzureStack"         \
    "/registrations/r/customerSubscriptions/c"

static const struct {
    const char *name; /* of the case */
    const char *path;
    azsreg_values values;
} cases[] = {
    {"whole", WHOLE, {"s", "g", "r", "c"}},
    {"url",
     "https://management.azure.com" WHOLE "?api-version=2017-06-01",
     {"s", "g", "r", "c"}},
    {"no_slash_before",
     "subscriptions/s/registrations/r",
     {"s", NULL, "r", NULL}},
    {"slash_after", "/subscriptions/s/", {.subscription_id = "s"}},
    {"other_segments_are_skipped",
     "/a/b/resourceGroups/g/x/registrations/r/y",
     {NULL, "g", "r", NULL}},
    {"any_case",
     "/SUBSCRIPTIONS/S/resourcegroups/G/Registrations/R"
     "/customersubscriptions/C",
     {"S", "G", "R", "C"}},
    {"key_with_more_letters",
     "/registrationsX/r/subscriptions/s",
     {.subscription_id = "s"}},
    {"key_with_fewer_letters",
     "/registration/r/subscriptions/s",
     {.subscription_id = "s"}},
    /* A key as a value. */
    {"group_called_registrations",
     "/resourceGroups/registrations/registrations/r",
     {NULL, "registrations", "r", NULL}},
    {"group_called_providers",
     "/resourceGroups/providers/registrations/r",
     {NULL, "providers", "r", NULL}},
    {"provider_called_registrations",
     "/Providers/registrations/subscriptions/s",
     {.subscription_id = "s"}},
    {"provider_is_last",
     "/subscriptions/s/providers",
     {.subscription_id = "s"}},
    /* Missing values. */
    {"key_is_last", "/subscriptions/s/registrations", {.subscription_id = "s"}},
    {"empty_is_last",
     "/subscriptions/s/registrations/",
     {.subscription_id = "s"}},
    {"empty_in_the_middle",
     "/subscriptions//registrations/r",
     {.registration_name = "r"}},
    {"only_a_key", "subscriptions", {NULL, NULL, NULL, NULL}},
    {"last_one_wins",
     "/registrations/1/registrations/2",
     {.registration_name = "2"}},
    {"last_one_wins_though_empty",
     "/registrations/1/registrations/",
     {NULL, NULL, NULL, NULL}},
    /* The end of the path. */
    {"question_mark",
     "/subscriptions/s?/registrations/r",
     {.subscription_id = "s"}},
    {"number_sign",
     "/subscriptions/s#/registrations/r",
     {.subscription_id = "s"}},
    {"question_mark_in_key",
     "/subscriptions/s/registrations?/r",
     {.subscription_id = "s"}},
    /* Encoding. */
    {"encoded",
     "/resourceGroups/a%20b%2Fc%3f%c3%A9%25",
     {.resource_group = "a b/c?\303\251%"}},
    {"decoded_once", "/resourceGroups/%2541", {.resource_group = "%41"}},
    {"encoded_nul", "/resourceGroups/a%00b", {.resource_group = "a%00b"}},
    {"not_encoded",
     "/resourceGroups/%%4%G1%1G%+1%4",
     {.resource_group = "%%4%G1%1G%+1%4"}},
    {"percent_before_slash", "/resourceGroups/%4/1", {.resource_group = "%4"}},
    {"encoded_key", "/%73ubscriptions/s", {.subscription_id = "s"}},
};

static const char *const without_key[] = {
    "",
    "/",
    "?",
    "subscription/s",
    "/providers/subscriptions",
    "?/subscriptions/s",
    "#/subscriptions/s",
    "/subscriptions%2Fs",
    "11111111-2222",
};

static void check_value(size_t i, const char *value, const char *actual,
                        const char *expected)
{
    if (expected == NULL || actual == NULL ? expected != actual
                                           : strcmp(expected, actual) != 0)
        fail_msg("case %s, \"%s\": %s is %s, expected %s", cases[i].name,
                 cases[i].path, value, actual != NULL ? actual : "missing",
                 expected != NULL ? expected : "missing");
}

static bool read_copy(const char *path, char copy[300], azsreg_values *values)
{
    snprintf(copy, 300, "%s", path);
    return resource_id_read(copy, values);
}

static void each_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[300];
        azsreg_values actual = {"not", "set", "at", "all"};
        const azsreg_values expected = cases[i].values;
        if (!read_copy(cases[i].path, path, &actual))
            fail_msg("case %s: no key in \"%s\"", cases[i].name, cases[i].path);
        check_value(i, "subscription_id", actual.subscription_id,
                    expected.subscription_id);
        check_value(i, "resource_group", actual.resource_group,
                    expected.resource_group);
        check_value(i, "registration_name", actual.registration_name,
                    expected.registration_name);
        check_value(i, "customer_subscription_id",
                    actual.customer_subscription_id,
                    expected.customer_subscription_id);
    }
}

static void paths_without_a_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof without_key / sizeof without_key[0]; i++) {
        char path[300];
        azsreg_values values;
        if (read_copy(without_key[i], path, &values))
            fail_msg("\"%s\": a key was found", without_key[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case),
        cmocka_unit_test(paths_without_a_key),
    };
    return cmocka_run_group_tests_name("resource_id", tests, NULL, NULL);
}
