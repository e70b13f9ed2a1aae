/* SPDX-License-Identifier: MIT
 *
 * The rendering of details, against the naive model of it.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model.h"
#include "pages.h"
#include "random.h"
#include "report.h"

/* The bytes that are watched on each side of a buffer. */
enum { MARGIN = 16 };

/* The error with the shortest detail: one value, between quotes. */
static const azsreg_error shortest =
    AZSREG_ERROR_INVALID_CUSTOMER_SUBSCRIPTION_ID;

static const struct model *model;
static uint32_t invisible[1024];
static size_t invisible_count;

static int set_up(void **state)
{
    (void)state;
    model = model_get();
    for (uint32_t point = 1; point < CODE_POINT_COUNT; point++) {
        if (model->invisible[point] &&
            invisible_count < sizeof invisible / sizeof invisible[0])
            invisible[invisible_count++] = point;
    }
    return 0;
}

/* ---- What is expected of every call --------------------------------------*/

static void report_value(const char *label, const char *value)
{
    report(label, value, value != NULL ? strlen(value) : 0);
}

static void fail_call(int error, const azsreg_values *values, size_t size)
{
    if (values == NULL) {
        print_error("values: (null)\n");
    } else {
        report_value("subscription_id", values->subscription_id);
        report_value("resource_group", values->resource_group);
        report_value("registration_name", values->registration_name);
        report_value("customer_subscription_id",
                     values->customer_subscription_id);
    }
    fail_msg("error %d, size %lu", error, (unsigned long)size);
}

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    assert_non_null(memory);
    return memory;
}

/* Renders into a buffer of `size` bytes; `message` is the whole message, and
 * `expected` and `came` have room for `size` bytes and the margins. */
static void expect_size(int error, const azsreg_values *values, size_t size,
                        const char *message, char *expected, char *came)
{
    static const unsigned char fills[] = {0x00, 0xFF, 'A', 0x80};
    unsigned char fill = fills[size % sizeof fills];
    size_t length = strlen(message);
    size_t watched = MARGIN + size + MARGIN;
    memset(came, fill, watched);
    memset(expected, fill, watched);
    if (size > 0) {
        size_t cut = model_cut(message, length, size);
        memcpy(expected + MARGIN, message, cut);
        expected[MARGIN + cut] = '\0';
    }
    size_t returned =
        azsreg_format_detail(came + MARGIN, size, (azsreg_error)error, values);
    if (returned == length && memcmp(came, expected, watched) == 0)
        return;
    print_error("expected a length of %lu, came %lu; the buffer, with %d "
                "bytes 0x%02X before it and behind:\n",
                (unsigned long)length, (unsigned long)returned, MARGIN, fill);
    report_difference(expected, came, watched);
    fail_call(error, values, size);
}

static void expect_measure(int error, const azsreg_values *values,
                           const char *message)
{
    const size_t length = strlen(message);
    const size_t sizes[] = {0, 1, length, length + 1, SIZE_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        size_t came =
            azsreg_format_detail(NULL, sizes[i], (azsreg_error)error, values);
        if (came == length)
            continue;
        print_error("no buffer: expected a length of %lu, came %lu\n",
                    (unsigned long)length, (unsigned long)came);
        fail_call(error, values, sizes[i]);
    }
}

/* Without the model: the only control bytes are the detail's own line breaks,
 * and the message is well-formed. */
static void expect_safe(int error, const azsreg_values *values)
{
    size_t size =
        azsreg_format_detail(NULL, 0, (azsreg_error)error, values) + 1;
    char *message = allocate(size);
    azsreg_format_detail(message, size, (azsreg_error)error, values);
    size_t breaks = 0;
    size_t expected = error == AZSREG_ERROR_REGISTRATION_NOT_FOUND ? 3 : 0;
    bool is_safe = true;
    size_t length = 1;
    for (const char *c = message; is_safe && *c != '\0'; c += length) {
        uint32_t point = 0;
        length = model_decode(c, &point);
        breaks += *c == '\n';
        is_safe = length > 0 && (*c == '\n' || point >= 0x20) &&
                  (point < 0x7F || point > 0x9F);
    }
    if (!is_safe || breaks != expected) {
        report("unsafe", message, strlen(message));
        fail_call(error, values, size);
    }
    free(message);
}

