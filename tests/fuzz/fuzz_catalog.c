/* SPDX-License-Identifier: MIT
 *
 * The generator, with any bytes as catalog. It agrees with a naive second
 * reader on which catalogs are good and on what they say. For a bad catalog it
 * prints one line, which names the line of the mistake. From a good one it
 * builds tables in which every code is found.
 */
#include <string.h>

#include "catalog_model.h"
#include "fuzz.h"
#include "generator/catalog.h"
#include "generator/hash_table.h"
#include "generator/tables.h"

extern FILE *catalog_messages; /* see catalog_messages.c */

static const char path[] = "catalog";

struct input {
    const char *bytes;
    size_t size;
};

static void finding(const struct input *input, const char *what,
                    const char *expected, const char *came)
{
    report("catalog", input->bytes, input->size);
    fprintf(stderr, "%s\n", what);
    report("expected", expected, strlen(expected));
    report("came", came, strlen(came));
    abort();
}

static void expect(const struct input *input, const char *what,
                   const char *expected, const char *came)
{
    if (strcmp(expected, came) != 0)
        finding(input, what, expected, came);
}

/* An empty file for what the generator writes. */
static FILE *open_file(void)
{
    FILE *file = tmpfile();
    if (file == NULL) {
        perror("tmpfile");
        exit(EXIT_FAILURE);
    }
    return file;
}

/* ---- A bad catalog -------------------------------------------------------*/

/* The size of the input up to the end of a line. False if there is no such
 * line. An empty file has one line. */
static bool find_line(const struct input *input, unsigned long line,
                      size_t *size)
{
    *size = 0;
    if (line == 1 && input->size == 0)
        return true;
    for (; line > 0; line--) {
        if (*size == input->size)
            return false;
        while (*size < input->size && input->bytes[*size] != '\n')
            ++*size;
        *size += *size < input->size;
    }
    return true;
}

/* The catalog is wrong at that line, so it is bad without the lines after it
 * too.
 */
static void check_line(const struct input *input, const char *message,
                       unsigned long line)
{
    size_t size = 0;
    if (line == 0 || !find_line(input, line, &size))
        finding(input, "the line of the message", "one that exists", message);
    struct model_catalog start;
    if (model_catalog_read(&start, input->bytes, size))
        finding(input, "the line of the message", "the first bad one", message);
    model_catalog_free(&start);
}

static void check_message(const struct input *input)
{
    char message[4096];
    size_t size = (size_t)ftell(catalog_messages);
    rewind(catalog_messages);
    size = fread(message, 1, size < 4095 ? size : 4095, catalog_messages);
    message[size] = '\0';
    unsigned long line;
    int head = 0;
    sscanf(message, "catalog:%lu: error: %n", &line, &head);
    if (head == 0 || strstr(message, "expected") == NULL)
        finding(input, "the message", "catalog:LINE: error: ... expected ...",
                message);
    if (!model_is_visible_line(message))
        finding(input, "the message", "one visible line", message);
    check_line(input, message, line);
}

/* ---- A good catalog ------------------------------------------------------*/

/* The detail as the model has it: a byte of 1 to 4 for a placeholder. */
static char *join_detail(const struct catalog *catalog,
                         const struct error *error)
{
    const size_t length = strlen(error->detail);
    char *detail = allocate(length + error->placeholder_count + 1);
    char *to = detail;
    size_t done = 0;
    for (size_t i = 0; i < error->placeholder_count; i++) {
        const struct placeholder *placeholder =
            &catalog->placeholders[error->placeholder + i];
        memcpy(to, &error->detail[done], placeholder->offset - done);
        to += placeholder->offset - done;
        *to++ = (char)(placeholder->value + 1);
        done = placeholder->offset;
    }
    memcpy(to, &error->detail[done], length - done);
    return detail;
}

/* The mask of the values that a detail quotes. */
static unsigned mask_of(const char *detail)
{
    unsigned mask = 0;
    for (int value = 0; value < VALUE_COUNT; value++)
        mask |= strchr(detail, value + 1) != NULL ? 1U << value : 0;
    return mask;
}

