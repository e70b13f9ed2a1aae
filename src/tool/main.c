/* SPDX-License-Identifier: MIT
 *
 * azsreg, the library in a shell: options, values, and which command is to run.
 */
#include <azsreg/azsreg.h>

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "names.h"
#include "resource_id.h"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <shellapi.h>
#endif

static const char help[] =
    "usage: azsreg list                      the codes, one a line\n"
    "       azsreg detail CODE [VALUES]      the rendered detail\n"
    "       azsreg explain TEXT... [VALUES]  code, detail and comment of the\n"
    "                                        codes in TEXT\n"
    "       azsreg explain [VALUES]          the same for standard input\n"
    "       azsreg -h | --help | --version\n"
    "\n"
    "The error codes of Azure Stack tenant registration, and their messages.\n"
    "CODE is a code or the number of an error. TEXT is that too, or anything\n"
    "with codes in it: the body of an answer, a line of a log.\n"
    "\n"
    "VALUES, to put in place of the names in a detail:\n"
    "  --subscription-id=ID           the registration's own subscription\n"
    "  --resource-group=NAME          of the registration\n"
    "  --registration-name=NAME       of the registration\n"
    "  --customer-subscription-id=ID  the tenant's subscription\n"
    "  --resource-id=PATH             all of these that stand in a resource "
    "ID\n"
    "                                 or in the URL of a request\n"
    "\n"
    "Exit status: 0; 1 if there was no known code, the input could not be\n"
    "read or the output not written; 2 for wrong usage.\n";

static int wrong_usage(const char *what, const char *word)
{
    complain(what, word);
    fputs("; see 'azsreg --help'\n", stderr);
    return WRONG_USAGE;
}

/* ---- The command ---------------------------------------------------------*/

/* A word that names an error is safe to print. */
static int unknown_command(const char *word)
{
    if (error_named(word) == AZSREG_ERROR_UNKNOWN)
        return wrong_usage("unknown command", word);
    complain("unknown command", word);
    fprintf(stderr, "; to ask for this code: azsreg explain %s\n", word);
    return WRONG_USAGE;
}

/* Runs the command in the first of `count` words. `option` is the name of the
 * last option with a value, or NULL. */
static int run(char *const words[], int count, const azsreg_values *values,
               const char *option)
{
    if (count == 0) {
        fputs("azsreg: missing command; see 'azsreg --help'\n", stderr);
        return WRONG_USAGE;
    }
    const char *command = words[0];
    if (strcmp(command, "explain") == 0)
        return command_explain(&words[1], count - 1, values);
    if (strcmp(command, "detail") == 0) {
        if (count == 1)
            return wrong_usage("missing code after", command);
        if (count > 2)
            return wrong_usage("one word too many:", words[2]);
        return command_detail(words[1], values);
    }
    if (strcmp(command, "list") == 0) {
        if (count > 1)
            return wrong_usage("one word too many:", words[1]);
        if (option != NULL)
            return wrong_usage("the command list does not take the option",
                               option);
        return command_list();
    }
    return unknown_command(command);
}

/* ---- Options -------------------------------------------------------------*/

/* What getopt_long returns for an option; for a value, VALUE and its number. A
 * wrong short option is returned as its byte, or by musl as its code point, and
 * these are neither. */
enum { HELP = 0x110000, VERSION, RESOURCE_ID, VALUE };

static const struct option options[] = {
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {"resource-id", required_argument, NULL, RESOURCE_ID},
    {"subscription-id", required_argument, NULL, VALUE + SUBSCRIPTION_ID},
    {"resource-group", required_argument, NULL, VALUE + RESOURCE_GROUP},
    {"registration-name", required_argument, NULL, VALUE + REGISTRATION_NAME},
    {"customer-subscription-id", required_argument, NULL,
     VALUE + CUSTOMER_SUBSCRIPTION_ID},
    {NULL, 0, NULL, 0},
};

/* `word` is the one that getopt_long has just finished. A wrong short option
 * can be in a word that is not finished, so only its letter is shown. */
