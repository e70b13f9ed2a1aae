/* SPDX-License-Identifier: MIT */
#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/model.h"
#include "../unit/report.h"

static const azsreg_values kinds[] = {
    /* Missing. */
    {.subscription_id = NULL},
    /* As they should be. */
    {.subscription_id = "6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e",
     .resource_group = "azurestack",
     .registration_name = "AzureStack-Contoso",
     .customer_subscription_id = "c1a2b3c4-d5e6-4f70-8192-a3b4c5d6e7f8"},
    /* Long, and in other scripts. */
    {.subscription_id = "0123456789012345678901234567890123456789012345678901",
     .resource_group = "Gruppe für Größe 漢字かな交じり文 🎉🎉🎉🎉🎉🎉🎉🎉🎉",
     .registration_name = "Регистрация в Azure Stack, часть первая и вторая",
     .customer_subscription_id = "επωνυμία συνδρομής πελάτη, πολύ μεγάλη"},
    /* Hostile: line breaks, escape sequences, direction marks, zero widths,
     * malformed bytes at the end of a word and in it. */
    {.subscription_id = "\x1B[2J\x1B[31mok\r\nINFO all is well\x7F\xC2\x9B",
     .resource_group = "group\xE2\x80\xAE"
                       "drawkcab\xE2\x80\xAC\xEF\xBB\xBF",
     .registration_name =
         "\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80\xFF\xFE abc\xE2",
     .customer_subscription_id = "%s%n{registration_name}\\x41\xE2\x80\x8B "
                                 "and thirty-two bytes that are clean\xF0\x9F"},
};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static const char *concatenate(const char *before, const char *code,
                               const char *after)
{
    char *text = malloc(strlen(before) + strlen(code) + strlen(after) + 1);
    if (text == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return strcat(strcat(strcpy(text, before), code), after);
}

static const char *escaped_value(const azsreg_values *values)
{
    return values->registration_name != NULL ? values->registration_name : "";
}

/* The number after the last error is that of an unknown one. */
static struct call right_call(const struct model *model, size_t number,
                              const azsreg_values *values)
{
    static const char before[] = "{\"code\": \"BadRequest\\u000A";
    const bool is_known = number <= model->document.count;
    const char *code = is_known ? model->document.rows[number - 1].code
                                : "RegistrationNotFount";
    const char *text = concatenate(before, code, "\"}");
    const char *value = escaped_value(values);
    return (struct call){
        .code = code,
        .text = text,
        .values = values,
        .error = is_known ? (azsreg_error)number : AZSREG_ERROR_UNKNOWN,
        .offset = is_known ? strlen(before) : strlen(text),
        .detail = model_detail(model, (int)number, values),
        .escaped = model_escape(model, value, strlen(value)),
    };
}

struct calls calls_new(void)
{
    const struct model *model = model_get();
    const size_t numbers = model->document.count + 1;
    struct calls calls = {.each =
                              calloc(numbers * KIND_COUNT, sizeof *calls.each)};
    if (calls.each == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    for (size_t number = 1; number <= numbers; number++) {
        for (size_t kind = 0; kind < KIND_COUNT; kind++)
            calls.each[calls.count++] = right_call(model, number, &kinds[kind]);
    }
    return calls;
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
    const char *value = escaped_value(call->values);
    length = azsreg_escape(buffer, MESSAGE_SIZE, value, strlen(value));
    return is_message(call->escaped, buffer, length);
}

void call_report(const struct call *call, const char *buffer)
{
    report("text", call->text, strlen(call->text));
    report("detail", call->detail, strlen(call->detail));
    report("escaped", call->escaped, strlen(call->escaped));
    report("came last", buffer, strnlen(buffer, MESSAGE_SIZE));
}
