/* SPDX-License-Identifier: MIT */
#include "suggestion.h"

#include <string.h>

#include "known.h"

/* A longer word is not near: 80 letters less 80 / 5 are 64, the most that a
 * code has. */
enum { LETTERS_PER_EDIT = 5, LETTERS_MAX = 80 };

static char to_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Reads the one word of `text` in lower case, and returns its letters' count; 0
 * if there is no word, more than one, or one that is too long. A character that
 * is not ASCII is a letter: the bytes after its first, 0x80 to 0xBF, are left
 * out. */
static size_t read_word(const char *text, char letters[LETTERS_MAX])
{
    static const char spaces[] = " \t\r\n";
    size_t count = 0;
    text += strspn(text, spaces);
    const char *end = text + strcspn(text, spaces);
    if (end[strspn(end, spaces)] != '\0')
        return 0;
    for (; text < end; text++) {
        unsigned char byte = (unsigned char)*text;
        if ((byte & 0xC0) == 0x80)
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

const char *suggestion(const char *text)
{
    char letters[LETTERS_MAX];
    size_t count = read_word(text, letters);
    const char *nearest = NULL;
    size_t limit = count / LETTERS_PER_EDIT + 1;
    for (int number = 1; is_known(number); number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        size_t edits = count_edits(letters, count, code);
        if (edits < limit) {
            nearest = code;
            limit = edits;
        }
    }
    return nearest;
}
