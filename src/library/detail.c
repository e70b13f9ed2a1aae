/* SPDX-License-Identifier: MIT
 *
 * What is known of an error, and its detail with values in place.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "escape.h"
#include "freestanding.h"

/* Index of a value, in the order of azsreg_values and of AZSREG_VALUE_*. */
enum value {
    SUBSCRIPTION_ID,
    RESOURCE_GROUP,
    REGISTRATION_NAME,
    CUSTOMER_SUBSCRIPTION_ID,
    VALUE_COUNT,
    NO_VALUE = VALUE_COUNT
};

/* A part of a detail: `length` bytes of its text, then a value. The last part
 * of a detail has NO_VALUE. */
struct part {
    uint32_t length;
    uint32_t value;
};

struct detail {
    uint32_t part;    /* index of the first part in parts */
    uint32_t text;    /* offset in texts, of the bytes of all parts */
    uint32_t comment; /* offset in texts, of a NUL-terminated string */
    uint8_t values;   /* mask of AZSREG_VALUE_* */
    bool transient;
};

/* Generated: details, parts, missing_values, texts. details[0] is for an
 * unknown error. missing_values are the offsets in texts of what they show as.
 */
#include "detail_tables.h"

static const struct detail *detail_of(azsreg_error error)
{
    const unsigned number = (unsigned)error;
    return &details[number <= AZSREG_ERROR_COUNT ? number : 0];
}

/* texts is of unsigned char, because a char may not hold a byte above 127. */
static const char *text_at(uint32_t offset)
{
    return (const char *)&texts[offset];
}

const char *azsreg_error_comment(azsreg_error error)
{
    return text_at(detail_of(error)->comment);
}

bool azsreg_error_is_transient(azsreg_error error)
{
    return detail_of(error)->transient;
}

unsigned azsreg_error_values(azsreg_error error)
{
    return detail_of(error)->values;
}

size_t azsreg_format_detail(char *buffer, size_t size, azsreg_error error,
                            const azsreg_values *values)
{
    static const azsreg_values all_missing = {NULL, NULL, NULL, NULL};
    if (values == NULL)
        values = &all_missing;
    const char *const by_index[VALUE_COUNT] = {
        values->subscription_id, values->resource_group,
        values->registration_name, values->customer_subscription_id};

    char nowhere;
    struct output output = output_start(buffer, size, &nowhere);
    const struct detail *detail = detail_of(error);
    const struct part *part = &parts[detail->part];
    const char *text = text_at(detail->text);
    for (; part->value != NO_VALUE; part++) {
        output_append(&output, text, part->length);
        text += part->length;
        const char *value = by_index[part->value];
        if (value == NULL)
            value = text_at(missing_values[part->value]);
        output_append_escaped(&output, value, strlen(value));
    }
    output_append(&output, text, part->length);
    return output_end(&output);
}
