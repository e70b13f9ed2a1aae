/* SPDX-License-Identifier: MIT
 *
 * The catalog: read from its bytes, and checked.
 *
 * The file is read line by line: lines make fields, fields make stanzas, and
 * each is checked when it ends, so that its line is at hand. What concerns all
 * stanzas together is checked last.
 */
#include "catalog.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "library/utf8.h"
#include "quote.h"

enum field { CODE, NUMBER, DETAIL, COMMENT, TRANSIENT, FIELD_COUNT };

static const char *const field_names[FIELD_COUNT] = {"Code", "Number", "Detail",
                                                     "Comment", "Transient"};

#define FIELD_NAMES "Code, Number, Detail, Comment or Transient"

static const char *const value_names[] = {"subscription_id", "resource_group",
                                          "registration_name",
                                          "customer_subscription_id"};

#define VALUE_NAMES                                                            \
    "{subscription_id}, {resource_group}, {registration_name} or "             \
    "{customer_subscription_id}"

struct reader {
    struct catalog *catalog;
    const char *path;
    size_t line; /* the one being read, from 1 */
    char *end;   /* of the catalog's text so far */

    /* The stanza being read. */
    struct error error;
    size_t stanza_line;             /* its first line; 0 outside a stanza */
    size_t field_line[FIELD_COUNT]; /* where each field starts; 0 if absent */

    /* The field being read. */
    enum field field; /* FIELD_COUNT outside a field */
    char *text;       /* its text so far: up to end */
    size_t text_line; /* the first line with text; 0 if there was none yet */
    bool blank;       /* nothing but spaces and line breaks so far */
    char *literal;    /* in a Detail: the text since the last placeholder */
};

/* Says what is wrong at a line, and returns false. A message may quote the
 * catalog, so what can't be seen in it is made visible. */
static bool fail(const struct reader *reader, size_t line, const char *format,
                 ...)
{
    char message[512] = "";
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fprintf(stderr, "%s:%zu: error: ", reader->path, line);
    print_quoted(stderr, message, strlen(message));
    fputc('\n', stderr);
    return false;
}

/* How much of a name of `length` bytes a message quotes. */
static int quoted_length(size_t length)
{
    return length < 100 ? (int)length : 100;
}

/* Makes room for one more element after the first `count`. The capacity is
 * doubled whenever the count reaches it, at the powers of two. */
static bool grow(void **array, size_t count, size_t element_size)
{
    if ((count & (count - 1)) != 0)
        return true;
    void *grown = realloc(*array, (count == 0 ? 1 : 2 * count) * element_size);
    if (grown == NULL)
        return false;
    *array = grown;
    return true;
}

/* ---- Values of fields ----------------------------------------------------*/

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_lower_or_digit(char c)
{
    return is_lower(c) || (c >= '0' && c <= '9');
}

/* BadRequest gives BAD_REQUEST, HTTPError HTTP_ERROR: a word starts at an
 * upper-case letter that follows a lower-case one or a digit, and at one that
 * is followed by a lower-case letter. */
static void put_enumerator(struct reader *reader, const char *code)
{
    reader->error.enumerator = reader->end;
    for (const char *c = code; *c != '\0'; c++) {
        if (c != code && is_upper(*c) &&
            (is_lower_or_digit(c[-1]) || is_lower(c[1])))
            *reader->end++ = '_';
        *reader->end++ = (char)(is_lower(*c) ? *c - 'a' + 'A' : *c);
    }
    *reader->end++ = '\0';
}

static bool end_code(struct reader *reader)
{
    const char *code = reader->text;
    size_t length = strlen(code);
    bool valid = is_upper(code[0]);
    for (size_t i = 1; i < length; i++)
        valid = valid && (is_upper(code[i]) || is_lower_or_digit(code[i]));
    if (!valid)
        return fail(
            reader, reader->text_line,
            "'%.100s' is not a code; expected an identifier in CamelCase: "
            "ASCII letters and digits, the first an upper-case letter",
            code);
    if (length > CATALOG_MAX)
        return fail(reader, reader->text_line,
                    "a code of %zu bytes; expected at most %d", length,
                    CATALOG_MAX);
    reader->error.code = code;
    reader->error.code_length = length;
    reader->error.code_line = reader->text_line;
    put_enumerator(reader, code);
    const char *enumerator = reader->error.enumerator;
    if (strcmp(enumerator, "UNKNOWN") == 0 || strcmp(enumerator, "COUNT") == 0)
        return fail(reader, reader->text_line,
                    "'%s' is taken; expected a code that does not give "
                    "AZSREG_ERROR_UNKNOWN or AZSREG_ERROR_COUNT",
                    code);
    return true;
}

