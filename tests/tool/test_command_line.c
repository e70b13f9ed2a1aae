/* SPDX-License-Identifier: MIT
 *
 * The tool's command line: what is printed where, and the exit status, byte by
 * byte. Run as: test_command_line PROGRAM. The document's own texts are the
 * concern of document.sh.
 */
#define _XOPEN_SOURCE 700 /* setenv, posix_openpt */

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include <cmocka.h>

#include "program.h"

static const char *program;

enum { ARGUMENT_MAX = 12 };

struct invocation {
    const char *name; /* of the case */
    const char *arguments[ARGUMENT_MAX];
    const char *input; /* "" if NULL, and so below */
    int status;
    const char *output;
    const char *errors;
};

#define SEE "; see 'azsreg --help'\n"
#define FILE_HINT "; to read a file: azsreg explain < FILE\n"

/* An error of one line, one that quotes two values, and one that has no
 * comment, to try the command line with. */
#define INVALID "InvalidCustomerSubscriptionId"
#define INVALID_DETAIL(id)                                                     \
    "The '" id                                                                 \
    "' is not valid. Make sure a valid Azure subscription is provided.\n"

#define MISSING "CustomerSubscriptionNotFound"
#define MISSING_DETAIL(id, name)                                               \
    id " was not found under " name                                            \
       ". Make sure a valid Azure subscription is being used and that the "    \
       "Subscription Identifier was added to the registration using the PUT "  \
       "operation.\n"

#define TRANSIENT "MetadataResolverBadGatewayError"
#define TRANSIENT_DETAIL                                                       \
    "One of the upstream servers returned an unexpected error. Try again "     \
    "later. If the problem persists, Contact support.\n"

/* What explain says of two of them. */
#define INVALID_EXPLAINED                                                      \
    INVALID "\n\n" INVALID_DETAIL("<customer subscription identifier>")
#define TRANSIENT_EXPLAINED                                                    \
    TRANSIENT "\n\n" TRANSIENT_DETAIL "\nTry again later.\n"

