/* SPDX-License-Identifier: MIT
 *
 * Any bytes, safe to print, compared with the naive model. The input is
 *
 *     S S TEXT
 *
 * S S: the size of the buffer, modulo a little more than the message.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"
#include "unit/output.h"
#include "unit/report.h"

enum { HEAD_SIZE = 2 };

struct text {
    const char *bytes;
    size_t length;
};

static size_t write_escaped(char *buffer, size_t size, const void *arguments)
{
    const struct text *text = arguments;
    return azsreg_escape(buffer, size, text->bytes, text->length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_SIZE)
        return 0;
    const size_t length = size - HEAD_SIZE;
    char *block = allocate(length > 0 ? length : 1);
    memcpy(block, data + HEAD_SIZE, length);
    const struct text text = {length > 0 ? block : block + 1, length};
    char *message = model_escape(model_get(), text.bytes, length);
    const struct output_call call = {write_escaped, &text, message};
    const size_t buffer_size = data[0] | (size_t)data[1] << 8;
    if (!output_is_right_at(&call, buffer_size % (strlen(message) + 3)) ||
        !output_is_right_at(&call, SIZE_MAX)) {
        report("text", text.bytes, length);
        abort();
    }
    free(message);
    free(block);
    return 0;
}
