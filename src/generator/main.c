/* SPDX-License-Identifier: MIT
 *
 * azsreg_generate: from the catalog to the library's generated headers.
 *
 *     azsreg_generate CATALOG CODES_H LOOKUP_TABLES_H MESSAGE_TABLES_H
 *
 * The headers are written aside, and renamed when all of them are whole: after
 * an error none is there, or the one from before.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog.h"
#include "perfect_hash.h"
#include "tables.h"

enum header { CODES, LOOKUP_TABLES, MESSAGE_TABLES, HEADER_COUNT };

/* A catalog is text that people edit: more is some other file. */
enum { CATALOG_SIZE_MAX = 256 * 1024 * 1024 };

static const char cannot_read[] =
    "cannot read the catalog, expected a file of less than 256 MiB";
static const char cannot_write[] = "cannot write, expected a place for a file";

/* Says what went wrong with a file as a whole, in the form of all messages, and
 * returns false. */
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
        if (*size >= CATALOG_SIZE_MAX)
            return fail(path, cannot_read, "it is larger");
        capacity *= 2;
    }
}

static bool read_file(const char *path, char **bytes, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return fail(path, cannot_read, strerror(errno));
    bool read = read_bytes(file, path, bytes, size);
    fclose(file);
    return read;
}

static bool write_header(const char *path, enum header header,
                         const struct catalog *catalog,
                         const struct perfect_hash *hash)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return fail(path, cannot_write, strerror(errno));
    switch (header) {
    case CODES:
        write_codes(file, catalog);
        break;
    case LOOKUP_TABLES:
        write_lookup_tables(file, catalog, hash);
        break;
    default:
        write_message_tables(file, catalog);
        break;
    }
    bool failed = ferror(file) != 0;
    /* Some errors, of a disk on the network for one, show only here. */
    failed = fclose(file) != 0 || failed;
    if (failed)
        return fail(path, cannot_write, strerror(errno));
    return true;
}

/* The name of the file that is written aside for `path`; NULL if there is not
 * enough memory. */
static char *name_aside(const char *path)
{
    size_t size = strlen(path) + sizeof ".new";
    char *name = malloc(size);
    if (name == NULL)
        fail(path, cannot_write, "out of memory");
    else
        snprintf(name, size, "%s.new", path);
    return name;
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
                          const struct perfect_hash *hash)
{
    char *aside[HEADER_COUNT] = {NULL};
    size_t named = 0;
    size_t moved = 0;
    bool good = true;
    for (; good && named < HEADER_COUNT; named++) {
        aside[named] = name_aside(paths[named]);
        good = aside[named] != NULL &&
               write_header(aside[named], (enum header)named, catalog, hash);
    }
    while (good && moved < HEADER_COUNT) {
        good = move(aside[moved], paths[moved]);
        if (good)
            moved++;
    }
    /* After an error nothing new stays, aside or in its place. */
    for (size_t i = 0; i < named; i++) {
        if (!good && aside[i] != NULL)
            remove(i < moved ? paths[i] : aside[i]);
        free(aside[i]);
    }
    return good;
}

static bool generate(const char *path, char *const headers[HEADER_COUNT])
{
    char *bytes = NULL;
    size_t size = 0;
    struct catalog catalog = {0};
    struct perfect_hash hash = {0};
    bool good = read_file(path, &bytes, &size) &&
                catalog_read(&catalog, path, bytes, size);
    if (good && !perfect_hash_find(&hash, &catalog))
        good = fail(path, "cannot make the lookup tables", "out of memory");
    good = good && write_headers(headers, &catalog, &hash);
    perfect_hash_free(&hash);
    catalog_free(&catalog);
    free(bytes);
    return good;
}

int main(int argc, char *argv[])
{
    if (argc != 2 + HEADER_COUNT) {
        fputs("usage: azsreg_generate CATALOG CODES_H LOOKUP_TABLES_H "
              "MESSAGE_TABLES_H\n",
              stderr);
        return EXIT_FAILURE;
    }
    return generate(argv[1], &argv[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
}