static bool end_number(struct reader *reader)
{
    const char *digits = reader->text;
    size_t length = strlen(digits);
    if (strspn(digits, "0123456789") != length || digits[0] == '0')
        return fail(reader, reader->text_line,
                    "'%.100s' is not a number; expected 1 or more, in decimal "
                    "digits without a leading zero",
                    digits);
    /* Five digits fit any long; more are out of range. */
    long number = length <= 5 ? strtol(digits, NULL, 10) : CATALOG_MAX + 1L;
    if (number > CATALOG_MAX)
        return fail(reader, reader->text_line,
                    "number %.100s is too large; expected at most %d", digits,
                    CATALOG_MAX);
    reader->error.number = (size_t)number;
    reader->error.number_line = reader->text_line;
    return true;
}

static bool end_transient(struct reader *reader)
{
    reader->error.transient = strcmp(reader->text, "yes") == 0;
    if (!reader->error.transient && strcmp(reader->text, "no") != 0)
        return fail(reader, reader->text_line,
                    "'%.100s' is not an answer; expected yes or no",
                    reader->text);
    return true;
}

static bool add_part(struct reader *reader, const char *value)
{
    struct catalog *catalog = reader->catalog;
    void *parts = catalog->parts;
    if (!grow(&parts, catalog->part_count, sizeof *catalog->parts))
        return fail(reader, reader->line, "out of memory");
    catalog->parts = parts;
    catalog->parts[catalog->part_count++] =
        (struct part){(size_t)(reader->end - reader->literal), value};
    reader->literal = reader->end;
    return true;
}

/* Takes the placeholder that starts at `text`, of which `size` bytes are left
 * in the line. Returns its length, or 0 after an error. */
static size_t add_placeholder(struct reader *reader, const char *text,
                              size_t size)
{
    size_t length = 1;
    while (length < size && text[length] != '{' && text[length] != '}')
        length++;
    if (length == size || text[length] == '{') {
        fail(reader, reader->line,
             "unclosed '{'; expected a placeholder as {resource_group}, or "
             "'{{' for a brace");
        return 0;
    }
    const char *name = text + 1;
    size_t name_length = length - 1;
    for (size_t i = 0; i < sizeof value_names / sizeof value_names[0]; i++) {
        if (strlen(value_names[i]) == name_length &&
            memcmp(value_names[i], name, name_length) == 0)
            return add_part(reader, value_names[i]) ? length + 1 : 0;
    }
    fail(reader, reader->line,
         "unknown placeholder '{%.*s}'; expected " VALUE_NAMES,
         quoted_length(name_length), name);
    return 0;
}

static bool add_detail_line(struct reader *reader, const char *text,
                            size_t size)
{
    for (size_t i = 0; i < size;) {
        bool brace = text[i] == '{' || text[i] == '}';
        if (!brace) {
            *reader->end++ = text[i++];
        } else if (i + 1 < size && text[i + 1] == text[i]) {
            *reader->end++ = text[i];
            i += 2;
        } else if (text[i] == '{') {
            size_t length = add_placeholder(reader, &text[i], size - i);
            if (length == 0)
                return false;
            i += length;
        } else {
            return fail(reader, reader->line,
                        "stray '}'; expected '}}' for a brace");
        }
    }
    return true;
}

/* ---- Fields --------------------------------------------------------------*/

static bool add_text(struct reader *reader, const char *text, size_t size)
{
    bool one_line = reader->field != DETAIL && reader->field != COMMENT;
    if (reader->text_line == 0)
        reader->text_line = reader->line;
    else if (one_line)
        return fail(reader, reader->line,
                    "%s goes on in a second line; expected one",
                    field_names[reader->field]);
    else
        *reader->end++ = '\n';
    for (size_t i = 0; i < size; i++)
        reader->blank = reader->blank && text[i] == ' ';
    if (reader->field == DETAIL)
        return add_detail_line(reader, text, size);
    memcpy(reader->end, text, size);
    reader->end += size;
    return true;
}

