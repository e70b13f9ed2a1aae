/* SPDX-License-Identifier: MIT
 *
 * Any text, safe to print.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/library/escape.h"
#include "compare.h"
#include "model.h"
#include "random.h"
#include "report.h"

static const struct {
    const char *text;
    const char *shown;
} texts[] = {
    /* Visible characters of each length, and what means something elsewhere. */
    {"", ""},
    {"Contoso", "Contoso"},
    {"%s%n {{}} <'\"`$(id)>", "%s%n {{}} <'\"`$(id)>"},
    {"\\x41\\n\\", "\\x41\\n\\"},
    {"\xC3\xA9\xE2\x82\xAC", "\xC3\xA9\xE2\x82\xAC"},
    {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    /* No-break space, private use, noncharacter: other categories. */
    {"\xC2\xA0\xEE\x80\x80", "\xC2\xA0\xEE\x80\x80"},
    {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
    /* What starts a line or drives a terminal: Cc. */
    {"a\r\nb", "a\\x0D\\x0Ab"},
    {"\t\x1B[31m\x7F", "\\x09\\x1B[31m\\x7F"},
    {"\xC2\x85\xC2\x9B", "\\xC2\\x85\\xC2\\x9B"},
    /* A word that passes where ones is UINT64_MAX / 0xFE, see word.h. */
    {"\x7F? \x10\x08\x04\x02!", "\\x7F? \\x10\\x08\\x04\\x02!"},
    /* Line and paragraph separator: Zl and Zp. */
    {"\xE2\x80\xA8\xE2\x80\xA9", "\\xE2\\x80\\xA8\\xE2\\x80\\xA9"},
    /* Soft hyphen, right-to-left override, byte order mark, tag space: Cf. */
    {"\xC2\xAD\xE2\x80\xAE", "\\xC2\\xAD\\xE2\\x80\\xAE"},
    {"\xEF\xBB\xBF", "\\xEF\\xBB\\xBF"},
    {"\xF3\xA0\x80\xA0", "\\xF3\\xA0\\x80\\xA0"},
    /* Malformed: alone, cut short by another, overlong. */
    {"\x80\xFE\xFF", "\\x80\\xFE\\xFF"},
    {"\xE2\x82\xE2\x82\xAC\xC3(", "\\xE2\\x82\xE2\x82\xAC\\xC3("},
    {"\xC0\x80\xE0\x9F\xBF", "\\xC0\\x80\\xE0\\x9F\\xBF"},
    /* A surrogate, and the first number above U+10FFFF. */
    {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
    {"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"},
};

static void a_text_is_shown_as_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const char *text = texts[i].text;
        char shown[64];
        azsreg_escape(shown, sizeof shown, text, strlen(text));
        assert_string_equal(shown, texts[i].shown);
        assert_true(escape_is_right(text, strlen(text)));
    }
}

static void a_nul_is_a_byte_like_any_other(void **state)
{
    (void)state;
    static const char text[] = "Contoso\0Fabrikam\xE2\x82\0\0\0\0\0\0\0\0\0";
    char shown[128];
    azsreg_escape(shown, sizeof shown, text, 17);
    assert_string_equal(shown, "Contoso\\x00Fabrikam\\xE2");
    for (size_t length = 0; length <= sizeof text; length++)
        assert_true(escape_is_right(text, length));
}

static void null_has_length_0(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, 7, 8, 4096, SIZE_MAX};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        assert_true(escape_is_right(NULL, lengths[i]));
}

/* ---- Characters and sequences --------------------------------------------*/

/* Each text is tried once, in a buffer with room for the message. */
static void check(const char *text, size_t length)
{
    assert_true(escape_is_right_at(SIZE_MAX, text, length));
}

/* The bytes that the pattern of UTF-8 gives for any number up to 0x1FFFFF,
 * well-formed or not. */
static size_t encode(uint32_t point, char *to)
{
    static const uint32_t leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    size_t length = point < 0x80      ? 1
                    : point < 0x800   ? 2
                    : point < 0x10000 ? 3
                                      : 4;
    for (size_t i = length - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    to[0] = (char)(leads[length] | point);
    return length;
}

/* Surrogates, and what is above the last one, among them. */
static void every_code_point(void **state)
{
    (void)state;
    for (uint32_t point = 0; point < CODE_POINT_COUNT + 0x100; point++) {
        char text[] = "Contoso-....-Fabrikam";
        check(text, 8 + encode(point, &text[8]));
        check(text, sizeof text - 1);
    }
}

/* Each by itself, so that the end of the text cuts what it starts. */
static void every_sequence_of_one_or_two_bytes(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 256 * 256; i++) {
        const char text[] = {(char)(i / 256), (char)(i % 256)};
        check(text, 1);
        check(text, 2);
    }
}

