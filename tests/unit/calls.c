/* SPDX-License-Identifier: MIT */
#include "calls.h"

#include <stdio.h>
#include <string.h>

#include "model.h"
#include "report.h"

struct call calls[CALL_COUNT];

static const azsreg_values values = {
    .subscription_id = "\x1B[2J\x1B[31mok\r\nINFO all is well\x7F\xC2\x9B",
    .resource_group = "Gruppe f\xC3\xBCr \xE6\xBC\xA2\xE5\xAD\x97 \xE2\x80\xAE",
    .registration_name = "thirty-two bytes, and all visible\xF0\x9F",
    .customer_subscription_id = "\xC0\xAF%s%n{registration_name}",
};

static void prepare(struct call *call, size_t number)
{
    static const char before[] = "{\"code\": \"\xE2\x80\x8B\\u000A";
    const struct model *model = model_get();
    const bool is_known = number <= model->document.count;
    call->error = is_known ? (azsreg_error)number : AZSREG_ERROR_UNKNOWN;
    call->code = is_known ? model->document.rows[number - 1].code
                          : "RegistrationNotFount";
    sprintf(call->text, "%s%s\",\n\"\xFF\"}", before, call->code);
    call->offset = is_known ? strlen(before) : strlen(call->text);
    call->detail = model_detail(model, (int)call->error, call->values);
    call->escaped = model_escape(model, call->text, strlen(call->text));
}

void calls_prepare(void)
{
    for (size_t i = 0; i < CALL_COUNT; i++) {
        calls[i].values = i % 2 == 0 ? &values : NULL;
        prepare(&calls[i], i / 2 + 1);
    }
}

static bool is_message(const char *expected, const char *buffer, size_t length)
{
    return length == strlen(expected) &&
           memcmp(buffer, expected, length + 1) == 0;
}

bool call_is_right(const struct call *call, char *buffer)
{
    size_t offset;
    if (azsreg_error_from_code(call->code) != call->error ||
        azsreg_error_find(call->text, strlen(call->text), &offset) !=
            call->error ||
        offset != call->offset)
        return false;
    size_t length =
        azsreg_format_detail(buffer, MESSAGE_SIZE, call->error, call->values);
    if (!is_message(call->detail, buffer, length))
        return false;
    length =
        azsreg_escape(buffer, MESSAGE_SIZE, call->text, strlen(call->text));
    return is_message(call->escaped, buffer, length);
}

void call_report(const struct call *call, const char *buffer)
{
    report("text", call->text, strlen(call->text));
    report("detail", call->detail, strlen(call->detail));
    report("escaped", call->escaped, strlen(call->escaped));
    report("came last", buffer, strlen(buffer));
}
