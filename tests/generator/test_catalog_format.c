/* SPDX-License-Identifier: MIT
 *
 * The catalog's format allows several spellings. Each gives the same bytes as
 * the plain one, catalogs/format.txt. What that one must give is checked in a
 * library built from it, by test_built_catalog.sh.
 */
#define _XOPEN_SOURCE 700 /* setenv */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "generator_run.h"

/* The stanzas of the plain catalog, in pieces that a case can spell in another
 * way. */
#define DEFAULTS                                                               \
    "Unknown: \u3000{Unknown} error\n"                                         \
    "Subscription-Id: (S)\nResource-Group: (G)\nRegistration-Name: (R)\n"      \
    "Customer-Subscription-Id: : # (C)\n"
#define ALPHA_DETAIL "Detail:\n One {resource_group} two.\n"
#define ALPHA_COMMENT "Comment:\n \u3000A { brace } is a brace.\n"
#define ALPHA                                                                  \
    "Code: Alpha\nNumber: 1\nTransient: no\n" ALPHA_DETAIL ALPHA_COMMENT
#define BETA_DETAIL                                                            \
    "Detail:\n {{{subscription_id}}}\n"                                        \
    "  indented, {customer_subscription_id}\n .\n"                             \
    " # no comment: a text\n .\n"
#define BETA_TEXT                                                              \
    " .\n first\n .\n .\n ..\n "                                               \
    "Gr\u00F6\u00DFe: 2 \u00B5m, \u4E2D\u6587, "                               \
    "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645, "                       \
    "\U0001F469\u200D\U0001F4BB\n"
#define BETA                                                                   \
    "Code: BetaGamma\nNumber: 2\nTransient: yes\n" BETA_DETAIL                 \
    "Comment:\n" BETA_TEXT
#define DELTA                                                                  \
    "Code: Delta\nNumber: 3\n"                                                 \
    "Detail:\n \u00A0Colon: {registration_name}{registration_name}\n"

struct spelling {
    const char *name;
    const char *catalog;
};

static const struct spelling cases[] = {
    {"as_the_plain_one", DEFAULTS "\n" ALPHA "\n" BETA "\n" DELTA},
    {"no_final_line_break",
     ALPHA "\n" DEFAULTS "\n" BETA "\nCode: Delta\nNumber: 3\n"
           "Detail:\n \u00A0Colon: {registration_name}{registration_name}"},
    {"many_empty_lines",
     "\n\n\n" ALPHA "\n\n\n\n" BETA "\n\n" DELTA "\n\n\n" DEFAULTS "\n\n"},
    {"fields_in_another_order",
     ALPHA_DETAIL "Number: 1\n" ALPHA_COMMENT "Transient: no\nCode: Alpha\n"
                  "\nComment:\n" BETA_TEXT BETA_DETAIL
                  "Transient: yes\nNumber: 2\nCode: BetaGamma\n\n" DELTA "\n"
                  "Customer-Subscription-Id: : # (C)\n"
                  "Registration-Name: (R)\nUnknown: \u3000{Unknown} error\n"
                  "Resource-Group: (G)\nSubscription-Id: (S)\n"},
    {"no_transient_is_no", "Code: Alpha\nNumber: 1\n" ALPHA_DETAIL ALPHA_COMMENT
                           "\n" BETA "\n" DELTA "Transient: no\n\n" DEFAULTS},
    {"text_after_the_colon",
     "Code: Alpha\nNumber: 1\nDetail: One {resource_group} two.\n"
     "Comment: \u3000A { brace } is a brace.\n\n"
     "Code: BetaGamma\nNumber: 2\nTransient: yes\n"
     "Detail: {{{subscription_id}}}\n"
     "  indented, {customer_subscription_id}\n .\n # no comment: a text\n .\n"
     "Comment:\n" BETA_TEXT "\nCode: Delta\nNumber: 3\n"
     "Detail: \u00A0Colon: "
     "{registration_name}{registration_name}\n\n" DEFAULTS},
    {"text_on_the_next_line",
     "Code:\n Alpha\nNumber:\n 1\nTransient:\n no\n" ALPHA_DETAIL ALPHA_COMMENT
     "\nCode:\n BetaGamma\nNumber:\n 2\nTransient:\n yes\n" BETA_DETAIL
     "Comment:\n" BETA_TEXT "\n" DELTA "\n"
     "Unknown:\n \u3000{Unknown} error\nSubscription-Id:\n (S)\n"
     "Resource-Group:\n (G)\nRegistration-Name:\n (R)\n"
     "Customer-Subscription-Id:\n : # (C)\n"},
    {"no_space_after_the_colon",
     "Unknown:\u3000{Unknown} error\nSubscription-Id:(S)\n"
     "Resource-Group:(G)\nRegistration-Name:(R)\n"
     "Customer-Subscription-Id:: # (C)\n\n"
     "Code:Alpha\nNumber:1\nDetail:One {resource_group} two.\n"
     "Comment:\u3000A { brace } is a brace.\n\n" BETA "\n" DELTA},
    {"spaces_after_the_colon",
     "Code:   Alpha\nNumber:  1\nDetail:  \n One {resource_group} two.\n"
     "Comment:    \u3000A { brace } is a brace.\n\n" BETA "\n" DELTA "\n"
     "Unknown:   \u3000{Unknown} error\nSubscription-Id:  \n   (S)\n"
     "Resource-Group:\n  (G)\nRegistration-Name:   (R)\n"
     "Customer-Subscription-Id:  : # (C)\n"},
    {"spaces_after_texts_of_one_line",
     "Code: Alpha  \nNumber: 1 \nTransient: no \n" ALPHA_DETAIL ALPHA_COMMENT
     "\n" BETA "\n" DELTA "\n"
     "Unknown: \u3000{Unknown} error  \nSubscription-Id: (S) \n"
     "Resource-Group:\n (G)   \nRegistration-Name: (R)  \n"
     "Customer-Subscription-Id: : # (C) \n"},
    {"comments_everywhere",
     "# x\n\n# Code: Omega\n" ALPHA "#\n\n#x\n\n"
     "Code: BetaGamma\n# } {x}\nNumber: 2\n#: \nTransient: yes\n"
     "Detail:\n# before the first line\n {{{subscription_id}}}\n# .\n"
     "  indented, {customer_subscription_id}\n# between\n .\n"
     " # no comment: a text\n .\n# after the last\n"
     "Comment:\n" BETA_TEXT "\n# \u200F \U0001F600\n" DELTA "\n"
     "Unknown: \u3000{Unknown} error\n# Subscription-Id: x\n"
     "Subscription-Id: (S)\n"
     "Resource-Group:\n# (x)\n (G)\nRegistration-Name: (R)\n"
     "Customer-Subscription-Id: : # (C)\n"
     "# last, no LF"},
};