/* Those with one start, each with a letter after it. Below 7F the first byte
 * is a character, and the others are a sequence of two bytes. */
static void every_sequence_of_three_bytes(void **state)
{
    (void)state;
    for (unsigned start = 0x7F * 256; start < 256 * 256; start++) {
        char text[256 * 4];
        char *to = text;
        for (unsigned third = 0; third < 256; third++) {
            *to++ = (char)(start / 256);
            *to++ = (char)(start % 256);
            *to++ = (char)third;
            *to++ = 'x';
        }
        check(text, sizeof text);
    }
}

/* Four bytes from the edges of all ranges in Unicode's table of them. */
static void sequences_of_four_bytes(void **state)
{
    (void)state;
    static const unsigned char edges[] = {
        0x01, 0x20, 0x7E, 0x7F, 0x80, 0x81, 0x8D, 0x8F, 0x90, 0x9F, 0xA0, 0xBE,
        0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
        0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFB, 0xFC, 0xFE, 0xFF};
    enum { COUNT = sizeof edges };
    for (size_t i = 0; i < COUNT * COUNT * COUNT; i++) {
        char text[COUNT * 5];
        char *to = text;
        for (size_t last = 0; last < COUNT; last++) {
            *to++ = (char)edges[i / COUNT / COUNT];
            *to++ = (char)edges[i / COUNT % COUNT];
            *to++ = (char)edges[i % COUNT];
            *to++ = (char)edges[last];
            *to++ = 'x';
        }
        check(text, sizeof text);
    }
}

/* ---- Long texts, and random ones -----------------------------------------*/

static void a_long_text_of_each_kind(void **state)
{
    (void)state;
    static char text[256 * 1024];
    static const char *const kinds[] = {
        "a",  "\xC3\xA9", "\xE2\x82\xAC",     "\xF0\x9F\x98\x80",
        "\n", "\xFF",     "\xF3\xA0\x80\xA0", "12345678\xC2\xAD",
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (size_t j = 0; j < sizeof text; j++)
            text[j] = kinds[i][j % strlen(kinds[i])];
        assert_true(escape_is_right(text, sizeof text));
    }
}

static void random_texts(void **state)
{
    (void)state;
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 10000; i++) {
        char text[40];
        const size_t length = random_below(&random, sizeof text + 1);
        random_text(&random, text, length);
        assert_true(escape_is_right(text, length));
    }
}

/* ---- The longest messages ------------------------------------------------*/

/* No memory holds a message of SIZE_MAX bytes. So here the writer starts with
 * one that is `left` bytes shorter. */
static void check_length(size_t left, const char *text, size_t expected)
{
    char nowhere;
    struct output output = output_start(NULL, 0, &nowhere);
    output.length = SIZE_MAX - left;
    output_append_escaped(&output, text, strlen(text));
    if (output_end(&output) != expected)
        fail_msg("%s with %lu bytes left: expected a length of %lu, came %lu",
                 text, (unsigned long)left, (unsigned long)expected,
                 (unsigned long)output_end(&output));
}

static void the_length_of_a_message_saturates(void **state)
{
    (void)state;
    check_length(5, "text", SIZE_MAX - 1);
    check_length(4, "text", SIZE_MAX);
    check_length(3, "text", SIZE_MAX);
    check_length(0, "text", SIZE_MAX);
    check_length(9, "\n\n", SIZE_MAX - 1);
    check_length(7, "\n\n", SIZE_MAX);
    check_length(3, "\n\n", SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_shown_as_the_rule_says),
        cmocka_unit_test(a_nul_is_a_byte_like_any_other),
        cmocka_unit_test(null_has_length_0),
        cmocka_unit_test(every_code_point),
        cmocka_unit_test(every_sequence_of_one_or_two_bytes),
        cmocka_unit_test(every_sequence_of_three_bytes),
        cmocka_unit_test(sequences_of_four_bytes),
        cmocka_unit_test(a_long_text_of_each_kind),
        cmocka_unit_test(random_texts),
        cmocka_unit_test(the_length_of_a_message_saturates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
