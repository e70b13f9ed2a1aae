/* SPDX-License-Identifier: MIT */
#include "random.h"

#include <string.h>

#include <azsreg/azsreg.h>

uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

size_t random_below(uint64_t *state, size_t count)
{
    return (size_t)(random_next(state) % count);
}

size_t random_code(uint64_t *state, char *to)
{
    const int error = 1 + (int)random_below(state, AZSREG_ERROR_COUNT);
    const char *code = azsreg_error_code((azsreg_error)error);
    size_t length = strlen(code);
    const size_t kind = random_below(state, 6);
    if (kind == 0) {
        const size_t first = random_below(state, length);
        code += first;
        length -= first;
    } else if (kind == 1) {
        length = random_below(state, length);
    }
    memcpy(to, code, length);
    return length;
}

void random_text(uint64_t *state, char *to, size_t size)
{
    static const char *const pieces[] = {
        "a", "%n", "{\\}", "Contoso", "12345678", "4afd19a7-1cbb-4b47",
        /* Of two, three and four bytes, visible and invisible. */
        "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\n", "\x7F",
        "\xC2\xAD", "\xE2\x80\xAE", "\xF3\xA0\x80\xA0",
        /* Malformed. */
        "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\x80"};
    enum { COUNT = sizeof pieces / sizeof pieces[0] };
    const size_t count = random_below(state, 4) == 0 ? 6 : COUNT;
    while (size > 0) {
        const char byte = (char)random_next(state);
        const char *piece = pieces[random_below(state, count)];
        size_t length = strlen(piece);
        if (random_below(state, COUNT) == 0) {
            piece = &byte;
            length = 1;
        }
        length = length < size ? length : size;
        memcpy(to, piece, length);
        to += length;
        size -= length;
    }
}
