/* SPDX-License-Identifier: MIT
 *
 * The catalog: read from its bytes, and checked.
 *
 * The file is read line by line. Lines make fields and fields make stanzas, and
 * each is checked when it ends. What concerns all stanzas together is checked
 * at the end.
 */
#include "catalog.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "library/escape.h"
#include "library/key.h"
#include "library/utf8.h"

/* The fields of an error, then those of the stanza without a Code. */
enum field {
    CODE,
    NUMBER,
    DETAIL,
    COMMENT,
    TRANSIENT,
    UNKNOWN,
    FIRST_VALUE,
    FIELD_COUNT = FIRST_VALUE + VALUE_COUNT
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

#define ERROR_FIELDS "Code, Number, Detail, Comment or Transient"
#define DEFAULT_FIELDS                                                         \
    "Unknown, Subscription-Id, Resource-Group, Registration-Name and "         \
    "Customer-Subscription-Id"

const char *const value_names[VALUE_COUNT] = {
    "subscription_id", "resource_group", "registration_name",
    "customer_subscription_id"};

#define PLACEHOLDERS                                                           \
    "{subscription_id}, {resource_group}, {registration_name} or "             \
    "{customer_subscription_id}"

static const struct defaults english = {
    "Unknown registration error.",
    {"<subscription identifier>", "<resource group>", "<registration name>",
     "<customer subscription identifier>"}};

/* A hash has 32 bits. A table of 65,535 codes uses 30 of them: 17 for the place
 * and 13 for the bucket. */
enum { NUMBER_LIMIT = 65535 };

enum { QUOTED_LIMIT = 100 }; /* bytes */

struct reader {
    struct catalog *catalog;
    const char *path;
    size_t line;          /* the one being read, from 1 */
    size_t defaults_line; /* where the stanza without a Code is; 0: nowhere */
    char *end;            /* of the catalog's text so far */

    /* The stanza being read. */
    struct error error;
    size_t stanza_line;             /* its first line; 0 outside a stanza */
    enum field first_field;         /* the one in its first line */
    size_t field_line[FIELD_COUNT]; /* where each field starts; 0 if absent */

