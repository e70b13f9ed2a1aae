/* SPDX-License-Identifier: MIT
 *
 * Bad catalogs: each is refused with its message, at its line, and no output is
 * left.
 *
 * Every case is run in two spellings: as it stands, without an earlier output;
 * and with CRLF, without the last line break and with a comment before every
 * line, which doubles the line numbers, over the output of an earlier run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "generator_run.h"

struct bad_catalog {
    const char *name;
    const char *catalog;
    size_t size;         /* of the catalog; 0: up to its NUL */
    size_t line;         /* where it is wrong */
    const char *message; /* all of it, with @ for `other_line` */
    size_t other_line;   /* a second line that the message names */
    bool as_it_stands;   /* not run in the second spelling */
};

/* Stanzas with nothing wrong in them, of three lines and an empty one. */
#define GOOD "Code: A\nNumber: 1\nDetail: x\n"
#define GOOD_1 GOOD "\n"
#define GOOD_2 "Code: B\nNumber: 2\nDetail: y\n\n"

#define IN_CODE "Number: 1\nDetail: x\nCode: "   /* line 3 */
#define IN_NUMBER "Code: A\nDetail: x\nNumber: " /* line 3 */
#define IN_DETAIL "Code: A\nNumber: 1\nDetail: " /* line 3 */

#define ALL_DEFAULTS                                                           \
    "Unknown: u\nSubscription-Id: s\nResource-Group: g\n"                      \
    "Registration-Name: r\nCustomer-Subscription-Id: c\n"

#define FIFTY "FiftyBytesFiftyBytesFiftyBytesFiftyBytesFiftyBytes"

#define HAS_NO(field)                                                          \
    "this stanza has no " field "; expected Code, Number and Detail in each"
#define DEFAULTS                                                               \
    "Unknown, Subscription-Id, Resource-Group, Registration-Name and "         \
    "Customer-Subscription-Id"
#define HAS_NO_DEFAULT(field)                                                  \
    "this stanza has no " field "; expected " DEFAULTS " together"
#define MIXED(field, other)                                                    \
    field " in a stanza with " other ", at line @; expected " DEFAULTS         \
          " in a stanza of their own"
#define SECOND(field)                                                          \
    "a second stanza with " field "; expected one at most, and it stands at "  \
    "line @ already"
#define SPACE(code_point, where)                                               \
    "a space that is U+" code_point " " where "; expected U+0020 or none"
#define IN_A_WORD "in a code, a number, yes or no"
#define AT_THE_START "at the start of a line"
#define DOT                                                                    \
    "a line of ' .' with more spaces; expected ' .' alone for an empty line "  \
    "in a text"
#define IS_REPEATED(field)                                                     \
    field " is repeated; expected once in a stanza, and it stands at line @ "  \
          "already (an empty line ends a stanza)"
#define IS_EMPTY(field)                                                        \
    field " is empty; expected its text after the colon, or in lines that "    \
          "start with a space"
#define UNKNOWN_FIELD(name)                                                    \
    "unknown field '" name                                                     \
    "'; expected Code, Number, Detail, Comment or Transient, or, in a stanza " \
    "of their own, " DEFAULTS
#define OUTSIDE                                                                \
    "text outside a field; expected 'Field: text', a line that starts with a " \
    "space to go on with a field, or #"
#define OUTSIDE_SPACE                                                          \
    "text outside a field: a line that starts with a space; expected it "      \
    "after 'Field:' (in a text, an empty line is ' .')"
#define SPACES                                                                 \
    "a line of spaces only; expected ' .' for an empty line in a text, or "    \
    "nothing at all between stanzas"
#define GOES_ON(field) field " goes on in a second line; expected one"
#define NOT_A_CODE(code)                                                       \
    "'" code "' is not a code; expected an identifier in CamelCase: ASCII "    \
    "letters and digits, the first an upper-case letter"
#define TAKEN(code)                                                            \
    "'" code "' is taken; expected a code that does not give "                 \
    "AZSREG_ERROR_UNKNOWN or AZSREG_ERROR_COUNT"
#define CODE_REPEATED(code)                                                    \
    "code '" code                                                              \
    "' is repeated; expected once, and it stands at line @ already"
#define SAME_ENUMERATOR(code, enumerator, other)                               \
    "code '" code "' gives AZSREG_ERROR_" enumerator ", as '" other            \
    "' at line @ does; expected a name of its own for each"
#define NOT_A_NUMBER(text)                                                     \
    "'" text "' is not a number; expected 1 or more, in decimal digits "       \
    "without a leading zero"
#define TOO_LARGE(text) "number " text " is too large; expected at most 65535"
#define NUMBER_REPEATED(number)                                                \
    "number " number                                                           \
    " is repeated; expected once, and it stands at line @ already"
#define GAP(number, count, missing)                                            \
    "number " number " leaves a gap; expected each of 1 to " count             \
    ", and " missing " is missing"
#define NOT_AN_ANSWER(text) "'" text "' is not an answer; expected yes or no"
#define UNKNOWN_PLACEHOLDER(name)                                              \
    "unknown placeholder '{" name "}'; expected {subscription_id}, "           \
    "{resource_group}, {registration_name} or {customer_subscription_id}"
#define UNCLOSED                                                               \
    "unclosed '{'; expected a placeholder as {resource_group}, or '{{' for a " \
    "brace"
#define STRAY "stray '}'; expected '}}' for a brace"
#define MALFORMED(byte, place)                                                 \
    "malformed UTF-8 at byte " place " of the line (0x" byte                   \
    "); expected text in UTF-8"
