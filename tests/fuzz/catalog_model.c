/* SPDX-License-Identifier: MIT
 *
 * One pass after the other over the whole text: characters; lines joined into
 * fields, so that every line is a field or empty; fields and stanzas; all
 * errors together. A byte order mark, or a space of another kind at the start
 * of a line, needs no rule here: no field has a name that starts with it.
 */
#include "catalog_model.h"

#include <ctype.h>
#include <string.h>

#include "fuzz.h"
#include "unit/model.h"

enum field { CODE, NUMBER, DETAIL, COMMENT, TRANSIENT, UNKNOWN };

enum {
    FIELD_COUNT = UNKNOWN + MODEL_DEFAULT_COUNT,
    /* Masks of fields. */
    REQUIRED = 1 << CODE | 1 << NUMBER | 1 << DETAIL,
    DEFAULTS = (1 << FIELD_COUNT) - (1 << UNKNOWN),
};

static const char *const field_names[FIELD_COUNT] = {
    "Code",
    "Number",
    "Detail",
    "Comment",
    "Transient",
    "Unknown",
    "Subscription-Id",
    "Resource-Group",
    "Registration-Name",
    "Customer-Subscription-Id"};

static const char *const english[MODEL_DEFAULT_COUNT] = {
    "Unknown registration error.", "<subscription identifier>",
    "<resource group>", "<registration name>",
    "<customer subscription identifier>"};

static const char *const placeholders[VALUE_COUNT] = {
    "{subscription_id}", "{resource_group}", "{registration_name}",
    "{customer_subscription_id}"};

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* No text has this character, so it can stand for a line break in one. */
#define JOINT "\x1F"

/* ---- Characters and lines ------------------------------------------------*/

/* False if there is a character that no catalog has. Leaves out the carriage
 * returns of line breaks. */
static bool check_characters(char *text)
{
    char *to = text;
    size_t length;
    for (; *text != '\0'; text += length) {
        uint32_t point = 0;
        length = model_decode(text, &point);
        if (length == 0 || (point >= 0x7F && point < 0xA0))
            return false;
        if (text[0] == '\r' && text[1] == '\n')
            continue;
        if (point < 0x20 && point != '\n')
            return false;
        memmove(to, text, length);
        to += length;
    }
    *to = '\0';
    return true;
}

/* True for a line of spaces, or of spaces and one dot, but not for " .". */
static bool is_almost_empty(const char *line)
{
    const char *dot = line + strspn(line, " ");
    const char *end = *dot == '.' ? dot + 1 : dot;
    return end[strspn(end, " ")] == '\0' && strcmp(line, " .") != 0;
}

/* Leaves the comments out, and joins each field with the lines that continue
 * it: `to` gets a line break before each field or empty line. False if such a
 * line does not follow a field, or is almost empty. */
static bool join_lines(char *text, char *to)
{
    bool in_field = false;
    char *next = text;
    for (; *text != '\0'; text = next) {
        size_t length = strcspn(text, "\n");
        next = text + length + (text[length] == '\n');
        text[length] = '\0';
        if (*text == '#')
            continue;
        if (*text == ' ') {
            if (!in_field || is_almost_empty(text))
                return false;
            *to++ = *JOINT;
            text += strcmp(text, " .") == 0 ? 2 : 1;
        } else {
            *to++ = '\n';
            in_field = *text != '\0';
        }
        length = strlen(text);
        memmove(to, text, length);
        to += length;
    }
    *to = '\0';
    return true;
}

/* ---- Fields --------------------------------------------------------------*/

static bool is_code(const char *code)
{
    const size_t length = strlen(code);
    return strspn(code, LETTERS DIGITS) == length && isupper(code[0]) &&
           length <= MODEL_CODE_LENGTH_MAX;
}

static bool is_number(const char *number)
{
    const size_t length = strlen(number);
    return strspn(number, DIGITS) == length && number[0] != '0' &&
           length <= 5 && strtoul(number, NULL, 10) <= 65535;
}

/* Resolves braces, in place. */
static bool resolve(char *detail)
{
    char *to = detail;
    while (*detail != '\0') {
        if (*detail != '{' && *detail != '}') {
            *to++ = *detail++;
            continue;
        }
        if (detail[1] == detail[0]) {
            *to++ = *detail;
            detail += 2;
            continue;
        }
        size_t i = 0;
        while (i < VALUE_COUNT &&
               strncmp(detail, placeholders[i], strlen(placeholders[i])) != 0)
            i++;
        if (i == VALUE_COUNT)
            return false;
        *to++ = (char)(i + 1);
        detail += strlen(placeholders[i]);
    }
    *to = '\0';
    return true;
}

/* Moves `text` from its colon to where the text starts. False if it is not what
 * the field can have. */
