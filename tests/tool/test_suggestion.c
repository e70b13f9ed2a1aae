/* SPDX-License-Identifier: MIT
 *
 * The suggested code, against a naive second implementation.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <azsreg/azsreg.h>

#include "suggestion.h"

/* ---- The naive implementation, of one ASCII word -------------------------*/

enum { WORD_MAX = 127 };

static int smallest(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* The edits that turn word[i...] into code[j...], by their definition. What is
 * known already is in `known`, as the edits + 1. */
static int edits_from(const char *word, size_t i, const char *code, size_t j,
                      int known[WORD_MAX + 1][WORD_MAX + 1])
{
    if (word[i] == '\0')
        return (int)strlen(&code[j]);
    if (code[j] == '\0')
        return (int)strlen(&word[i]);
    if (known[i][j] == 0) {
        int replace =
            toupper((unsigned char)word[i]) != toupper((unsigned char)code[j]);
        known[i][j] =
            1 + smallest(replace + edits_from(word, i + 1, code, j + 1, known),
                         1 + edits_from(word, i + 1, code, j, known),
                         1 + edits_from(word, i, code, j + 1, known));
    }
    return known[i][j] - 1;
}

static int count_edits(const char *word, const char *code)
{
    int known[WORD_MAX + 1][WORD_MAX + 1] = {{0}};
    return edits_from(word, 0, code, 0, known);
}

/* Checks the suggestion for a word, and returns it. */
static const char *check(const char *word)
{
    int fewest = INT32_MAX;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        int edits = count_edits(word, azsreg_error_code((azsreg_error)number));
        fewest = edits < fewest ? edits : fewest;
    }
    bool is_near = 5 * fewest <= (int)strlen(word);
    const char *suggested = suggestion(word);
    if (is_near ? suggested == NULL || count_edits(word, suggested) != fewest
                : suggested != NULL)
        fail_msg("\"%s\": the nearest code takes %d edits; suggested is %s",
                 word, fewest, suggested != NULL ? suggested : "nothing");
    return suggested;
}

/* ---- Slips ---------------------------------------------------------------*/

/* One slip at a place of a code. */
enum slip { LEFT_OUT, DOUBLED, REPLACED, SWAPPED, OTHER_CASE, SLIP_COUNT };

static void make_slip(char word[WORD_MAX + 1], size_t place, enum slip slip)
{
    size_t rest = strlen(word) - place;
    char letter = word[place];
    switch (slip) {
    case LEFT_OUT:
        memmove(&word[place], &word[place + 1], rest);
        break;
    case DOUBLED:
        memmove(&word[place + 1], &word[place], rest + 1);
        break;
    case REPLACED:
        word[place] = '#';
        break;
    case SWAPPED:
        if (rest > 1) {
            word[place] = word[place + 1];
            word[place + 1] = letter;
        }
        break;
    case OTHER_CASE:
    case SLIP_COUNT:
    default:
        word[place] = (char)(isupper((unsigned char)letter)
                                 ? tolower((unsigned char)letter)
                                 : toupper((unsigned char)letter));
    }
}

static void one_slip(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        for (size_t place = 0; place < strlen(code); place++) {
            for (int slip = 0; slip < SLIP_COUNT; slip++) {
                char word[WORD_MAX + 1];
                snprintf(word, sizeof word, "%s", code);
                make_slip(word, place, (enum slip)slip);
                check(word);
            }
        }
    }
}

/* Up to more slips than a suggestion bears. */
static void many_slips(void **state)
{
    (void)state;
    uint32_t random = 20180205;
    int near = 0;
    const int rounds = 2000;
    for (int round = 0; round < rounds; round++) {
        char word[WORD_MAX + 1];
        int number = 1 + round % AZSREG_ERROR_COUNT;
        snprintf(word, sizeof word, "%s",
                 azsreg_error_code((azsreg_error)number));
        for (int slips = 2 + round % 9; slips > 0 && word[0] != '\0'; slips--) {
            random = random * 1664525 + 1013904223;
            make_slip(word, (random >> 8) % strlen(word),
                      (enum slip)((random >> 4) % SLIP_COUNT));
        }
        near += check(word) != NULL;
    }
    assert_in_range(near, rounds / 10, rounds * 9 / 10);
}

/* ---- Cases ---------------------------------------------------------------*/

#define CODE "RegistrationNotFound" /* of 20 letters */

static const struct {
    const char *name;
    const char *text;
    const char *suggested;
} cases[] = {
    {"empty", "", NULL},
    {"only_spaces", " \t\r\n", NULL},
    {"one_letter", "R", NULL},
    {"another_error_of_azure", "AuthorizationFailed", NULL},
    {"part_of_codes", "CustomerSubscription", NULL},
    {"other_case", "registrationNOTfound", CODE},
    {"four_edits_in_20_letters", "xxxistrationNotFounx", CODE},
    {"five_edits_in_20_letters", "xxxxstrationNotFounx", NULL},
    {"five_letters_added_to_20", CODE "12345", CODE},
    {"six_letters_added_to_20", CODE "123456", NULL},
    {"three_letters_left_out_of_20", "istrationNotFound", CODE},
    {"four_letters_left_out_of_20", "strationNotFound", NULL},
    {"spaces_around", " " CODE "s\r\n", CODE},
    {"two_words", "Registration NotFound", NULL},
    {"non_ascii_letter", "RegistrationNotF\303\266und", CODE},
    {"five_non_ascii_letters_added_to_20",
     CODE "\342\200\213\342\200\213\342\200\213\342\200\213\342\200\213", CODE},
    {"malformed_utf8", CODE "\200\377", CODE},
    {"letters_81", CODE CODE CODE CODE "x", NULL},
};

static void each_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *expected = cases[i].suggested;
        const char *actual = suggestion(cases[i].text);
        if (expected == NULL ? actual != NULL
                             : actual == NULL || strcmp(actual, expected) != 0)
            fail_msg("case %s, \"%s\": expected %s, got %s", cases[i].name,
                     cases[i].text, expected != NULL ? expected : "nothing",
                     actual != NULL ? actual : "nothing");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip),
        cmocka_unit_test(many_slips),
        cmocka_unit_test(each_case),
    };
    return cmocka_run_group_tests_name("suggestion", tests, NULL, NULL);
}
