/* SPDX-License-Identifier: MIT
 *
 * Finding codes in a text, compared with the naive model.
 */
#include <azsreg/azsreg.h>

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model.h"
#include "pages.h"
#include "random.h"
#include "report.h"

/* A code has at most CODE_MAX bytes. */
enum { CODE_MAX = 64, MEGABYTE = 1024 * 1024 };

static struct pages pages;

static int set_up(void **state)
{
    (void)state;
    pages = pages_new(MEGABYTE);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pages_free(pages);
    return 0;
}

static const char *code_of(int number)
{
    return azsreg_error_code((azsreg_error)number);
}

/* Finds every code of a text, with and without an offset. */
static void expect_all(const char *text, size_t length)
{
    size_t expected_offset = 0;
    azsreg_error expected;
    do {
        expected = model_find(text, length, &expected_offset);
        size_t offset = SIZE_MAX;
        const azsreg_error came = azsreg_error_find(text, length, &offset);
        const azsreg_error alone = azsreg_error_find(text, length, NULL);
        if (came != expected || alone != expected ||
            offset != expected_offset) {
            report("text", text, length);
            fail_msg("expected %d at %lu, came %d at %lu, without offset %d",
                     (int)expected, (unsigned long)expected_offset, (int)came,
                     (unsigned long)offset, (int)alone);
        }
        text += offset;
        length -= offset;
        if (expected != AZSREG_ERROR_UNKNOWN) {
            text += strlen(azsreg_error_code(expected));
            length -= strlen(azsreg_error_code(expected));
        }
    } while (expected != AZSREG_ERROR_UNKNOWN);
}

/* Finds the codes of a text that ends at a protected page, and of one that
 * starts behind one. Returns the first error. */
static azsreg_error check(const char *text, size_t length)
{
    char *slice = memmove(pages.end - length, text, length);
    expect_all(slice, length);
    slice = memmove(pages.first, slice, length);
    expect_all(slice, length);
    return azsreg_error_find(slice, length, NULL);
}

/* ---- Texts by name -------------------------------------------------------*/

enum { TEXT_MAX = 4096 };

/* Puts a code in the place of each '@'. */
static const char *with_code(char text[TEXT_MAX], const char *frame,
                             const char *code)
{
    char *to = text;
    for (; *frame != '\0'; frame++) {
        if (*frame == '@')
            to += strlen(strcpy(to, code));
        else
            *to++ = *frame;
    }
    *to = '\0';
    return text;
}

static const struct {
    const char *text;
    bool stands; /* the code where '@' is */
} frames[] = {
    {"@", true},
    {" @ ", true},
    {"'@'", true},
    {"@.", true},
    {"-@-", true},
    {"/@/", true},
    {"=@&", true},
    {"<@>", true},
    {"\t@\r\n", true},
    {"\xC3\xA9@\xC3\xA9", true},
    {"\xEF\xBB\xBF@", true},
    {"\xFF@\xFF", true},
    /* Part of a longer word. */
    {"x@", false},
    {"@x", false},
    {"X@", false},
    {"@Z", false},
    {"0@", false},
    {"@9", false},
    {"_@", false},
    {"@_", false},
    {"@@", false},
    {"az_error_@_code", false},
    /* Escapes. */
    {"\\b@", true},
    {"\\f@", true},
    {"\\n@", true},
    {"\\r@", true},
    {"\\t@", true},
    {"\\r\\n@\\r\\n", true},
    {"\\\\n@", true},
    {"\\\\\\n@", true},
    {"\\\"@\\\"", true},
    {"\\u0027@\\u0027", true},
    {"\\u00e9@\\u00E9", true},
    {"\\u0041@", true},
    {"\\x0A@\\x0A", true},
    {"\\x0a@", true},
    {"\\xC2\\x9B@", true},
    {"\\@", true},
    {"@\\", true},
    /* None. */
    {"n@", false},
    {"x0A@", false},
    {"u0027@", false},
    {"\\a@", false},
    {"\\0@", false},
    {"\\v@", false},
    {"\\N@", false},
    {"\\U0027@", false},
    {"\\X0A@", false},
    {"\\nn@", false},
    {"\\ n@", false},
    {"\\u002@", false},
    {"\\u00277@", false},
    {"\\u002g@", false},
    {"\\u@", false},
    {"\\x@", false},
    {"\\xA@", false},
    {"\\x0G@", false},
    {"\\x0A0@", false},
    {"\\x0A_@", false},
    /* What people hold. */
    {"{\"error\":{\"code\":\"@\",\"message\":\"no\"}}", true},
    {"{\"error\": {\"code\": \"authorization_failed\", \"details\": "
     "[{\"code\": \"@\"}]}}",
     true},
    {"invoke-restmethod : {\"error\":{\"code\":\"@\"}}\r\nat line:1", true},
    {"2018-02-05t10:11:12z error code=@ status=404", true},
    {"{\"body\":\"{\\\"code\\\":\\\"@\\\"}\"}", true},
    {"{\"body\":\"{\\n\\\\u0022\\\\n@\\\\n\"}", true},
};