static void check_error(const struct input *input,
                        const struct catalog *catalog,
                        const struct error *error,
                        const struct model_stanza *stanza)
{
    char *const *field = stanza->field;
    char *detail = join_detail(catalog, error);
    expect(input, "code", field[MODEL_CODE], error->code);
    expect(input, "enumerator", stanza->enumerator, error->enumerator);
    expect(input, "detail", field[MODEL_DETAIL], detail);
    expect(input, "comment",
           field[MODEL_COMMENT] != NULL ? field[MODEL_COMMENT] : "",
           error->comment);
    expect(input, "transient",
           field[MODEL_TRANSIENT] != NULL ? field[MODEL_TRANSIENT] : "no",
           error->transient ? "yes" : "no");
    if (error->values != mask_of(detail))
        finding(input, "the mask of the values", detail, "another");
    free(detail);
}

static void check_defaults(const struct input *input,
                           const struct catalog *catalog,
                           const struct model_catalog *model)
{
    static const char *const english[] = {
        "Unknown registration error.", "<subscription identifier>",
        "<resource group>", "<registration name>",
        "<customer subscription identifier>"};
    for (size_t i = 0; i < 5; i++) {
        const char *expected = model->defaults.field[MODEL_UNKNOWN + i];
        expect(input, "a default text",
               expected != NULL ? expected : english[i],
               i == 0 ? catalog->defaults.unknown
                      : catalog->defaults.value_names[i - 1]);
    }
}

/* The errors stand in the order of their numbers, 1 to N. */
static void check_errors(const struct input *input,
                         const struct catalog *catalog,
                         const struct model_catalog *model)
{
    if (catalog->error_count != model->count)
        finding(input, "the number of errors", "one for each stanza", "others");
    for (size_t i = 0; i < model->count; i++) {
        const struct model_stanza *stanza = &model->stanzas[i];
        const struct error *error = &catalog->errors[stanza->number - 1];
        if (error->number != stanza->number)
            finding(input, "number", stanza->field[MODEL_NUMBER], error->code);
        check_error(input, catalog, error, stanza);
    }
}

/* Every code is found in its slot, as code.c looks for it. */
static void check_tables(const struct input *input,
                         const struct catalog *catalog)
{
    struct hash_table table;
    const char *failure = hash_table_build(&table, catalog);
    if (failure != NULL)
        finding(input, "the hash table", "one", failure);
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        const size_t bucket = hash_table_bucket(&table, error->code);
        const size_t slot =
            hash_table_place(&table, error->code) ^ table.displacements[bucket];
        if (table.slots[slot] != error->number)
            finding(input, "the slot of a code", error->code, "another's");
    }
    static FILE *file;
    if (file == NULL)
        file = open_file();
    rewind(file);
    write_codes(file, catalog, &table);
    write_code_lengths(file, catalog, &table);
    write_code_tables(file, catalog, &table);
    write_detail_tables(file, catalog, &table);
    if (ferror(file))
        finding(input, "the headers", "written", "an error");
    hash_table_free(&table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = allocate(size > 0 ? size : 1);
    memcpy(bytes, data, size);
    const struct input input = {bytes, size};
    if (catalog_messages == NULL)
        catalog_messages = open_file();
    rewind(catalog_messages);
    struct catalog catalog;
    struct model_catalog model;
    bool is_good = catalog_read(&catalog, path, bytes, size);
    bool said_nothing = ftell(catalog_messages) == 0;
    if (is_good != said_nothing)
        finding(&input, "a message", is_good ? "none" : "one", "not so");
    if (model_catalog_read(&model, bytes, size) != is_good)
        finding(&input, "the catalog", is_good ? "bad" : "good",
                is_good ? "good" : "bad");
    if (is_good) {
        check_errors(&input, &catalog, &model);
        check_defaults(&input, &catalog, &model);
        check_tables(&input, &catalog);
    } else {
        check_message(&input);
    }
    model_catalog_free(&model);
    catalog_free(&catalog);
    free(bytes);
    return 0;
}
