/* SPDX-License-Identifier: MIT
 *
 * The code that is suggested for a word, against a naive implementation, for
 * every code with random slips in it. unknown.txt has what words there are.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <azsreg/azsreg.h>

#include "names.h"
#include "unit/random.h"

enum { WORD_MAX = 80 };

/* ---- The naive implementation --------------------------------------------*/

static int smallest(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* The edits that turn word[i...] into code[j...], by their definition.
 * known[][] has what was computed before, plus 1. */
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

/* Checks what is suggested for a word. True if something is. */
static bool check(const char *word)
{
    int fewest = WORD_MAX;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        int edits = count_edits(word, azsreg_error_code((azsreg_error)number));
        fewest = edits < fewest ? edits : fewest;
    }
    bool is_near = 5 * fewest <= (int)strlen(word);
    const char *actual = nearest_code(word);
    if (is_near ? actual == NULL || count_edits(word, actual) != fewest
                : actual != NULL)
        fail_msg("\"%s\": expected %s %d edits away, got %s", word,
                 is_near ? "a code" : "nothing, the nearest is", fewest,
                 actual != NULL ? actual : "nothing");
    return is_near;
}

/* ---- Slips ---------------------------------------------------------------*/

static uint64_t random_state = RANDOM_SEED;

/* Leaves out, doubles or replaces a letter, or changes its case. */
static void make_slip(char word[WORD_MAX + 1])
{
    size_t length = strlen(word);
    char *letter = &word[random_below(&random_state, length)];
    switch (random_below(&random_state, 4)) {
    case 0:
        memmove(letter, letter + 1, strlen(letter));
        break;
    case 1:
        if (length < WORD_MAX)
            memmove(letter + 1, letter, strlen(letter) + 1);
        break;
    case 2:
        *letter = (char)('!' + (int)random_below(&random_state, '~' - '!' + 1));
        break;
    default:
        *letter = (char)(islower((unsigned char)*letter)
                             ? toupper((unsigned char)*letter)
                             : tolower((unsigned char)*letter));
    }
}

static void codes_with_slips(void **state)
{
    (void)state;
    const int rounds = 5000;
    int near = 0;
    for (int round = 0; round < rounds; round++) {
        char word[WORD_MAX + 1];
        snprintf(
            word, sizeof word, "%s",
            azsreg_error_code((azsreg_error)(1 + round % AZSREG_ERROR_COUNT)));
        for (size_t slips = random_below(&random_state, 14);
             slips > 0 && word[0] != '\0'; slips--)
            make_slip(word);
        near += check(word);
    }
    assert_in_range(near, rounds / 4, rounds * 3 / 4); /* both are tried */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(codes_with_slips)};
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
