/* SPDX-License-Identifier: MIT
 *
 * The code that the tool suggests for an unknown one, against a naive second
 * implementation. Run as: nearest_code PROGRAM.
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

#include "program.h"

static const char *program;

/* ---- The naive implementation --------------------------------------------*/

enum { WORD_MAX = 63 };

static int smallest(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* The cost of turning word[i...] into code[j...], by its definition: 2 for a
 * letter added, left out or replaced, 1 for a letter in the wrong case. What
 * is known already is in `known`, as the cost + 1. */
static int cost(const char *word, size_t i, const char *code, size_t j,
                int known[WORD_MAX + 1][WORD_MAX + 1])
{
    if (word[i] == '\0')
        return 2 * (int)strlen(&code[j]);
    if (code[j] == '\0')
        return 2 * (int)strlen(&word[i]);
    if (known[i][j] == 0) {
        int replace = word[i] == code[j] ? 0 : 2;
        if (replace == 2 && (unsigned char)word[i] < 0x80 &&
            toupper((unsigned char)word[i]) == toupper(code[j]))
            replace = 1;
        known[i][j] =
            1 + smallest(replace + cost(word, i + 1, code, j + 1, known),
                         2 + cost(word, i + 1, code, j, known),
                         2 + cost(word, i, code, j + 1, known));
    }
    return known[i][j] - 1;
}

static int distance(const char *word, const char *code)
{
    int known[WORD_MAX + 1][WORD_MAX + 1] = {{0}};
    return cost(word, 0, code, 0, known);
}

static int least_distance(const char *word)
{
    int least = INT32_MAX;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        int far = distance(word, azsreg_error_code((azsreg_error)number));
        least = far < least ? far : least;
    }
    return least;
}

/* ---- Asking the program --------------------------------------------------*/

/* Runs the program with a word that is no code and copies its suggestion. */
static void suggest(const char *word, char suggestion[WORD_MAX + 1])
{
    const char *const argv[] = {program, "detail", word, NULL};
    struct outcome outcome = program_run(argv, CAPTURE);
    const char *before = strstr(outcome.errors.bytes, "'; the nearest is ");
    if (outcome.status != 1 || before == NULL ||
        sscanf(before, "'; the nearest is %63s", suggestion) != 1)
        fail_msg("no suggestion for \"%s\": status %d, \"%s\"", word,
                 outcome.status, outcome.errors.bytes);
    outcome_free(&outcome);
}

static void check_nearest(const char *word)
{
    char suggestion[WORD_MAX + 1];
    suggest(word, suggestion);
    assert_int_not_equal(azsreg_error_from_code(suggestion),
                         AZSREG_ERROR_UNKNOWN);
    if (distance(word, suggestion) != least_distance(word))
        fail_msg("\"%s\": suggested is %s, at a distance of %d; expected one "
                 "at %d",
                 word, suggestion, distance(word, suggestion),
                 least_distance(word));
}

/* Checks a word that was made from a code by one slip, or has wrong case. */
static void check_slip(const char *word, const char *code)
{
    if (strcmp(word, code) == 0) /* letters that are doubled, swapped */
        return;
    char suggestion[WORD_MAX + 1];
    suggest(word, suggestion);
    if (strcmp(suggestion, code) != 0)
        fail_msg("\"%s\": suggested is %s; expected %s", word, suggestion,
                 code);
    check_nearest(word);
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
    default:
        word[place] = (char)(isupper((unsigned char)letter)
                                 ? tolower((unsigned char)letter)
                                 : toupper((unsigned char)letter));
    }
}

/* Every third place of every code, and one kind of slip there, in turn: a run
 * of the program is not free. */
static void one_slip(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        for (size_t place = 0; place < strlen(code); place += 3) {
            char word[WORD_MAX + 1];
            snprintf(word, sizeof word, "%s", code);
            make_slip(word, place,
                      (enum slip)((place / 3 + (size_t)number) % SLIP_COUNT));
            check_slip(word, code);
        }
    }
}

static void all_in_one_case(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        char lower[WORD_MAX + 1] = "";
        char upper[WORD_MAX + 1] = "";
        for (size_t i = 0; code[i] != '\0'; i++) {
            lower[i] = (char)tolower((unsigned char)code[i]);
            upper[i] = (char)toupper((unsigned char)code[i]);
        }
        check_slip(lower, code);
        check_slip(upper, code);
    }
}

static void many_slips(void **state)
{
    (void)state;
    uint32_t random = 20180205;
    fprintf(stderr, "seed %u\n", (unsigned)random);
    for (int round = 0; round < 60; round++) {
        char word[WORD_MAX + 1];
        snprintf(
            word, sizeof word, "%s",
            azsreg_error_code((azsreg_error)(1 + round % AZSREG_ERROR_COUNT)));
        for (int slips = 2 + round % 9; slips > 0; slips--) {
            random = random * 1664525 + 1013904223;
            make_slip(word, (random >> 8) % strlen(word),
                      (enum slip)((random >> 4) % SLIP_COUNT));
        }
        if (azsreg_error_from_code(word) == AZSREG_ERROR_UNKNOWN)
            check_nearest(word);
    }
}

static void words_far_from_any_code(void **state)
{
    (void)state;
    static const char *const words[] = {
        /* Here it decides that wrong case is half a slip. */
        "TADATARESOLVERBADGATEWAYERR",
        "NVALIDCUSTOMERSUBSCRIPT",
        "stomersubscriptionsnotal",
        "mersubscriptionnot",
        /* Little or nothing of a code. */
        "",
        "x",
        "Unknown",
        "\342\200\213",
        "\377\377",
        "CustomerSubscription",
        "CSP",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        check_nearest(words[i]);
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: nearest_code PROGRAM\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip),
        cmocka_unit_test(all_in_one_case),
        cmocka_unit_test(many_slips),
        cmocka_unit_test(words_far_from_any_code),
    };
    return cmocka_run_group_tests_name("nearest_code", tests, NULL, NULL);
}
