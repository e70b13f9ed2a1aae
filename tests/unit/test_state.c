/* SPDX-License-Identifier: MIT
 *
 * No function changes errno or the locale, and a detail is the same in every
 * locale.
 */
#include <azsreg/azsreg.h>

#include <errno.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report.h"

enum { DETAIL_SIZE = 1024 };

/* Clean, invisible and malformed; letters that change with the locale. */
static const azsreg_values values = {
    .subscription_id = "I\xC4\xB1i\xC4\xB0\xE2\x82\xAC",
    .resource_group = "\n\xE2\x80\xAE\xFF",
    .registration_name = "%s%n\\\x7F{}",
    .customer_subscription_id = NULL,
};

static const char *const codes[] = {"", "Unknown", "\xFF\xFE", NULL};

/* Calls every function, in all the ways that differ; what the last rendering
 * wrote is left in `detail`. */
static void call_every_function(int number, char detail[DETAIL_SIZE])
{
    azsreg_error error = (azsreg_error)number;
    azsreg_version();
    azsreg_error_comment(error);
    azsreg_error_values(error);
    azsreg_error_is_transient(error);
    azsreg_error_from_code(azsreg_error_code(error));
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        azsreg_error_from_code(codes[i]);
        azsreg_error_from_code_n(codes[i], codes[i] != NULL);
    }
    azsreg_format_detail(NULL, 0, error, NULL);
    azsreg_format_detail(NULL, SIZE_MAX, error, &values);
    azsreg_format_detail(detail, 1, error, &values);
    azsreg_format_detail(detail, 100, error, &values);
    azsreg_format_detail(detail, DETAIL_SIZE, error, &values);
}

static void errno_is_not_changed(void **state)
{
    (void)state;
    static const int numbers[] = {0, EINTR, ERANGE, EILSEQ, 12345, -1};
    char detail[DETAIL_SIZE];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        for (int number = -1; number <= AZSREG_ERROR_COUNT + 1; number++) {
            errno = numbers[i];
            call_every_function(number, detail);
            int came = errno;
            if (came != numbers[i])
                fail_msg("error %d: expected errno %d, came %d", number,
                         numbers[i], came);
        }
    }
}

static void expect_same_in_locale(const char *locale)
{
    for (int number = -1; number <= AZSREG_ERROR_COUNT + 1; number++) {
        char expected[DETAIL_SIZE];
        char came[DETAIL_SIZE];
        setlocale(LC_ALL, "C");
        call_every_function(number, expected);
        assert_string_equal(setlocale(LC_ALL, NULL), "C");
        if (setlocale(LC_ALL, locale) == NULL) {
            print_message("there is no locale %s here\n", locale);
            return;
        }
        char before[256];
        strncpy(before, setlocale(LC_ALL, NULL), sizeof before - 1);
        before[sizeof before - 1] = '\0';
        call_every_function(number, came);
        assert_string_equal(setlocale(LC_ALL, NULL), before);
        if (strcmp(expected, came) != 0) {
            report("in C", expected, strlen(expected));
            report("here", came, strlen(came));
            fail_msg("error %d differs in the locale %s", number, locale);
        }
    }
}

static void the_locale_is_not_changed_and_changes_nothing(void **state)
{
    (void)state;
    static const char *const locales[] = {"C.UTF-8", "tr_TR.UTF-8",
                                          "ja_JP.SJIS", ""};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++)
        expect_same_in_locale(locales[i]);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errno_is_not_changed),
        cmocka_unit_test(the_locale_is_not_changed_and_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
