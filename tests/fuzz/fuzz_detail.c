/* SPDX-License-Identifier: MIT
 *
 * Details with any values in place, compared with the naive model. The input is
 *
 *     E M S S VALUE NUL VALUE NUL VALUE NUL VALUE
 *
 * E: the error, counted from '0'.
 * M: the lowest five bits: which values are missing, and all at once.
 * S S: the size of the buffer, modulo a little more than the message.
 * Values that the input does not reach are empty.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"
#include "unit/output.h"
#include "unit/report.h"

enum { HEAD_SIZE = 4, ALL_MISSING = 1 << VALUE_COUNT };

struct input {
    int error;
    size_t size;
    char *text[VALUE_COUNT]; /* allocated, to the byte; NULL if missing */
    azsreg_values values;
    const azsreg_values *given; /* the values, or NULL */
};

static struct input read_input(const uint8_t *data, size_t size)
{
    struct input input = {
        .error = data[0] - '0',
        .size = data[2] | (size_t)data[3] << 8,
    };
    const char *text = (const char *)data + HEAD_SIZE;
    const char *end = (const char *)data + size;
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        size_t length = 0;
        while (text + length < end && text[length] != '\0')
            length++;
        if ((data[1] >> i & 1) == 0) {
            input.text[i] = allocate(length + 1);
            memcpy(input.text[i], text, length);
            input.text[i][length] = '\0';
        }
        text += text + length < end ? length + 1 : length;
    }
    input.values = (azsreg_values){input.text[0], input.text[1], input.text[2],
                                   input.text[3]};
    return input;
}

static size_t write_detail(char *buffer, size_t size, const void *arguments)
{
    const struct input *input = arguments;
    return azsreg_format_detail(buffer, size, (azsreg_error)input->error,
                                input->given);
}

static void fail(const struct input *input)
{
    fprintf(stderr, "error %d%s\n", input->error,
            input->given == NULL ? ", values NULL" : "");
    for (size_t i = 0; i < VALUE_COUNT; i++)
        report(document_names[i], input->text[i],
               input->text[i] != NULL ? strlen(input->text[i]) : 0);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_SIZE)
        return 0;
    struct input input = read_input(data, size);
    input.given = (data[1] & ALL_MISSING) == 0 ? &input.values : NULL;
    char *message = model_detail(model_get(), input.error, input.given);
    const struct output_call call = {write_detail, &input, message};
    if (!output_is_right_at(&call, input.size % (strlen(message) + 3)) ||
        !output_is_right_at(&call, SIZE_MAX))
        fail(&input);
    free(message);
    for (size_t i = 0; i < VALUE_COUNT; i++)
        free(input.text[i]);
    return 0;
}