/* No frame has a code of its own: codes start with an upper-case letter. */
static void a_code_stands_where_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            char text[TEXT_MAX];
            with_code(text, frames[i].text, code_of(number));
            const size_t place = strcspn(frames[i].text, "@");
            check(text, strlen(text));
            size_t offset;
            const int came =
                (int)azsreg_error_find(text, strlen(text), &offset);
            if ((came == number && offset == place) == frames[i].stands)
                continue;
            report("text", text, strlen(text));
            fail_msg("expected %s %d at %lu, came %d at %lu",
                     frames[i].stands ? "" : "no", number, (unsigned long)place,
                     came, (unsigned long)offset);
        }
    }
}

static void null_has_length_0(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, 20, 64, 4096, SIZE_MAX};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        size_t offset = SIZE_MAX;
        assert_int_equal(azsreg_error_find(NULL, lengths[i], &offset),
                         AZSREG_ERROR_UNKNOWN);
        assert_int_equal(offset, 0);
        assert_int_equal(azsreg_error_find(NULL, lengths[i], NULL),
                         AZSREG_ERROR_UNKNOWN);
    }
}

static void texts_of_one_byte_and_of_none(void **state)
{
    (void)state;
    check("", 0);
    for (int byte = 0; byte <= UCHAR_MAX; byte++) {
        const char text = (char)byte;
        check(&text, 1);
    }
}

/* ---- Every byte around a code --------------------------------------------*/

/* Replaces each byte of the frame by each of the 256, NUL included. */
static void every_byte_around_a_code(void **state)
{
    (void)state;
    static const char *const around[] = {
        " @ ", "\\n@\\n", "\\u00aF@\\u00aF", "\\x0A@\\x0A", "\\\\t@.",
    };
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            char text[TEXT_MAX];
            with_code(text, around[i], code_of(number));
            const size_t length = strlen(text);
            const size_t before = strcspn(around[i], "@");
            for (size_t place = 0; place < length; place++) {
                if (place == before)
                    place += strlen(code_of(number));
                const char kept = text[place];
                for (int byte = 0; byte <= UCHAR_MAX; byte++) {
                    text[place] = (char)byte;
                    check(text, length);
                }
                text[place] = kept;
            }
        }
    }
}

/* All that an escape can be confused with, since it has at most six bytes. */
static void six_bytes_before_a_code(void **state)
{
    (void)state;
    static const char bytes[] = {'\\', 'n', 'u', 'x', '0', 'f', 'G', ' '};
    enum { BEFORE = 6, COUNT = sizeof bytes };
    char text[TEXT_MAX];
    strcpy(text + BEFORE, code_of(1));
    const size_t length = BEFORE + strlen(code_of(1));
    for (size_t i = 0; i < COUNT * COUNT * COUNT * COUNT * COUNT * COUNT; i++) {
        size_t rest = i;
        for (size_t place = 0; place < BEFORE; place++) {
            text[place] = bytes[rest % COUNT];
            rest /= COUNT;
        }
        expect_all(text, length);
    }
}

/* ---- Bodies --------------------------------------------------------------*/

static void append(char text[TEXT_MAX], const char *more)
{
    assert_true(strlen(text) + strlen(more) < TEXT_MAX);
    strcat(text, more);
}

/* How the bytes of a body are written in a string of another body. */
enum { SHORT, NUMBERED, STYLE_COUNT };

static const char *const escapes[STYLE_COUNT][4] = {
    {"\\\"", "\\\\", "\\n", "'"},
    {"\\u0022", "\\\\", "\\u000A", "\\u0027"},
};

static void expect_first(int number, const char *text)
{
    const int came = (int)check(text, strlen(text));
    if (came == number)
        return;
    report("text", text, strlen(text));
    fail_msg("expected %d, came %d", number, came);
}

/* Puts the body into a string of another one. */
static void nest(char body[TEXT_MAX], int style)
{
    char outer[TEXT_MAX] = "{\n\"message\": \"";
    for (const char *from = body; *from != '\0'; from++) {
        static const char escaped[] = "\"\\\n'";
        const char *which = strchr(escaped, *from);
        const char byte[] = {*from, '\0'};
        append(outer, which != NULL ? escapes[style][which - escaped] : byte);
    }
    append(outer, "\"\n}");
    strcpy(body, outer);
}

static const char *const bodies[] = {
    "@",
    "\n@\n",
    "{\n\"code\": \"@\"}",
    "{'code': '@', 'message': 'the code\n@'}",
    "{\"code\": \"forbidden\",\n\"details\": [{\"code\":\n\"@\"}]}",
};

