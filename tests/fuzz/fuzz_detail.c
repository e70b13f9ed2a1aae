/* SPDX-License-Identifier: MIT
 *
 * Details with any values in place. The input is
 *
 *     E M S S VALUE NUL VALUE NUL VALUE NUL VALUE
 *
 * E: the error, counted from '0'.
 * M: the lowest five bits: which values are missing, and all at once.
 * S S: the size of the buffer, modulo a little more than the message.
 * Values that the input does not reach are empty.
 */
#include <string.h>

#include "fuzz.h"
#include "unit/compare.h"

enum { HEAD_SIZE = 4, VALUE_COUNT = 4, ALL_MISSING = 1 << VALUE_COUNT };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_SIZE)
        return 0;
    const int error = data[0] - '0';
    const size_t buffer_size = data[2] | (size_t)data[3] << 8;
    const size_t length = size - HEAD_SIZE;
    char *text = allocate(length + 1);
    memcpy(text, data + HEAD_SIZE, length);
    const char *value[VALUE_COUNT];
    const char *next = text;
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        value[i] = (data[1] >> i & 1) == 0 ? next : NULL;
        next += strlen(next);
        next += next < text + length;
    }
    const azsreg_values values = {value[0], value[1], value[2], value[3]};
    const azsreg_values *passed = (data[1] & ALL_MISSING) == 0 ? &values : NULL;
    const size_t message_size =
        azsreg_format_detail(NULL, 0, (azsreg_error)error, passed);
    if (!detail_is_right_at(buffer_size % (message_size + 3), error, passed) ||
        !detail_is_right_at(SIZE_MAX, error, passed))
        abort();
    free(text);
    return 0;
}
