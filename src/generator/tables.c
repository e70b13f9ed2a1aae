/* SPDX-License-Identifier: MIT
 *
 * The generated headers, written from a catalog.
 *
 * All texts of a kind stand in one array and are found by offsets, so that
 * there is no pointer for a dynamic linker to relocate. They are written as
 * numbers, because C promises no more than 4,095 characters to a string
 * literal (C99, 5.2.4.1). Nothing written depends on more than the catalog.
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

/* An array of texts, one after the other. */
struct texts {
    FILE *file;
    size_t size; /* bytes so far */
};

static void write_bytes(struct texts *texts, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char *separator = texts->size++ % 16 == 0 ? "\n    " : " ";
        fprintf(texts->file, "%s%d,", separator, (unsigned char)bytes[i]);
    }
}

static void write_string(struct texts *texts, const char *string)
{
    write_bytes(texts, string, strlen(string) + 1);
}

/* ---- codes.h -------------------------------------------------------------*/

void write_codes(FILE *file, const struct catalog *catalog)
{
    fputs(NOTICE "#ifndef AZSREG_CODES_H\n"
                 "#define AZSREG_CODES_H\n"
                 "\n"
                 "/* The errors, by their codes. */\n"
                 "typedef enum azsreg_error {\n"
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

/* ---- lookup_tables.h -----------------------------------------------------*/

static const char unknown_code[] = "Unknown";

static size_t code_offset(const struct error *error)
{
    return sizeof unknown_code + error->code_offset;
}

static void write_hash(FILE *file, const struct perfect_hash *hash)
{
    fprintf(file,
            "\n"
            "#define END_WORDS ((size_t)%zu)\n"
            "#define RARE_LENGTH_MAX %zu\n"
            "#define BUCKET_BITS %u\n"
            "#define SLOT_BITS %u\n",
            hash->end_words, hash->rare_length_max, hash->bucket_bits,
            hash->slot_bits);
    fputs("\nstatic const uint64_t weights[1 + 4 * END_WORDS] = {\n", file);
    for (size_t i = 0; i < hash->weight_count; i++)
        fprintf(file, "    UINT64_C(%" PRIu64 "),\n", hash->weights[i]);
    fputs("};\n\nstatic const uint32_t displacements[1U << BUCKET_BITS] = {\n",
          file);
    for (size_t i = 0; i < hash->bucket_count; i++)
        fprintf(file, "    %zu,\n", hash->displacements[i]);
    fputs("};\n", file);
}

static void write_slots(FILE *file, const struct catalog *catalog,
                        const struct perfect_hash *hash)
{
    fputs("\nstatic const struct slot slots[1U << SLOT_BITS] = {\n", file);
    for (size_t i = 0; i < hash->slot_count; i++) {
        if (hash->slots[i] == 0) {
            fputs("    {0, 0, 0},\n", file);
            continue;
        }
        const struct error *error = &catalog->errors[hash->slots[i] - 1];
        fprintf(file, "    {%zu, %zu, %zu}, /* %s */\n", code_offset(error),
                error->code_length, error->number, error->code);
    }
    fputs("};\n", file);
}

void write_lookup_tables(FILE *file, const struct catalog *catalog,
                         const struct perfect_hash *hash)
{
    fprintf(file,
            NOTICE "#if AZSREG_ERROR_COUNT != %zu\n"
                   "#error \"azsreg/codes.h is that of another catalog\"\n"
                   "#endif\n",
            catalog->error_count);
    write_hash(file, hash);
    write_slots(file, catalog, hash);

    fputs("\nstatic const uint32_t code_offsets[AZSREG_ERROR_COUNT + 1] = {\n"
          "    0,\n",
          file);
    for (size_t i = 0; i < catalog->error_count; i++)
        fprintf(file, "    %zu,\n", code_offset(&catalog->errors[i]));
    fputs("};\n\nstatic const char codes[] = {", file);
    struct texts codes = {file, 0};
    write_string(&codes, unknown_code);
    for (size_t i = 0; i < catalog->error_count; i++)
        write_string(&codes, catalog->errors[i].code);
    /* Zero bytes, as many as lookup.c may read from the start of a code. */
    for (size_t i = 0; i < 2 * hash->end_words * WORD_SIZE; i++)
        write_string(&codes, "");
    fputs("\n};\n", file);
}

/* ---- message_tables.h ----------------------------------------------------*/

static const char unknown_detail[] = "Unknown registration error.";

static size_t detail_length(const struct catalog *catalog,
                            const struct error *error)
{
    const struct part *part = &catalog->parts[error->part];
    size_t length = part->length;
    while (part->value != NULL)
        length += (++part)->length;
    return length;
}

/* subscription_id gives SUBSCRIPTION_ID. */
static void write_value(FILE *file, const char *prefix, const char *name)
{
    fputs(prefix, file);
    for (; *name != '\0'; name++)
        fputc(*name == '_' ? '_' : *name - 'a' + 'A', file);
}

static bool is_repeated(const struct part *parts, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (parts[i].value == parts[index].value)
            return true;
    }
    return false;
}

/* The mask of the values that a detail quotes. */
static void write_values(FILE *file, const struct part *parts)
{
    const char *separator = "";
    for (size_t i = 0; parts[i].value != NULL; i++) {
        if (is_repeated(parts, i))
            continue;
        fputs(separator, file);
        write_value(file, "AZSREG_VALUE_", parts[i].value);
        separator = " | ";
    }
    if (separator[0] == '\0')
        fputc('0', file);
}

static void write_messages(FILE *file, const struct catalog *catalog)
{
    /* As write_message_tables writes the texts: "" and the unknown detail, then
     * the comment and the detail of each error. */
    size_t offset = sizeof "" + sizeof unknown_detail - 1;
    fprintf(file,
            "\nstatic const struct message messages[AZSREG_ERROR_COUNT + 1] = "
            "{\n"
            "    {0, %zu, %zu, 0, false},\n",
            sizeof "", catalog->part_count);
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        size_t detail = offset + strlen(error->comment) + 1;
        fprintf(file, "    {%zu, %zu, %zu, ", offset, detail, error->part);
        write_values(file, &catalog->parts[error->part]);
        fprintf(file, ", %s}, /* %s */\n", error->transient ? "true" : "false",
                error->code);
        offset = detail + detail_length(catalog, error);
    }
    fputs("};\n", file);
}

static void write_parts(FILE *file, const struct catalog *catalog)
{
    fputs("\nstatic const struct part parts[] = {\n", file);
    for (size_t i = 0; i < catalog->part_count; i++) {
        const struct part *part = &catalog->parts[i];
        fprintf(file, "    {%zu, ", part->length);
        if (part->value != NULL)
            write_value(file, "", part->value);
        else
            fputs("NO_VALUE", file);
        fputs("},\n", file);
    }
    fprintf(file, "    {%zu, NO_VALUE},\n};\n", sizeof unknown_detail - 1);
}

void write_message_tables(FILE *file, const struct catalog *catalog)
{
    fputs(NOTICE, file);
    write_messages(file, catalog);
    write_parts(file, catalog);

    fputs("\n/* These are the catalog's texts, under the licence it names. */\n"
          "static const unsigned char texts[] = {",
          file);
    struct texts texts = {file, 0};
    write_string(&texts, "");
    write_bytes(&texts, unknown_detail, sizeof unknown_detail - 1);
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct error *error = &catalog->errors[i];
        write_string(&texts, error->comment);
        write_bytes(&texts, error->detail, detail_length(catalog, error));
    }
    fputs("\n};\n", file);
}
