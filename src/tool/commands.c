/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L // NOLINT(*-reserved-identifier,cert-dcl*)

#include "commands.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "complain.h"
#include "names.h"
#include "stream.h"

/* The detail, for the caller to free; NULL, and a message, if this machine has
 * not enough memory for it. */
static char *render_detail(azsreg_error error, const azsreg_values *values)
{
    size_t length = azsreg_format_detail(NULL, 0, error, values);
    char *detail = length < SIZE_MAX ? malloc(length + 1) : NULL;
    if (detail == NULL)
        fprintf(stderr, "azsreg: not enough memory for the detail of %s\n",
                azsreg_error_code(error));
    else
        azsreg_format_detail(detail, length + 1, error, values);
    return detail;
}

/* Ends a message that no code was found. `nearest` may be NULL. */
static int no_code(const char *nearest)
{
    if (nearest != NULL)
        fprintf(stderr, "; the nearest is %s\n", nearest);
    else
        fputs("; to read a file: azsreg explain < FILE\n", stderr);
    return FAILURE;
}

/* ---- list and detail -----------------------------------------------------*/

int command_list(void)
{
    const int count = error_count();
    for (int number = 1; number <= count; number++)
        puts(azsreg_error_code((azsreg_error)number));
    return SUCCESS;
}

int command_detail(const char *code, const azsreg_values *values)
{
    azsreg_error error = error_named(code);
    if (error == AZSREG_ERROR_UNKNOWN) {
        complain("unknown code", code);
        return no_code(nearest_code(code));
    }
    char *detail = render_detail(error, values);
    if (detail == NULL)
        return FAILURE;
    puts(detail);
    free(detail);
    return SUCCESS;
}

/* ---- explain -------------------------------------------------------------*/

struct explanation {
    const azsreg_values *values;
    bool *explained; /* which errors were, by number */
    bool any;        /* true if any error was */
    bool failed;
};

/* Explains an error if it was not explained before. Flushes, because whoever
 * follows a log waits for it. False if nothing more can be explained. */
static bool explain_once(struct explanation *explanation, azsreg_error error)
{
    if (explanation->explained[error])
        return true;
    char *detail = render_detail(error, explanation->values);
    if (detail == NULL) {
        explanation->failed = true;
        return false;
    }
    if (explanation->any)
        putchar('\n');
    printf("%s\n\n%s\n", azsreg_error_code(error), detail);
    free(detail);
    const char *comment = azsreg_error_comment(error);
    if (comment[0] != '\0')
        printf("\n%s\n", comment);
    if (azsreg_error_is_transient(error))
        puts("\nTry again later.");
    explanation->explained[error] = true;
    explanation->any = true;
    fflush(stdout);
    return !ferror(stdout);
}

/* Each text is searched by itself, so that no code and no escape goes across
 * two texts. */
static bool explain_text(struct explanation *explanation, const char *text)
{
    azsreg_error error = error_named(text);
    if (error != AZSREG_ERROR_UNKNOWN)
        return explain_once(explanation, error);
    const char *end = text + strlen(text);
    size_t offset;
    while ((error = azsreg_error_find(text, (size_t)(end - text), &offset)) !=
           AZSREG_ERROR_UNKNOWN) {
        if (!explain_once(explanation, error))
            return false;
        text += offset + strlen(azsreg_error_code(error));
    }
    return true;
}

static void explain_standard_input(struct explanation *explanation)
{
    if (isatty(STDIN_FILENO)) {
        fputs("azsreg: reading from the terminal until its input ends\n",
              stderr);
        fflush(stderr); /* Windows has no line buffering */
    }
    struct stream stream;
    stream_start(&stream);
    azsreg_error error;
    while ((error = stream_next(&stream)) != AZSREG_ERROR_UNKNOWN) {
        if (!explain_once(explanation, error))
            return;
    }
    if (stream.error != 0) {
        fprintf(stderr, "azsreg: cannot read the input: %s\n",
                strerror(stream.error));
        explanation->failed = true;
    }
}

int command_explain(char *const texts[], int count, const azsreg_values *values)
{
    struct explanation explanation = {.values = values};
    explanation.explained = calloc((size_t)error_count() + 1, sizeof(bool));
    if (explanation.explained == NULL) {
        fputs("azsreg: not enough memory\n", stderr);
        return FAILURE;
    }
    if (count == 0)
        explain_standard_input(&explanation);
    for (int i = 0; i < count; i++) {
        if (!explain_text(&explanation, texts[i]))
            break;
    }
    free(explanation.explained);
    if (explanation.failed)
        return FAILURE;
    if (explanation.any)
        return SUCCESS;
    if (count == 1) {
        complain("no known code in", texts[0]);
        return no_code(nearest_code(texts[0]));
    }
    fputs("azsreg: no known code found", stderr);
    return no_code(NULL);
}