enum { CASE_COUNT = sizeof cases / sizeof cases[0] };

/* What the plain catalog gives. */
static char *plain[HEADER_COUNT];

static void generate(const char *catalog)
{
    char *printed;
    int status = run_generator(catalog, &printed);
    if (status != 0 || printed[0] != '\0')
        fail_msg("expected status 0 and no message, came %d and\n%s", status,
                 printed);
    free(printed);
    assert_int_equal(count_out(), HEADER_COUNT);
}

/* PLAIN_CATALOG is the path of catalogs/format.txt, from CMake. */
static int generate_plain(void **state)
{
    if (enter_scratch(state) != 0)
        return -1;
    generate(PLAIN_CATALOG);
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        size_t size;
        plain[i] = read_file(headers[i], &size);
        if (strlen(plain[i]) != size || size < 100)
            return -1;
    }
    return 0;
}

static int forget_plain(void **state)
{
    for (size_t i = 0; i < HEADER_COUNT; i++)
        free(plain[i]);
    return leave_scratch(state);
}

static void check_same_bytes(const char *const paths[HEADER_COUNT])
{
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        size_t size;
        char *bytes = read_file(paths[i], &size);
        assert_string_equal(bytes, plain[i]);
        free(bytes);
    }
}

/* ---- Other spellings -----------------------------------------------------*/

static void write_with_crlf(const char *path, const char *catalog)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (; *catalog != '\0'; catalog++) {
        if (*catalog == '\n')
            fputc('\r', file);
        fputc(*catalog, file);
    }
    assert_int_equal(fclose(file), 0);
}

static void check_case(void **state)
{
    const struct spelling *spelling = *state;
    empty_out();
    write_file("lf.txt", spelling->catalog, strlen(spelling->catalog));
    generate("lf.txt");
    check_same_bytes(headers);
    empty_out();
    write_with_crlf("crlf.txt", spelling->catalog);
    generate("crlf.txt");
    check_same_bytes(headers);
}

/* ---- Same catalog, same bytes --------------------------------------------*/

static void same_bytes_again(void **state)
{
    (void)state;
    generate(PLAIN_CATALOG); /* over the headers that are there */
    check_same_bytes(headers);
}

static void same_bytes_in_another_locale_and_time_zone(void **state)
{
    (void)state;
    static const char *const locales[] = {"C", "C.UTF-8", "de_DE.UTF-8",
                                          "tr_TR.UTF-8", "nonsense"};
    static const char *const time_zones[] = {"UTC", "Asia/Tehran",
                                             "Pacific/Chatham", "", "nonsense"};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        empty_out();
        assert_int_equal(setenv("LC_ALL", locales[i], 1), 0);
        assert_int_equal(setenv("LANG", locales[i], 1), 0);
        assert_int_equal(setenv("TZ", time_zones[i], 1), 0);
        generate(PLAIN_CATALOG);
        check_same_bytes(headers);
    }
}

static void same_bytes_under_other_names(void **state)
{
    (void)state;
    size_t size;
    char *catalog = read_file(PLAIN_CATALOG, &size);
    assert_int_equal(mkdir("other place", 0777), 0);
    write_file("other place/%s {x} \u00E9.txt", catalog, size);
    free(catalog);
    static const char *const names[] = {"../out/1.h", "2", "other.hpp", "4.h"};
    const char *const arguments[] = {
        "%s {x} \u00E9.txt", names[0], names[1], names[2], names[3], NULL};
    assert_int_equal(chdir("other place"), 0);
    char *printed;
    assert_int_equal(run_generator_with(arguments, &printed), 0);
    assert_string_equal(printed, "");
    free(printed);
    check_same_bytes(names);
    assert_int_equal(chdir(".."), 0);
}

int main(void)
{
    struct CMUnitTest tests[CASE_COUNT + 3] = {
        [CASE_COUNT] = cmocka_unit_test(same_bytes_again),
        cmocka_unit_test(same_bytes_in_another_locale_and_time_zone),
        cmocka_unit_test(same_bytes_under_other_names)};
    for (size_t i = 0; i < CASE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = cases[i].name,
                                       .test_func = check_case,
                                       .initial_state = (void *)&cases[i]};
    return cmocka_run_group_tests_name("catalog_format", tests, generate_plain,
                                       forget_plain);
}