static const struct invocation invocations[] = {
    /* Options, everywhere and in every form. */
    {.name = "value_missing",
     .arguments = {"detail", INVALID},
     .output = INVALID_DETAIL("<customer subscription identifier>")},
    {.name = "value_after_equals_sign",
     .arguments = {"detail", INVALID, "--customer-subscription-id=42"},
     .output = INVALID_DETAIL("42")},
    {.name = "value_in_second_word",
     .arguments = {"detail", INVALID, "--customer-subscription-id", "42"},
     .output = INVALID_DETAIL("42")},
    {.name = "option_between_command_and_code",
     .arguments = {"detail", "--customer-subscription-id=42", INVALID},
     .output = INVALID_DETAIL("42")},
    {.name = "option_before_command",
     .arguments = {"--customer-subscription-id", "42", "detail", INVALID},
     .output = INVALID_DETAIL("42")},
    {.name = "options_before_and_after_code",
     .arguments = {"detail", "--registration-name=r", MISSING,
                   "--customer-subscription-id=c"},
     .output = MISSING_DETAIL("c", "r")},
    {.name = "all_four_values_and_two_of_them_quoted",
     .arguments = {"detail", MISSING, "--subscription-id=s",
                   "--resource-group=g", "--registration-name=r",
                   "--customer-subscription-id=c"},
     .output = MISSING_DETAIL("c", "r")},
    {.name = "abbreviated_options",
     .arguments = {"detail", MISSING, "--reg", "r", "--cust=c"},
     .output = MISSING_DETAIL("c", "r")},
    {.name = "repeated_option_last_one_counts",
     .arguments = {"detail", INVALID, "--customer-subscription-id=1",
                   "--customer-subscription-id=2"},
     .output = INVALID_DETAIL("2")},
    {.name = "empty_value_after_equals_sign",
     .arguments = {"detail", INVALID, "--customer-subscription-id="},
     .output = INVALID_DETAIL("")},
    {.name = "empty_value_in_second_word",
     .arguments = {"detail", INVALID, "--customer-subscription-id", ""},
     .output = INVALID_DETAIL("")},
    {.name = "value_that_looks_like_an_option",
     .arguments = {"detail", INVALID, "--customer-subscription-id", "--help"},
     .output = INVALID_DETAIL("--help")},
    {.name = "value_with_equals_sign",
     .arguments = {"detail", INVALID, "--customer-subscription-id=a=b"},
     .output = INVALID_DETAIL("a=b")},
    {.name = "end_of_options",
     .arguments = {"--customer-subscription-id=42", "--", "detail", INVALID},
     .output = INVALID_DETAIL("42")},
    {.name = "end_of_options_before_code",
     .arguments = {"detail", "--customer-subscription-id=42", "--", INVALID},
     .output = INVALID_DETAIL("42")},
    {.name = "option_after_end_of_options_is_a_word",
     .arguments = {"detail", INVALID, "--", "--registration-name=r"},
     .status = 2,
     .errors = "azsreg: one word too many: '--registration-name=r'" SEE},
    {.name = "code_that_looks_like_an_option",
     .arguments = {"detail", "--", "--RegistrationNotFound"},
     .status = 1,
     .errors = "azsreg: unknown code '--RegistrationNotFound'; the nearest is "
               "RegistrationNotFound\n"},

    /* Resource IDs: what stands in one is the concern of test_resource_id.c. */
    {.name = "resource_id",
     .arguments = {"detail", MISSING,
                   "--resource-id=/registrations/r/customerSubscriptions/c"},
     .output = MISSING_DETAIL("c", "r")},
    {.name = "option_after_resource_id_overrides",
     .arguments = {"detail", MISSING, "--resource-id",
                   "/registrations/r/customerSubscriptions/c",
                   "--registration-name=n"},
     .output = MISSING_DETAIL("c", "n")},
    {.name = "option_before_resource_id_overrides",
     .arguments = {"detail", MISSING, "--registration-name=n", "--resource-id",
                   "/registrations/r/customerSubscriptions/c"},
     .output = MISSING_DETAIL("c", "n")},
    {.name = "empty_option_overrides_resource_id",
     .arguments = {"detail", INVALID, "--customer-subscription-id=",
                   "--resource-id=/customerSubscriptions/c"},
     .output = INVALID_DETAIL("")},
    {.name = "last_resource_id_wins",
     .arguments = {"detail", MISSING, "--resource-id=/customerSubscriptions/c",
                   "--resource-id=/registrations/r"},
     .output = MISSING_DETAIL("<customer subscription identifier>", "r")},
    {.name = "resource_id_with_escape_sequence",
     .arguments = {"detail", INVALID,
                   "--resource-id=/customerSubscriptions/%1B[2J\n"},
     .output = INVALID_DETAIL("\\x1B[2J\\x0A")},
    {.name = "resource_id_without_key",
     .arguments = {"detail", INVALID, "--resource-id=/registration/r"},
     .status = 2,
     .errors = "azsreg: no key such as subscriptions in the path of "
               "'--resource-id'" SEE},
    {.name = "resource_id_without_key_before_a_good_one",
     .arguments = {"detail", INVALID,
                   "--resource-id=", "--resource-id=/registrations/r"},
     .status = 2,
     .errors = "azsreg: no key such as subscriptions in the path of "
               "'--resource-id'" SEE},

    /* Numbers. */
    {.name = "number_in_detail",
     .arguments = {"detail", "3"},
     .output = INVALID_DETAIL("<customer subscription identifier>")},
    {.name = "number_in_explain",
     .arguments = {"explain", "8"},
     .output = TRANSIENT_EXPLAINED},
    {.name = "number_zero",
     .arguments = {"detail", "0"},
     .status = 1,
     .errors = "azsreg: unknown code '0'" FILE_HINT},
    {.name = "number_too_large",
     .arguments = {"detail", "999"},
     .status = 1,
     .errors = "azsreg: unknown code '999'" FILE_HINT},
    {.name = "number_that_wraps_around",
     .arguments = {"detail", "4294967299"},
     .status = 1,
     .errors = "azsreg: unknown code '4294967299'" FILE_HINT},
    {.name = "number_with_leading_zero",
     .arguments = {"detail", "03"},
     .status = 1,
     .errors = "azsreg: unknown code '03'" FILE_HINT},
    {.name = "number_with_sign",
     .arguments = {"explain", "+3"},
     .status = 1,
     .errors = "azsreg: no known code in '+3'" FILE_HINT},
    {.name = "number_with_space",
     .arguments = {"explain", " 3"},
     .status = 1,
     .errors = "azsreg: no known code in ' 3'" FILE_HINT},

    /* Values are quoted safely, and mean nothing. */
    {.name = "value_with_escape_sequence",
     .arguments = {"detail", INVALID, "--customer-subscription-id=\033[2J\n"},
     .output = INVALID_DETAIL("\\x1B[2J\\x0A")},
    {.name = "value_with_zero_width_space",
     .arguments = {"detail", INVALID, "--cust=\342\200\2131"},
     .output = INVALID_DETAIL("\\xE2\\x80\\x8B1")},
    {.name = "value_with_malformed_utf8",
     .arguments = {"detail", INVALID, "--cust=\300\257\377"},
     .output = INVALID_DETAIL("\\xC0\\xAF\\xFF")},
    {.name = "value_with_letters_of_many_scripts",
     .arguments = {"detail", INVALID,
                   "--cust=\303\251\346\227\245\360\237\231"
                   "\202"},
     .output = INVALID_DETAIL("\303\251\346\227\245\360\237\231\202")},
    {.name = "value_with_percent_brace_backslash",
     .arguments = {"detail", INVALID, "--cust=%s%n{{registration_name}\\n"},
     .output = INVALID_DETAIL("%s%n{{registration_name}\\n")},

    /* explain, with TEXTs */
    {.name = "explain_without_comment",
     .arguments = {"explain", INVALID, "--customer-subscription-id=42"},
     .output = INVALID "\n\n" INVALID_DETAIL("42")},
    {.name = "explain_transient",
     .arguments = {"explain", TRANSIENT},
     .output = TRANSIENT_EXPLAINED},
    {.name = "explain_json",
     .arguments = {"explain", "{\"error\":{\"code\":\"" INVALID "\"}}"},
     .output = INVALID_EXPLAINED},
    {.name = "explain_json_in_json",
     .arguments = {"explain", "\"{\\n\\\"code\\\":\\n" INVALID "\\n}\""},
     .output = INVALID_EXPLAINED},
    {.name = "explain_line_of_windows",
     .arguments = {"explain", INVALID "\r"},
     .output = INVALID_EXPLAINED},
    {.name = "explain_each_error_once_in_order",
     .arguments = {"explain", "x " TRANSIENT " " INVALID " " TRANSIENT, "3"},
     .output = TRANSIENT_EXPLAINED "\n" INVALID_EXPLAINED},
    {.name = "explain_many_texts_in_order",
     .arguments = {"explain", "8", "no", INVALID, "code:", TRANSIENT},
     .output = TRANSIENT_EXPLAINED "\n" INVALID_EXPLAINED},
    {.name = "explain_words_end_where_texts_end",
     .arguments = {"explain", "x", INVALID, "x"},
     .output = INVALID_EXPLAINED},
    {.name = "explain_no_word_across_texts",
     .arguments = {"explain", "Invalid", "CustomerSubscriptionId"},
     .status = 1,
     .errors = "azsreg: no known code found" FILE_HINT},
    {.name = "explain_no_escape_across_texts",
     .arguments = {"explain", "\\", "n" INVALID},
     .status = 1,
     .errors = "azsreg: no known code found" FILE_HINT},
    {.name = "explain_part_of_a_word",
     .arguments = {"explain", "x_" INVALID},
     .status = 1,
     .errors = "azsreg: no known code in 'x_" INVALID
               "'; the nearest is " INVALID "\n"},
    {.name = "explain_another_error",
     .arguments = {"explain", "AuthorizationFailed"},
     .status = 1,
     .errors = "azsreg: no known code in 'AuthorizationFailed'" FILE_HINT},
    {.name = "explain_empty_text",
     .arguments = {"explain", ""},
     .status = 1,
     .errors = "azsreg: no known code in ''" FILE_HINT},
    {.name = "explain_name_of_a_file",
     .arguments = {"explain", "azurestack.log"},
     .status = 1,
     .errors = "azsreg: no known code in 'azurestack.log'" FILE_HINT},
    {.name = "explain_two_words_suggest_nothing",
     .arguments = {"explain", "Registration NotFound"},
     .status = 1,
     .errors = "azsreg: no known code in 'Registration NotFound'" FILE_HINT},

    /* explain, with standard input: test_stream.c has more of that. */
    {.name = "explain_input",
     .arguments = {"explain", "--customer-subscription-id=42"},
     .input = "a log\nwith " INVALID ": x" TRANSIENT "\n" INVALID "\n",
     .output = INVALID "\n\n" INVALID_DETAIL("42")},
    {.name = "explain_input_of_two_errors",
     .arguments = {"explain"},
     .input = TRANSIENT "," INVALID,
     .output = TRANSIENT_EXPLAINED "\n" INVALID_EXPLAINED},
    {.name = "explain_input_without_numbers",
     .arguments = {"explain"},
     .input = "3\n",
     .status = 1,
     .errors = "azsreg: no known code found" FILE_HINT},
    {.name = "explain_empty_input",
     .arguments = {"explain", "--"},
     .status = 1,
     .errors = "azsreg: no known code found" FILE_HINT},
    {.name = "explain_does_not_read_input_if_there_is_text",
     .arguments = {"explain", "-"},
     .input = INVALID,
     .status = 1,
     .errors = "azsreg: no known code in '-'" FILE_HINT},

    /* Help and version win over what is missing or left to read. */
    {.name = "version", .arguments = {"--version"}, .output = "azsreg 0.2.0\n"},
    {.name = "version_after_command",
     .arguments = {"detail", "--version"},
     .output = "azsreg 0.2.0\n"},
    {.name = "version_abbreviated",
     .arguments = {"--ver"},
     .output = "azsreg 0.2.0\n"},

    /* Unknown codes. */
    {.name = "unknown_code_by_case",
     .arguments = {"detail", "registrationnotfound"},
     .status = 1,
     .errors = "azsreg: unknown code 'registrationnotfound'; the nearest is "
               "RegistrationNotFound\n"},
    {.name = "unknown_code_in_explain",
     .arguments = {"explain", "InvalidCspSubscription"},
     .status = 1,
     .errors = "azsreg: no known code in 'InvalidCspSubscription'; the nearest "
               "is InvalidCSPSubscription\n"},
    {.name = "unknown_code_with_nothing_near",
     .arguments = {"detail", "AuthorizationFailed"},
     .status = 1,
     .errors = "azsreg: unknown code 'AuthorizationFailed'" FILE_HINT},
    {.name = "unknown_code_with_line_break",
     .arguments = {"detail", INVALID "\r\n"},
     .status = 1,
     .errors = "azsreg: unknown code '" INVALID "\\x0D\\x0A'; the nearest "
               "is " INVALID "\n"},
    {.name = "unknown_code_with_escape_sequence",
     .arguments = {"detail", "\033]0;x\007" INVALID},
     .status = 1,
     .errors = "azsreg: unknown code '\\x1B]0;x\\x07" INVALID "'; the nearest "
               "is " INVALID "\n"},
    {.name = "unknown_code_with_invisible_characters",
     .arguments = {"detail", "\357\273\277" INVALID "\342\200\256"},
     .status = 1,
     .errors = "azsreg: unknown code '\\xEF\\xBB\\xBF" INVALID
               "\\xE2\\x80\\xAE'; the nearest is " INVALID "\n"},
    {.name = "unknown_code_with_malformed_utf8",
     .arguments = {"detail", INVALID "\355\240\200\200"},
     .status = 1,
     .errors = "azsreg: unknown code '" INVALID "\\xED\\xA0\\x80\\x80'; the "
               "nearest is " INVALID "\n"},
    {.name = "unknown_code_visible_text_unchanged",
     .arguments = {"detail", INVALID "\303\251'\\%s"},
     .status = 1,
     .errors = "azsreg: unknown code '" INVALID "\303\251'\\%s'; the nearest "
               "is " INVALID "\n"},

    /* Wrong usage. */
    {.name = "no_command",
     .status = 2,
     .errors = "azsreg: missing command" SEE},
    {.name = "only_options",
     .arguments = {"--resource-group=g"},
     .status = 2,
     .errors = "azsreg: missing command" SEE},
    {.name = "unknown_command",
     .arguments = {"details", INVALID},
     .status = 2,
     .errors = "azsreg: unknown command 'details'" SEE},
    {.name = "code_as_a_command",
     .arguments = {INVALID},
     .status = 2,
     .errors = "azsreg: unknown command '" INVALID
               "'; to ask for this code: azsreg explain " INVALID "\n"},
    {.name = "number_as_a_command",
     .arguments = {"3", "--reg=r"},
     .status = 2,
     .errors = "azsreg: unknown command '3'; to ask for this code: azsreg "
               "explain 3\n"},
    {.name = "command_in_wrong_case",
     .arguments = {"List"},
     .status = 2,
     .errors = "azsreg: unknown command 'List'" SEE},
    {.name = "empty_command",
     .arguments = {""},
     .status = 2,
     .errors = "azsreg: unknown command ''" SEE},
    {.name = "command_with_escape_sequence",
     .arguments = {"\033[31m\177"},
     .status = 2,
     .errors = "azsreg: unknown command '\\x1B[31m\\x7F'" SEE},
    {.name = "detail_without_code",
     .arguments = {"detail"},
     .status = 2,
     .errors = "azsreg: missing code after 'detail'" SEE},
    {.name = "two_codes",
     .arguments = {"detail", INVALID, MISSING},
     .status = 2,
     .errors = "azsreg: one word too many: '" MISSING "'" SEE},
    {.name = "list_with_word",
     .arguments = {"list", "\342\200\256x"},
     .status = 2,
     .errors = "azsreg: one word too many: '\\xE2\\x80\\xAEx'" SEE},
    {.name = "list_with_value",
     .arguments = {"list", "--reg=r"},
     .status = 2,
     .errors = "azsreg: the command list does not take the option "
               "'registration-name'" SEE},
    {.name = "unknown_option",
     .arguments = {"detail", INVALID, "--resource-g=\033[31m",
                   "--json=\033[31m"},
     .status = 2,
     .errors = "azsreg: unknown or ambiguous option '--json=\\x1B[31m'" SEE},
    {.name = "ambiguous_option",
     .arguments = {"detail", INVALID, "--re=x"},
     .status = 2,
     .errors = "azsreg: unknown or ambiguous option '--re=x'" SEE},
    {.name = "value_missing_after_option",
     .arguments = {"detail", INVALID, "--resource-group"},
     .status = 2,
     .errors = "azsreg: missing value after '--resource-group'" SEE},
    {.name = "value_for_an_option_that_has_none",
     .arguments = {"list", "--help=\n"},
     .status = 2,
     .errors = "azsreg: no value is allowed in '--help=\\x0A'" SEE},
    {.name = "short_option",
     .arguments = {"detail", INVALID, "-v"},
     .status = 2,
     .errors = "azsreg: unknown option '-v'" SEE},
    {.name = "short_options_in_one_word",
     .arguments = {"detail", "-resource-group=g", INVALID},
     .status = 2,
     .errors = "azsreg: unknown option '-r'" SEE},
    {.name = "short_option_that_is_a_control_character",
     .arguments = {"detail", "-\001ab"},
     .status = 2,
     .errors = "azsreg: unknown option '-\\x01'" SEE},
    {.name = "short_option_that_is_not_ascii",
     .arguments = {"detail", "-\342\200\213"},
     .status = 2,
     .errors = "azsreg: unknown option '-\\xE2'" SEE},
    {.name = "short_option_colon_of_getopt",
     .arguments = {"detail", "-:"},
     .status = 2,
     .errors = "azsreg: unknown option '-:'" SEE},
    {.name = "single_dash_is_a_word",
     .arguments = {"-"},
     .status = 2,
     .errors = "azsreg: unknown command '-'" SEE},
};

