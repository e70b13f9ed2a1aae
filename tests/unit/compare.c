/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model.h"
#include "pages.h"
#include "report.h"

/* A copy of the bytes, directly before a protected page. */
static char *copy_to_end(struct pages *pages, const char *bytes, size_t size)
{
    pages_reserve(pages, size);
    return memcpy(pages->end - size, bytes, size);
}

/* ---- Codes ---------------------------------------------------------------*/

static bool is_error(const char *what, const char *code, size_t length,
                     azsreg_error expected, azsreg_error came)
{
    if (came == expected)
        return true;
    report("code", code, length);
    fprintf(stderr, "%s: expected %d, came %d\n", what, (int)expected,
            (int)came);
    return false;
}

bool code_is_right(const char *code, size_t length)
{
    static struct pages pages;
    const azsreg_error expected = model_from_code(code, length);
    const char *slice = copy_to_end(&pages, code, length);
    if (!is_error("before a page", code, length, expected,
                  azsreg_error_from_code_n(slice, length)))
        return false;
    slice = memcpy(pages.first, code, length);
    if (!is_error("after a page", code, length, expected,
                  azsreg_error_from_code_n(slice, length)) ||
        !is_error("NULL", code, length, AZSREG_ERROR_UNKNOWN,
                  azsreg_error_from_code_n(NULL, length)))
        return false;
    const char *nul = memchr(code, '\0', length);
    const size_t size = nul != NULL ? (size_t)(nul - code) : length;
    pages_reserve(&pages, size + 1);
    pages.end[-1] = '\0';
    const char *string = memcpy(pages.end - 1 - size, code, size);
    return is_error("as a string", code, size, model_from_code(code, size),
                    azsreg_error_from_code(string));
}

bool error_is_right(int number)
{
    const azsreg_error error = (azsreg_error)number;
    /* Where enums are short, this is another number than it was. */
    number = (int)error;
    const bool is_known = number >= 1 && number <= AZSREG_ERROR_COUNT;
    const char *code = azsreg_error_code(error);
    const char *comment = azsreg_error_comment(error);
    const unsigned values = azsreg_error_values(error);
    const bool is_transient = azsreg_error_is_transient(error);
    char unknown[256];
    char detail[256];
    azsreg_format_detail(unknown, sizeof unknown, AZSREG_ERROR_UNKNOWN, NULL);
    azsreg_format_detail(detail, sizeof detail, error, NULL);
    if (azsreg_error_from_code(code) == (is_known ? error : 0) &&
        (is_known ||
         (strcmp(code, "Unknown") == 0 && comment[0] == '\0' && values == 0 &&
          !is_transient && strcmp(detail, unknown) == 0)))
        return true;
    fprintf(stderr, "error %d: expected %s; came code '%s', which is %d,\n",
            number, is_known ? "it back from its code" : "an unknown one", code,
            (int)azsreg_error_from_code(code));
    fprintf(stderr, "comment '%s', values %u, transient %d, detail '%s'\n",
            comment, values, is_transient, detail);
    return false;
}

/* ---- Codes in a text -----------------------------------------------------*/

static bool finds_all(const char *text, size_t length)
{
    for (;;) {
        size_t place = 0;
        size_t offset = SIZE_MAX;
        const azsreg_error expected = model_find(text, length, &place);
        const azsreg_error came = azsreg_error_find(text, length, &offset);
        const azsreg_error alone = azsreg_error_find(text, length, NULL);
        if (came != expected || alone != expected || offset != place) {
            report("text", text, length);
            fprintf(stderr, "expected %d at %lu, came %d at %lu\n",
                    (int)expected, (unsigned long)place, (int)came,
                    (unsigned long)offset);
            fprintf(stderr, "without an offset: %d\n", (int)alone);
            return false;
        }
        if (expected == AZSREG_ERROR_UNKNOWN)
            return true;
        const size_t done = place + strlen(azsreg_error_code(expected));
        text += done;
        length -= done;
    }
}

bool find_is_right(const char *text, size_t length)
{
    static struct pages pages;
    return finds_all(copy_to_end(&pages, text, length), length) &&
           finds_all(memcpy(pages.first, text, length), length);
}

/* ---- Messages ------------------------------------------------------------*/

/* A call of one of the two functions that write messages. */
struct call {
    size_t (*write)(char *buffer, size_t size, const struct call *call);
    char *message;        /* that is expected, whole; allocated */
    const char *texts[2]; /* to escape: after a protected page, and before */
    size_t length;
    int error;            /* of a detail */
    azsreg_values values; /* of a detail: each before a protected page */
    bool has_values;
};

static size_t write_escaped(char *buffer, size_t size, const struct call *call)
{
    return azsreg_escape(buffer, size, call->texts[size % 2], call->length);
}

static size_t write_detail(char *buffer, size_t size, const struct call *call)
{
    return azsreg_format_detail(buffer, size, (azsreg_error)call->error,
                                call->has_values ? &call->values : NULL);
}

static struct call escape_call(const char *text, size_t length)
{
    static struct pages pages;
    struct call call = {.write = write_escaped, .length = length};
    call.message = model_escape(model_get(), text, text != NULL ? length : 0);
    if (text == NULL)
        return call;
    pages_reserve(&pages, 2 * length);
    call.texts[0] = memcpy(pages.first, text, length);
    call.texts[1] = memcpy(pages.end - length, text, length);
    return call;
}