/* Renders into buffers of every size up to two bytes more than it takes. */
static void expect_detail(int error, const azsreg_values *values)
{
    char *message = model_detail(model, error, values);
    const size_t size = strlen(message) + 3;
    char *expected = allocate(MARGIN + size + MARGIN);
    char *came = allocate(MARGIN + size + MARGIN);
    for (size_t i = 0; i < size; i++)
        expect_size(error, values, i, message, expected, came);
    expect_measure(error, values, message);
    expect_safe(error, values);
    free(came);
    free(expected);
    free(message);
}

/* The same, with only a few sizes, for long values. */
static void expect_long_detail(int error, const azsreg_values *values)
{
    char *message = model_detail(model, error, values);
    const size_t length = strlen(message);
    const size_t sizes[] = {0, 100, length / 2, length, length + 1};
    char *expected = allocate(MARGIN + length + 1 + MARGIN);
    char *came = allocate(MARGIN + length + 1 + MARGIN);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        expect_size(error, values, sizes[i], message, expected, came);
    free(came);
    free(expected);
    free(message);
}

/* ---- Values by name ------------------------------------------------------*/

static const struct {
    const char *value;
    const char *shown;
} shown_values[] = {
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
    /* Passes where eight bytes at a time are checked with a wrong constant. */
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

static void a_value_is_shown_as_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shown_values / sizeof shown_values[0]; i++) {
        const char *const shown[VALUE_COUNT] = {"", "", "",
                                                shown_values[i].shown};
        const azsreg_values values = {
            .customer_subscription_id = shown_values[i].value,
        };
        char *expected =
            document_detail(&model->document.rows[shortest - 1], shown);
        char came[256];
        azsreg_format_detail(came, sizeof came, shortest, &values);
        if (strcmp(expected, came) != 0) {
            report_value("value", shown_values[i].value);
            report_value("expected", expected);
            report_value("came", came);
            fail();
        }
        free(expected);
        expect_detail(shortest, &values);
    }
}

static void every_choice_of_missing_values(void **state)
{
    (void)state;
    for (int error = -1; error <= AZSREG_ERROR_COUNT + 1; error++) {
        for (unsigned mask = 0; mask < 1U << VALUE_COUNT; mask++) {
            const azsreg_values values = {
                .subscription_id = mask & 1 ? "4afd19a7-1cbb" : NULL,
                .resource_group = mask & 2 ? "" : NULL,
                .registration_name = mask & 4 ? "Contoso \xC3\x84" : NULL,
                .customer_subscription_id = mask & 8 ? "cccc\n2222" : NULL,
            };
            expect_detail(error, &values);
        }
        expect_detail(error, NULL);
    }
}

