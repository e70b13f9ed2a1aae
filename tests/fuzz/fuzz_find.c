/* SPDX-License-Identifier: MIT
 *
 * Finding codes in any bytes, compared with the naive model: in the whole text,
 * and in the two slices that it is cut into at some places. Each text ends
 * where its heap block ends.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"
#include "unit/report.h"

static void fail(const char *text, size_t length, const char *what,
                 unsigned long expected, unsigned long came)
{
    report("text", text, length);
    fprintf(stderr, "%s: expected %lu, came %lu\n", what, expected, came);
    abort();
}

/* Returns how much of the text is behind the first code. */
static size_t check_first(const char *text, size_t length)
{
    size_t expected_offset = 0;
    const azsreg_error expected = model_find(text, length, &expected_offset);
    size_t offset = SIZE_MAX;
    const azsreg_error came = azsreg_error_find(text, length, &offset);
    const azsreg_error alone = azsreg_error_find(text, length, NULL);
    if (came != expected)
        fail(text, length, "error", expected, came);
    if (alone != expected)
        fail(text, length, "error without offset", expected, alone);
    if (offset != expected_offset)
        fail(text, length, "offset", expected_offset, offset);
    if (expected == AZSREG_ERROR_UNKNOWN)
        return 0;
    return length - offset - strlen(azsreg_error_code(expected));
}

static void check_all(const uint8_t *data, size_t length)
{
    /* The empty text is the end of a block: a byte of an empty block could be
     * read. */
    char *block = allocate(length > 0 ? length : 1);
    char *text = length > 0 ? block : block + 1;
    memcpy(text, data, length);
    const char *end = text + length;
    for (size_t left = length; left > 0;)
        left = check_first(end - left, left);
    check_first(end, 0);
    free(block);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_all(data, size);
    const size_t step = size / 4 + 1;
    for (size_t cut = step; cut < size; cut += step) {
        check_all(data, cut);
        check_all(data + cut, size - cut);
    }
    return 0;
}
