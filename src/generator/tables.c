/* SPDX-License-Identifier: MIT
 *
 * The generated headers, written from a catalog.
 *
 * All texts of a kind are in one array and are found by offsets, so that there
 * is no pointer for a dynamic linker to relocate. They are written as numbers,
 * because C promises no more than 4,095 characters in a string literal (C99,
 * 5.2.4.1). What is written depends on the catalog alone.
 */
#include "tables.h"

#include <inttypes.h>
#include <string.h>

#define NOTICE                                                                 \
    "/* SPDX-License-Identifier: MIT\n"                                        \
    " *\n"                                                                     \
    " * Generated from the catalog of errors. Do not edit: change the "        \
    "catalog. */\n"

/* ---- Texts ---------------------------------------------------------------*/

/* Writes a string with its NUL, after a comment that says what it is. */
static void write_text(FILE *file, const char *text, const char *whose,
                       const char *what)
{
    fprintf(file, "\n    /* %s%s */", whose, what);
    const size_t size = strlen(text) + 1;
    for (size_t i = 0; i < size; i++)
        fprintf(file, "%s%d,", i % 16 == 0 ? "\n    " : " ",
                (unsigned char)text[i]);
}

/* subscription_id gives SUBSCRIPTION_ID. */
static void write_upper(FILE *file, const char *name)
{
    for (; *name != '\0'; name++)
        fputc(*name == '_' ? '_' : *name - 'a' + 'A', file);
}

/* ---- codes.h -------------------------------------------------------------*/

void write_codes(FILE *file, const struct catalog *catalog,
                 const struct hash_table *table)
{
    (void)table;
    /* The condition is C23's final __STDC_VERSION__. Compilers that know only
     * drafts of C23 have a smaller one, and not all of them have such enums. */
    fputs(
        NOTICE
        "#ifndef AZSREG_CODES_H\n"
        "#define AZSREG_CODES_H\n"
        "\n"
        "/* The errors, by their codes. Of type int where the language can say "
        "so and\n"
        " * enums are not short. */\n"
        "#if defined __ARM_SIZEOF_MINIMAL_ENUM && "
        "__ARM_SIZEOF_MINIMAL_ENUM == 1\n"
        "typedef enum azsreg_error {\n"
        "#elif defined __cplusplus && __cplusplus >= 201103L\n"
        "typedef enum azsreg_error : int {\n"
        "#elif defined __STDC_VERSION__ && __STDC_VERSION__ >= 202311L\n"
        "typedef enum azsreg_error : int {\n"
        "#else\n"
        "typedef enum azsreg_error {\n"
        "#endif\n"
        "    AZSREG_ERROR_UNKNOWN = 0, /* not one of the codes */\n",
        file);
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        fprintf(file, "    AZSREG_ERROR_%s = %zu%s /* %s */\n",
                error->enumerator, error->number,
                i + 1 < catalog->error_count ? "," : "", error->code);
    }
    fprintf(file,
            "} azsreg_error;\n"
            "\n"
            "/* The errors are the numbers 1 to AZSREG_ERROR_COUNT. */\n"
            "#define AZSREG_ERROR_COUNT %zu\n"
            "\n"
            "#endif\n",
            catalog->error_count);
}

/* ---- code_lengths.h ------------------------------------------------------*/

void write_code_lengths(FILE *file, const struct catalog *catalog,
                        const struct hash_table *table)
{
    (void)catalog;
    fprintf(file,
            NOTICE "#ifndef AZSREG_CODE_LENGTHS_H\n"
                   "#define AZSREG_CODE_LENGTHS_H\n"
                   "\n"
                   "/* Of the shortest and the longest code, in bytes. */\n"
                   "enum { CODE_LENGTH_MIN = %zu, CODE_LENGTH_MAX = %zu };\n"
                   "\n"
                   "#endif\n",
            table->shortest, table->longest);
}

/* ---- code_tables.h -------------------------------------------------------*/

static void write_hash(FILE *file, const struct hash_table *table)
{
    fputs("\nstatic inline uint32_t code_hash(const struct key *key)\n"
          "{\n"
          "    uint64_t sum = 0;\n",
          file);
    for (size_t i = 0; i < FACTORS_LIMIT; i++) {
        if (table->multipliers[i] == 0)
            continue;
        if (i == 0)
            fputs("    sum += key->length", file);
        else
            fprintf(file,
                    i % 2 == 1 ? "    sum += key->words[%zu]"
                               : "    sum += (key->words[%zu] >> 32)",
                    (i - 1) / 2);
        fprintf(file, " * UINT64_C(0x%016" PRIX64 ");\n",
                table->multipliers[i]);
    }
    fputs("    return (uint32_t)(sum >> 32);\n}\n", file);
}

static void write_buckets(FILE *file, const struct hash_table *table)
{
    fprintf(file,
            "\n"
            "enum {\n"
            "    BUCKET_COUNT = %zu,\n"
            "    BUCKET_SHIFT = %u,\n"
            "    SLOT_COUNT = %zu,\n"
            "    PLACE_SHIFT = %u\n"
            "};\n"
            "\n"
            "static const uint32_t displacements[BUCKET_COUNT] = {\n",
            table->bucket_count, table->bucket_shift, table->slot_count,
            table->place_shift);
    for (size_t i = 0; i < table->bucket_count; i++)
        fprintf(file, "    %zu,\n", table->displacements[i]);
    fputs("};\n", file);
}