static bool end_field(struct reader *reader)
{
    enum field field = reader->field;
    if (field == FIELD_COUNT)
        return true;
    if (reader->blank)
        return fail(reader, reader->field_line[field],
                    "%s is empty; expected its text after the colon, or in "
                    "lines that start with a space",
                    field_names[field]);
    reader->field = FIELD_COUNT;
    if (field == DETAIL) {
        reader->error.detail = reader->text;
        return add_part(reader, NULL);
    }
    if (field == COMMENT)
        reader->error.comment = reader->text;
    else /* a name, a number or a word: spaces after it mean nothing */
        while (reader->end[-1] == ' ')
            reader->end--;
    *reader->end++ = '\0';
    switch (field) {
    case CODE:
        return end_code(reader);
    case NUMBER:
        return end_number(reader);
    case TRANSIENT:
        return end_transient(reader);
    default:
        return true;
    }
}

static bool start_field(struct reader *reader, const char *line, size_t size)
{
    const char *colon = memchr(line, ':', size);
    if (colon == NULL)
        return fail(reader, reader->line,
                    "text outside a field; expected 'Field: text', a line that "
                    "starts with a space to go on with a field, or #");
    size_t length = (size_t)(colon - line);
    enum field field = CODE;
    while (field < FIELD_COUNT &&
           (strlen(field_names[field]) != length ||
            memcmp(field_names[field], line, length) != 0))
        field++;
    if (field == FIELD_COUNT)
        return fail(reader, reader->line,
                    "unknown field '%.*s'; expected " FIELD_NAMES,
                    quoted_length(length), line);
    if (reader->field_line[field] != 0)
        return fail(reader, reader->line,
                    "%s is repeated; expected once in a stanza, and it stands "
                    "at line %zu already (an empty line ends a stanza)",
                    field_names[field], reader->field_line[field]);
    reader->field_line[field] = reader->line;
    if (reader->stanza_line == 0)
        reader->stanza_line = reader->line;

    reader->field = field;
    reader->text = reader->literal = reader->end;
    reader->text_line = 0;
    reader->blank = true;
    if (field == DETAIL)
        reader->error.part = reader->catalog->part_count;
    const char *text = colon + 1;
    size_t left = size - length - 1;
    for (; left > 0 && *text == ' '; left--)
        text++;
    return left == 0 || add_text(reader, text, left);
}

/* ---- Stanzas -------------------------------------------------------------*/

static void start_stanza(struct reader *reader)
{
    reader->error = (struct error){.comment = ""};
    reader->stanza_line = 0;
    reader->field = FIELD_COUNT;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        reader->field_line[i] = 0;
}

static bool end_stanza(struct reader *reader)
{
    if (!end_field(reader))
        return false;
    if (reader->stanza_line == 0)
        return true;
    for (enum field field = CODE; field <= DETAIL; field++) {
        if (reader->field_line[field] == 0)
            return fail(reader, reader->stanza_line,
                        "this stanza has no %s; expected Code, Number and "
                        "Detail in each",
                        field_names[field]);
    }
    struct catalog *catalog = reader->catalog;
    void *errors = catalog->errors;
    if (!grow(&errors, catalog->error_count, sizeof *catalog->errors))
        return fail(reader, reader->line, "out of memory");
    catalog->errors = errors;
    catalog->errors[catalog->error_count++] = reader->error;
    start_stanza(reader);
    return true;
}

/* ---- Lines ---------------------------------------------------------------*/

static bool check_characters(const struct reader *reader, const char *line,
                             size_t size)
{
    size_t length;
    for (size_t i = 0; i < size; i += length) {
        uint32_t code_point;
        length = utf8_decode(&line[i], size - i, &code_point);
        if (length == 0)
            return fail(reader, reader->line,
                        "malformed UTF-8 at byte %zu of the line (0x%02X); "
                        "expected text in UTF-8",
                        i + 1, (unsigned)(unsigned char)line[i]);
        if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F))
            return fail(reader, reader->line,
                        "%s (U+%04X) at byte %zu of the line; expected no "
                        "control character but line breaks",
                        code_point == '\t'   ? "tab"
                        : code_point == '\0' ? "NUL"
                                             : "control character",
                        (unsigned)code_point, i + 1);
    }
    return true;
}

static bool go_on_with_field(struct reader *reader, const char *line,
                             size_t size)
{
    if (reader->field == FIELD_COUNT)
        return fail(
            reader, reader->line,
            "text outside a field: a line that starts with a space; "
            "expected it after 'Field:' (in a text, an empty line is ' .')");
    size_t spaces = 0;
    while (spaces < size && line[spaces] == ' ')
        spaces++;
    if (spaces == size)
        return fail(reader, reader->line,
                    "a line of spaces only; expected ' .' for an empty line in "
                    "a text, or nothing at all between stanzas");
    if (size == 2 && line[1] == '.')
        return add_text(reader, "", 0);
    return add_text(reader, line + 1, size - 1);
}