/* Runs the program with these arguments, the last of which a NULL follows. */
static void fill(const char *argv[ARGUMENT_MAX + 1],
                 const char *const arguments[ARGUMENT_MAX])
{
    argv[0] = program;
    memcpy(&argv[1], arguments, ARGUMENT_MAX * sizeof *argv);
}

static struct outcome run(const char *argv[ARGUMENT_MAX + 1],
                          const char *const arguments[ARGUMENT_MAX],
                          enum sink sink)
{
    fill(argv, arguments);
    return program_run(argv, -1, sink);
}

/* An input to read from its start. */
static int open_input(const char *text)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fputs(text, file);
    rewind(file);
    int input = dup(fileno(file));
    fclose(file);
    return input;
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

static void check_invocation(const struct invocation *invocation)
{
    const char *argv[ARGUMENT_MAX + 1];
    fill(argv, invocation->arguments);
    int input = open_input(or_empty(invocation->input));
    struct outcome outcome = program_run(argv, input, CAPTURE);
    close(input);
    const char *output = or_empty(invocation->output);
    const char *errors = or_empty(invocation->errors);
    if (outcome.status != invocation->status ||
        strcmp(outcome.output.bytes, output) != 0 ||
        strcmp(outcome.errors.bytes, errors) != 0)
        fprintf(stderr, "case %s\n", invocation->name);
    outcome_check(&outcome, argv, invocation->status, output, errors);
    outcome_free(&outcome);
}

