/* SPDX-License-Identifier: MIT */
#include "document.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "report.h"

const char *const document_names[VALUE_COUNT] = {
    "subscription identifier", "resource group", "registration name",
    "customer subscription identifier"};

static char *read_text(const char *path)
{
    static char text[64 * 1024]; /* what the rows point to */
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        give_up("cannot open", path);
    size_t size = fread(text, 1, sizeof text, file);
    if (size == 0 || size == sizeof text || ferror(file))
        give_up("not read as a whole", path);
    fclose(file);
    return text;
}

/* True if `text` starts with `start`, in upper or lower case. */
static int starts_with(const char *text, const char *start)
{
    while (*start != '\0' &&
           tolower((unsigned char)*text) == tolower((unsigned char)*start)) {
        text++;
        start++;
    }
    return *start == '\0';
}

/* Takes an emphasised name after its first mark. Returns the text after it, and
 * the byte that stands for its value. One name lacks its last mark. */
static const char *take_name(const char *text, char *value)
{
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        if (!starts_with(text, document_names[i]))
            continue;
        *value = (char)(i + 1);
        text += strlen(document_names[i]);
        return *text == '_' ? text + 1 : text;
    }
    give_up("emphasis on what is not the name of a value", text);
    return text;
}

/* Resolves the markup of a cell, in place: what comes out is no longer. */
static void resolve(char *cell)
{
    char *to = cell;
    const char *from = cell;
    while (*from != '\0') {
        if (starts_with(from, "<br>")) {
            *to++ = '\n';
            from += strlen("<br>");
        } else if (*from == '`') {
            from++;
        } else if (*from == '_') {
            from = take_name(from + 1, to++);
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
}

/* The text without the spaces around it. */
static char *trim(char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

enum { ERROR, DETAILS, COMMENTS, CELL_COUNT };

static void split(char *line, char *cells[CELL_COUNT])
{
    char *cell = line + 1;
    for (size_t i = 0; i < CELL_COUNT; i++) {
        char *end = strchr(cell, '|');
        if (end == NULL)
            give_up("too few cells in a row", line);
        *end = '\0';
        cells[i] = trim(cell);
        cell = end + 1;
    }
    if (*trim(cell) != '\0')
        give_up("too many cells in a row", cell);
}

static void add_row(struct document *document, char *cells[CELL_COUNT])
{
    if (document->count == ROW_MAX)
        give_up("too many rows", cells[ERROR]);
    resolve(cells[DETAILS]);
    resolve(cells[COMMENTS]);
    document->rows[document->count++] = (struct row){
        .code = cells[ERROR],
        .detail = cells[DETAILS],
        .comment = cells[COMMENTS],
    };
}

void document_read(struct document *document)
{
    /* FIXTURES, a directory, is from the build. */
    static const char path[] = FIXTURES "/azure-stack-usage-error-codes.md";
    size_t table_lines = 0;
    char *line = strtok(read_text(path), "\n");
    for (; line != NULL; line = strtok(NULL, "\n")) {
        if (line[0] != '|')
            continue;
        char *cells[CELL_COUNT];
        split(line, cells);
        table_lines++;
        if (table_lines == 1 && (strcmp(cells[ERROR], "Error") != 0 ||
                                 strcmp(cells[DETAILS], "Details") != 0 ||
                                 strcmp(cells[COMMENTS], "Comments") != 0))
            give_up("another heading than Error, Details, Comments", path);
        if (table_lines > 2) /* the second is the rule */
            add_row(document, cells);
    }
    if (document->count == 0)
        give_up("no table", path);
}