static int wrong_option(const char *word)
{
    if (optopt >= HELP)
        return wrong_usage("no value is allowed in", word);
    if (optopt == 0)
        return wrong_usage("unknown or ambiguous option", word);
    const char letter[] = {'-', (char)optopt, '\0'};
    return wrong_usage("unknown option", letter);
}

/* An option overrides what a path says, wherever it stands. */
static azsreg_values merge(const char *const by_option[VALUE_COUNT],
                           const char *const by_path[VALUE_COUNT])
{
    const char *values[VALUE_COUNT];
    for (int i = 0; i < VALUE_COUNT; i++)
        values[i] = by_option[i] != NULL ? by_option[i] : by_path[i];
    return (azsreg_values){values[SUBSCRIPTION_ID], values[RESOURCE_GROUP],
                           values[REGISTRATION_NAME],
                           values[CUSTOMER_SUBSCRIPTION_ID]};
}

/* Does what the arguments ask for, which are UTF-8 and are changed, and returns
 * the exit status. */
static int run_command_line(int argc, char *argv[])
{
    const char *by_option[VALUE_COUNT] = {NULL};
    const char *by_path[VALUE_COUNT] = {NULL};
    const char *last_option = NULL;
    int count = 0; /* of the words that are not options, moved to the front */
    int option;
    int index;
    /* "-": words come as option 1, wherever they stand. Without it, options
     * after words would be words where POSIXLY_CORRECT is set. */
    while ((option = getopt_long(argc, argv, "-:h", options, &index)) != -1) {
        switch (option) {
        case 1:
            argv[count++] = optarg;
            continue;
        case 'h':
        case HELP:
            fputs(help, stdout);
            return SUCCESS;
        case VERSION:
            printf("azsreg %s\n", azsreg_version());
            return SUCCESS;
        case ':':
            return wrong_usage("missing value after", argv[optind - 1]);
        case '?':
            return wrong_option(argv[optind - 1]);
        case RESOURCE_ID:
            if (!resource_id_read(optarg, by_path))
                return wrong_usage(
                    "no key such as subscriptions in the path of",
                    "--resource-id");
            break;
        default:
            by_option[option - VALUE] = optarg;
        }
        last_option = options[index].name;
    }
    for (; optind < argc; optind++) /* the words after -- */
        argv[count++] = argv[optind];
    const azsreg_values values = merge(by_option, by_path);
    return run(argv, count, &values, last_option);
}

/* ---- Start and end -------------------------------------------------------*/

#ifdef _WIN32
/* The arguments in UTF-8, to the end of the process. Those of main are in the
 * code page, where they have lost what it lacks. */
static char **utf8_arguments(int *count)
{
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), count);
    char **arguments =
        wide != NULL ? calloc((size_t)*count + 1, sizeof *arguments) : NULL;
    for (int i = 0; arguments != NULL && i < *count; i++) {
        int size =
            WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, NULL, 0, NULL, NULL);
        arguments[i] = malloc((size_t)size);
        if (arguments[i] == NULL)
            return NULL;
        WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, arguments[i], size, NULL,
                            NULL);
    }
    return arguments;
}
#endif

int main(int argc, char *argv[])
{
#ifdef _WIN32
    const UINT code_page = GetConsoleOutputCP();
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdin), _O_BINARY); /* 0x1A is not the end */
    argv = utf8_arguments(&argc);
    if (argv == NULL)
        return FAILURE;
#else
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error to report */
#endif
    /* A message is one write, for a log that others write to. */
    static char buffer[BUFSIZ]; /* musl makes none by itself */
    setvbuf(stderr, buffer, _IOLBF, sizeof buffer);
    int status = run_command_line(argc, argv);
    bool failed = ferror(stdout) != 0;
    /* Some errors, of a disk on the network for example, show only here. */
    failed = fclose(stdout) != 0 || failed;
    if (status == SUCCESS && failed) {
        fprintf(stderr, "azsreg: cannot write the output: %s\n",
                strerror(errno));
        status = FAILURE;
    }
#ifdef _WIN32
    SetConsoleOutputCP(code_page);
#endif
    return status;
}
