/* SPDX-License-Identifier: MIT
 *
 * One pass after the other over the whole text: characters; lines joined into
 * fields, so that every line is a field or empty; fields; stanzas; all stanzas
 * together. A byte order mark, or a space of another kind at the start of a
 * line, needs no rule here: no field has a name that starts with it.
 */
#include "catalog_model.h"

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"

static const char *const fields[] = {"Code",
                                     "Number",
                                     "Detail",
                                     "Comment",
                                     "Transient",
                                     "Unknown",
                                     "Subscription-Id",
                                     "Resource-Group",
                                     "Registration-Name",
                                     "Customer-Subscription-Id"};

static const char *const placeholders[] = {
    "{subscription_id}", "{resource_group}", "{registration_name}",
    "{customer_subscription_id}"};

static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
static const char digits[] = "0123456789";

/* No text has this character, so it can stand for a line break in one. */
enum { JOINT = '\x1F', LONGEST_CODE = 64, LARGEST_NUMBER = 65535 };

/* ---- Characters and lines ------------------------------------------------*/

static bool is_text(const char *text)
{
    while (*text != '\0') {
        uint32_t point;
        size_t length = model_decode(text, &point);
        if (length == 0)
            return false;
        bool is_break = *text == '\n' || (*text == '\r' && text[1] == '\n');
        if (!is_break && (point < 0x20 || (point >= 0x7F && point < 0xA0)))
            return false;
        text += length;
    }
    return true;
}

static void remove_returns(char *text)
{
    char *to = text;
    for (; *text != '\0'; text++) {
        if (*text != '\r')
            *to++ = *text;
    }
    *to = '\0';
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
            *to++ = JOINT;
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
    size_t length = strlen(code);
    for (size_t i = 0; i < length; i++) {
        if (!strchr(upper, code[i]) && !strchr(lower, code[i]) &&
            !strchr(digits, code[i]))
            return false;
    }
    return strchr(upper, code[0]) != NULL && length <= LONGEST_CODE;
}

static bool is_in(const char *set, char c)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* A word starts at an upper-case letter that follows a lower-case one or a
 * digit, and at one that is followed by a lower-case letter. */
static char *enumerator(const char *code)
{
    char *name = allocate(2 * strlen(code) + 1);
    char *to = name;
    for (size_t i = 0; code[i] != '\0'; i++) {
        bool is_start = is_in(lower, code[i + 1]);
        if (i > 0)
            is_start |= is_in(lower, code[i - 1]) || is_in(digits, code[i - 1]);
        if (i > 0 && is_in(upper, code[i]) && is_start)
            *to++ = '_';
        const char *small = is_in(lower, code[i]) ? strchr(lower, code[i]) : "";
        *to++ = *small != '\0' ? upper[small - lower] : code[i];
    }
    *to = '\0';
    return name;
}

static bool is_number(const char *number)
{
    size_t length = strlen(number);
    return length <= 5 && strspn(number, digits) == length &&
           number[0] != '0' && strtoul(number, NULL, 10) <= LARGEST_NUMBER;
}

/* Resolves braces, in place. */
static bool resolve(char *detail)
{
    char *to = detail;
    while (*detail != '\0') {
        if (strncmp(detail, "{{", 2) == 0 || strncmp(detail, "}}", 2) == 0) {
            *to++ = *detail;
            detail += 2;
        } else if (*detail == '{') {
            size_t i = 0;
            while (i < VALUE_COUNT && strncmp(detail, placeholders[i],
                                              strlen(placeholders[i])) != 0)
                i++;
            if (i == VALUE_COUNT)
                return false;
            *to++ = (char)(i + 1);
            detail += strlen(placeholders[i]);
        } else if (*detail == '}') {
            return false;
        } else {
            *to++ = *detail++;
        }
    }
    *to = '\0';
    return true;
}

static bool check_field(enum model_field field, char *text)
{
    size_t length = strlen(text);
    if (strspn(text, " \x1F") == length)
        return false;
    if (field == MODEL_DETAIL && !resolve(text))
        return false;
    if (field == MODEL_DETAIL || field == MODEL_COMMENT) {
        for (char *c = text; *c != '\0'; c++)
            *c = (char)(*c == JOINT ? '\n' : *c);
        return true;
    }
    while (text[length - 1] == ' ')
        text[--length] = '\0';
    if (field >= MODEL_UNKNOWN)
        return true;
    if (field == MODEL_CODE)
        return is_code(text);
    if (field == MODEL_NUMBER)
        return is_number(text);
    return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
}