#define CONTROL(what, code_point, place)                                       \
    what " (U+" code_point ") at byte " place " of the line; expected no "     \
         "control character but line breaks"
#define NO_ERROR                                                               \
    "no error; expected at least one stanza with Code, Number and Detail"

static const struct bad_catalog cases[] = {
    /* A required field is missing: at the first line of the stanza. */
    {.name = "no_code",
     .catalog = "Number: 1\nDetail: x\n",
     .line = 1,
     .message = HAS_NO("Code")},
    {.name = "no_number",
     .catalog = "Detail: x\nComment: y\nCode: A\n",
     .line = 1,
     .message = HAS_NO("Number")},
    {.name = "no_detail",
     .catalog = "Code: A\nNumber: 1\nTransient: yes\n",
     .line = 1,
     .message = HAS_NO("Detail")},
    {.name = "no_required_field_at_all",
     .catalog = "Comment: x\n",
     .line = 1,
     .message = HAS_NO("Code")},
    {.name = "no_code_in_second_stanza",
     .catalog = GOOD_1 "\n\nNumber: 2\nDetail: y\n\n" GOOD_2,
     .line = 7,
     .message = HAS_NO("Code")},
    {.name = "no_detail_in_last_stanza",
     .catalog = GOOD_1 "Code: B\nNumber: 2\n",
     .line = 5,
     .message = HAS_NO("Detail")},
    {.name = "empty_line_in_a_stanza",
     .catalog = "Code: A\nNumber: 1\n\nDetail: x\n",
     .line = 1,
     .message = HAS_NO("Detail")},

    /* A field is repeated: at the second one. */
    {.name = "code_repeated_in_a_stanza",
     .catalog = "Code: A\nCode: B\nNumber: 1\nDetail: x\n",
     .line = 2,
     .message = IS_REPEATED("Code"),
     .other_line = 1},
    {.name = "number_repeated_in_a_stanza",
     .catalog = "Code: A\nNumber: 1\nDetail: x\nNumber: 1\n",
     .line = 4,
     .message = IS_REPEATED("Number"),
     .other_line = 2},
    {.name = "detail_repeated",
     .catalog = IN_DETAIL "\n x\n y\nDetail:\n z\n",
     .line = 6,
     .message = IS_REPEATED("Detail"),
     .other_line = 3},
    {.name = "comment_repeated",
     .catalog = GOOD "Comment: x\nComment: y\n",
     .line = 5,
     .message = IS_REPEATED("Comment"),
     .other_line = 4},
    {.name = "transient_repeated",
     .catalog = GOOD "Transient: no\nTransient: no\n",
     .line = 5,
     .message = IS_REPEATED("Transient"),
     .other_line = 4},
    {.name = "no_line_between_stanzas",
     .catalog = GOOD GOOD_2,
     .line = 4,
     .message = IS_REPEATED("Code"),
     .other_line = 1},

    /* A field is empty: at its name. */
    {.name = "empty_code",
     .catalog = "Code:\nNumber: 1\nDetail: x\n",
     .line = 1,
     .message = IS_EMPTY("Code")},
    {.name = "empty_number",
     .catalog = "Code: A\nNumber: \nDetail: x\n",
     .line = 2,
     .message = IS_EMPTY("Number")},
    {.name = "empty_detail_at_the_end",
     .catalog = IN_DETAIL "\n",
     .line = 3,
     .message = IS_EMPTY("Detail")},
    {.name = "empty_detail_before_a_field",
     .catalog = "Code: A\nDetail:\nNumber: 1\n",
     .line = 2,
     .message = IS_EMPTY("Detail")},
    {.name = "empty_detail_before_a_stanza",
     .catalog = IN_DETAIL "\n\n" GOOD_2,
     .line = 3,
     .message = IS_EMPTY("Detail")},
    {.name = "detail_of_spaces",
     .catalog = IN_DETAIL "   \n",
     .line = 3,
     .message = IS_EMPTY("Detail")},
    {.name = "detail_of_empty_lines",
     .catalog = IN_DETAIL "\n .\n .\n",
     .line = 3,
     .message = IS_EMPTY("Detail")},
    {.name = "empty_comment",
     .catalog = GOOD "Comment:\n",
     .line = 4,
     .message = IS_EMPTY("Comment")},
    {.name = "comment_of_an_empty_line",
     .catalog = GOOD "Comment:\n .\n\n" GOOD_2,
     .line = 4,
     .message = IS_EMPTY("Comment")},
    {.name = "empty_transient",
     .catalog = "Transient:\n" GOOD,
     .line = 1,
     .message = IS_EMPTY("Transient")},
    {.name = "code_of_an_empty_line",
     .catalog = IN_CODE "\n .\n",
     .line = 3,
     .message = IS_EMPTY("Code")},

    /* An unknown field. */
    {.name = "unknown_field",
     .catalog = GOOD "Severity: high\n",
     .line = 4,
     .message = UNKNOWN_FIELD("Severity")},
    {.name = "field_in_lower_case",
     .catalog = "code: A\nNumber: 1\nDetail: x\n",
     .line = 1,
     .message = UNKNOWN_FIELD("code")},
    {.name = "field_longer_than_a_known_one",
     .catalog = GOOD "Comments: x\n",
     .line = 4,
     .message = UNKNOWN_FIELD("Comments")},
    {.name = "field_shorter_than_a_known_one",
     .catalog = GOOD "Comm: x\n",
     .line = 4,
     .message = UNKNOWN_FIELD("Comm")},
    {.name = "space_before_the_colon",
     .catalog = "Code : A\nNumber: 1\nDetail: x\n",
     .line = 1,
     .message = UNKNOWN_FIELD("Code ")},
    {.name = "field_without_a_name",
     .catalog = GOOD ": x\n",
     .line = 4,
     .message = UNKNOWN_FIELD("")},
    {.name = "field_with_an_invisible_character",
     .catalog = "Co\u200Bde: A\n",
     .line = 1,
     .message = UNKNOWN_FIELD("Co\\xE2\\x80\\x8Bde")},
    {.name = "field_of_150_bytes",
     .catalog = FIFTY FIFTY FIFTY ": x\n",
     .line = 1,
     .message = UNKNOWN_FIELD(FIFTY FIFTY)},

    /* A byte order mark. */
    {.name = "byte_order_mark",
     .catalog = "\uFEFF" GOOD,
     .line = 1,
     .message = "a byte order mark (U+FEFF); expected UTF-8 without one",
     .as_it_stands = true},
    {.name = "byte_order_mark_alone",
     .catalog = "\uFEFF",
     .line = 1,
     .message = "a byte order mark (U+FEFF); expected UTF-8 without one",
     .as_it_stands = true},
    {.name = "byte_order_mark_of_utf16_little_endian",
     .catalog = "\xFF\xFE"
                "C\0o\0",
     .size = 6,
     .line = 1,
     .message = "a byte order mark of UTF-16; expected UTF-8 without one",
     .as_it_stands = true},
    {.name = "byte_order_mark_of_utf16_big_endian",
     .catalog = "\xFE\xFF\0C",
     .size = 4,
     .line = 1,
     .message = "a byte order mark of UTF-16; expected UTF-8 without one",
     .as_it_stands = true},
    {.name = "byte_order_mark_in_the_middle",
     .catalog = GOOD_1 "\uFEFF" GOOD_2,
     .line = 5,
     .message = UNKNOWN_FIELD("\\xEF\\xBB\\xBF"
                              "Code")},

    /* A space that looks like U+0020: named, at its line. */
    {.name = "no_break_space_before_a_continuation",
     .catalog = IN_DETAIL "\n\u00A0x\n",
     .line = 4,
     .message = SPACE("00A0", AT_THE_START)},
    {.name = "ideographic_space_before_a_field",
     .catalog = "\u3000" GOOD,
     .line = 1,
     .message = SPACE("3000", AT_THE_START)},
    {.name = "line_of_a_narrow_space",
     .catalog = GOOD "\u202F\n" GOOD_2,
     .line = 4,
     .message = SPACE("202F", AT_THE_START)},
    {.name = "ogham_space_first_of_all",
     .catalog = "\u1680\n" GOOD,
     .line = 1,
     .message = SPACE("1680", AT_THE_START)},
    {.name = "no_break_space_before_a_colon",
     .catalog = "Code\u00A0: A\n",
     .line = 1,
     .message = SPACE("00A0", "in the name of a field")},
    {.name = "space_in_the_name_of_a_default",
     .catalog = GOOD_1 "Resource\u2009Group: x\n",
     .line = 5,
     .message = SPACE("2009", "in the name of a field")},
    {.name = "no_break_space_before_a_code",
     .catalog = IN_CODE "\u00A0"
                        "A\n",
     .line = 3,
     .message = SPACE("00A0", IN_A_WORD)},
    {.name = "no_break_space_after_a_code",
     .catalog = IN_CODE "A\u00A0\n",
     .line = 3,
     .message = SPACE("00A0", IN_A_WORD)},
    {.name = "no_break_space_instead_of_a_code",
     .catalog = IN_CODE "\u00A0\n A\n",
     .line = 3,
     .message = SPACE("00A0", IN_A_WORD)},
    {.name = "en_quad_before_a_code_on_the_next_line",
     .catalog = IN_CODE "\n \u2000"
                        "A\n",
     .line = 4,
     .message = SPACE("2000", IN_A_WORD)},
    {.name = "hair_space_after_a_number",
     .catalog = IN_NUMBER "1\u200A\n",
     .line = 3,
     .message = SPACE("200A", IN_A_WORD)},
    {.name = "mathematical_space_before_yes",
     .catalog = GOOD "Transient: \u205Fyes\n",
     .line = 4,
     .message = SPACE("205F", IN_A_WORD)},
    {.name = "no_break_space_after_a_number_on_the_next_line",
     .catalog = IN_NUMBER "\n 1\u00A0\n",
     .line = 4,
     .message = SPACE("00A0", IN_A_WORD)},
    {.name = "full_width_space_after_no_on_the_next_line",
     .catalog = GOOD "Transient:\n no\u3000\n",
     .line = 5,
     .message = SPACE("3000", IN_A_WORD)},

    /* The stanza without a Code. */
    {.name = "default_missing",
     .catalog = GOOD_1 "Unknown: u\nSubscription-Id: s\nResource-Group: g\n"
                       "Customer-Subscription-Id: c\n",
     .line = 5,
     .message = HAS_NO_DEFAULT("Registration-Name")},
    {.name = "default_message_missing",
     .catalog = "Subscription-Id: s\nResource-Group: g\n"
                "Registration-Name: r\nCustomer-Subscription-Id: c\n\n" GOOD,
     .line = 1,
     .message = HAS_NO_DEFAULT("Unknown")},
    {.name = "last_default_missing",
     .catalog = "Unknown: u\nSubscription-Id: s\nResource-Group: g\n"
                "Registration-Name: r\n",
     .line = 1,
     .message = HAS_NO_DEFAULT("Customer-Subscription-Id")},
    {.name = "default_of_spaces_on_the_next_line",
     .catalog = "Unknown: u\nSubscription-Id:\n  \n",
     .line = 3,
     .message = SPACES},
    {.name = "default_repeated",
     .catalog = "Unknown: u\nUnknown: v\n",
     .line = 2,
     .message = IS_REPEATED("Unknown"),
     .other_line = 1},
    {.name = "default_empty",
     .catalog = GOOD_1 "Unknown: u\nResource-Group:\nSubscription-Id: s\n",
     .line = 6,
     .message = IS_EMPTY("Resource-Group")},
    {.name = "default_in_two_lines",
     .catalog = "Unknown: u\n v\n",
     .line = 2,
     .message = GOES_ON("Unknown")},
    {.name = "code_in_the_stanza_of_defaults",
     .catalog = "Unknown: u\nCode: A\n",
     .line = 2,
     .message = MIXED("Code", "Unknown"),
     .other_line = 1},
    {.name = "default_in_the_stanza_of_an_error",
     .catalog = GOOD_1 "Number: 2\nCode: B\nRegistration-Name: r\n",
     .line = 7,
     .message = MIXED("Registration-Name", "Number"),
     .other_line = 5},
    {.name = "second_stanza_of_defaults",
     .catalog = ALL_DEFAULTS "\n" GOOD "\nSubscription-Id: s\n",
     .line = 11,
     .message = SECOND("Subscription-Id"),
     .other_line = 1},
    {.name = "defaults_alone",
     .catalog = ALL_DEFAULTS,
     .line = 5,
     .message = NO_ERROR},

    /* A line that is almost ' .'. */
    {.name = "dot_after_two_spaces",
     .catalog = IN_DETAIL "\n x\n  .\n y\n",
     .line = 5,
     .message = DOT},
    {.name = "dot_before_a_space",
     .catalog = IN_DETAIL "\n x\n . \n",
     .line = 5,
     .message = DOT},
    {.name = "dot_before_two_spaces",
     .catalog = GOOD "Comment:\n x\n .  \n",
     .line = 6,
     .message = DOT},
    {.name = "dot_among_spaces",
     .catalog = GOOD "Comment:\n   .  \n",
     .line = 5,
     .message = DOT},

    /* Text outside a field. */
    {.name = "text_without_a_colon",
     .catalog = "RegistrationNotFound\n",
     .line = 1,
     .message = OUTSIDE},
    {.name = "detail_goes_on_without_a_space",
     .catalog = IN_DETAIL "\n x\ny\n z\n",
     .line = 5,
     .message = OUTSIDE},
    {.name = "text_between_stanzas",
     .catalog = GOOD_1 "text\n\n" GOOD_2,
     .line = 5,
     .message = OUTSIDE},
    {.name = "continuation_first_of_all",
     .catalog = " x\n" GOOD,
     .line = 1,
     .message = OUTSIDE_SPACE},
    {.name = "continuation_after_an_empty_line",
     .catalog = GOOD_1 " x\n\n" GOOD_2,
     .line = 5,
     .message = OUTSIDE_SPACE},
    {.name = "continuation_after_an_empty_line_and_a_comment",
     .catalog = GOOD_1 "# Comment\n .\n",
     .line = 6,
     .message = OUTSIDE_SPACE},
    {.name = "indented_comment",
     .catalog = GOOD_1 " # Comment\n",
     .line = 5,
     .message = OUTSIDE_SPACE},
    {.name = "spaces_in_a_detail",
     .catalog = IN_DETAIL "\n x\n \n y\n",
     .line = 5,
     .message = SPACES},
    {.name = "spaces_after_a_detail",
     .catalog = GOOD "   \n",
     .line = 4,
     .message = SPACES},
    {.name = "spaces_between_stanzas",
     .catalog = GOOD_1 " \n" GOOD_2,
     .line = 5,
     .message = OUTSIDE_SPACE},

    /* Not a code. */
    {.name = "code_in_lower_case",
     .catalog = IN_CODE "registrationNotFound\n",
     .line = 3,
     .message = NOT_A_CODE("registrationNotFound")},
    {.name = "code_with_a_digit_first",
     .catalog = IN_CODE "404NotFound\n",
     .line = 3,
     .message = NOT_A_CODE("404NotFound")},
    {.name = "code_with_a_space",
     .catalog = IN_CODE "Registration NotFound\n",
     .line = 3,
     .message = NOT_A_CODE("Registration NotFound")},
    {.name = "code_with_a_hyphen",
     .catalog = IN_CODE "Not-Found\n",
     .line = 3,
     .message = NOT_A_CODE("Not-Found")},
    {.name = "code_with_an_underscore",
     .catalog = IN_CODE "Not_Found\n",
     .line = 3,
     .message = NOT_A_CODE("Not_Found")},
    {.name = "code_with_a_dot_last",
     .catalog = IN_CODE "NotFound.\n",
     .line = 3,
     .message = NOT_A_CODE("NotFound.")},
    {.name = "code_with_the_end_of_a_c_comment",
     .catalog = IN_CODE "A*/B\n",
     .line = 3,
     .message = NOT_A_CODE("A*/B")},
    {.name = "code_with_percent_signs",
     .catalog = IN_CODE "A%s%n\n",
     .line = 3,
     .message = NOT_A_CODE("A%s%n")},
    {.name = "code_next_to_ascii_letters",
     .catalog = IN_CODE "A[`{@/:\n",
     .line = 3,
     .message = NOT_A_CODE("A[`{@/:")},
    {.name = "code_with_an_accent",
     .catalog = IN_CODE "Caf\u00E9\n",
     .line = 3,
     .message = NOT_A_CODE("Caf\u00E9")},
    {.name = "code_with_a_cyrillic_letter",
     .catalog = IN_CODE "\u0410bc\n",
     .line = 3,
     .message = NOT_A_CODE("\u0410bc")},
    {.name = "code_with_an_invisible_character",
     .catalog = IN_CODE "Not\u200CFound\n",
     .line = 3,
     .message = NOT_A_CODE("Not\\xE2\\x80\\x8C"
                           "Found")},
    {.name = "code_on_the_next_line_with_two_spaces",
     .catalog = IN_CODE "\n  A\n",
     .line = 4,
     .message = NOT_A_CODE(" A")},
    {.name = "code_of_150_bytes_and_a_dot",
     .catalog = IN_CODE FIFTY FIFTY FIFTY ".\n",
     .line = 3,
     .message = NOT_A_CODE(FIFTY FIFTY)},
    {.name = "code_of_65_bytes",
     .catalog = IN_CODE FIFTY "FifteenBytes015\n",
     .line = 3,
     .message = "a code of 65 bytes; expected at most 64"},
    {.name = "code_in_two_lines",
     .catalog = "Code: A\n B\nNumber: 1\nDetail: x\n",
     .line = 2,
     .message = GOES_ON("Code")},
    {.name = "code_and_an_empty_line",
     .catalog = "Code: A\n .\nNumber: 1\nDetail: x\n",
     .line = 2,
     .message = GOES_ON("Code")},
    {.name = "unknown_is_taken",
     .catalog = IN_CODE "Unknown\n",
     .line = 3,
     .message = TAKEN("Unknown")},
    {.name = "unknown_is_taken_in_upper_case",
     .catalog = IN_CODE "UNKNOWN\n",
     .line = 3,
     .message = TAKEN("UNKNOWN")},
    {.name = "count_is_taken",
     .catalog = IN_CODE "\n Count\n",
     .line = 4,
     .message = TAKEN("Count")},

    /* Two codes: at the second one. */
    {.name = "code_repeated",
     .catalog = GOOD_1 GOOD_2 "Number: 3\nCode: A\nDetail: z\n",
     .line = 10,
     .message = CODE_REPEATED("A"),
     .other_line = 1},
    {.name = "code_repeated_where_the_numbers_go_down",
     .catalog = "Code: Z\nNumber: 2\nDetail: x\n\n"
                "Code: Z\nNumber: 1\nDetail: x\n",
     .line = 5,
     .message = CODE_REPEATED("Z"),
     .other_line = 1},
    {.name = "code_repeated_on_the_next_line",
     .catalog = "Code:\n B\nNumber: 1\nDetail: x\n\n" GOOD_2,
     .line = 6,
     .message = CODE_REPEATED("B"),
     .other_line = 2},
    {.name = "same_enumerator",
     .catalog = "Code: HTTPError\nNumber: 2\nDetail: x\n\n"
                "Code: HttpError\nNumber: 1\nDetail: x\n",
     .line = 5,
     .message = SAME_ENUMERATOR("HttpError", "HTTP_ERROR", "HTTPError"),
     .other_line = 1},
    {.name = "same_enumerator_in_other_order",
     .catalog = "Code: HttpError\nNumber: 1\nDetail: x\n\n"
                "Code: HTTPError\nNumber: 2\nDetail: x\n",
     .line = 5,
     .message = SAME_ENUMERATOR("HTTPError", "HTTP_ERROR", "HttpError"),
     .other_line = 1},

    /* Not a number. */
    {.name = "number_in_words",
     .catalog = IN_NUMBER "one\n",
     .line = 3,
     .message = NOT_A_NUMBER("one")},
    {.name = "number_zero",
     .catalog = IN_NUMBER "0\n",
     .line = 3,
     .message = NOT_A_NUMBER("0")},
    {.name = "number_with_a_leading_zero",
     .catalog = IN_NUMBER "01\n",
     .line = 3,
     .message = NOT_A_NUMBER("01")},
    {.name = "number_below_zero",
     .catalog = IN_NUMBER "-1\n",
     .line = 3,
     .message = NOT_A_NUMBER("-1")},
    {.name = "number_with_a_plus",
     .catalog = IN_NUMBER "+1\n",
     .line = 3,
     .message = NOT_A_NUMBER("+1")},
    {.name = "number_with_a_fraction",
     .catalog = IN_NUMBER "1.0\n",
     .line = 3,
     .message = NOT_A_NUMBER("1.0")},
    {.name = "number_in_hexadecimal",
     .catalog = IN_NUMBER "0x1\n",
     .line = 3,
     .message = NOT_A_NUMBER("0x1")},
    {.name = "number_and_more",
     .catalog = IN_NUMBER "1 # one\n",
     .line = 3,
     .message = NOT_A_NUMBER("1 # one")},
    {.name = "number_in_full_width_digits",
     .catalog = IN_NUMBER "\uFF11\n",
     .line = 3,
     .message = NOT_A_NUMBER("\uFF11")},
    {.name = "number_in_persian_digits",
     .catalog = IN_NUMBER "\n \u06F1\n",
     .line = 4,
     .message = NOT_A_NUMBER("\u06F1")},
    {.name = "number_on_the_next_line_with_two_spaces",
     .catalog = IN_NUMBER "\n  1\n",
     .line = 4,
     .message = NOT_A_NUMBER(" 1")},
    {.name = "number_in_two_lines",
     .catalog = IN_NUMBER "1\n 0\n",
     .line = 4,
     .message = GOES_ON("Number")},
    {.name = "number_of_17_bits",
     .catalog = IN_NUMBER "65536\n",
     .line = 3,
     .message = TOO_LARGE("65536")},
    {.name = "number_one_more_than_two_to_the_32",
     .catalog = IN_NUMBER "4294967297\n",
     .line = 3,
     .message = TOO_LARGE("4294967297")},
    {.name = "number_one_more_than_two_to_the_64",
     .catalog = IN_NUMBER "18446744073709551617\n",
     .line = 3,
     .message = TOO_LARGE("18446744073709551617")},

    /* Numbers that are not 1 to N: at the number. */
    {.name = "number_repeated",
     .catalog = GOOD_1 "Code: B\nNumber: 1\nDetail: y\n",
     .line = 6,
     .message = NUMBER_REPEATED("1"),
     .other_line = 2},
    {.name = "number_repeated_where_the_codes_go_down",
     .catalog = "Number: 1\nCode: Z\nDetail: x\n\n" GOOD_2
                "Number: 2\nCode: A\nDetail: x\n",
     .line = 9,
     .message = NUMBER_REPEATED("2"),
     .other_line = 6},
    {.name = "number_one_is_missing",
     .catalog = "Code: A\nNumber: 2\nDetail: x\n",
     .line = 2,
     .message = GAP("2", "1", "1")},
    {.name = "number_leaves_a_gap",
     .catalog = "Code: C\nDetail: z\nNumber:\n 4\n\n" GOOD_1 GOOD_2,
     .line = 4,
     .message = GAP("4", "3", "3")},
    {.name = "number_far_away",
     .catalog = "Code: C\nNumber: 65535\nDetail: z\n\n" GOOD_1,
     .line = 2,
     .message = GAP("65535", "2", "2")},
    {.name = "two_gaps",
     .catalog = GOOD_1 "Code: C\nNumber: 5\nDetail: z\n\n"
                       "Code: D\nNumber: 4\nDetail: z\n",
     .line = 6,
     .message = GAP("5", "3", "2")},

    /* Transient is yes or no. */
    {.name = "transient_with_a_capital",
     .catalog = GOOD "Transient: Yes\n",
     .line = 4,
     .message = NOT_AN_ANSWER("Yes")},
    {.name = "transient_true",
     .catalog = GOOD "Transient:\n true\n",
     .line = 5,
     .message = NOT_AN_ANSWER("true")},
    {.name = "transient_with_more_after_it",
     .catalog = GOOD "Transient: yes, but later\n",
     .line = 4,
     .message = NOT_AN_ANSWER("yes, but later")},
    {.name = "transient_cut_short",
     .catalog = GOOD "Transient: ye\n",
     .line = 4,
     .message = NOT_AN_ANSWER("ye")},
    {.name = "transient_in_two_lines",
     .catalog = GOOD "Transient: yes\n yes\n",
     .line = 5,
     .message = GOES_ON("Transient")},

    /* Braces in a detail. */
    {.name = "unknown_placeholder",
     .catalog = IN_DETAIL "The {tenant} is gone.\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("tenant")},
    {.name = "unknown_placeholder_on_a_later_line",
     .catalog = IN_DETAIL "{resource_group}\n .\n y\n {group}.\n z\n",
     .line = 6,
     .message = UNKNOWN_PLACEHOLDER("group")},
    {.name = "placeholder_without_a_name",
     .catalog = IN_DETAIL "{}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("")},
    {.name = "placeholder_with_a_space",
     .catalog = IN_DETAIL "{resource_group }\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("resource_group ")},
    {.name = "placeholder_by_its_documented_name",
     .catalog = IN_DETAIL "{resource group}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("resource group")},
    {.name = "placeholder_in_upper_case",
     .catalog = IN_DETAIL "{RESOURCE_GROUP}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("RESOURCE_GROUP")},
    {.name = "placeholder_cut_short",
     .catalog = IN_DETAIL "{subscription_i}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("subscription_i")},
    {.name = "placeholder_with_more_after_it",
     .catalog = IN_DETAIL "{subscription_ids}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("subscription_ids")},
    {.name = "placeholder_with_percent_signs",
     .catalog = IN_DETAIL "{%s%n}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("%s%n")},
    {.name = "placeholder_that_reorders_text",
     .catalog = IN_DETAIL "{\u202Eresource_group}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER("\\xE2\\x80\\xAEresource_group")},
    {.name = "placeholder_of_150_bytes",
     .catalog = IN_DETAIL "{" FIFTY FIFTY FIFTY "}\n",
     .line = 3,
     .message = UNKNOWN_PLACEHOLDER(FIFTY FIFTY)},
    {.name = "brace_alone",
     .catalog = IN_DETAIL "{\n",
     .line = 3,
     .message = UNCLOSED},
    {.name = "placeholder_unclosed_at_the_end",
     .catalog = IN_DETAIL "x {resource_group\n",
     .line = 3,
     .message = UNCLOSED},
    {.name = "placeholder_closed_on_the_next_line",
     .catalog = IN_DETAIL "\n {resource_group\n }\n",
     .line = 4,
     .message = UNCLOSED},
    {.name = "placeholder_in_a_placeholder",
     .catalog = IN_DETAIL "{resource_group {registration_name}\n",
     .line = 3,
     .message = UNCLOSED},
    {.name = "three_opening_braces",
     .catalog = IN_DETAIL "{{{\n",
     .line = 3,
     .message = UNCLOSED},
    {.name = "stray_closing_brace",
     .catalog = IN_DETAIL "x\n y } z\n",
     .line = 4,
     .message = STRAY},
    {.name = "closing_brace_after_a_placeholder",
     .catalog = IN_DETAIL "{resource_group}}\n",
     .line = 3,
     .message = STRAY},
    {.name = "three_closing_braces",
     .catalog = IN_DETAIL "}}}\n",
     .line = 3,
     .message = STRAY},
    {.name = "literal_brace_and_closing_brace",
     .catalog = IN_DETAIL "{{resource_group}\n",
     .line = 3,
     .message = STRAY},
    {.name = "closing_braces_on_two_lines",
     .catalog = IN_DETAIL "\n }\n }\n",
     .line = 4,
     .message = STRAY},

    /* Malformed UTF-8 (Unicode 15.0, table 3-7), anywhere. */
    {.name = "lone_continuation_byte",
     .catalog = IN_DETAIL "\x80\n",
     .line = 3,
     .message = MALFORMED("80", "9")},
    {.name = "latin_1",
     .catalog = IN_DETAIL "caf\xE9 ole\n",
     .line = 3,
     .message = MALFORMED("E9", "12")},
    {.name = "overlong_of_two_bytes",
     .catalog = IN_DETAIL "\n ab\xC0\xAF\n",
     .line = 4,
     .message = MALFORMED("C0", "4")},
    {.name = "overlong_of_three_bytes",
     .catalog = IN_DETAIL "\xE0\x9F\xBF\n",
     .line = 3,
     .message = MALFORMED("E0", "9")},
    {.name = "overlong_of_four_bytes",
     .catalog = IN_DETAIL "\xF0\x8F\xBF\xBF\n",
     .line = 3,
     .message = MALFORMED("F0", "9")},
    {.name = "surrogate",
     .catalog = IN_DETAIL "\u00E9\xED\xA0\x80\n",
     .line = 3,
     .message = MALFORMED("ED", "11")},
    {.name = "above_unicode",
     .catalog = IN_DETAIL "\xF4\x90\x80\x80\n",
     .line = 3,
     .message = MALFORMED("F4", "9")},
    {.name = "byte_ff",
     .catalog = IN_DETAIL "\xFF\n",
     .line = 3,
     .message = MALFORMED("FF", "9")},
    {.name = "character_cut_by_the_line_break",
     .catalog = IN_DETAIL "\xE2\x82\n \xAC\n",
     .line = 3,
     .message = MALFORMED("E2", "9")},
    {.name = "malformed_utf8_in_a_comment_line",
     .catalog = GOOD "# \xA9 2018\n",
     .line = 4,
     .message = MALFORMED("A9", "3")},
    {.name = "malformed_utf8_in_a_field_name",
     .catalog = "\xC3: x\n",
     .line = 1,
     .message = MALFORMED("C3", "1")},
    {.name = "malformed_utf8_in_a_comment",
     .catalog = GOOD "Comment:\n x\n y\xF8\n",
     .line = 6,
     .message = MALFORMED("F8", "3")},
    {.name = "tab_after_the_colon",
     .catalog = "Code:\tA\nNumber: 1\nDetail: x\n",
     .line = 1,
     .message = CONTROL("tab", "0009", "6")},
    {.name = "tab_for_the_space",
     .catalog = IN_DETAIL "\n x\n\ty\n",
     .line = 5,
     .message = CONTROL("tab", "0009", "1")},
    {.name = "tab_in_a_comment_line",
     .catalog = "#\tx\n" GOOD,
     .line = 1,
     .message = CONTROL("tab", "0009", "2")},
    {.name = "nul_in_a_code",
     .catalog = "Code: A\0\nNumber: 1\nDetail: x\n",
     .size = 29,
     .line = 1,
     .message = CONTROL("NUL", "0000", "8")},
    {.name = "nul_in_a_detail",
     .catalog = GOOD_1 "Code: B\nNumber: 2\nDetail:\n x\0y\n",
     .size = sizeof GOOD_1 - 1 + 31,
     .line = 8,
     .message = CONTROL("NUL", "0000", "3")},
    {.name = "nul_between_stanzas",
     .catalog = GOOD_1 "\0\n" GOOD_2,
     .size = sizeof GOOD_1 - 1 + 2 + sizeof GOOD_2 - 1,
     .line = 5,
     .message = CONTROL("NUL", "0000", "1")},
    {.name = "escape",
     .catalog = GOOD "Comment: \x1B[31mred\n",
     .line = 4,
     .message = CONTROL("control character", "001B", "10")},
    {.name = "form_feed_between_stanzas",
     .catalog = GOOD_1 "\f\n" GOOD_2,
     .line = 5,
     .message = CONTROL("control character", "000C", "1")},
    {.name = "delete",
     .catalog = IN_DETAIL "\x7F\n",
     .line = 3,
     .message = CONTROL("control character", "007F", "9")},
    {.name = "first_c1_control",
     .catalog = IN_DETAIL "x\xC2\x80\n",
     .line = 3,
     .message = CONTROL("control character", "0080", "10")},
    {.name = "next_line",
     .catalog = IN_DETAIL "x\xC2\x85y\n",
     .line = 3,
     .message = CONTROL("control character", "0085", "10")},
    {.name = "last_c1_control",
     .catalog = IN_DETAIL "\xC2\x9F\n",
     .line = 3,
     .message = CONTROL("control character", "009F", "9")},
    {.name = "carriage_return_in_a_line",
     .catalog = IN_DETAIL "x\ry\n",
     .line = 3,
     .message = CONTROL("control character", "000D", "10")},
    {.name = "two_carriage_returns",
     .catalog = IN_DETAIL "x\r\r\n",
     .line = 3,
     .message = CONTROL("control character", "000D", "10")},
    {.name = "carriage_return_at_the_end",
     .catalog = IN_DETAIL "x\r",
     .line = 3,
     .message = CONTROL("control character", "000D", "10"),
     .as_it_stands = true},

    /* No stanza: at the last line. */
    {.name = "empty_file",
     .catalog = "",
     .line = 1,
     .message = NO_ERROR,
     .as_it_stands = true},
    {.name = "empty_lines_only",
     .catalog = "\n\r\n\n",
     .line = 3,
     .message = NO_ERROR,
     .as_it_stands = true},
    {.name = "comments_only",
     .catalog = "# Code: A\n# Number: 1\n# Detail: x",
     .line = 3,
     .message = NO_ERROR,
     .as_it_stands = true},

    /* Of several mistakes, the first. */
    {.name = "first_of_two_mistakes",
     .catalog = "Code: A\nNumber: x\nDetail: {\nColour: red\n",
     .line = 2,
     .message = NOT_A_NUMBER("x")},
};

enum { CASE_COUNT = sizeof cases / sizeof cases[0] };

/* ---- Spellings -----------------------------------------------------------*/

struct spelling {
    const char *name;
    const char *line_break;
    bool last_line_break;
    bool comments;
    bool earlier; /* run over the output of an earlier run */
};

static const struct spelling spellings[] = {
    {"LF", "\n", true, false, false},
    {"CRLF, comments between, last one missing", "\r\n", false, true, true},
};

enum { CATALOG_SIZE = 4096 };

static size_t put(char *catalog, size_t size, const char *text, size_t length)
{
    assert_true(length <= CATALOG_SIZE - size);
    memcpy(catalog + size, text, length);
    return size + length;
}

/* Writes the bytes in a spelling to `catalog`, and returns their number. */
static size_t spell(char *catalog, const struct spelling *spelling,
                    const char *bytes, size_t size)
{
    size_t spelled = 0;
    const char *end = bytes + size;
    while (bytes < end) {
        if (spelling->comments) {
            spelled = put(catalog, spelled, "# {a}: }", 8);
            spelled = put(catalog, spelled, spelling->line_break,
                          strlen(spelling->line_break));
        }
        const char *line_break = memchr(bytes, '\n', (size_t)(end - bytes));
        const char *line_end = line_break != NULL ? line_break : end;
        spelled = put(catalog, spelled, bytes, (size_t)(line_end - bytes));
        bytes = line_break != NULL ? line_break + 1 : end;
        if (line_break != NULL && (bytes < end || spelling->last_line_break))
            spelled = put(catalog, spelled, spelling->line_break,
                          strlen(spelling->line_break));
    }
    return spelled;
}

/* ---- The check -----------------------------------------------------------*/

static const char before[] = "from an earlier run\n";

/* "bad.txt:3: error: MESSAGE\n", with the second line for the @. */
static void put_message(char *text, size_t size, size_t line,
                        const char *message, size_t other_line)
{
    const char *at = other_line > 0 ? strchr(message, '@') : NULL;
    int head = at != NULL ? (int)(at - message) : (int)strlen(message);
    int length =
        snprintf(text, size, "bad.txt:%zu: error: %.*s", line, head, message);
    if (at != NULL)
        length += snprintf(text + length, size - (size_t)length, "%zu%s",
                           other_line, at + 1);
    snprintf(text + length, size - (size_t)length, "\n");
}

static void write_headers(void)
{
    for (size_t i = 0; i < HEADER_COUNT; i++)
        write_file(headers[i], before, sizeof before - 1);
}

static void check_headers_untouched(void)
{
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        size_t size;
        char *bytes = read_file(headers[i], &size);
        assert_string_equal(bytes, before);
        free(bytes);
    }
}

/* Runs the generator on bad.txt. */
static void check_refused(const struct spelling *spelling, const char *expected)
{
    empty_out();
    if (spelling->earlier)
        write_headers();
    char *printed;
    int status = run_generator("bad.txt", &printed);
    if (status != 1 || strcmp(printed, expected) != 0)
        fail_msg("%s: expected status 1 and\n%scame %d and\n%s", spelling->name,
                 expected, status, printed);
    free(printed);
    size_t left = spelling->earlier ? HEADER_COUNT : 0;
    if (count_out() != left)
        fail_msg("%s: expected %zu files of output, came %zu", spelling->name,
                 left, count_out());
    if (spelling->earlier)
        check_headers_untouched();
}

static void check_case(void **state)
{
    const struct bad_catalog *bad = *state;
    size_t size = bad->size > 0 ? bad->size : strlen(bad->catalog);
    size_t count = sizeof spellings / sizeof spellings[0];
    for (size_t i = 0; i < (bad->as_it_stands ? 1 : count); i++) {
        const struct spelling *spelling = &spellings[i];
        char catalog[CATALOG_SIZE];
        if (bad->as_it_stands)
            write_file("bad.txt", bad->catalog, size);
        else
            write_file("bad.txt", catalog,
                       spell(catalog, spelling, bad->catalog, size));
        size_t factor = spelling->comments ? 2 : 1;
        char expected[1024];
        put_message(expected, sizeof expected, factor * bad->line, bad->message,
                    factor * bad->other_line);
        check_refused(spelling, expected);
    }
}

int main(void)
{
    struct CMUnitTest tests[CASE_COUNT];
    for (size_t i = 0; i < CASE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = cases[i].name,
                                       .test_func = check_case,
                                       .initial_state = (void *)&cases[i]};
    return cmocka_run_group_tests_name("bad_catalogs", tests, enter_scratch,
                                       leave_scratch);
}