static void each_invocation(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof invocations / sizeof invocations[0]; i++)
        check_invocation(&invocations[i]);
}

/* ---- Long texts ----------------------------------------------------------*/

/* Linux takes no longer argument than 128 KiB, its NUL included. */
enum { LONG = 128 * 1024 - 1 };

/* `size` times this byte; the caller's to free. */
static char *repeat(char byte, size_t size)
{
    char *text = malloc(size + 1);
    assert_non_null(text);
    memset(text, byte, size);
    text[size] = '\0';
    return text;
}

/* These four texts, one after the other; the caller's to free. */
static char *join(const char *first, const char *second, const char *third,
                  const char *fourth)
{
    size_t size =
        strlen(first) + strlen(second) + strlen(third) + strlen(fourth) + 1;
    char *text = malloc(size);
    assert_non_null(text);
    snprintf(text, size, "%s%s%s%s", first, second, third, fourth);
    return text;
}

/* ---- Output that cannot be written ---------------------------------------*/

struct unwritable {
    const char *arguments[ARGUMENT_MAX];
    enum sink sink;
    int error;
    int status;
    const char *errors; /* if it is another message */
};

static const struct unwritable unwritables[] = {
    {.arguments = {"list"}, .sink = FULL_DISK, .error = ENOSPC, .status = 1},
    {.arguments = {"detail", INVALID},
     .sink = FULL_DISK,
     .error = ENOSPC,
     .status = 1},
    {.arguments = {"explain", MISSING},
     .sink = FULL_DISK,
     .error = ENOSPC,
     .status = 1},
    {.arguments = {"explain", INVALID " " MISSING, TRANSIENT},
     .sink = FULL_DISK,
     .error = ENOSPC,
     .status = 1},
    {.arguments = {"--help"}, .sink = FULL_DISK, .error = ENOSPC, .status = 1},
    {.arguments = {"--version"},
     .sink = FULL_DISK,
     .error = ENOSPC,
     .status = 1},
    {.arguments = {"list"}, .sink = CLOSED_PIPE, .error = EPIPE, .status = 1},
    {.arguments = {"explain", MISSING},
     .sink = CLOSED_PIPE,
     .error = EPIPE,
     .status = 1},
    {.arguments = {"list"}, .sink = CLOSED, .error = EBADF, .status = 1},
    {.arguments = {"--version"}, .sink = CLOSED, .error = EBADF, .status = 1},
    /* Nothing was to be written: the status is that of what is wrong. */
    {.arguments = {"lists"},
     .sink = CLOSED,
     .status = 2,
     .errors = "azsreg: unknown command 'lists'" SEE},
    {.arguments = {"lists"},
     .sink = FULL_DISK,
     .status = 2,
     .errors = "azsreg: unknown command 'lists'" SEE},
    {.arguments = {"detail", MISSING "s"},
     .sink = CLOSED,
     .status = 1,
     .errors =
         "azsreg: unknown code '" MISSING "s'; the nearest is " MISSING "\n"},
};