/* One line, without the spaces around it. */
static bool check_default(char **text)
{
    *text += strspn(*text, " ");
    return strchr(*text, JOINT) == NULL;
}

static bool read_field(struct model_stanza *stanza, char *line)
{
    char *text = strchr(line, ':');
    if (text == NULL)
        return false;
    *text++ = '\0';
    size_t field = 0;
    while (field < MODEL_FIELD_COUNT && strcmp(fields[field], line) != 0)
        field++;
    if (field == MODEL_FIELD_COUNT || stanza->field[field] != NULL)
        return false;
    text += strspn(text, " ");
    text += *text == JOINT;
    stanza->field[field] = text;
    return check_field((enum model_field)field, text) &&
           (field < MODEL_UNKNOWN || check_default(&stanza->field[field]));
}

/* ---- Stanzas -------------------------------------------------------------*/

static bool read_stanzas(struct model_catalog *catalog, char *text)
{
    bool in_stanza = false;
    bool goes_on = *text == '\n';
    while (goes_on) {
        char *line = text + 1;
        text = line + strcspn(line, "\n");
        goes_on = *text == '\n';
        *text = '\0';
        if (!in_stanza && *line != '\0')
            catalog->count++;
        in_stanza = *line != '\0';
        if (in_stanza &&
            !read_field(&catalog->stanzas[catalog->count - 1], line))
            return false;
    }
    return true;
}

static bool check_stanza(struct model_stanza *stanza)
{
    if (stanza->field[MODEL_CODE] == NULL ||
        stanza->field[MODEL_NUMBER] == NULL ||
        stanza->field[MODEL_DETAIL] == NULL)
        return false;
    stanza->number = strtoul(stanza->field[MODEL_NUMBER], NULL, 10);
    stanza->enumerator = enumerator(stanza->field[MODEL_CODE]);
    return strcmp(stanza->enumerator, "UNKNOWN") != 0 &&
           strcmp(stanza->enumerator, "COUNT") != 0;
}

/* Takes the stanza without a Code out of the others. */
static bool take_defaults(struct model_catalog *catalog)
{
    size_t kept = 0;
    for (size_t i = 0; i < catalog->count; i++) {
        const struct model_stanza *stanza = &catalog->stanzas[i];
        size_t count = 0;
        for (size_t field = MODEL_UNKNOWN; field < MODEL_FIELD_COUNT; field++)
            count += stanza->field[field] != NULL;
        if (count == 0) {
            catalog->stanzas[kept++] = *stanza;
            continue;
        }
        for (size_t field = 0; field < MODEL_UNKNOWN; field++)
            count += stanza->field[field] != NULL ? 100 : 0;
        if (count != 5 || catalog->defaults.field[MODEL_UNKNOWN] != NULL)
            return false;
        catalog->defaults = *stanza;
    }
    catalog->count = kept;
    return true;
}

static bool check_stanzas(const struct model_catalog *catalog)
{
    for (size_t i = 0; i < catalog->count; i++) {
        struct model_stanza *stanza = &catalog->stanzas[i];
        if (!check_stanza(stanza) || stanza->number > catalog->count)
            return false;
        for (size_t j = 0; j < i; j++) {
            const struct model_stanza *other = &catalog->stanzas[j];
            if (stanza->number == other->number ||
                strcmp(stanza->enumerator, other->enumerator) == 0)
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
    if (strlen(text) != size || !is_text(text))
        return false;
    remove_returns(text);
    if (!join_lines(text, catalog->text))
        return false;
    catalog->stanzas = calloc(size + 1, sizeof *catalog->stanzas);
    return catalog->stanzas != NULL && read_stanzas(catalog, catalog->text) &&
           take_defaults(catalog) && check_stanzas(catalog);
}

bool model_is_visible_line(const char *text)
{
    while (*text != '\0' && *text != '\n') {
        uint32_t point;
        size_t length = model_decode(text, &point);
        if (length == 0 || model_get()->invisible[point])
            return false;
        text += length;
    }
    return strcmp(text, "\n") == 0;
}

void model_catalog_free(struct model_catalog *catalog)
{
    for (size_t i = 0; i < catalog->count; i++)
        free(catalog->stanzas[i].enumerator);
    free(catalog->stanzas);
    free(catalog->text);
}
