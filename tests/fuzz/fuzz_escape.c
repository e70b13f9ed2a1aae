/* SPDX-License-Identifier: MIT
 *
 * Any bytes, safe to print. The input is
 *
 *     S S TEXT
 *
 * S S: the size of the buffer, modulo a little more than the message.
 */
#include "fuzz.h"
#include "unit/compare.h"

enum { HEAD_SIZE = 2 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_SIZE)
        return 0;
    const char *text = (const char *)data + HEAD_SIZE;
    const size_t length = size - HEAD_SIZE;
    const size_t buffer_size = data[0] | (size_t)data[1] << 8;
    const size_t message_size = azsreg_escape(NULL, 0, text, length);
    if (!escape_is_right_at(buffer_size % (message_size + 3), text, length) ||
        !escape_is_right_at(SIZE_MAX, text, length))
        abort();
    return 0;
}