static void output_cannot_be_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof unwritables / sizeof unwritables[0]; i++) {
        const struct unwritable *unwritable = &unwritables[i];
        if (unwritable->sink == FULL_DISK && !program_can_fill_disk())
            continue;
        const char *argv[ARGUMENT_MAX + 1];
        struct outcome outcome =
            run(argv, unwritable->arguments, unwritable->sink);
        char message[200];
        snprintf(message, sizeof message,
                 "azsreg: cannot write the output: %s\n",
                 strerror(unwritable->error));
        outcome_check(&outcome, argv, unwritable->status, "",
                      unwritable->errors != NULL ? unwritable->errors
                                                 : message);
        outcome_free(&outcome);
    }
}

/* ---- Standard input ------------------------------------------------------*/

static const char *const explain[ARGUMENT_MAX] = {"explain"};

static void input_cannot_be_read(void **state)
{
    (void)state;
    const char *argv[ARGUMENT_MAX + 1];
    fill(argv, explain);
    int directory = open("/", O_RDONLY);
    struct outcome outcome = program_run(argv, directory, CAPTURE);
    close(directory);
    outcome_check(&outcome, argv, 1, "",
                  "azsreg: cannot read the input: Is a directory\n");
    outcome_free(&outcome);
    outcome = program_run(argv, -1, CAPTURE);
    outcome_check(&outcome, argv, 1, "",
                  "azsreg: cannot read the input: Bad file descriptor\n");
    outcome_free(&outcome);
}

