/* SPDX-License-Identifier: MIT
 *
 * Any text, safe to print, compared with the naive model.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model.h"
#include "output.h"
#include "pages.h"
#include "random.h"
#include "report.h"

enum { LONG = 256 * 1024 };

static const struct model *model;
static struct pages pages;
static uint32_t invisible[1024];
static size_t invisible_count;

static int set_up(void **state)
{
    (void)state;
    model = model_get();
    pages = pages_new(LONG);
    for (uint32_t point = 0; point < CODE_POINT_COUNT; point++) {
        if (model->invisible[point] &&
            invisible_count < sizeof invisible / sizeof invisible[0])
            invisible[invisible_count++] = point;
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pages_free(pages);
    return 0;
}

struct text {
    const char *bytes;
    size_t length;
};

static size_t write(char *buffer, size_t size, const void *arguments)
{
    const struct text *text = arguments;
    return azsreg_escape(buffer, size, text->bytes, text->length);
}

/* Escapes a text into buffers of every size. */
static void expect(const char *bytes, size_t length, const char *shown)
{
    const struct text text = {bytes, length};
    const struct output_call call = {write, &text, shown};
    if (output_is_right(&call))
        return;
    report("text", bytes, bytes != NULL ? length : 0);
    fail();
}

/* Escapes a text that ends at a protected page, and one that starts behind
 * one. */
static void check(const char *bytes, size_t length)
{
    char *shown = model_escape(model, bytes, length);
    expect(memmove(pages.end - length, bytes, length), length, shown);
    expect(memmove(pages.first, bytes, length), length, shown);
    free(shown);
}

/* Escapes a text once, into a buffer that has room for it. */
static void expect_once(const char *bytes, size_t length, const char *shown)
{
    char came[16 * 1024];
    const size_t shown_length = strlen(shown);
    if (azsreg_escape(came, sizeof came, bytes, length) == shown_length &&
        strcmp(came, shown) == 0)
        return;
    report("text", bytes, length);
    report("expected", shown, shown_length);
    report("came", came, strlen(came));
    fail();
}

static void check_once(const char *bytes, size_t length)
{
    char *shown = model_escape(model, bytes, length);
    expect_once(bytes, length, shown);
    free(shown);
}

/* ---- Texts by name -------------------------------------------------------*/

