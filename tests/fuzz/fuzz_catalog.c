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

struct input {
    const char *bytes;
    size_t size;
};

static void expect(const struct input *input, bool is_right, const char *what,
                   const char *expected, const char *came)
{
    if (is_right)
        return;
    report("catalog", input->bytes, input->size);
    fprintf(stderr, "%s\n", what);
    report("expected", expected, strlen(expected));
    report("came", came, strlen(came));
    abort();
}

static void expect_text(const struct input *input, const char *what,
                        const char *expected, const char *came)
{
    expect(input, strcmp(expected, came) == 0, what, expected, came);
}

/* ---- A bad catalog -------------------------------------------------------*/

/* The size of the input up to the end of a line; 0 if there is no such line. */
static size_t size_up_to(const struct input *input, unsigned long line)
{
    size_t size = 0;
    for (; line > 0 && size < input->size; line--) {
        while (size < input->size && input->bytes[size] != '\n')
            size++;
        size += size < input->size;
    }
    return line == 0 ? size : 0;
}

/* The catalog is wrong at the line of the message, so it is bad without the
 * lines after it too. An empty catalog has one line. */
static void check_message(const struct input *input)
{
    char message[4096] = "";
    const size_t length = (size_t)ftell(catalog_messages);
    rewind(catalog_messages);
    fread(message, 1, length < 4095 ? length : 4095, catalog_messages);
    unsigned long line = 0;
    int head = 0;
    sscanf(message, "catalog:%lu: error: %n", &line, &head);
    expect(input, head > 0 && strstr(message, "expected") != NULL,
           "the message", "catalog:LINE: error: ... expected ...", message);
    expect(input, model_is_visible_line(message), "the message",
           "one visible line", message);
    const size_t size = size_up_to(input, line);
    expect(input, size > 0 || (line == 1 && input->size == 0),
           "the line of the message", "one that exists", message);
    struct model_catalog start;
    expect(input, !model_catalog_read(&start, input->bytes, size),
           "the line of the message", "the first bad one", message);
    model_catalog_free(&start);
}

/* ---- A good catalog ------------------------------------------------------*/

/* The detail as the model has it: a byte of 1 to 4 for a placeholder. */
static char *join_detail(const struct catalog *catalog,
                         const struct error *error)
{
    const size_t length = strlen(error->detail);
    char *detail = allocate(length + error->placeholder_count + 1);
    size_t done = 0;
    for (size_t i = 0; i < error->placeholder_count; i++) {
        const struct placeholder *placeholder =
            &catalog->placeholders[error->placeholder + i];
        strncat(detail, &error->detail[done], placeholder->offset - done);
        detail[strlen(detail)] = (char)(placeholder->value + 1);
        done = placeholder->offset;
    }
    return strcat(detail, &error->detail[done]);
}

static void check_error(const struct input *input,
                        const struct catalog *catalog,
                        const struct error *error,
                        const struct model_error *expected)
{
    char *detail = join_detail(catalog, error);
    expect_text(input, "code", expected->code, error->code);
    expect_text(input, "enumerator", expected->enumerator, error->enumerator);
    expect_text(input, "detail", expected->detail, detail);
    expect_text(input, "comment", expected->comment, error->comment);
    expect_text(input, "transient", expected->transient ? "yes" : "no",
                error->transient ? "yes" : "no");
    for (int i = 0; i < VALUE_COUNT; i++)
        expect(input,
               (error->values >> i & 1) == (strchr(detail, i + 1) != NULL),
               "the values of a detail", detail, "others");
    free(detail);
}

static void check_texts(const struct input *input,
                        const struct catalog *catalog,
                        const struct model_catalog *model)
{
    expect(input, catalog->error_count == model->count, "the errors",
           "one for each stanza", "others");
    for (size_t i = 0; i < model->count; i++) {
        expect(input, catalog->errors[i].number == i + 1, "the number",
               model->errors[i].code, "another's");
        check_error(input, catalog, &catalog->errors[i], &model->errors[i]);
    }
    expect_text(input, "a default text", model->defaults[0],
                catalog->defaults.unknown);
    for (size_t i = 0; i < VALUE_COUNT; i++)
        expect_text(input, "a default text", model->defaults[1 + i],
                    catalog->defaults.missing_values[i]);
}

/* Every code is found in its slot, as code.c looks for it. */
static void check_tables(const struct input *input,
                         const struct catalog *catalog)
{
    struct hash_table table;
    const char *failure = hash_table_build(&table, catalog);
    expect(input, failure == NULL, "the hash table", "one",
           failure != NULL ? failure : "");
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        const uint32_t hash = hash_table_hash(&table, error->code);
        const size_t bucket = hash_table_bucket(&table, hash);
        const size_t slot =
            hash_table_place(&table, hash) ^ table.displacements[bucket];
        expect(input, table.slots[slot] == error->number, "the slot of a code",
               error->code, "another's");
    }
    FILE *file = catalog_messages; /* there are none */
    write_codes(file, catalog, &table);
    write_code_lengths(file, catalog, &table);
    write_code_tables(file, catalog, &table);
    write_detail_tables(file, catalog, &table);
    expect(input, !ferror(file), "the headers", "written", "an error");
    hash_table_free(&table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = allocate(size > 0 ? size : 1);
    memcpy(bytes, data, size);
    const struct input input = {bytes, size};
    if (catalog_messages == NULL)
        catalog_messages = tmpfile();
    expect(&input, catalog_messages != NULL, "a temporary file", "one", "none");
    rewind(catalog_messages);
    struct catalog catalog;
    struct model_catalog model;
    const bool is_good = catalog_read(&catalog, "catalog", bytes, size);
    expect_text(&input, "the catalog",
                model_catalog_read(&model, bytes, size) ? "good" : "bad",
                is_good ? "good" : "bad");
    expect(&input, is_good == (ftell(catalog_messages) == 0), "a message",
           is_good ? "none" : "one", "not so");
    if (is_good) {
        check_texts(&input, &catalog, &model);
        check_tables(&input, &catalog);
    } else {
        check_message(&input);
    }
    model_catalog_free(&model);
    catalog_free(&catalog);
    free(bytes);
    return 0;
}