/* The input stays open: the code is explained all the same, and the rest is
 * read, so that whoever writes it is not stopped. */
static void explained_while_the_input_goes_on(void **state)
{
    (void)state;
    int in[2];
    int out[2];
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    fcntl(in[1], F_SETFD, FD_CLOEXEC);
    const char *argv[ARGUMENT_MAX + 1];
    fill(argv, explain);
    pid_t child = program_start(argv, in[0], out[1], STDERR_FILENO);
    close(out[1]);
    alarm(60);
    assert_true(write(in[1], INVALID ".", strlen(INVALID ".")) > 0);
    char actual[sizeof INVALID_EXPLAINED] = "";
    for (size_t size = 0; size < sizeof actual - 1;) {
        ssize_t count = read(out[0], &actual[size], sizeof actual - 1 - size);
        assert_true(count > 0);
        size += (size_t)count;
    }
    assert_string_equal(actual, INVALID_EXPLAINED);
    close(in[0]);
    char *rest = repeat('x', LONG); /* more than a pipe holds */
    assert_true(write(in[1], rest, LONG) == LONG);
    free(rest);
    close(in[1]);
    assert_int_equal(program_wait(child), 0);
    alarm(0);
    close(out[0]);
}

/* With nobody who reads, or no room: it ends, though the input does not. */
static void failed_write_stops_endless_input(void **state)
{
    (void)state;
    static const struct {
        enum sink sink;
        const char *errors;
    } cases[] = {
        {CLOSED_PIPE, "azsreg: cannot write the output: Broken pipe\n"},
        {FULL_DISK,
         "azsreg: cannot write the output: No space left on device\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (cases[i].sink == FULL_DISK && !program_can_fill_disk())
            continue;
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        assert_true(write(ends[1], INVALID ".", strlen(INVALID ".")) > 0);
        const char *argv[ARGUMENT_MAX + 1];
        fill(argv, explain);
        alarm(60);
        struct outcome outcome = program_run(argv, ends[0], cases[i].sink);
        alarm(0);
        outcome_check(&outcome, argv, 1, "", cases[i].errors);
        outcome_free(&outcome);
        close(ends[0]);
        close(ends[1]);
    }
}

static void notice_at_a_terminal(void **state)
{
    (void)state;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
        fputs("skipped: there is no terminal to open\n", stderr);
        skip();
    }
    int input = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    assert_true(input >= 0);
    const char typed[] = INVALID "\n\004"; /* Ctrl-D is the end */
    assert_true(write(terminal, typed, strlen(typed)) > 0);
    const char *argv[ARGUMENT_MAX + 1];
    fill(argv, explain);
    struct outcome outcome = program_run(argv, input, CAPTURE);
    close(input);
    close(terminal);
    outcome_check(&outcome, argv, 0, INVALID_EXPLAINED,
                  "azsreg: reading from the terminal until its input ends\n");
    outcome_free(&outcome);
}

