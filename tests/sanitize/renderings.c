/* SPDX-License-Identifier: MIT */
#include "renderings.h"

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

/* The number after the last error is that of an unknown one. */
static struct rendering expected(const struct model *model, size_t number,
                                 const azsreg_values *values)
{
    bool is_known = number <= model->document.count;
    const char *detail = model_detail(model, (int)number, values);
    return (struct rendering){
        .code = is_known ? model->document.rows[number - 1].code
                         : "RegistrationNotFount",
        .error = is_known ? (azsreg_error)number : AZSREG_ERROR_UNKNOWN,
        .values = values,
        .detail = detail,
        .length = strlen(detail),
    };
}

struct renderings renderings_new(void)
{
    const struct model *model = model_get();
    size_t numbers = model->document.count + 1;
    struct renderings renderings = {
        .each = calloc(numbers * KIND_COUNT, sizeof *renderings.each)};
    if (renderings.each == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    for (size_t number = 1; number <= numbers; number++) {
        for (size_t kind = 0; kind < KIND_COUNT; kind++)
            renderings.each[renderings.count++] =
                expected(model, number, &kinds[kind]);
    }
    return renderings;
}

bool rendering_is_right(const struct rendering *rendering, char *buffer)
{
    azsreg_error error = azsreg_error_from_code(rendering->code);
    size_t length = azsreg_format_detail(buffer, DETAIL_SIZE, rendering->error,
                                         rendering->values);
    return error == rendering->error && length == rendering->length &&
           memcmp(buffer, rendering->detail, length + 1) == 0;
}

void rendering_report(const struct rendering *rendering, const char *buffer)
{
    report("code", rendering->code, strlen(rendering->code));
    report("expected", rendering->detail, rendering->length);
    report("came", buffer, strnlen(buffer, DETAIL_SIZE));
}
