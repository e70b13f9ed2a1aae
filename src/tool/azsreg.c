/* SPDX-License-Identifier: MIT
 *
 * azsreg: the library in a shell, for the operator who has a code in a log.
 */
#include <azsreg/azsreg.h>

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quote.h"

/* The exit status. */
enum { SUCCESS = 0, FAILURE = 1, WRONG_USAGE = 2 };

static const char help[] =
    "usage: azsreg list                   the codes, one a line\n"
    "       azsreg detail CODE [VALUES]   the rendered detail\n"
    "       azsreg explain CODE [VALUES]  code, detail and comment\n"
    "       azsreg --help | --version\n"
    "\n"
    "The error codes of Azure Stack tenant registration, and their messages.\n"
    "\n"
    "VALUES, to put in place of the names in a detail:\n"
    "  --subscription-id=ID           the registration's own subscription\n"
    "  --resource-group=NAME          of the registration\n"
    "  --registration-name=NAME       of the registration\n"
    "  --customer-subscription-id=ID  the tenant's subscription\n"
    "\n"
    "Exit status: 0; 1 for an unknown code, or if the output could not be\n"
    "written; 2 for wrong usage.\n";

/* ---- Messages ------------------------------------------------------------*/

/* Prints "azsreg: WHAT 'WORD'" on standard error, for the caller to go on. The
 * word is from the command line: quoted. */
static void complain(const char *what, const char *word)
{
    fprintf(stderr, "azsreg: %s '", what);
    print_quoted(stderr, word, strlen(word));
    fputc('\'', stderr);
}

static int wrong_usage(const char *what, const char *word)
{
    complain(what, word);
    fputs("; see 'azsreg --help'\n", stderr);
    return WRONG_USAGE;
}

/* The name is the option's full one, without --, whatever was written. */
static int unused_option(const char *name)
{
    fprintf(stderr,
            "azsreg: the command list has no use for '--%s'; see "
            "'azsreg --help'\n",
            name);
    return WRONG_USAGE;
}

static int failure(void)
{
    fprintf(stderr, "azsreg: %s\n", strerror(errno));
    return FAILURE;
}

/* ---- The nearest code ----------------------------------------------------*/

static char to_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

/* What it takes to turn `word` into `code`: 2 for a letter added, left out or
 * replaced, 1 for one in the wrong case (Levenshtein's distance, row by row).
 * `row` has room for one number more than the code has bytes. */
static size_t distance(const char *word, const char *code, size_t *row)
{
    size_t length = strlen(code);
    for (size_t i = 0; i <= length; i++)
        row[i] = 2 * i;
    for (; *word != '\0'; word++) {
        size_t diagonal = row[0];
        row[0] += 2;
        for (size_t i = 0; i < length; i++) {
            size_t replace = *word == code[i]                       ? 0
                             : to_lower(*word) == to_lower(code[i]) ? 1
                                                                    : 2;
            size_t best = smaller(diagonal + replace, row[i] + 2);
            diagonal = row[i + 1];
            row[i + 1] = smaller(best, diagonal + 2);
        }
    }
    return row[length];
}

/* The code nearest to `word`, or NULL if there is not enough memory. */
static const char *nearest_code(const char *word)
{
    const char *nearest = NULL;
    size_t least = SIZE_MAX;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        size_t *row = calloc(strlen(code) + 1, sizeof *row);
        if (row == NULL)
            return NULL;
        size_t far = distance(word, code, row);
        free(row);
        if (far < least) {
            least = far;
            nearest = code;
        }
    }
    return nearest;
}

static int unknown_code(const char *word)
{
    const char *nearest = nearest_code(word);
    if (nearest == NULL)
        return failure();
    complain("unknown code", word);
    fprintf(stderr, "; the nearest is %s\n", nearest);
    return FAILURE;
}

/* ---- Commands ------------------------------------------------------------*/

static int list(void)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++)
        puts(azsreg_error_code((azsreg_error)number));
    return SUCCESS;
}

static int detail(azsreg_error error, const azsreg_values *values)
{
    size_t size = azsreg_format_detail(NULL, 0, error, values) + 1;
    char *message = malloc(size);
    if (message == NULL)
        return failure();
    azsreg_format_detail(message, size, error, values);
    puts(message);
    free(message);
    return SUCCESS;
}

