/* SPDX-License-Identifier: MIT
 *
 * Rendering, against the naive model of the unit tests. The input is
 *
 *     E M S S VALUE NUL VALUE NUL VALUE NUL VALUE
 *
 * E: the error, counted from '0'.
 * M: the lowest five bits: which values are missing, and all at once.
 * S S: the size of the buffer, as far as the message has sizes.
 * Values that the input does not reach are empty.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"

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

static void fail(const struct input *input, const char *what)
{
    fprintf(stderr, "%s\nerror %d, size %lu%s\n", what, input->error,
            (unsigned long)input->size,
            input->given == NULL ? ", values NULL" : "");
    for (size_t i = 0; i < VALUE_COUNT; i++)
        print_text(document_names[i],
                   input->text[i] != NULL ? input->text[i] : "<missing>",
                   input->text[i] != NULL ? strlen(input->text[i]) : 9);
}

static void expect_length(const struct input *input, const char *what,
                          size_t expected, size_t came)
{
    if (came == expected)
        return;
    fail(input, what);
    fprintf(stderr, "length: expected %lu, came %lu\n", (unsigned long)expected,
            (unsigned long)came);
    abort();
}

/* Renders into a buffer with `guard` bytes on both sides. Without a guard the
 * buffer is all of its heap block. */
static void check_buffer(const struct input *input, const char *message,
                         size_t guard, int fill)
{
    size_t whole = input->size + 2 * guard;
    char *expected = allocate(whole > 0 ? whole : 1);
    char *came = allocate(whole > 0 ? whole : 1);
    memset(expected, fill, whole);
    memset(came, fill, whole);
    if (input->size > 0) {
        size_t cut = model_cut(message, strlen(message), input->size);
        memcpy(expected + guard, message, cut);
        expected[guard + cut] = '\0';
    }
    /* Of an empty block a byte could be written: see the end of it. */
    char *buffer = whole > 0 ? came + guard : came + 1;
    size_t length = azsreg_format_detail(
        buffer, input->size, (azsreg_error)input->error, input->given);
    expect_length(input, "into a buffer", strlen(message), length);
    if (memcmp(expected, came, whole) != 0) {
        fail(input, "the buffer");
        print_text("expected", expected, whole);
        print_text("came", came, whole);
        abort();
    }
    free(came);
    free(expected);
}

/* Counts the line breaks of a message; one that is not well-formed, or has a
 * character without a visible form, has none that is right. */
static size_t count_lines(const struct model *model, const char *message)
{
    size_t count = 0;
    while (*message != '\0') {
        uint32_t point;
        size_t length = model_decode(message, &point);
        if (length == 0 || (model->invisible[point] && point != '\n'))
            return SIZE_MAX;
        count += point == '\n';
        message += length;
    }
    return count;
}

static void check_safety(const struct input *input, size_t length)
{
    const struct model *model = model_get();
    char *message = allocate(length + 1);
    azsreg_format_detail(message, length + 1, (azsreg_error)input->error,
                         input->given);
    char *without_values = model_detail(model, input->error, NULL);
    if (count_lines(model, message) != count_lines(model, without_values)) {
        fail(input, "a message that is not safe to print");
        print_text("came", message, length);
        abort();
    }
    free(without_values);
    free(message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_SIZE)
        return 0;
    struct input input = read_input(data, size);
    input.given = (data[1] & ALL_MISSING) == 0 ? &input.values : NULL;
    char *message = model_detail(model_get(), input.error, input.given);
    size_t length = strlen(message);
    input.size %= length + 3; /* cut, whole and more than that */

    azsreg_error error = (azsreg_error)input.error;
    expect_length(&input, "measuring", length,
                  azsreg_format_detail(NULL, 0, error, input.given));
    expect_length(&input, "into a NULL buffer", length,
                  azsreg_format_detail(NULL, input.size, error, input.given));
    check_buffer(&input, message, 0, 0x5A);
    check_buffer(&input, message, 16, 0xFF);
    check_safety(&input, length);

    free(message);
    for (size_t i = 0; i < VALUE_COUNT; i++)
        free(input.text[i]);
    return 0;
}