static void one_string_in_every_value(void **state)
{
    (void)state;
    static const char value[] = "the same \xE2\x82\xAC\t";
    const azsreg_values values = {value, value, value, value};
    for (int error = 0; error <= AZSREG_ERROR_COUNT; error++)
        expect_detail(error, &values);
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

/* Renders one value in the shortest detail, and expects it as `shown`. */
static void expect_shown(const char *value, const char *shown)
{
    static char start[64];
    static size_t start_length;
    static char came[16 * 1024];
    if (start_length == 0) {
        const char *detail = model->document.rows[shortest - 1].detail;
        start_length = strcspn(detail, "\1\2\3\4");
        memcpy(start, detail, start_length);
    }
    const azsreg_values values = {.customer_subscription_id = value};
    size_t length = strlen(shown);
    azsreg_format_detail(came, sizeof came, shortest, &values);
    if (memcmp(came, start, start_length) == 0 &&
        memcmp(came + start_length, shown, length) == 0 &&
        came[start_length + length] == '\'')
        return;
    report_value("value", value);
    report_value("expected, and the rest of the detail", shown);
    report_value("came", came);
    report_difference(shown, came + start_length, length);
    fail();
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

/* As a value by itself, and between others. */
static void every_code_point(void **state)
{
    (void)state;
    for (uint32_t point = 1; point < 0x110100; point++) {
        char bytes[5] = "";
        size_t length = encode(point, bytes);
        char shown[17];
        strcpy(shown, bytes);
        if (point >= CODE_POINT_COUNT || model->invisible[point] ||
            (point >= 0xD800 && point <= 0xDFFF))
            escape(bytes, length, shown);
        expect_shown(bytes, shown);
        char long_value[32] = "Contoso-";
        char long_shown[64] = "Contoso-";
        strcat(strcat(long_value, bytes), "-Fabrikam");
        strcat(strcat(long_shown, shown), "-Fabrikam");
        expect_shown(long_value, long_shown);
    }
}

/* All sequences of two bytes and three that start with `first`, each with a
 * letter behind it. */
static void expect_sequences(int first)
{
    static char value[256 * 4 + 1];
    for (int second = 1; second < 256; second++) {
        char *to = value;
        for (int third = 1; third < 256; third++) {
            *to++ = (char)first;
            *to++ = (char)second;
            *to++ = (char)third;
            *to++ = 'x';
        }
        *to = '\0';
        char *shown = model_show(model, value);
        expect_shown(value, shown);
        free(shown);
    }
}

/* Below 7F the first byte is a character, and the others are a sequence of
 * two bytes. */
static void every_sequence_of_three_bytes(void **state)
{
    (void)state;
    for (int first = 0x7F; first < 256; first++)
        expect_sequences(first);
}

/* Each by itself, so that the end of the value cuts what it starts. */
static void every_sequence_of_one_or_two_bytes(void **state)
{
    (void)state;
    for (int first = 1; first < 256; first++) {
        for (int second = 0; second < 256; second++) {
            const char value[] = {(char)first, (char)second, '\0'};
            char *shown = model_show(model, value);
            expect_shown(value, shown);
            free(shown);
        }
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
        char value[COUNT * 5 + 1];
        char *to = value;
        for (size_t last = 0; last < COUNT; last++) {
            *to++ = (char)edges[i / COUNT / COUNT];
            *to++ = (char)edges[i / COUNT % COUNT];
            *to++ = (char)edges[i % COUNT];
            *to++ = (char)edges[last];
            *to++ = 'x';
        }
        *to = '\0';
        char *shown = model_show(model, value);
        expect_shown(value, shown);
        free(shown);
    }
}

/* ---- Long values ---------------------------------------------------------*/

static void a_megabyte_of_each_kind(void **state)
{
    (void)state;
    static const char *const kinds[] = {
        "a",    "\xC3\xA9",     "\xE2\x82\xAC",     "\xF0\x9F\x98\x80",
        "\n",   "\xE2\x80\x8B", "\xF3\xA0\x80\xA0", "\xFF",
        "\xC3", "\xF0\x9F\x98", "%n\\x{}",          "12345678\xC2\xAD",
    };
    enum { MEGABYTE = 1024 * 1024 };
    char *value = allocate(MEGABYTE + 1);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (size_t j = 0; j < MEGABYTE; j++)
            value[j] = kinds[i][j % strlen(kinds[i])];
        value[MEGABYTE] = '\0';
        const azsreg_values values = {.customer_subscription_id = value};
        expect_long_detail(shortest, &values);
    }
    free(value);
}

/* ---- Generated values ----------------------------------------------------*/

enum { VALUE_MAX = 40 };

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
        to[0] = (char)(1 + random_below(random, 0x1F));
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
        to[0] = (char)(1 + random_below(random, 255));
        return 1;
    default:
        to[0] = (char)(0x20 + random_below(random, 0x5F));
        return 1;
    }
}

/* A value of some length, made of pieces, the last of which may be cut. Every
 * eighth value is missing. */
