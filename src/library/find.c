/* SPDX-License-Identifier: MIT
 *
 * Finding codes in a text.
 *
 * A code consists of ASCII letters and digits. An underscore next to it makes
 * it a part of a longer name, so it counts as a word character too. A code ends
 * where a run of word characters ends, and starts where the run starts, or
 * after an escape whose letters start the run.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "code_lengths.h"

/* A table, because a branch for each range of characters would often be
 * mispredicted. */
static inline bool is_word_character(char byte)
{
    static const bool characters[0x100] = {
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
        ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
        ['A'] = true, ['B'] = true, ['C'] = true, ['D'] = true, ['E'] = true,
        ['F'] = true, ['G'] = true, ['H'] = true, ['I'] = true, ['J'] = true,
        ['K'] = true, ['L'] = true, ['M'] = true, ['N'] = true, ['O'] = true,
        ['P'] = true, ['Q'] = true, ['R'] = true, ['S'] = true, ['T'] = true,
        ['U'] = true, ['V'] = true, ['W'] = true, ['X'] = true, ['Y'] = true,
        ['Z'] = true, ['_'] = true, ['a'] = true, ['b'] = true, ['c'] = true,
        ['d'] = true, ['e'] = true, ['f'] = true, ['g'] = true, ['h'] = true,
        ['i'] = true, ['j'] = true, ['k'] = true, ['l'] = true, ['m'] = true,
        ['n'] = true, ['o'] = true, ['p'] = true, ['q'] = true, ['r'] = true,
        ['s'] = true, ['t'] = true, ['u'] = true, ['v'] = true, ['w'] = true,
        ['x'] = true, ['y'] = true, ['z'] = true,
    };
    return characters[(unsigned char)byte];
}

/* Among word characters: 0x20 makes letters lower-case, and keeps digits. An
 * underscore becomes 0x7F, which is greater than f. */
static bool is_hexadecimal(char word_character)
{
    return (word_character | 0x20) <= 'f';
}

/* How many bytes at the start of a run belong to the escape before it: 1 of \n,
 * 3 of \x0A, 5 of \u000A, 0 if there is none. `run` follows a backslash. */
static size_t escape_rest(const char *run, size_t length)
{
    static const char letters[] = {'b', 'f', 'n', 'r', 't'};
    for (size_t i = 0; i < sizeof letters; i++) {
        if (run[0] == letters[i])
            return 1;
    }
    const size_t digits = run[0] == 'u' ? 4 : run[0] == 'x' ? 2 : 0;
    if (digits == 0 || length < 1 + digits)
        return 0;
    for (size_t i = 1; i <= digits; i++) {
        if (!is_hexadecimal(run[i]))
            return 0;
    }
    return 1 + digits;
}

azsreg_error azsreg_error_find(const char *text, size_t length, size_t *offset)
{
    size_t unused;
    if (offset == NULL)
        offset = &unused;
    if (text == NULL)
        length = 0;
    size_t start = 0;
    /* No code starts before `start`, and `start` is not inside a run. */
    while (length - start >= CODE_LENGTH_MIN) {
        /* A code in a run that starts at `start` reaches at least as far as the
         * shortest code would. These bytes are read backwards. The last one
         * that is not a word character cannot be in a code, so the search goes
         * on after it. Usually few bytes are read. */
        size_t next = start + CODE_LENGTH_MIN;
        while (next > start && is_word_character(text[next - 1]))
            next--;
        if (next > start) {
            start = next;
            continue;
        }
        size_t end = start + CODE_LENGTH_MIN;
        while (end < length && is_word_character(text[end]))
            end++;
        if (start > 0 && text[start - 1] == '\\')
            start += escape_rest(&text[start], end - start);
        const azsreg_error error =
            azsreg_error_from_code_n(&text[start], end - start);
        if (error != AZSREG_ERROR_UNKNOWN) {
            *offset = start;
            return error;
        }
        start = end;
    }
    *offset = length;
    return AZSREG_ERROR_UNKNOWN;
}
