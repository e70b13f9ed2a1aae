/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "pages.h"
#include "report.h"

/* Bytes that are watched before the buffer, and after the message. */
enum { MARGIN = 16 };

/* The end of `size` bytes, or more, before a protected page. */
static char *end_of_memory(size_t size)
{
    static struct pages pages;
    if (pages.first == NULL || (size_t)(pages.end - pages.first) < size) {
        if (pages.first != NULL)
            pages_free(pages);
        pages = pages_new(size);
    }
    return pages.end;
}

/* Length of the longest prefix of a message that fits in a buffer of `size`
 * bytes, at least 1, with its NUL, and does not end inside a character: in
 * well-formed UTF-8 the bytes 80 to BF never start one and always continue one.
 */
static size_t cut(const char *message, size_t length, size_t size)
{
    size_t fitting = length < size ? length : size - 1;
    while (fitting > 0 && (unsigned char)message[fitting] >= 0x80 &&
           (unsigned char)message[fitting] <= 0xBF)
        fitting--;
    return fitting;
}

static bool is_length(const char *buffer, size_t size, size_t expected,
                      size_t came)
{
    if (came == expected)
        return true;
    fprintf(stderr, "%s, size %lu: expected a result of %lu, came %lu\n",
            buffer, (unsigned long)size, (unsigned long)expected,
            (unsigned long)came);
    return false;
}

bool output_is_right_at(const struct output_call *call, size_t size)
{
    static const unsigned char fills[] = {0x00, 0xFF, 'A', 0x80};
    const unsigned char fill = fills[size % sizeof fills];
    const size_t length = strlen(call->message);
    const size_t room = size < length + MARGIN ? size : length + MARGIN;
    const size_t watched = MARGIN + room;
    char *came = end_of_memory(2 * watched) - watched;
    char *expected = came - watched;
    memset(came, fill, watched);
    memset(expected, fill, watched);
    if (size > 0) {
        const size_t written = cut(call->message, length, size);
        memcpy(expected + MARGIN, call->message, written);
        expected[MARGIN + written] = '\0';
    }
    const size_t result = call->write(came + MARGIN, size, call->arguments);
    const bool is_right = is_length("a buffer", size, length, result);
    if (memcmp(came, expected, watched) != 0) {
        fprintf(stderr, "a buffer, size %lu, after %d bytes of %02X:\n",
                (unsigned long)size, (int)MARGIN, fill);
        report_difference(expected, came, watched);
        return false;
    }
    return is_right && is_length("no buffer", size, length,
                                 call->write(NULL, size, call->arguments));
}

bool output_is_right(const struct output_call *call)
{
    const size_t length = strlen(call->message);
    const size_t largest[] = {length, length + 1, SIZE_MAX / 2, SIZE_MAX};
    const size_t step = length < 4096 ? 1 : length / 2 + 1;
    bool is_right = true;
    for (size_t size = 0; is_right && size <= length + 2; size += step)
        is_right = output_is_right_at(call, size);
    for (size_t i = 0; is_right && i < sizeof largest / sizeof largest[0]; i++)
        is_right = output_is_right_at(call, largest[i]);
    return is_right;
}