static const char *make_value(uint64_t *random, char value[VALUE_MAX + 1])
{
    static const size_t around_words[] = {7, 8, 9, 15, 16, 17, 23, 24, 25};
    if (random_below(random, 8) == 0)
        return NULL;
    size_t length = random_below(random, VALUE_MAX + 1);
    if (random_below(random, 2) == 0)
        length = around_words[random_below(random, 9)];
    char pieces[VALUE_MAX + 32];
    size_t made = 0;
    bool is_clean = random_below(random, 4) == 0;
    while (made < length) {
        if (is_clean && made + 1 < length)
            pieces[made++] = (char)(0x20 + random_below(random, 0x5F));
        else
            made += make_piece(random, &pieces[made]);
    }
    memcpy(value, pieces, length);
    value[length] = '\0';
    return value;
}

static void generated_values(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 12000; i++) {
        char texts[VALUE_COUNT][VALUE_MAX + 1];
        const azsreg_values values = {
            .subscription_id = make_value(&random, texts[0]),
            .resource_group = make_value(&random, texts[1]),
            .registration_name = make_value(&random, texts[2]),
            .customer_subscription_id = make_value(&random, texts[3]),
        };
        int error = 1 + (int)random_below(&random, AZSREG_ERROR_COUNT);
        if (azsreg_error_values((azsreg_error)error) == 0)
            error = shortest;
        expect_detail(error, &values);
    }
}

/* ---- Edges of memory -----------------------------------------------------*/

/* Values and buffers at the start and at the end of a page: nothing is read
 * beside the one or written beside the other. */
static void values_and_buffers_at_both_ends_of_a_page(void **state)
{
    (void)state;
    struct pages from = pages_new(1);
    struct pages to = pages_new(1);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 4000; i++) {
        char text[VALUE_MAX + 1];
        if (make_value(&random, text) == NULL)
            continue;
        const bool first = i % 2 == 0;
        char *value = first ? from.first : from.end - strlen(text) - 1;
        strcpy(value, text);
        const azsreg_values values = {.customer_subscription_id = value};
        char *message = model_detail(model, shortest, &values);
        const size_t whole = strlen(message);
        for (size_t size = 1; size <= whole + 1; size++) {
            char *came = first ? to.first : to.end - size;
            size_t length = azsreg_format_detail(came, size, shortest, &values);
            size_t cut = model_cut(message, whole, size);
            if (length != whole || strlen(came) != cut ||
                memcmp(came, message, cut) != 0)
                fail_call(shortest, &values, size);
        }
        free(message);
    }
    pages_free(to);
    pages_free(from);
}

static void a_size_that_is_more_than_there_is(void **state)
{
    (void)state;
    const azsreg_values values = {.customer_subscription_id =
                                      "Contoso \xE2\x82\xAC\n Fabrikam"};
    char *message = model_detail(model, shortest, &values);
    const size_t needed = strlen(message) + 1;
    const size_t sizes[] = {needed, SIZE_MAX / 2, SIZE_MAX / 2 + 1,
                            SIZE_MAX - 1, SIZE_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char came[256];
        memset(came, 'A', sizeof came);
        size_t length = azsreg_format_detail(came, sizes[i], shortest, &values);
        if (length + 1 != needed || memcmp(came, message, needed) != 0 ||
            came[needed] != 'A')
            fail_call(shortest, &values, sizes[i]);
    }
    free(message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_shown_as_the_rule_says),
        cmocka_unit_test(every_choice_of_missing_values),
        cmocka_unit_test(one_string_in_every_value),
        cmocka_unit_test(every_code_point),
        cmocka_unit_test(every_sequence_of_one_or_two_bytes),
        cmocka_unit_test(every_sequence_of_three_bytes),
        cmocka_unit_test(sequences_of_four_bytes),
        cmocka_unit_test(a_megabyte_of_each_kind),
        cmocka_unit_test(generated_values),
        cmocka_unit_test(values_and_buffers_at_both_ends_of_a_page),
        cmocka_unit_test(a_size_that_is_more_than_there_is),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