static const struct {
    const char *text;
    const char *shown;
} shown_texts[] = {
    /* Nothing, and what means something elsewhere but not here. */
    {"", ""},
    {"%s%n%%", "%s%n%%"},
    {"{resource_group}", "{resource_group}"},
    {"{{}}", "{{}}"},
    {"<registration name>", "<registration name>"},
    {"\\x41\\n\\", "\\x41\\n\\"},
    {"'\"`$(id)", "'\"`$(id)"},
    {" ", " "},
    /* Visible characters of each length, and combining ones. */
    {"Contoso", "Contoso"},
    {"\xC3\xA9", "\xC3\xA9"},
    {"e\xCC\x81", "e\xCC\x81"},
    {"\xE2\x82\xAC", "\xE2\x82\xAC"},
    {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    {"\xC2\xA0", "\xC2\xA0"},                 /* no-break space: Zs */
    {"\xE3\x80\x80", "\xE3\x80\x80"},         /* ideographic space: Zs */
    {"\xEE\x80\x80", "\xEE\x80\x80"},         /* private use: Co */
    {"\xEF\xBF\xBF", "\xEF\xBF\xBF"},         /* noncharacter: Cn */
    {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"}, /* U+10FFFF */
    /* What starts a line, drives a terminal, or can't be seen. */
    {"\n", "\\x0A"},
    {"\r\n", "\\x0D\\x0A"},
    {"\t", "\\x09"},
    {"\x1B[31m", "\\x1B[31m"},
    {"\x7F", "\\x7F"},
    {"\x01\x1F", "\\x01\\x1F"},
    /* Passes where words are checked with a wrong constant. */
    {"\x7F? \x10\x08\x04\x02!", "\\x7F? \\x10\\x08\\x04\\x02!"},
    {"\xC2\x85", "\\xC2\\x85"}, /* next line */
    {"\xC2\x9B", "\\xC2\\x9B"}, /* control sequence introducer */
    {"\xC2\xAD", "\\xC2\\xAD"}, /* soft hyphen */
    {"a\xE2\x80\x8B"
     "b",
     "a\\xE2\\x80\\x8Bb"},                        /* zero width space */
    {"\xE2\x80\xA8", "\\xE2\\x80\\xA8"},          /* line separator */
    {"\xE2\x80\xA9", "\\xE2\\x80\\xA9"},          /* paragraph separator */
    {"\xE2\x80\xAE", "\\xE2\\x80\\xAE"},          /* right-to-left override */
    {"\xE2\x81\xA7", "\\xE2\\x81\\xA7"},          /* right-to-left isolate */
    {"\xEF\xBB\xBF", "\\xEF\\xBB\\xBF"},          /* byte order mark */
    {"\xF3\xA0\x80\xA0", "\\xF3\\xA0\\x80\\xA0"}, /* tag space */
    /* Malformed: each byte for itself. */
    {"\x80", "\\x80"},
    {"\xBF", "\\xBF"},
    {"\xC3", "\\xC3"},
    {"\xC3(", "\\xC3("},
    {"\xC3\xA9\xA9", "\xC3\xA9\\xA9"},
    {"\xC0\x80", "\\xC0\\x80"},
    {"\xC1\xBF", "\\xC1\\xBF"},
    {"\xE2\x82", "\\xE2\\x82"},
    {"\xE2\x82"
     "A",
     "\\xE2\\x82"
     "A"},
    {"\xE0\x9F\xBF", "\\xE0\\x9F\\xBF"},
    {"\xED\xA0\x80", "\\xED\\xA0\\x80"}, /* surrogate */
    {"\xED\xBF\xBF", "\\xED\\xBF\\xBF"},
    {"\xF0\x9F\x98", "\\xF0\\x9F\\x98"},
    {"\xF0\x8F\xBF\xBF", "\\xF0\\x8F\\xBF\\xBF"},
    {"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"}, /* above U+10FFFF */
    {"\xF5\x80\x80\x80", "\\xF5\\x80\\x80\\x80"},
    {"\xF8\x88\x80\x80\x80", "\\xF8\\x88\\x80\\x80\\x80"},
    {"\xFE\xFF", "\\xFE\\xFF"},
    /* A sequence that breaks off where another starts. */
    {"\xE2\x82\xE2\x82\xAC", "\\xE2\\x82\xE2\x82\xAC"},
    {"\xF0\x9F\xC3\xA9", "\\xF0\\x9F\xC3\xA9"},
};

static void a_text_is_shown_as_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shown_texts / sizeof shown_texts[0]; i++) {
        const char *text = shown_texts[i].text;
        expect_once(text, strlen(text), shown_texts[i].shown);
        check(text, strlen(text));
    }
}

static void a_nul_is_a_byte_like_any_other(void **state)
{
    (void)state;
    expect("", 1, "\\x00");
    expect("a\0b", 3, "a\\x00b");
    expect("\0\0\0\0\0\0\0\0\0", 9,
           "\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00");
    expect("\xC3\0\xA9", 3, "\\xC3\\x00\\xA9");
    expect("\xE2\x82\0", 3, "\\xE2\\x82\\x00");
    expect("Contoso\0Fabrikam", 17, "Contoso\\x00Fabrikam\\x00");
}

static void null_has_length_0(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, 7, 8, 4096, SIZE_MAX};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        expect(NULL, lengths[i], "");
}

/* ---- Characters and sequences --------------------------------------------*/

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

static void escape(const char *bytes, size_t size, char *to)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < size; i++) {
        *to++ = '\\';
        *to++ = 'x';
        *to++ = digits[(unsigned char)bytes[i] / 16];
        *to++ = digits[(unsigned char)bytes[i] % 16];
    }
    *to = '\0';
}

/* By itself, and between others. */
static void every_code_point(void **state)
{
    (void)state;
    for (uint32_t point = 0; point < 0x110100; point++) {
        char bytes[4];
        const size_t length = encode(point, bytes);
        char shown[17] = "";
        memcpy(shown, bytes, length);
        if (point >= CODE_POINT_COUNT || model->invisible[point] ||
            (point >= 0xD800 && point <= 0xDFFF))
            escape(bytes, length, shown);
        expect_once(bytes, length, shown);
        char text[32] = "Contoso-";
        char text_shown[64] = "Contoso-";
        memcpy(text + 8, bytes, length);
        strcpy(text + 8 + length, "-Fabrikam");
        strcat(strcat(text_shown, shown), "-Fabrikam");
        expect_once(text, 8 + length + 9, text_shown);
    }
}

