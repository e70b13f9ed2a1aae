/* SPDX-License-Identifier: MIT
 *
 * The values in a resource ID, against a naive implementation, for random
 * paths. values.txt has examples.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "resource_id.h"
#include "unit/random.h"

enum { PATH_MAX_SIZE = 300, SEGMENT_MAX = 100 };

/* ---- The naive implementation --------------------------------------------*/

static const char *const keys[VALUE_COUNT] = {"subscriptions", "resourcegroups",
                                              "registrations",
                                              "customersubscriptions"};

/* Splits a path at its slashes, decodes the segments, and returns their count.
 */
static size_t split(const char *path, char segments[SEGMENT_MAX][PATH_MAX_SIZE])
{
    size_t count = 0;
    size_t length = 0;
    for (; *path != '\0' && *path != '?' && *path != '#'; path++) {
        char digits[3];
        unsigned byte;
        if (*path == '/') {
            segments[count++][length] = '\0';
            length = 0;
        } else if (sscanf(path, "%%%2[0-9A-Fa-f]", digits) == 1 &&
                   digits[1] != '\0' && sscanf(digits, "%x", &byte) == 1 &&
                   byte != 0) {
            segments[count][length++] = (char)byte;
            path += 2;
        } else {
            segments[count][length++] = *path;
        }
    }
    segments[count++][length] = '\0';
    return count;
}

static bool is_equal_in_any_case(const char *segment, const char *lower)
{
    while (*segment != '\0' &&
           (*segment == *lower || *segment + ('a' - 'A') == *lower)) {
        segment++;
        lower++;
    }
    return *segment == '\0' && *lower == '\0';
}

/* The values among the segments; true if there is a key. */
static bool read_naively(char segments[SEGMENT_MAX][PATH_MAX_SIZE],
                         size_t count, const char *values[VALUE_COUNT])
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        const char *next = i + 1 < count ? segments[i + 1] : "";
        bool takes_next = is_equal_in_any_case(segments[i], "providers");
        for (size_t key = 0; key < VALUE_COUNT; key++) {
            if (!is_equal_in_any_case(segments[i], keys[key]))
                continue;
            values[key] = next[0] != '\0' ? next : NULL;
            found = takes_next = true;
        }
        i += takes_next;
    }
    return found;
}

/* ---- Random paths --------------------------------------------------------*/

static uint64_t random_state = RANDOM_SEED;

static void make_path(char path[PATH_MAX_SIZE])
{
    static const char *const pieces[] = {"/",
                                         "/",
                                         "/",
                                         "/",
                                         "/",
                                         "/",
                                         "/",
                                         "/",
                                         "subscriptions",
                                         "Subscriptions",
                                         "resourceGroups",
                                         "registrations",
                                         "REGISTRATIONS",
                                         "customerSubscriptions",
                                         "providers",
                                         "Providers",
                                         "registration",
                                         "registrationsX",
                                         "%73ubscriptions",
                                         "a",
                                         "Z",
                                         "%",
                                         "%4",
                                         "%41",
                                         "%00",
                                         "%c3%A9",
                                         "%2F",
                                         "%3F",
                                         "%2541",
                                         "%G1",
                                         "%1G",
                                         "%+1",
                                         "?",
                                         "#",
                                         "\303\251"};
    path[0] = '\0';
    for (size_t count = random_below(&random_state, 14); count > 0; count--)
        strcat(path, pieces[random_below(&random_state,
                                         sizeof pieces / sizeof pieces[0])]);
}

static void compare(const char *path, const char *name, const char *actual,
                    const char *expected)
{
    actual = actual != NULL ? actual : "(missing)";
    expected = expected != NULL ? expected : "(missing)";
    if (strcmp(actual, expected) != 0)
        fail_msg("\"%s\": %s: expected %s, got %s", path, name, expected,
                 actual);
}

static void random_paths(void **state)
{
    (void)state;
    for (int round = 0; round < 20000; round++) {
        static char segments[SEGMENT_MAX][PATH_MAX_SIZE];
        char path[PATH_MAX_SIZE];
        char changed[PATH_MAX_SIZE];
        const char *expected[VALUE_COUNT] = {NULL};
        const char *actual[VALUE_COUNT] = {"not", "set", "at", "all"};
        make_path(path);
        memcpy(changed, path, sizeof changed);
        bool found = read_naively(segments, split(path, segments), expected);
        compare(path, "a key", resource_id_read(changed, actual) ? "yes" : "no",
                found ? "yes" : "no");
        for (size_t key = 0; key < VALUE_COUNT; key++)
            compare(path, keys[key], actual[key], expected[key]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_paths)};
    return cmocka_run_group_tests_name("resource_id", tests, NULL, NULL);
}