static const char *copy_value(struct pages *pages, const char *value)
{
    return value != NULL ? copy_to_end(pages, value, strlen(value) + 1) : NULL;
}

static struct call detail_call(int error, const azsreg_values *values)
{
    static struct pages pages[VALUE_COUNT];
    struct call call = {.write = write_detail, .error = error};
    call.message = model_detail(model_get(), error, values);
    call.has_values = values != NULL;
    if (values != NULL)
        call.values = (azsreg_values){
            copy_value(&pages[0], values->subscription_id),
            copy_value(&pages[1], values->resource_group),
            copy_value(&pages[2], values->registration_name),
            copy_value(&pages[3], values->customer_subscription_id)};
    return call;
}

/* Length of the longest prefix of a message that fits in a buffer of `size`
 * bytes, at least 1, with its NUL, and does not end inside a character: in
 * well-formed UTF-8 the bytes 80 to BF never start one and always continue one.
 */
static size_t cut(const char *message, size_t length, size_t size)
{
    size_t fitting = length < size ? length : size - 1;
    while (fitting > 0 && (unsigned char)message[fitting] >= 0x80 &&
           (unsigned char)message[fitting] <= 0xBF)
        fitting--;
    return fitting;
}

static bool is_length(const char *buffer, size_t size, size_t expected,
                      size_t came)
{
    if (came == expected)
        return true;
    fprintf(stderr, "%s, size %lu: expected a result of %lu, came %lu\n",
            buffer, (unsigned long)size, (unsigned long)expected,
            (unsigned long)came);
    return false;
}

/* The buffer ends at a protected page. If it is larger than the message, all
 * that is there is a few bytes more than the message. */
static bool writes_at(const struct call *call, size_t size)
{
    enum { MARGIN = 16 }; /* watched before the buffer, and after the message */
    static struct pages pages;
    static const unsigned char fills[] = {0x00, 0xFF, 'A', 0x80};
    const unsigned char fill = fills[size % sizeof fills];
    const size_t length = strlen(call->message);
    const size_t room = size < length + MARGIN ? size : length + MARGIN;
    const size_t watched = MARGIN + room;
    pages_reserve(&pages, 2 * watched);
    char *came = pages.end - watched;
    char *expected = came - watched;
    memset(came, fill, watched);
    memset(expected, fill, watched);
    if (size > 0) {
        const size_t written = cut(call->message, length, size);
        memcpy(expected + MARGIN, call->message, written);
        expected[MARGIN + written] = '\0';
    }
    const size_t result = call->write(came + MARGIN, size, call);
    if (memcmp(came, expected, watched) != 0) {
        fprintf(stderr, "a buffer, size %lu, after %d bytes of %02X:\n",
                (unsigned long)size, (int)MARGIN, fill);
        report_difference(expected, came, watched);
        return false;
    }
    return is_length("a buffer", size, length, result) &&
           is_length("no buffer", size, length, call->write(NULL, size, call));
}

static bool writes_at_all(const struct call *call)
{
    const size_t length = strlen(call->message);
    const size_t step = length < 4096 ? 1 : length / 2 + 1;
    for (size_t size = 0; size <= length + 2; size += step)
        if (!writes_at(call, size))
            return false;
    return writes_at(call, length) && writes_at(call, length + 1) &&
           writes_at(call, SIZE_MAX / 2) && writes_at(call, SIZE_MAX);
}

static void report_text(const char *label, const char *text)
{
    report(label, text, text != NULL ? strlen(text) : 0);
}

/* Prints what was called, and the whole messages, if it was not right. */
static bool finish(const struct call *call, bool is_right)
{
    if (!is_right) {
        char came[2048];
        call->write(came, sizeof came, call);
        report_text("message expected", call->message);
        report_text("message came", came);
    }
    if (!is_right && call->write == write_escaped)
        report("text", call->texts[0], call->length);
    if (!is_right && call->write == write_detail) {
        fprintf(stderr, "error %d, %s\n", call->error,
                call->has_values ? "values" : "no values");
        report_text("subscription_id", call->values.subscription_id);
        report_text("resource_group", call->values.resource_group);
        report_text("registration_name", call->values.registration_name);
        report_text("customer_subscription_id",
                    call->values.customer_subscription_id);
    }
    free(call->message);
    return is_right;
}

bool escape_is_right_at(size_t size, const char *text, size_t length)
{
    const struct call call = escape_call(text, length);
    const bool is_right = writes_at(&call, size);
    return finish(&call, is_right);
}

bool escape_is_right(const char *text, size_t length)
{
    const struct call call = escape_call(text, length);
    const bool is_right = writes_at_all(&call);
    return finish(&call, is_right);
}

bool detail_is_right_at(size_t size, int error, const azsreg_values *values)
{
    const struct call call = detail_call(error, values);
    const bool is_right = writes_at(&call, size);
    return finish(&call, is_right);
}

bool detail_is_right(int error, const azsreg_values *values)
{
    const struct call call = detail_call(error, values);
    const bool is_right = writes_at_all(&call);
    return finish(&call, is_right);
}