/* The comment says why the code has this slot. */
static void write_slot(FILE *file, const struct hash_table *table, size_t slot,
                       const struct error *error)
{
    const uint32_t hash = hash_table_hash(table, error->code);
    const size_t bucket = hash_table_bucket(table, hash);
    fprintf(file,
            "    /* %s: hash 0x%08" PRIX32 ", bucket %zu;\n"
            "     * slot %zu = place %zu ^ displacement %zu */\n"
            "    {{",
            error->code, hash, bucket, slot, hash_table_place(table, hash),
            table->displacements[bucket]);
    uint64_t words[KEY_WORDS_LIMIT];
    hash_table_key(table, error->code, words);
    for (size_t i = 0; i < table->key_words; i++)
        fprintf(file, "%sUINT64_C(0x%016" PRIX64 ")", i == 0 ? "" : ",\n      ",
                words[i]);
    fprintf(file, "},\n     %zu,\n     %zu},\n", strlen(error->code),
            error->number);
}

static void write_slots(FILE *file, const struct catalog *catalog,
                        const struct hash_table *table)
{
    fputs("\nstatic const struct slot slots[SLOT_COUNT] = {\n", file);
    for (size_t i = 0; i < table->slot_count; i++) {
        if (table->slots[i] == 0)
            fputs("    {{0}, 0, 0},\n", file);
        else
            write_slot(file, table, i, &catalog->errors[table->slots[i] - 1]);
    }
    fputs("};\n", file);
}

void write_code_tables(FILE *file, const struct catalog *catalog,
                       const struct hash_table *table)
{
    fprintf(file,
            NOTICE "#if AZSREG_ERROR_COUNT != %zu\n"
                   "#error \"azsreg/codes.h is that of another catalog\"\n"
                   "#endif\n",
            catalog->error_count);
    write_hash(file, table);
    write_buckets(file, table);
    write_slots(file, catalog, table);

    static const char unknown[] = "Unknown";
    size_t offset = sizeof unknown;
    fputs("\nstatic const uint32_t code_offsets[AZSREG_ERROR_COUNT + 1] = {\n"
          "    0,\n",
          file);
    for (size_t i = 0; i < catalog->error_count; i++) {
        fprintf(file, "    %zu,\n", offset);
        offset += strlen(catalog->errors[i].code) + 1;
    }
    fputs("};\n\nstatic const char codes[] = {", file);
    write_text(file, unknown, unknown, "");
    for (size_t i = 0; i < catalog->error_count; i++)
        write_text(file, catalog->errors[i].code, catalog->errors[i].code, "");
    fputs("\n};\n", file);
}

/* ---- detail_tables.h -----------------------------------------------------*/

/* The mask of the values that a detail quotes. */
static void write_values(FILE *file, unsigned values)
{
    const char *separator = "";
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        if ((values >> i & 1) == 0)
            continue;
        fprintf(file, "%sAZSREG_VALUE_", separator);
        write_upper(file, value_names[i]);
        separator = " | ";
    }
    if (values == 0)
        fputc('0', file);
}

/* The parts are the pieces of text between placeholders, and the texts are in
 * the order of write_texts. */
static void write_details(FILE *file, const struct catalog *catalog)
{
    size_t part = 1;
    size_t text = strlen(catalog->defaults.unknown) + 1;
    fprintf(file,
            "\n"
            "static const struct detail details[AZSREG_ERROR_COUNT + 1] "
            "= {\n"
            "    {0, 0, %zu, 0, false},\n",
            text - 1); /* its comment is empty: the NUL of its detail */
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        const size_t comment = text + strlen(error->detail) + 1;
        fprintf(file, "    /* %s */\n    {%zu, %zu, %zu,\n     ", error->code,
                part, text, comment);
        write_values(file, error->values);
        fprintf(file, ",\n     %s},\n", error->transient ? "true" : "false");
        part += error->placeholder_count + 1;
        text = comment + strlen(error->comment) + 1;
    }
    fputs("};\n\nstatic const uint32_t missing_values[VALUE_COUNT] = {\n",
          file);
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        fprintf(file, "    %zu,\n", text);
        text += strlen(catalog->defaults.missing_values[i]) + 1;
    }
    fputs("};\n", file);
}

static void write_parts(FILE *file, const struct catalog *catalog)
{
    fprintf(file,
            "\nstatic const struct part parts[] = {\n"
            "    {%zu, NO_VALUE},\n",
            strlen(catalog->defaults.unknown));
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        size_t start = 0;
        for (size_t j = 0; j < error->placeholder_count; j++) {
            const struct placeholder *placeholder =
                &catalog->placeholders[error->placeholder + j];
            fprintf(file, "    {%zu, ", placeholder->offset - start);
            write_upper(file, value_names[placeholder->value]);
            fputs("},\n", file);
            start = placeholder->offset;
        }
        fprintf(file, "    {%zu, NO_VALUE},\n", strlen(error->detail) - start);
    }
    fputs("};\n", file);
}

static void write_texts(FILE *file, const struct catalog *catalog)
{
    fputs("\n/* These are the catalog's texts, under the licence it names. */\n"
          "static const unsigned char texts[] = {",
          file);
    write_text(file, catalog->defaults.unknown, "an unknown error", "");
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        write_text(file, error->detail, error->code, ", detail");
        write_text(file, error->comment, error->code, ", comment");
    }
    for (size_t i = 0; i < VALUE_COUNT; i++)
        write_text(file, catalog->defaults.missing_values[i], value_names[i],
                   ", missing");
    fputs("\n};\n", file);
}

void write_detail_tables(FILE *file, const struct catalog *catalog,
                         const struct hash_table *table)
{
    (void)table;
    fputs(NOTICE, file);
    write_details(file, catalog);
    write_parts(file, catalog);
    write_texts(file, catalog);
}