/* ---- Locales -------------------------------------------------------------*/

/* The output is the same in every locale: of these, those that are installed
 * could make a difference, by the language of messages or by what is a letter.
 */
static void all_the_same_in_other_locales(void **state)
{
    (void)state;
    static const char *const locales[] = {"de_DE.UTF-8", "tr_TR.UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        setenv("LC_ALL", locales[i], 1);
        fprintf(stderr, "in %s\n", locales[i]);
        each_invocation(NULL);
        output_cannot_be_written(NULL);
    }
    unsetenv("LC_ALL");
}

/* ---- Long arguments ------------------------------------------------------*/

static void long_values(void **state)
{
    (void)state;
    char *id = repeat('i', LONG);
    char *name = repeat('n', LONG);
    const char *argv[ARGUMENT_MAX + 1];
    const char *const arguments[ARGUMENT_MAX] = {"detail",
                                                 MISSING,
                                                 "--customer-subscription-id",
                                                 id,
                                                 "--registration-name",
                                                 name};
    struct outcome outcome = run(argv, arguments, CAPTURE);
    char *expected = join(id, " was not found under ", name,
                          strchr(MISSING_DETAIL("", ""), '.'));
    outcome_check(&outcome, argv, 0, expected, "");
    outcome_free(&outcome);

    /* More than a buffer of stdio's fails before the end. */
    if (program_can_fill_disk()) {
        outcome = run(argv, arguments, FULL_DISK);
        outcome_check(
            &outcome, argv, 1, "",
            "azsreg: cannot write the output: No space left on device\n");
        outcome_free(&outcome);
    }
    free(expected);
    free(name);
    free(id);
}