static int explain(azsreg_error error, const azsreg_values *values)
{
    printf("%s\n\n", azsreg_error_code(error));
    if (detail(error, values) != SUCCESS)
        return FAILURE;
    const char *comment = azsreg_error_comment(error);
    if (comment[0] != '\0')
        printf("\n%s\n", comment);
    printf("\nTry again later: %s\n",
           azsreg_error_is_transient(error) ? "yes" : "no");
    return SUCCESS;
}

/* Runs the command in `words`, of which there are `count`. `given` is the name
 * of the last option with a value, or NULL. */
static int run(char *const words[], int count, const azsreg_values *values,
               const char *given)
{
    if (count == 0) {
        fputs("azsreg: missing command; see 'azsreg --help'\n", stderr);
        return WRONG_USAGE;
    }
    const char *command = words[0];
    bool is_list = strcmp(command, "list") == 0;
    bool is_detail = strcmp(command, "detail") == 0;
    if (!is_list && !is_detail && strcmp(command, "explain") != 0)
        return wrong_usage("unknown command", command);
    if (!is_list && count == 1)
        return wrong_usage("missing code after", command);
    int expected = is_list ? 1 : 2;
    if (count > expected)
        return wrong_usage("one word too many:", words[expected]);
    if (is_list)
        return given != NULL ? unused_option(given) : list();
    azsreg_error error = azsreg_error_from_code(words[1]);
    if (error == AZSREG_ERROR_UNKNOWN)
        return unknown_code(words[1]);
    return is_detail ? detail(error, values) : explain(error, values);
}

/* ---- The command line ----------------------------------------------------*/

/* What getopt_long returns for an option; from VALUE on there is one number for
 * each value. A wrong short option is known by its byte, or with musl by its
 * code point, and these are none. */
enum { HELP = 0x110000, VERSION, VALUE };

static const struct option options[] = {
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {"subscription-id", required_argument, NULL, VALUE},
    {"resource-group", required_argument, NULL, VALUE + 1},
    {"registration-name", required_argument, NULL, VALUE + 2},
    {"customer-subscription-id", required_argument, NULL, VALUE + 3},
    {NULL, 0, NULL, 0},
};

/* The word is the one that getopt_long has just left behind. A short option may
 * be part of a word that it has not: then the letter is all that is sure. */
static int wrong_option(const char *word)
{
    if (optopt >= HELP)
        return wrong_usage("no value is allowed in", word);
    if (optopt == 0)
        return wrong_usage("unknown or ambiguous option", word);
    const char letter[] = {'-', (char)optopt, '\0'};
    return wrong_usage("unknown option", letter);
}

static int parse_and_run(int argc, char *argv[])
{
    int count = 0; /* of the words that are no options, moved to the front */
    azsreg_values values = {NULL, NULL, NULL, NULL};
    const char **const places[] = {
        &values.subscription_id, &values.resource_group,
        &values.registration_name, &values.customer_subscription_id};
    const char *given = NULL;
    int option;
    int index;
    opterr = 0; /* getopt_long would not quote */
    /* "-": words come as option 1, wherever they stand. Else options after
     * words were none where POSIXLY_CORRECT is set. */
    while ((option = getopt_long(argc, argv, "-:", options, &index)) != -1) {
        if (option == HELP) {
            fputs(help, stdout);
            return SUCCESS;
        }
        if (option == VERSION) {
            printf("azsreg %s\n", azsreg_version());
            return SUCCESS;
        }
        if (option == ':')
            return wrong_usage("missing value after", argv[optind - 1]);
        if (option == '?')
            return wrong_option(argv[optind - 1]);
        if (option == 1) {
            argv[count++] = optarg;
            continue;
        }
        *places[option - VALUE] = optarg;
        given = options[index].name;
    }
    for (; optind < argc; optind++) /* what stands behind -- */
        argv[count++] = argv[optind];
    return run(argv, count, &values, given);
}

int main(int argc, char *argv[])
{
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error to report */
#endif
    /* A message is one write, up to BUFSIZ, for a log that others write to. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    int status = parse_and_run(argc, argv);
    bool failed = ferror(stdout) != 0;
    /* Some errors, of a disk on the network for one, show only here. */
    failed = fclose(stdout) != 0 || failed;
    if (status != SUCCESS || !failed)
        return status;
    fprintf(stderr, "azsreg: cannot write the output: %s\n", strerror(errno));
    return FAILURE;
}