    /* The field being read. */
    enum field field; /* FIELD_COUNT outside a field */
    char *text;       /* its text so far: up to end */
    size_t text_line; /* the first line with text; 0 if there was none yet */
};

/* Prints what is wrong at a line, and returns false. A message may quote the
 * catalog, so it is escaped. */
#ifdef __GNUC__
__attribute__((format(printf, 3, 4)))
#endif
static bool
fail(const struct reader *reader, size_t line, const char *format, ...)
{
    char message[512] = "";
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    char escaped[4 * sizeof message]; /* a byte takes up to four, as \x0A */
    struct output output = output_start(escaped, sizeof escaped, escaped);
    output_append_escaped(&output, message, strlen(message));
    output_end(&output);
    fprintf(stderr, "%s:%zu: error: %s\n", reader->path, line, escaped);
    return false;
}

/* How many bytes of a name a message quotes: whole characters. */
static int quoted_length(const char *name, size_t length)
{
    if (length > QUOTED_LIMIT) {
        length = QUOTED_LIMIT;
        while (utf8_continues(name[length]))
            length--;
    }
    return (int)length;
}

/* Makes room for one more element after the first `count`. The capacity is
 * doubled whenever the count reaches it, at the powers of two. Returns NULL if
 * out of memory; the array is then as it was. */
static void *grow(void *array, size_t count, size_t element_size)
{
    if ((count & (count - 1)) != 0)
        return array;
    return realloc(array, (count == 0 ? 1 : 2 * count) * element_size);
}

static bool is_equal(const char *string, const char *text, size_t size)
{
    return strlen(string) == size && memcmp(string, text, size) == 0;
}

/* ---- Characters ----------------------------------------------------------*/

/* Length and code point of the character at the start of `text`, of which
 * `size` bytes are left; 0 if it is malformed. */
static size_t decode(const char *text, size_t size, uint32_t *code_point)
{
    *code_point = (unsigned char)text[0];
    return *code_point < 0x80 ? 1 : utf8_decode(text, size, code_point);
}

/* General category Zs, Unicode 15.0.0, without U+0020. */
static bool is_other_space(uint32_t code_point)
{
    return code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x202F || code_point == 0x205F || code_point == 0x3000;
}

/* Fails at the first space in well-formed text that is not U+0020. */
static bool check_spaces(const struct reader *reader, const char *what,
                         const char *text, size_t size)
{
    for (size_t i = 0; i < size;) {
        uint32_t code_point;
        i += decode(&text[i], size - i, &code_point);
        if (is_other_space(code_point))
            return fail(reader, reader->line,
                        "a space that is U+%04X %s; expected U+0020 or none",
                        (unsigned)code_point, what);
    }
    return true;
}

/* ---- Texts of fields -----------------------------------------------------*/

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
static void append_enumerator(struct reader *reader, const char *code)
{
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
    size_t length = 0;
    while (is_upper(code[length]) || is_lower_or_digit(code[length]))
        length++;
    if (!is_upper(code[0]) || code[length] != '\0')
        return fail(
            reader, reader->text_line,
            "'%.*s' is not a code; expected an identifier in CamelCase: "
            "ASCII letters and digits, the first an upper-case letter",
            quoted_length(code, strlen(code)), code);
    if (length > CODE_LENGTH_LIMIT)
        return fail(reader, reader->text_line,
                    "a code of %zu bytes; expected at most %d", length,
                    CODE_LENGTH_LIMIT);
    const char *enumerator = reader->end;
    append_enumerator(reader, code);
    if (strcmp(enumerator, "UNKNOWN") == 0 || strcmp(enumerator, "COUNT") == 0)
        return fail(reader, reader->text_line,
                    "'%s' is taken; expected a code that does not give "
                    "AZSREG_ERROR_UNKNOWN or AZSREG_ERROR_COUNT",
                    code);
    reader->error.code = code;
    reader->error.enumerator = enumerator;
    reader->error.code_line = reader->text_line;
    return true;
}

static bool end_number(struct reader *reader)
{
    const char *digits = reader->text;
    if (digits[0] == '0' || digits[strspn(digits, "0123456789")] != '\0')
        return fail(reader, reader->text_line,
                    "'%.*s' is not a number; expected 1 or more, in decimal "
                    "digits without a leading zero",
                    quoted_length(digits, strlen(digits)), digits);
    /* LONG_MAX if it is larger. */
    const long number = strtol(digits, NULL, 10);
    if (number > NUMBER_LIMIT)
        return fail(reader, reader->text_line,
                    "number %.*s is too large; expected at most %d",
                    quoted_length(digits, strlen(digits)), digits,
                    NUMBER_LIMIT);
    reader->error.number = (size_t)number;
    reader->error.number_line = reader->text_line;
    return true;
}

static bool end_transient(struct reader *reader)
{
    const char *answer = reader->text;
    reader->error.transient = strcmp(answer, "yes") == 0;
    if (!reader->error.transient && strcmp(answer, "no") != 0)
        return fail(reader, reader->text_line,
                    "'%.*s' is not an answer; expected yes or no",
                    quoted_length(answer, strlen(answer)), answer);
    return true;
}

/* ---- Placeholders --------------------------------------------------------*/

static bool add_placeholder(struct reader *reader, size_t value)
{
    struct catalog *catalog = reader->catalog;
    struct placeholder *grown =
        grow(catalog->placeholders, catalog->placeholder_count, sizeof *grown);
    if (grown == NULL)
        return fail(reader, reader->line, "out of memory");
    catalog->placeholders = grown;
    catalog->placeholders[catalog->placeholder_count++] =
        (struct placeholder){(size_t)(reader->end - reader->text), value};
    reader->error.placeholder_count++;
    reader->error.values |= 1U << value;
    return true;
}

/* Reads the placeholder at the start of `text`, of which `size` bytes are left
 * in the line. Returns its length, or 0 after an error. */
static size_t read_placeholder(struct reader *reader, const char *text,
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
    const size_t name_length = length - 1;
    for (size_t value = 0; value < VALUE_COUNT; value++) {
        if (is_equal(value_names[value], name, name_length))
            return add_placeholder(reader, value) ? length + 1 : 0;
    }
    fail(reader, reader->line,
         "unknown placeholder '{%.*s}'; expected " PLACEHOLDERS,
         quoted_length(name, name_length), name);
    return 0;
}

static bool append_detail_line(struct reader *reader, const char *text,
                               size_t size)
{
    for (size_t i = 0; i < size;) {
        if (text[i] != '{' && text[i] != '}') {
            *reader->end++ = text[i++];
        } else if (i + 1 < size && text[i + 1] == text[i]) {
            *reader->end++ = text[i];
            i += 2;
        } else if (text[i] == '{') {
            const size_t length = read_placeholder(reader, &text[i], size - i);
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

static bool has_lines(enum field field)
{
    return field == DETAIL || field == COMMENT;
}

static bool is_default_field(enum field field)
{
    return field >= UNKNOWN;
}

static bool append_line(struct reader *reader, const char *text, size_t size)
{
    const enum field field = reader->field;
    if (reader->text_line == 0)
        reader->text_line = reader->line;
    else if (has_lines(field))
        *reader->end++ = '\n';
    else
        return fail(reader, reader->line,
                    "%s goes on in a second line; expected one",
                    field_names[field]);
    if (!has_lines(field) && !is_default_field(field) &&
        !check_spaces(reader, "in a code, a number, yes or no", text, size))
        return false;
    if (field == DETAIL)
        return append_detail_line(reader, text, size);
    memcpy(reader->end, text, size);
    reader->end += size;
    return true;
}

static bool end_field(struct reader *reader)
{
    const enum field field = reader->field;
    if (field == FIELD_COUNT)
        return true;
    *reader->end = '\0';
    if (reader->text[strspn(reader->text, " \n")] == '\0' &&
        (field != DETAIL || reader->error.placeholder_count == 0))
        return fail(reader, reader->field_line[field],
                    "%s is empty; expected its text after the colon, or in "
                    "lines that start with a space",
                    field_names[field]);
    reader->field = FIELD_COUNT;
    if (!has_lines(field))
        while (reader->end[-1] == ' ')
            reader->end--;
    if (is_default_field(field))
        while (*reader->text == ' ')
            reader->text++;
    *reader->end++ = '\0';
    if (field == CODE)
        return end_code(reader);
    if (field == NUMBER)
        return end_number(reader);
    if (field == TRANSIENT)
        return end_transient(reader);
    struct defaults *defaults = &reader->catalog->defaults;
    if (field == DETAIL)
        reader->error.detail = reader->text;
    else if (field == COMMENT)
        reader->error.comment = reader->text;
    else if (field == UNKNOWN)
        defaults->unknown = reader->text;
    else
        defaults->missing_values[field - FIRST_VALUE] = reader->text;
    return true;
}

/* Checks that a field may stand in this stanza. */
static bool check_field(const struct reader *reader, enum field field)
{
    if (reader->field_line[field] != 0)
        return fail(reader, reader->line,
                    "%s is repeated; expected once in a stanza, and it stands "
                    "at line %zu already (an empty line ends a stanza)",
                    field_names[field], reader->field_line[field]);
    if (reader->stanza_line != 0 &&
        is_default_field(field) != is_default_field(reader->first_field))
        return fail(
            reader, reader->line,
            "%s in a stanza with %s, at line %zu; expected " DEFAULT_FIELDS
            " in a stanza of their own",
            field_names[field], field_names[reader->first_field],
            reader->stanza_line);
    if (reader->stanza_line == 0 && is_default_field(field) &&
        reader->defaults_line != 0)
        return fail(reader, reader->line,
                    "a second stanza with %s; expected one at most, and it "
                    "stands at line %zu already",
                    field_names[field], reader->defaults_line);
    return true;
}

static bool start_field(struct reader *reader, const char *line, size_t size)
{
    const char *colon = memchr(line, ':', size);
    if (colon == NULL)
        return fail(reader, reader->line,
                    "text outside a field; expected 'Field: text', a line that "
                    "starts with a space to go on with a field, or #");
    const size_t length = (size_t)(colon - line);
    if (!check_spaces(reader, "in the name of a field", line, length))
        return false;
    enum field field = CODE;
    while (field < FIELD_COUNT && !is_equal(field_names[field], line, length))
        field++;
    if (field == FIELD_COUNT)
        return fail(reader, reader->line,
                    "unknown field '%.*s'; expected " ERROR_FIELDS
                    ", or, in a stanza of their own, " DEFAULT_FIELDS,
                    quoted_length(line, length), line);
    if (!check_field(reader, field))
        return false;
    if (reader->stanza_line == 0) {
        reader->stanza_line = reader->line;
        reader->first_field = field;
    }
    reader->field_line[field] = reader->line;
    reader->field = field;
    reader->text = reader->end;
    reader->text_line = 0;
    if (field == DETAIL)
        reader->error.placeholder = reader->catalog->placeholder_count;
    const char *text = colon + 1;
    size_t left = size - length - 1;
    for (; left > 0 && *text == ' '; left--)
        text++;
    return left == 0 || append_line(reader, text, left);
}

/* ---- Stanzas -------------------------------------------------------------*/

static void start_stanza(struct reader *reader)
{
    reader->error = (struct error){.comment = ""};
    reader->stanza_line = 0;
    reader->field = FIELD_COUNT;
    memset(reader->field_line, 0, sizeof reader->field_line);
}

static bool check_fields(const struct reader *reader, enum field first,
                         enum field last, const char *expected)
{
    for (enum field field = first; field <= last; field++) {
        if (reader->field_line[field] == 0)
            return fail(reader, reader->stanza_line,
                        "this stanza has no %s; expected %s",
                        field_names[field], expected);
    }
    return true;
}

static bool add_error(struct reader *reader)
{
    struct catalog *catalog = reader->catalog;
    struct error *grown =
        grow(catalog->errors, catalog->error_count, sizeof *grown);
    if (grown == NULL)
        return fail(reader, reader->line, "out of memory");
    catalog->errors = grown;
    catalog->errors[catalog->error_count++] = reader->error;
    return true;
}

static bool end_stanza(struct reader *reader)
{
    if (!end_field(reader))
        return false;
    if (reader->stanza_line == 0)
        return true;
    if (is_default_field(reader->first_field)) {
        if (!check_fields(reader, UNKNOWN, FIELD_COUNT - 1,
                          DEFAULT_FIELDS " together"))
            return false;
        reader->defaults_line = reader->stanza_line;
    } else if (!check_fields(reader, CODE, DETAIL,
                             "Code, Number and Detail in each") ||
               !add_error(reader)) {
        return false;
    }
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
        length = decode(&line[i], size - i, &code_point);
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

/* Continues a field with a line that starts with a space. */
static bool continue_field(struct reader *reader, const char *line, size_t size)
{
    if (reader->field == FIELD_COUNT)
        return fail(
            reader, reader->line,
            "text outside a field: a line that starts with a space; "
            "expected it after 'Field:' (in a text, an empty line is ' .')");
    if (is_equal(" .", line, size))
        return append_line(reader, "", 0);
    size_t spaces = 0;
    size_t dots = 0;
    for (size_t i = 0; i < size; i++) {
        spaces += line[i] == ' ';
        dots += line[i] == '.';
    }
    if (spaces == size)
        return fail(reader, reader->line,
                    "a line of spaces only; expected ' .' for an empty line in "
                    "a text, or nothing at all between stanzas");
    if (dots == 1 && spaces + dots == size)
        return fail(reader, reader->line,
                    "a line of ' .' with more spaces; expected ' .' alone for "
                    "an empty line in a text");
    return append_line(reader, line + 1, size - 1);
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
        return continue_field(reader, line, size);
    uint32_t code_point;
    const size_t first = decode(line, size, &code_point);
    return check_spaces(reader, "at the start of a line", line, first) &&
           end_field(reader) && start_field(reader, line, size);
}

/* What an editor may have put before the first line. */
static bool check_byte_order_mark(const struct reader *reader,
                                  const char *bytes, size_t size)
{
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        return fail(reader, 1,
                    "a byte order mark (U+FEFF); expected UTF-8 without one");
    if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                      memcmp(bytes, "\xFE\xFF", 2) == 0))
        return fail(reader, 1,
                    "a byte order mark of UTF-16; expected UTF-8 without one");
    return true;
}

static bool read_lines(struct reader *reader, const char *bytes, size_t size)
{
    start_stanza(reader);
    for (size_t start = 0; start < size;) {
        reader->line++;
        const char *line = &bytes[start];
        const char *newline = memchr(line, '\n', size - start);
        size_t length =
            newline != NULL ? (size_t)(newline - line) : size - start;
        start += length + 1;
        if (newline != NULL && length > 0 && line[length - 1] == '\r')
            length--;
        if (!read_line(reader, line, length))
            return false;
    }
    return end_stanza(reader);
}

/* ---- All stanzas together ------------------------------------------------*/

static int by_enumerator(const void *left, const void *right)
{
    const struct error *l = left;
    const struct error *r = right;
    const int order = strcmp(l->enumerator, r->enumerator);
    return order != 0
               ? order
               : (l->code_line > r->code_line) - (l->code_line < r->code_line);
}

/* Sorts the errors, so that those with the same code or enumerator are next to
 * each other. */
static bool check_codes(const struct reader *reader, struct error *errors,
                        size_t count)
{
    qsort(errors, count, sizeof errors[0], by_enumerator);
    for (size_t i = 1; i < count; i++) {
        const struct error *first = &errors[i - 1];
        const struct error *second = &errors[i];
        if (strcmp(first->code, second->code) == 0)
            return fail(reader, second->code_line,
                        "code '%s' is repeated; expected once, and it stands "
                        "at line %zu already",
                        second->code, first->code_line);
        if (strcmp(first->enumerator, second->enumerator) == 0)
            return fail(reader, second->code_line,
                        "code '%s' gives AZSREG_ERROR_%s, as '%s' at line %zu "
                        "does; expected a name of its own for each",
                        second->code, second->enumerator, first->code,
                        first->code_line);
    }
    return true;
}

/* Puts each error at its number in `ordered`, which has room for all and is
 * zero. */
static bool order_errors(const struct reader *reader, struct error *ordered)
{
    const struct error *errors = reader->catalog->errors;
    const size_t count = reader->catalog->error_count;
    const struct error *too_large = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct error *error = &errors[i];
        if (error->number > count) {
            if (too_large == NULL)
                too_large = error;
            continue;
        }
        struct error *place = &ordered[error->number - 1];
        if (place->number != 0)
            return fail(reader, error->number_line,
                        "number %zu is repeated; expected once, and it stands "
                        "at line %zu already",
                        error->number, place->number_line);
        *place = *error;
    }
    if (too_large == NULL)
        return true;
    size_t missing = 0;
    while (ordered[missing].number != 0)
        missing++;
    return fail(reader, too_large->number_line,
                "number %zu leaves a gap; expected each of 1 to %zu, and %zu "
                "is missing",
                too_large->number, count, missing + 1);
}

static bool check_errors(const struct reader *reader)
{
    struct catalog *catalog = reader->catalog;
    const size_t count = catalog->error_count;
    if (count == 0)
        return fail(reader, reader->line > 0 ? reader->line : 1,
                    "no error; expected at least one stanza with Code, Number "
                    "and Detail");
    struct error *errors = calloc(count, sizeof *errors);
    if (errors == NULL)
        return fail(reader, reader->line, "out of memory");
    memcpy(errors, catalog->errors, count * sizeof *errors);
    bool is_good = check_codes(reader, errors, count);
    if (is_good) {
        memset(errors, 0, count * sizeof *errors);
        is_good = order_errors(reader, errors);
    }
    free(catalog->errors);
    catalog->errors = errors;
    return is_good;
}

bool catalog_read(struct catalog *catalog, const char *path, const char *bytes,
                  size_t size)
{
    *catalog = (struct catalog){.defaults = english};
    struct reader reader = {.catalog = catalog, .path = path};
    /* The text of every field, and for a code its enumerator, which has at most
     * twice its length. The NUL of a field takes the place of its colon. */
    catalog->text = malloc(3 * size + 1);
    if (catalog->text == NULL)
        return fail(&reader, 1, "out of memory");
    reader.end = catalog->text;
    return check_byte_order_mark(&reader, bytes, size) &&
           read_lines(&reader, bytes, size) && check_errors(&reader);
}

void catalog_free(struct catalog *catalog)
{
    free(catalog->errors);
    free(catalog->placeholders);
    free(catalog->text);
}