/* A text of `size` times \x1B, as it is shown; the caller's to free. */
static char *shown_escapes(size_t size)
{
    char *text = repeat('\\', 4 * size);
    for (size_t i = 0; i < size; i++)
        memcpy(&text[4 * i], "\\x1B", 4);
    return text;
}

static void long_value_all_escaped(void **state)
{
    (void)state;
    char *id = repeat('\033', LONG);
    char *shown = shown_escapes(LONG);
    char *expected = join("The '", shown, "", &INVALID_DETAIL("")[5]);
    const char *argv[ARGUMENT_MAX + 1];
    const char *const arguments[ARGUMENT_MAX] = {
        "detail", INVALID, "--customer-subscription-id", id};
    struct outcome outcome = run(argv, arguments, CAPTURE);
    outcome_check(&outcome, argv, 0, expected, "");
    outcome_free(&outcome);
    free(expected);
    free(shown);
    free(id);
}

static void long_command_is_cut(void **state)
{
    (void)state;
    char *command = repeat('c', LONG);
    const char *argv[ARGUMENT_MAX + 1];
    const char *const arguments[ARGUMENT_MAX] = {command};
    struct outcome outcome = run(argv, arguments, CAPTURE);
    char *start = repeat('c', 255);
    char *expected = join("azsreg: unknown command '", start, "...'", SEE);
    outcome_check(&outcome, argv, 2, "", expected);
    outcome_free(&outcome);
    free(expected);
    free(start);
    free(command);
}

/* For a log that others write to as well. */
static void each_message_is_one_write(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof invocations / sizeof invocations[0]; i++) {
        if (invocations[i].errors == NULL)
            continue;
        const char *argv[ARGUMENT_MAX + 1];
        fill(argv, invocations[i].arguments);
        int count = program_count_writes(argv);
        if (count < 0)
            skip();
        if (count != 1)
            fail_msg("%s: expected 1 write, got %d", invocations[i].name,
                     count);
    }
}

/* ---- Help ----------------------------------------------------------------*/

static void help_fits_80_columns_and_names_everything(void **state)
{
    (void)state;
    static const char *const words[] = {
        "azsreg list",
        "azsreg detail CODE [VALUES]",
        "azsreg explain TEXT... [VALUES]",
        "azsreg explain [VALUES]",
        "azsreg -h | --help | --version",
        "--subscription-id=ID",
        "--resource-group=NAME",
        "--registration-name=NAME",
        "--customer-subscription-id=ID",
        "--resource-id=PATH",
    };
    const char *argv[ARGUMENT_MAX + 1];
    const char *const arguments[ARGUMENT_MAX] = {"detail", "-h"};
    struct outcome outcome = run(argv, arguments, CAPTURE);
    char *help = outcome.output.bytes;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strstr(help, words[i]) == NULL)
            fail_msg("the help does not have \"%s\":\n%s", words[i], help);
    }
    outcome_check(&outcome, argv, 0, help, "");
    assert_true(outcome.output.size > 0);
    assert_int_equal(help[outcome.output.size - 1], '\n');
    for (char *line = strtok(help, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        if (strlen(line) > 80)
            fail_msg("%zu columns, expected at most 80: %s", strlen(line),
                     line);
    }
    outcome_free(&outcome);
}

static void each_invocation_posixly_correct(void **state)
{
    setenv("POSIXLY_CORRECT", "1", 1);
    each_invocation(state);
    unsetenv("POSIXLY_CORRECT");
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: test_command_line PROGRAM\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    unsetenv("LANGUAGE");
    unsetenv("POSIXLY_CORRECT");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_invocation),
        cmocka_unit_test(each_invocation_posixly_correct),
        cmocka_unit_test(output_cannot_be_written),
        cmocka_unit_test(input_cannot_be_read),
        cmocka_unit_test(explained_while_the_input_goes_on),
        cmocka_unit_test(failed_write_stops_endless_input),
        cmocka_unit_test(notice_at_a_terminal),
        cmocka_unit_test(all_the_same_in_other_locales),
        cmocka_unit_test(long_values),
        cmocka_unit_test(long_value_all_escaped),
        cmocka_unit_test(long_command_is_cut),
        cmocka_unit_test(each_message_is_one_write),
        cmocka_unit_test(help_fits_80_columns_and_names_everything),
    };
    return cmocka_run_group_tests_name("command_line", tests, NULL, NULL);
}