/* Each body nested up to three times, and then as azsreg_escape shows it. */
static void bodies_in_bodies(void **state)
{
    (void)state;
    enum { DEPTH = 3, STYLES = STYLE_COUNT * STYLE_COUNT * STYLE_COUNT };
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        for (int j = 0; j < AZSREG_ERROR_COUNT * STYLES; j++) {
            const int number = 1 + j / STYLES;
            int style = j % STYLES;
            char body[TEXT_MAX];
            with_code(body, bodies[i], code_of(number));
            for (int depth = 0; depth <= DEPTH; depth++) {
                expect_first(number, body);
                char shown[TEXT_MAX];
                azsreg_escape(shown, sizeof shown, body, strlen(body));
                expect_first(number, shown);
                nest(body, style % STYLE_COUNT);
                style /= STYLE_COUNT;
            }
        }
    }
}

static void every_slice_of_a_body(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char body[TEXT_MAX];
        with_code(body, "{\"code\":\"\\\\n@\\u0022,\\x0A@\"}", code_of(number));
        for (size_t first = 0; body[first] != '\0'; first++)
            for (size_t end = first; end <= strlen(body); end++)
                check(&body[first], end - first);
    }
}

static void every_code_at_every_place(void **state)
{
    (void)state;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        for (size_t place = 0; place <= 2 * CODE_MAX; place++) {
            char text[TEXT_MAX];
            memset(text, ' ', 2 * CODE_MAX);
            strcpy(&text[place], code_of(number));
            strcat(text, " -");
            expect_first(number, text);
            memset(text, 'x', place);
            check(text, strlen(text));
        }
    }
}

static void every_two_codes_and_what_is_between_them(void **state)
{
    (void)state;
    static const char *const between[] = {"", " ", "\\n", "_", "\\", "n"};
    for (int i = 0; i < AZSREG_ERROR_COUNT * AZSREG_ERROR_COUNT; i++) {
        for (size_t j = 0; j < sizeof between / sizeof between[0]; j++) {
            char text[TEXT_MAX];
            strcpy(text, code_of(1 + i / AZSREG_ERROR_COUNT));
            strcat(text, between[j]);
            strcat(text, code_of(1 + i % AZSREG_ERROR_COUNT));
            check(text, strlen(text));
        }
    }
}

static void a_megabyte_of_each_kind(void **state)
{
    (void)state;
    static const char *const kinds[] = {"x", " ",    "\\", "\\n",
                                        "@", "@\\n", "x ", "\\u00"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        char piece[TEXT_MAX];
        with_code(piece, kinds[i], code_of(1));
        const size_t length = strlen(piece);
        for (size_t place = 0; place < MEGABYTE; place++)
            pages.first[place] = piece[place % length];
        expect_all(pages.first, MEGABYTE);
    }
}

/* ---- Generated texts -----------------------------------------------------*/

enum { GENERATED_MAX = 320 };

/* Appends a code, or the start or the end of one. */
static size_t make_code(uint64_t *random, char *to)
{
    const char *code =
        code_of(1 + (int)random_below(random, AZSREG_ERROR_COUNT));
    const size_t length = strlen(code);
    size_t first = 0;
    size_t size = length;
    switch (random_below(random, 6)) {
    case 0:
        first = random_below(random, length);
        size = length - first;
        break;
    case 1:
        size = random_below(random, length);
        break;
    default:
        break;
    }
    memcpy(to, code + first, size);
    return size;
}

static size_t make_piece(uint64_t *random, char *to)
{
    static const char *const pieces[] = {
        "\\",  "\\",   "\\n",      "\\t",  "\\x0A",       "\\u0027",
        "\\x", "\\u",  "n",        "u",    "x",           "0",
        "0A",  "f",    "_",        "Z",    " ",           "\n",
        "\"",  ": ",   ",",        ".",    "{",           "\\\"",
        "the", "code", "\xC3\xA9", "\xFF", "\xE2\x80\x8B"};
    switch (random_below(random, 8)) {
    case 0:
    case 1:
        return make_code(random, to);
    case 2:
        *to = (char)random_next(random);
        return 1;
    case 3:
        *to = '\0';
        return 1;
    default:
        strcpy(to,
               pieces[random_below(random, sizeof pieces / sizeof pieces[0])]);
        return strlen(to);
    }
}

static void generated_texts(void **state)
{
    (void)state;
    print_message("seed %d\n", RANDOM_SEED);
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++) {
        char text[GENERATED_MAX + CODE_MAX];
        const size_t wanted =
            random_below(&random, i % 4 == 0 ? GENERATED_MAX : 80);
        size_t length = 0;
        while (length < wanted)
            length += make_piece(&random, &text[length]);
        check(text, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_stands_where_the_rule_says),
        cmocka_unit_test(null_has_length_0),
        cmocka_unit_test(texts_of_one_byte_and_of_none),
        cmocka_unit_test(every_byte_around_a_code),
        cmocka_unit_test(six_bytes_before_a_code),
        cmocka_unit_test(bodies_in_bodies),
        cmocka_unit_test(every_slice_of_a_body),
        cmocka_unit_test(every_code_at_every_place),
        cmocka_unit_test(every_two_codes_and_what_is_between_them),
        cmocka_unit_test(a_megabyte_of_each_kind),
        cmocka_unit_test(generated_texts),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
