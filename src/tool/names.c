/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <stdio.h>
#include <string.h>

int error_count(void)
{
    int count = 0;
    while (strcmp(azsreg_error_code((azsreg_error)(count + 1)), "Unknown") != 0)
        count++;
    return count;
}

azsreg_error error_named(const char *word)
{
    for (int number = error_count(); number > 0; number--) {
        char digits[16];
        snprintf(digits, sizeof digits, "%d", number);
        if (strcmp(word, digits) == 0)
            return (azsreg_error)number;
    }
    return azsreg_error_from_code(word);
}

/* ---- The nearest code ----------------------------------------------------*/

/* A longer word is not near: 80 letters less 80 / 5 are 64, the most that a
 * code has. */
enum { LETTERS_PER_EDIT = 5, LETTERS_MAX = 80 };

static char to_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Reads the one word of `text` in lower case, and returns how many letters it
 * has; 0 if there is no word, more than one, or one that is too long. Of a
 * character that is not ASCII only the first byte is a letter: the others are
 * 0x80 to 0xBF. */
static size_t read_word(const char *text, char letters[LETTERS_MAX])
{
    static const char spaces[] = " \t\r\n";
    text += strspn(text, spaces);
    const char *end = text + strcspn(text, spaces);
    if (end[strspn(end, spaces)] != '\0')
        return 0;
    size_t count = 0;
    for (; text < end; text++) {
        if (((unsigned char)*text & 0xC0) == 0x80)
            continue;
        if (count == LETTERS_MAX)
            return 0;
        letters[count++] = to_lower(*text);
    }
    return count;
}

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

/* How many edits turn the letters into the code: Levenshtein's distance, one
 * row of its table at a time. row[i] is the distance from the first i letters
 * to the part of the code that was read. */
static size_t count_edits(const char *letters, size_t count, const char *code)
{
    size_t row[LETTERS_MAX + 1];
    for (size_t i = 0; i <= count; i++)
        row[i] = i;
    for (; *code != '\0'; code++) {
        char letter = to_lower(*code);
        size_t diagonal = row[0]++;
        for (size_t i = 0; i < count; i++) {
            size_t replaced = diagonal + (letters[i] != letter);
            diagonal = row[i + 1];
            row[i + 1] = smaller(replaced, smaller(row[i], diagonal) + 1);
        }
    }
    return row[count];
}

const char *nearest_code(const char *text)
{
    char letters[LETTERS_MAX];
    size_t count = read_word(text, letters);
    size_t fewest = count / LETTERS_PER_EDIT + 1;
    const char *nearest = NULL;
    const int known = error_count();
    for (int number = 1; number <= known; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        size_t edits = count_edits(letters, count, code);
        if (edits < fewest) {
            fewest = edits;
            nearest = code;
        }
    }
    return nearest;
}
