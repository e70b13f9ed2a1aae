/* SPDX-License-Identifier: MIT
 *
 * azsreg_generate: from the catalog to the library's generated headers.
 *
 *     azsreg_generate CATALOG CODES_H CODE_LENGTHS_H CODE_TABLES_H \
 *                     DETAIL_TABLES_H
 *
 * Each header is written to a temporary file. When all are complete, the files
 * are renamed, so nobody reads half a header. CODES_H is removed before that,
 * and renamed last. If the generator is killed in between, CODES_H is missing,
 * and the next build runs the generator again. An old CODES_H would not do: the
 * catalog of the next build may be older than it. The name
 * of a temporary file contains the number of the process, so two generators at
 * once do no harm.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <process.h>
#define getpid _getpid
#define unlink _unlink
#else
#include <unistd.h>
#endif

#include "catalog.h"
#include "hash_table.h"
#include "tables.h"

typedef void write_function(FILE *file, const struct catalog *catalog,
                            const struct hash_table *table);

static write_function *const write_functions[] = {
    write_codes, write_code_lengths, write_code_tables, write_detail_tables};

enum { HEADER_COUNT = sizeof write_functions / sizeof write_functions[0] };

/* A catalog is text that people edit. A larger file is something else. */
enum { CATALOG_SIZE_LIMIT = 256 * 1024 * 1024 };

static const char cannot_read[] =
    "cannot read the catalog, expected a file of less than 256 MiB";
static const char cannot_write[] = "cannot write, expected a place for a file";

/* Prints what went wrong with a file as a whole, in the form of all messages,
 * and returns false. */
static bool fail(const char *path, const char *what, const char *why)
{
    fprintf(stderr, "%s:1: error: %s: %s\n", path, what, why);
    return false;
}

/* Reads to the end into allocated memory, which is the caller's to free. */
static bool read_bytes(FILE *file, const char *path, char **bytes, size_t *size)
{
    size_t capacity = 65536;
    while (true) {
        char *grown = realloc(*bytes, capacity);
        if (grown == NULL)
            return fail(path, cannot_read, "out of memory");
        *bytes = grown;
        *size += fread(*bytes + *size, 1, capacity - *size, file);
        if (ferror(file))
            return fail(path, cannot_read, strerror(errno));
        if (*size < capacity)
            return true;
        if (*size >= CATALOG_SIZE_LIMIT)
            return fail(path, cannot_read, "it is larger");
        capacity *= 2;
    }
}

static bool read_file(const char *path, char **bytes, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return fail(path, cannot_read, strerror(errno));
    const bool is_read = read_bytes(file, path, bytes, size);
    fclose(file);
    return is_read;
}

/* The name of the temporary file for `path`, which is the caller's to free.
 * NULL if there is not enough memory. */
static char *temporary_name(const char *path)
{
    const long process = (long)getpid();
    const int length = snprintf(NULL, 0, "%s.%ld.new", path, process);
    char *name = malloc((size_t)length + 1);
    if (name == NULL)
        fail(path, cannot_write, "out of memory");
    else
        snprintf(name, (size_t)length + 1, "%s.%ld.new", path, process);
    return name;
}

/* Writes the header `path` to the file `temporary`. */
static bool write_header(const char *path, const char *temporary,
                         write_function *write_contents,
                         const struct catalog *catalog,
                         const struct hash_table *table)
{
    FILE *file = fopen(temporary, "wb");
    if (file == NULL)
        return fail(path, cannot_write, strerror(errno));
    write_contents(file, catalog, table);
    bool failed = ferror(file) != 0;
    /* Some errors show only here, for instance those of a disk on the network.
     */
    failed = fclose(file) != 0 || failed;
    if (failed)
        return fail(path, cannot_write, strerror(errno));
    return true;
}

static bool move(const char *from, const char *to)
{
#ifdef _WIN32
    remove(to); /* here rename does not replace a file */
#endif
    if (rename(from, to) != 0)
        return fail(to, cannot_write, strerror(errno));
    return true;
}

static bool write_headers(char *const paths[HEADER_COUNT],
                          const struct catalog *catalog,
                          const struct hash_table *table)
{
    char *temporary[HEADER_COUNT] = {NULL};
    bool is_good = true;
    for (size_t i = 0; is_good && i < HEADER_COUNT; i++) {
        temporary[i] = temporary_name(paths[i]);
        is_good = temporary[i] != NULL &&
                  write_header(paths[i], temporary[i], write_functions[i],
                               catalog, table);
    }
    /* remove would also delete an empty directory of that name. */
    if (is_good)
        unlink(paths[0]);
    size_t unmoved = HEADER_COUNT;
    while (is_good && unmoved > 0) {
        is_good = move(temporary[unmoved - 1], paths[unmoved - 1]);
        if (is_good)
            unmoved--;
    }
    /* After an error no new file is left. */
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        if (!is_good && temporary[i] != NULL)
            remove(i < unmoved ? temporary[i] : paths[i]);
        free(temporary[i]);
    }
    return is_good;
}

static bool generate(const char *path, char *const headers[HEADER_COUNT])
{
    char *bytes = NULL;
    size_t size = 0;
    struct catalog catalog = {0};
    struct hash_table table = {0};
    bool is_good = read_file(path, &bytes, &size) &&
                   catalog_read(&catalog, path, bytes, size);
    if (is_good) {
        const char *failure = hash_table_build(&table, &catalog);
        is_good = failure == NULL
                      ? write_headers(headers, &catalog, &table)
                      : fail(path, "cannot make the table of codes", failure);
    }
    hash_table_free(&table);
    catalog_free(&catalog);
    free(bytes);
    return is_good;
}

int main(int argc, char *argv[])
{
    if (argc != 2 + HEADER_COUNT) {
        fputs("usage: azsreg_generate CATALOG CODES_H CODE_LENGTHS_H "
              "CODE_TABLES_H DETAIL_TABLES_H\n",
              stderr);
        return EXIT_FAILURE;
    }
    return generate(argv[1], &argv[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
}
