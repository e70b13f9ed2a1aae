/* SPDX-License-Identifier: MIT */
#include "command_line.h"

#include <azsreg/azsreg.h>

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "complain.h"
#include "resource_id.h"

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

/* ---- Wrong usage ---------------------------------------------------------*/

static int wrong_usage(const char *what, const char *word)
{
    complain(what, word);
    fputs("; see 'azsreg --help'\n", stderr);
    return WRONG_USAGE;
}

/* A word that names an error is safe to print. */
static int unknown_command(const char *word)
{
    if (error_named(word) == AZSREG_ERROR_UNKNOWN)
        return wrong_usage("unknown command", word);
    complain("unknown command", word);
    fprintf(stderr, "; to ask for this code: azsreg explain %s\n", word);
    return WRONG_USAGE;
}

/* ---- The command ---------------------------------------------------------*/

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
        if (given != NULL)
            return wrong_usage("the command list does not take the option",
                               given);
        return command_list();
    }
    return unknown_command(command);
}

/* ---- Options -------------------------------------------------------------*/

/* What getopt_long returns for an option; from VALUE on there is one number for
 * each value. A wrong short option is known by its byte, or with musl by its
 * code point, and these are neither. */
enum { HELP = 0x110000, VERSION, RESOURCE_ID, VALUE };

static const struct option options[] = {
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {"resource-id", required_argument, NULL, RESOURCE_ID},
    {"subscription-id", required_argument, NULL, VALUE},
    {"resource-group", required_argument, NULL, VALUE + 1},
    {"registration-name", required_argument, NULL, VALUE + 2},
    {"customer-subscription-id", required_argument, NULL, VALUE + 3},
    {NULL, 0, NULL, 0},
};

/* The word is the one that getopt_long has just finished. A short option may be
 * part of a word that it has not: then only the letter is certain. */
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
static azsreg_values merge(const char *const by_option[],
                           const azsreg_values *by_path)
{
    azsreg_values values = *by_path;
    const char **const places[] = {
        &values.subscription_id, &values.resource_group,
        &values.registration_name, &values.customer_subscription_id};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (by_option[i] != NULL)
            *places[i] = by_option[i];
    }
    return values;
}

int command_line_run(int argc, char *argv[])
{
    int count = 0; /* of the words that are not options, moved to the front */
    const char *by_option[] = {NULL, NULL, NULL, NULL};
    azsreg_values by_path = {NULL, NULL, NULL, NULL};
    const char *given = NULL;
    int option;
    int index;
    opterr = 0; /* getopt_long would not escape */
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
            if (!resource_id_read(optarg, &by_path))
                return wrong_usage(
                    "no key such as subscriptions in the path of",
                    "--resource-id");
            break;
        default:
            by_option[option - VALUE] = optarg;
        }
        given = options[index].name;
    }
    for (; optind < argc; optind++) /* the words after -- */
        argv[count++] = argv[optind];
    const azsreg_values values = merge(by_option, &by_path);
    return run(argv, count, &values, given);
}