static bool read_line(struct reader *reader, const char *line, size_t size)
{
    if (!check_characters(reader, line, size))
        return false;
    if (size == 0)
        return end_stanza(reader);
    if (line[0] == '#')
        return true;
    if (line[0] == ' ')
        return go_on_with_field(reader, line, size);
    return end_field(reader) && start_field(reader, line, size);
}

static bool read_lines(struct reader *reader, const char *bytes, size_t size)
{
    start_stanza(reader);
    const char *end = bytes + size;
    while (bytes < end) {
        reader->line++;
        size_t left = (size_t)(end - bytes);
        const char *newline = memchr(bytes, '\n', left);
        size_t length = newline != NULL ? (size_t)(newline - bytes) : left;
        const char *next = bytes + length + (newline != NULL);
        if (newline != NULL && length > 0 && bytes[length - 1] == '\r')
            length--;
        if (!read_line(reader, bytes, length))
            return false;
        bytes = next;
    }
    return end_stanza(reader);
}

/* ---- All stanzas together ------------------------------------------------*/

static int by_line(const struct error *left, const struct error *right)
{
    return (left->code_line > right->code_line) -
           (left->code_line < right->code_line);
}

static int by_enumerator(const void *left, const void *right)
{
    const struct error *l = left;
    const struct error *r = right;
    int order = strcmp(l->enumerator, r->enumerator);
    return order != 0 ? order : by_line(l, r);
}

static int by_number(const void *left, const void *right)
{
    const struct error *l = left;
    const struct error *r = right;
    if (l->number != r->number)
        return l->number < r->number ? -1 : 1;
    return by_line(l, r);
}

static bool check_enumerators(const struct reader *reader)
{
    struct error *errors = reader->catalog->errors;
    size_t count = reader->catalog->error_count;
    qsort(errors, count, sizeof errors[0], by_enumerator);
    for (size_t i = 1; i < count; i++) {
        const struct error *first = &errors[i - 1];
        const struct error *second = &errors[i];
        if (strcmp(first->code, second->code) == 0)
            return fail(
                reader, second->code_line,
                "code '%.100s' is repeated; expected once, and it stands "
                "at line %zu already",
                second->code, first->code_line);
        if (strcmp(first->enumerator, second->enumerator) == 0)
            return fail(reader, second->code_line,
                        "code '%.100s' gives AZSREG_ERROR_%.100s, as '%.100s' "
                        "at line %zu "
                        "does; expected a name of its own for each",
                        second->code, second->enumerator, first->code,
                        first->code_line);
    }
    return true;
}

/* Leaves the errors in the order of their numbers, with their code_offset. */
static bool check_numbers(const struct reader *reader)
{
    struct error *errors = reader->catalog->errors;
    size_t count = reader->catalog->error_count;
    qsort(errors, count, sizeof errors[0], by_number);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && errors[i].number == errors[i - 1].number)
            return fail(reader, errors[i].number_line,
                        "number %zu is repeated; expected once, and it stands "
                        "at line %zu already",
                        errors[i].number, errors[i - 1].number_line);
        if (errors[i].number != i + 1)
            return fail(reader, errors[i].number_line,
                        "number %zu leaves a gap; expected each of 1 to %zu, "
                        "and %zu is missing",
                        errors[i].number, count, i + 1);
        if (i > 0)
            errors[i].code_offset =
                errors[i - 1].code_offset + errors[i - 1].code_length + 1;
    }
    return true;
}

bool catalog_read(struct catalog *catalog, const char *path, const char *bytes,
                  size_t size)
{
    *catalog = (struct catalog){0};
    struct reader reader = {.catalog = catalog, .path = path};
    /* A text is no longer than the lines it comes from: its NUL has the place
     * of the field's colon. A code stands there a second time as enumerator,
     * of at most twice its length. */
    catalog->text = malloc(3 * size + 1);
    if (catalog->text == NULL)
        return fail(&reader, 1, "out of memory");
    reader.end = catalog->text;
    if (!read_lines(&reader, bytes, size))
        return false;
    if (catalog->error_count == 0)
        return fail(&reader, reader.line > 0 ? reader.line : 1,
                    "no stanza; expected at least one, with Code, Number and "
                    "Detail");
    return check_enumerators(&reader) && check_numbers(&reader);
}

void catalog_free(struct catalog *catalog)
{
    free(catalog->errors);
    free(catalog->parts);
    free(catalog->text);
}
