/* SPDX-License-Identifier: MIT */
#include "model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

/* A line is "00AD ; Cf # ..." or "0600..0605 ; Cf # ...", or a comment. */
static void read_category(struct model *model, const char *line)
{
    unsigned long first;
    unsigned long last;
    int ends = sscanf(line, "%lx..%lx", &first, &last);
    const char *semicolon = strchr(line, ';');
    if (line[0] == '#' || ends < 1 || semicolon == NULL)
        return;
    if (ends == 1)
        last = first;
    bool is_invisible = false;
    static const char *const categories[] = {"; Cc", "; Cf", "; Zl", "; Zp"};
    for (size_t i = 0; i < sizeof categories / sizeof categories[0]; i++)
        is_invisible |= strncmp(semicolon, categories[i], 4) == 0;
    for (unsigned long point = first; point <= last; point++)
        model->invisible[point] |= is_invisible;
}

static void read_categories(struct model *model)
{
    static const char path[] = FIXTURES "/DerivedGeneralCategory-15.0.0.txt";
    FILE *file = fopen(path, "r");
    if (file == NULL)
        give_up("cannot read", path);
    char line[256];
    while (fgets(line, sizeof line, file) != NULL)
        read_category(model, line);
    if (ferror(file))
        give_up("cannot read", path);
    fclose(file);
}

const struct model *model_get(void)
{
    static struct model model;
    if (model.document.count == 0) {
        document_read(&model.document);
        read_categories(&model);
    }
    return &model;
}

/* ---- Codes ---------------------------------------------------------------*/

azsreg_error model_from_code(const char *code, size_t length)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *known = azsreg_error_code((azsreg_error)number);
        if (strlen(known) == length && memcmp(known, code, length) == 0)
            return (azsreg_error)number;
    }
    return AZSREG_ERROR_UNKNOWN;
}

static bool is_one_of(const char *characters, char byte)
{
    return byte != '\0' && strchr(characters, byte) != NULL;
}

static bool is_word_character(char byte)
{
    return is_one_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                     "0123456789_",
                     byte);
}

/* True if the bytes before `place` are an escape. */
static bool is_after_escape(const char *text, size_t place)
{
    /* H is a hexadecimal digit. */
    static const char *const escapes[] = {"\\b", "\\f",   "\\n",    "\\r",
                                          "\\t", "\\xHH", "\\uHHHH"};
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        const size_t length = strlen(escapes[i]);
        size_t equal = 0;
        while (length <= place && equal < length) {
            const char expected = escapes[i][equal];
            const char byte = text[place - length + equal];
            if (expected == 'H' ? !is_one_of("0123456789abcdefABCDEF", byte)
                                : expected != byte)
                break;
            equal++;
        }
        if (equal == length)
            return true;
    }
    return false;
}

azsreg_error model_find(const char *text, size_t length, size_t *offset)
{
    for (size_t place = 0; place < length; place++) {
        if (place > 0 && is_word_character(text[place - 1]) &&
            !is_after_escape(text, place))
            continue;
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            const char *code = azsreg_error_code((azsreg_error)number);
            if (code[0] != text[place])
                continue;
            const size_t size = strlen(code);
            if (size > length - place || memcmp(code, &text[place], size) != 0)
                continue;
            if (size < length - place && is_word_character(text[place + size]))
                continue;
            *offset = place;
            return (azsreg_error)number;
        }
    }
    *offset = length;
    return AZSREG_ERROR_UNKNOWN;
}

/* ---- Text that is safe to print ------------------------------------------*/

/* Unicode 15.0, table 3-7, "Well-Formed UTF-8 Byte Sequences". */
static const struct {
    size_t length;
    unsigned char low[4];
    unsigned char high[4];
} forms[] = {
    {1, {0x00}, {0x7F}},
    {2, {0xC2, 0x80}, {0xDF, 0xBF}},
    {3, {0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}},
    {3, {0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}},
    {3, {0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}},
    {3, {0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}},
    {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
    {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
    {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

/* The number of bytes of `text` that are in the ranges of a form. A NUL is only
 * in the first form, so no byte after the NUL is read. */
static size_t matching(const unsigned char *text, size_t form)
{
    size_t i = 0;
    while (i < forms[form].length && text[i] >= forms[form].low[i] &&
           text[i] <= forms[form].high[i])
        i++;
    return i;
}

size_t model_decode(const char *text, uint32_t *code_point)
{
    static const unsigned char lead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t form = 0; form < sizeof forms / sizeof forms[0]; form++) {
        size_t length = forms[form].length;
        if (matching(bytes, form) < length)
            continue;
        *code_point = (uint32_t)bytes[0] - lead[length];
        for (size_t i = 1; i < length; i++)
            *code_point = *code_point * 64 + (bytes[i] - 0x80U);
        return length;
    }
    return 0;
}

char *model_escape(const struct model *model, const char *text, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    char *copy_of_text = allocate(length + 1); /* it ends with a NUL */
    if (length > 0)
        memcpy(copy_of_text, text, length);
    char *shown = allocate(4 * length + 1);
    char *to = shown;
    const char *from = copy_of_text;
    while (from < copy_of_text + length) {
        uint32_t point = 0;
        size_t sequence = model_decode(from, &point);
        bool is_escaped = sequence == 0 || model->invisible[point];
        for (size_t left = sequence == 0 ? 1 : sequence; left > 0; left--) {
            unsigned byte = (unsigned char)*from;
            if (is_escaped) {
                *to++ = '\\';
                *to++ = 'x';
                *to++ = digits[byte / 16];
                *to++ = digits[byte % 16];
            } else {
                *to++ = *from;
            }
            from++;
        }
    }
    free(copy_of_text);
    return shown;
}

/* ---- Details -------------------------------------------------------------*/

/* True if a byte of a row's detail stands for a value. */
static bool is_value(char byte)
{
    return byte >= 1 && byte <= VALUE_COUNT;
}

/* A value as it is shown, in allocated memory. */
static char *show_value(const struct model *model, const char *value,
                        const char *name)
{
    if (value != NULL)
        return model_escape(model, value, strlen(value));
    char *shown = allocate(strlen(name) + 3);
    sprintf(shown, "<%s>", name);
    return shown;
}

char *model_detail(const struct model *model, int error,
                   const azsreg_values *values)
{
    if (error < 1 || (size_t)error > model->document.count) {
        static const char unknown[] = "Unknown registration error.";
        return memcpy(allocate(sizeof unknown), unknown, sizeof unknown);
    }
    const char *passed[VALUE_COUNT] = {NULL};
    if (values != NULL) {
        passed[0] = values->subscription_id;
        passed[1] = values->resource_group;
        passed[2] = values->registration_name;
        passed[3] = values->customer_subscription_id;
    }
    char *shown[VALUE_COUNT];
    for (size_t i = 0; i < VALUE_COUNT; i++)
        shown[i] = show_value(model, passed[i], document_names[i]);
    const char *text = model->document.rows[error - 1].detail;
    size_t size = 1;
    for (const char *from = text; *from != '\0'; from++)
        size += is_value(*from) ? strlen(shown[*from - 1]) : 1;
    char *detail = allocate(size);
    char *to = detail;
    for (const char *from = text; *from != '\0'; from++) {
        if (is_value(*from))
            to += strlen(strcpy(to, shown[*from - 1]));
        else
            *to++ = *from;
    }
    for (size_t i = 0; i < VALUE_COUNT; i++)
        free(shown[i]);
    return detail;
}