static bool read_text(enum field field, char **text)
{
    *text += strspn(*text, " ");
    *text += **text == *JOINT;
    char *start = *text;
    if (start[strspn(start, " " JOINT)] == '\0')
        return false;
    if (field == DETAIL || field == COMMENT) {
        for (char *c = start; *c != '\0'; c++)
            *c = (char)(*c == *JOINT ? '\n' : *c);
        return field == COMMENT || resolve(start);
    }
    size_t length = strlen(start);
    while (start[length - 1] == ' ')
        start[--length] = '\0';
    if (field == CODE)
        return is_code(start);
    if (field == NUMBER)
        return is_number(start);
    if (field == TRANSIENT)
        return strcmp(start, "yes") == 0 || strcmp(start, "no") == 0;
    *text += strspn(start, " ");
    return strchr(start, *JOINT) == NULL;
}

static bool read_field(char *stanza[FIELD_COUNT], char *line)
{
    char *colon = strchr(line, ':');
    if (colon == NULL)
        return false;
    *colon = '\0';
    size_t field = 0;
    while (field < FIELD_COUNT && strcmp(field_names[field], line) != 0)
        field++;
    if (field == FIELD_COUNT || stanza[field] != NULL)
        return false;
    stanza[field] = colon + 1;
    return read_text((enum field)field, &stanza[field]);
}

/* ---- Stanzas -------------------------------------------------------------*/

/* A word starts at an upper-case letter that follows a lower-case one or a
 * digit, and at one that is followed by a lower-case letter. */
static void write_enumerator(char *to, const char *code)
{
    for (size_t i = 0; code[i] != '\0'; i++) {
        if (i > 0 && isupper(code[i]) &&
            (!isupper(code[i - 1]) || islower(code[i + 1])))
            *to++ = '_';
        *to++ = (char)toupper(code[i]);
    }
    *to = '\0';
}

static bool end_stanza(struct model_catalog *catalog, char *stanza[FIELD_COUNT])
{
    int present = 0;
    for (size_t field = 0; field < FIELD_COUNT; field++)
        present |= stanza[field] != NULL ? 1 << field : 0;
    if (present == DEFAULTS && catalog->defaults[0] == NULL) {
        for (size_t i = 0; i < MODEL_DEFAULT_COUNT; i++)
            catalog->defaults[i] = stanza[UNKNOWN + i];
        return true;
    }
    if ((present & (REQUIRED | DEFAULTS)) != REQUIRED)
        return present == 0;
    const unsigned long number = strtoul(stanza[NUMBER], NULL, 10);
    if (number > catalog->room || catalog->errors[number - 1].code != NULL)
        return false;
    const char *comment = stanza[COMMENT];
    const char *transient = stanza[TRANSIENT];
    struct model_error *error = &catalog->errors[number - 1];
    error->code = stanza[CODE];
    error->detail = stanza[DETAIL];
    error->comment = comment != NULL ? comment : "";
    error->transient = transient != NULL && strcmp(transient, "yes") == 0;
    write_enumerator(error->enumerator, error->code);
    catalog->count++;
    return true;
}

static bool read_stanzas(struct model_catalog *catalog, char *text)
{
    char *stanza[FIELD_COUNT] = {NULL};
    bool goes_on = true;
    while (goes_on) {
        char *line = text;
        text += strcspn(text, "\n");
        goes_on = *text != '\0';
        *text++ = '\0';
        if (*line != '\0' && !read_field(stanza, line))
            return false;
        if (*line != '\0' && goes_on)
            continue;
        if (!end_stanza(catalog, stanza))
            return false;
        memset(stanza, 0, sizeof stanza);
    }
    return true;
}

/* ---- All errors together -------------------------------------------------*/

/* True if there is one of each number from 1 on, and of each enumerator. */
static bool check_errors(const struct model_catalog *catalog)
{
    for (size_t i = 0; i < catalog->count; i++) {
        const char *name = catalog->errors[i].enumerator;
        if (catalog->errors[i].code == NULL || strcmp(name, "UNKNOWN") == 0 ||
            strcmp(name, "COUNT") == 0)
            return false;
        for (size_t j = 0; j < i; j++) {
            if (strcmp(catalog->errors[j].enumerator, name) == 0)
                return false;
        }
    }
    return catalog->count > 0;
}

bool model_catalog_read(struct model_catalog *catalog, const char *bytes,
                        size_t size)
{
    *catalog = (struct model_catalog){.text = allocate(2 * size + 3)};
    char *text = catalog->text + size + 2; /* joined, it moves to the front */
    memcpy(text, bytes, size);
    text[size] = '\0';
    if (strlen(text) != size || !check_characters(text) ||
        !join_lines(text, catalog->text))
        return false;
    catalog->room = size / 20 + 1; /* a stanza has more than 20 bytes */
    catalog->errors = allocate(catalog->room * sizeof *catalog->errors);
    if (!read_stanzas(catalog, catalog->text) || !check_errors(catalog))
        return false;
    for (size_t i = 0; i < MODEL_DEFAULT_COUNT; i++) {
        if (catalog->defaults[i] == NULL)
            catalog->defaults[i] = english[i];
    }
    return true;
}

bool model_is_visible_line(const char *text)
{
    const size_t length = strcspn(text, "\n");
    char *shown = model_escape(model_get(), text, length);
    const bool is_visible = strlen(shown) == length;
    free(shown);
    return is_visible && strcmp(&text[length], "\n") == 0;
}

void model_catalog_free(struct model_catalog *catalog)
{
    free(catalog->errors);
    free(catalog->text);
}
