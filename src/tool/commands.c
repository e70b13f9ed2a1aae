/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "complain.h"
#include "known.h"
#include "stream.h"
#include "suggestion.h"

/* ---- Errors by name ------------------------------------------------------*/

azsreg_error error_named(const char *word)
{
    for (int number = 1; is_known(number); number++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%d", number);
        if (strcmp(word, digits) == 0)
            return (azsreg_error)number;
    }
    return azsreg_error_from_code(word);
}

/* Ends a message that says where no code was found. */
static int no_code(const char *suggested)
{
    if (suggested != NULL)
        fprintf(stderr, "; the nearest is %s\n", suggested);
    else
        fputs("; to read a file: azsreg explain < FILE\n", stderr);
    return FAILURE;
}

/* ---- list and detail -----------------------------------------------------*/

int command_list(void)
{
    for (int number = 1; is_known(number); number++)
        puts(azsreg_error_code((azsreg_error)number));
    return SUCCESS;
}

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

int command_detail(const char *code, const azsreg_values *values)
{
    azsreg_error error = error_named(code);
    if (error == AZSREG_ERROR_UNKNOWN) {
        complain("unknown code", code);
        return no_code(suggestion(code));
    }
    char *detail = render_detail(error, values);
    if (detail == NULL)
        return FAILURE;
    puts(detail);
    free(detail);
    return SUCCESS;
}

/* ---- explain -------------------------------------------------------------*/

enum { NO_CODE_YET = -1 };

struct explanation {
    const azsreg_values *values;
    bool *explained; /* by the number of the error */
    int status;      /* NO_CODE_YET until the first error is explained */
};

/* Explains an error if it was not explained before. Flushes, because whoever
 * follows a log waits for it. False if nothing more can be explained. */
static bool explain_once(struct explanation *explanation, azsreg_error error)
{
    if (explanation->explained[error])
        return true;
    explanation->explained[error] = true;
    char *detail = render_detail(error, explanation->values);
    if (detail == NULL) {
        explanation->status = FAILURE;
        return false;
    }
    if (explanation->status != NO_CODE_YET)
        putchar('\n');
    explanation->status = SUCCESS;
    printf("%s\n\n%s\n", azsreg_error_code(error), detail);
    free(detail);
    const char *comment = azsreg_error_comment(error);
    if (comment[0] != '\0')
        printf("\n%s\n", comment);
    if (azsreg_error_is_transient(error))
        puts("\nTry again later.");
    fflush(stdout);
    return !ferror(stdout);
}

/* Each text is searched by itself: a code ends where its text ends, as if a
 * space followed, which is what separates the words of a command line. */
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
    if (stream_is_terminal()) {
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
        explanation->status = FAILURE;
    }
}

/* For `explained`: all false. */
static bool *make_flags(void)
{
    int number = 1;
    while (is_known(number))
        number++;
    bool *flags = calloc((size_t)number, sizeof *flags);
    if (flags == NULL)
        fputs("azsreg: not enough memory\n", stderr);
    return flags;
}

int command_explain(char *const texts[], int count, const azsreg_values *values)
{
    struct explanation explanation = {values, make_flags(), NO_CODE_YET};
    if (explanation.explained == NULL)
        return FAILURE;
    if (count == 0)
        explain_standard_input(&explanation);
    for (int i = 0; i < count; i++) {
        if (!explain_text(&explanation, texts[i]))
            break;
    }
    free(explanation.explained);
    if (explanation.status != NO_CODE_YET)
        return explanation.status;
    if (count == 1) {
        complain("no known code in", texts[0]);
        return no_code(suggestion(texts[0]));
    }
    fputs("azsreg: no known code found", stderr);
    return no_code(NULL);
}