/* Each by itself, so that the end of the text cuts what it starts. */
static void every_sequence_of_one_or_two_bytes(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 256 * 256; i++) {
        const char text[] = {(char)(i / 256), (char)(i % 256)};
        check_once(text, 1);
        check_once(text, 2);
    }
}

/* Those with one start, each with a letter behind it. Below 7F the first byte
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
        check_once(text, sizeof text);
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
        check_once(text, sizeof text);
    }
}

static void a_long_text_of_each_kind(void **state)
{
    (void)state;
    static const char *const kinds[] = {
        "a",    "\xC3\xA9",     "\xE2\x82\xAC",     "\xF0\x9F\x98\x80",
        "\n",   "\xE2\x80\x8B", "\xF3\xA0\x80\xA0", "\xFF",
        "\xC3", "\xF0\x9F\x98", "%n\\x{}",          "12345678\xC2\xAD",
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (size_t j = 0; j < LONG; j++)
            pages.first[j] = kinds[i][j % strlen(kinds[i])];
        check(pages.first, LONG);
    }
}

/* ---- Generated texts -----------------------------------------------------*/

enum { GENERATED_MAX = 40 };

enum kind {
    PRINTABLE,
    RUN,
    MEANINGFUL,
    VISIBLE,
    INVISIBLE,
    CONTROL,
    TRUNCATED,
    SURROGATE,
    OVERLONG,
    TOO_LARGE,
    ANY_BYTE,
    KIND_COUNT
};

static uint32_t visible_point(uint64_t *random)
{
    static const uint32_t starts[] = {0x80, 0x800, 0x10000, CODE_POINT_COUNT};
    size_t i = random_below(random, 3);
    uint32_t point =
        starts[i] + (uint32_t)random_below(random, starts[i + 1] - starts[i]);
    bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    return is_surrogate || model->invisible[point] ? 0x20AC : point;
}

/* An overlong form: one of these starts, and any last byte. */
static size_t make_overlong(uint64_t *random, char *to)
{
    static const char *const leads[] = {
        "\xC0", "\xC1", "\xE0\x80", "\xE0\x9F", "\xF0\x80\x80", "\xF0\x8F\xBF"};
    strcpy(to, leads[random_below(random, 6)]);
    size_t length = strlen(to);
    to[length] = (char)(0x80 | random_below(random, 64));
    return length + 1;
}

static size_t make_piece(uint64_t *random, char *to)
{
    size_t length;
    switch ((enum kind)random_below(random, KIND_COUNT)) {
    case RUN:
        length = 1 + random_below(random, 17);
        memset(to, '-', length);
        return length;
    case MEANINGFUL:
        to[0] = "\\%{}<>'\"\x7F"[random_below(random, 9)];
        return 1;
    case VISIBLE:
        return encode(visible_point(random), to);
    case INVISIBLE:
        return encode(invisible[random_below(random, invisible_count)], to);
    case CONTROL:
        to[0] = (char)random_below(random, 0x20);
        return 1;
    case TRUNCATED:
        length = encode(visible_point(random), to);
        return length - 1 - random_below(random, length - 1);
    case SURROGATE:
        return encode(0xD800 + (uint32_t)random_below(random, 0x800), to);
    case OVERLONG:
        return make_overlong(random, to);
    case TOO_LARGE:
        return encode(0x110000 + (uint32_t)random_below(random, 0xF0000), to);
    case ANY_BYTE:
        to[0] = (char)random_next(random);
        return 1;
    default:
        to[0] = (char)(0x20 + random_below(random, 0x5F));
        return 1;
    }
}

/* A text of pieces, the last of which may be cut. */
static size_t make_text(uint64_t *random, char text[GENERATED_MAX + 32])
{
    static const size_t around_words[] = {7, 8, 9, 15, 16, 17, 23, 24, 25};
    size_t length = random_below(random, GENERATED_MAX + 1);
    if (random_below(random, 2) == 0)
        length = around_words[random_below(random, 9)];
    const bool is_clean = random_below(random, 4) == 0;
    size_t made = 0;
    while (made < length) {
        if (is_clean && made + 1 < length)
            text[made++] = (char)(0x20 + random_below(random, 0x5F));
        else
            made += make_piece(random, &text[made]);
    }
    return length;
}

static void generated_texts(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 10000; i++) {
        char text[GENERATED_MAX + 32];
        const size_t length = make_text(&random, text);
        check(text, length);
    }
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
        cmocka_unit_test(generated_texts),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
