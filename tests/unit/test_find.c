/* SPDX-License-Identifier: MIT
 *
 * Codes in a text.
 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compare.h"
#include "random.h"

enum { TEXT_MAX = 512 };

static const char *code_of(int number)
{
    return azsreg_error_code((azsreg_error)number);
}

/* Puts a code in the place of each '@' of a frame. Returns the length. */
static size_t make_text(char text[TEXT_MAX], const char *frame,
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
    return (size_t)(to - text);
}

static const struct {
    const char *frame;
    bool stands; /* the code where '@' is */
} frames[] = {
    /* Alone, and between what is not a letter, digit or underscore. */
    {"@", true},
    {"/@/", true},
    {"\xC3\xA9@\xC3\xA9", true},
    {"2018-02-05t10:11:12z error code=@ status=404", true},
    {"{\"error\": {\"code\": \"forbidden\", \"details\": [{\"code\": \"@\"}]}}",
     true},
    /* In a longer word. */
    {"x@", false},
    {"@X", false},
    {"0@", false},
    {"@_", false},
    {"@@", false},
    /* After an escape. */
    {"\\b@", true},
    {"\\f@", true},
    {"\\n@", true},
    {"\\r@", true},
    {"\\t@", true},
    {"\\u0041@", true},
    {"\\u00e9@\\u00E9", true},
    {"\\x0A@\\x0A", true},
    {"\\\"@\\\"", true},
    /* In a body that is in a body that is in a body. */
    {"\\\\\\\\n@\\\\\\\\n", true},
    {"\\\\\\\\u0022@\\\\\\\\\\\\\\\"", true},
    /* After what is not an escape. */
    {"n@", false},
    {"x0A@", false},
    {"\\a@", false},
    {"\\N@", false},
    {"\\U0027@", false},
    {"\\nn@", false},
    {"\\u002@", false},
    {"\\u00277@", false},
    {"\\x0G@", false},
};

static void a_code_stands_where_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            char text[TEXT_MAX];
            const size_t length =
                make_text(text, frames[i].frame, code_of(number));
            assert_true(find_is_right(text, length));
            const size_t place = strcspn(frames[i].frame, "@");
            size_t offset;
            const int came = (int)azsreg_error_find(text, length, &offset);
            if ((came == number && offset == place) != frames[i].stands)
                fail_msg("%s: expected %s %d at %lu, came %d at %lu", text,
                         frames[i].stands ? "" : "no", number,
                         (unsigned long)place, came, (unsigned long)offset);
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

/* Replaces each byte of a frame by each of the 256. */
static void every_byte_around_a_code(void **state)
{
    (void)state;
    static const char *const around[] = {
        " @ ", "\\n@\\n", "\\u00aF@\\u00aF", "\\x0A@\\x0A", "\\\\t@.",
    };
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            char text[TEXT_MAX];
            const size_t length = make_text(text, around[i], code_of(number));
            const size_t before = strcspn(around[i], "@");
            for (size_t place = 0; place < length; place++) {
                if (place == before)
                    place += strlen(code_of(number));
                const char kept = text[place];
                for (int byte = 0; byte <= UCHAR_MAX; byte++) {
                    text[place] = (char)byte;
                    assert_true(find_is_right(text, length));
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
    const size_t length = BEFORE + strlen(strcpy(text + BEFORE, code_of(1)));
    for (size_t i = 0; i < COUNT * COUNT * COUNT * COUNT * COUNT * COUNT; i++) {
        size_t rest = i;
        for (size_t place = 0; place < BEFORE; place++) {
            text[place] = bytes[rest % COUNT];
            rest /= COUNT;
        }
        assert_true(find_is_right(text, length));
    }
}

/* A code that stands after a byte stands there too when that is escaped. */
static void what_azsreg_escape_wrote_is_read(void **state)
{
    (void)state;
    for (int byte = 0; byte <= UCHAR_MAX; byte++) {
        char text[CODE_MAX + 2] = {(char)byte};
        char shown[TEXT_MAX];
        const size_t length = strlen(strcpy(&text[1], code_of(1))) + 1;
        azsreg_escape(shown, sizeof shown, text, length);
        assert_int_equal(azsreg_error_find(shown, strlen(shown), NULL),
                         azsreg_error_find(text, length, NULL));
    }
}

/* Whatever stands in it, the time is linear. */
static void a_megabyte_of_each_kind(void **state)
{
    (void)state;
    static char text[1024 * 1024];
    static const char *const kinds[] = {"x", " ",    "\\", "\\n",
                                        "@", "@\\n", "x ", "\\u00"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        char piece[TEXT_MAX];
        const size_t length = make_text(piece, kinds[i], code_of(1));
        for (size_t place = 0; place < sizeof text; place++)
            text[place] = piece[place % length];
        assert_true(find_is_right(text, sizeof text));
    }
}

/* Appends a piece. Returns its length. */
static size_t random_piece(uint64_t *random, char *to)
{
    static const char *const pieces[] = {
        "\\",   "\\", "\\n", "\\x0A", "\\u0027", "\\x",  "\\u",  "n",
        "u",    "x",  "0A",  "f",     "_",       "Z",    " ",    "\n",
        "\": ", ".",  "{",   "",      "code",    "\xC3", "\xFF", "\xA9"};
    switch (random_below(random, 4)) {
    case 0:
        return random_code(random, to);
    case 1:
        *to = (char)random_next(random);
        return 1;
    default:
        return strlen(strcpy(
            to,
            pieces[random_below(random, sizeof pieces / sizeof pieces[0])]));
    }
}

static void random_texts(void **state)
{
    (void)state;
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 100000; i++) {
        char text[TEXT_MAX];
        const size_t wanted = random_below(&random, i % 4 == 0 ? 320 : 80);
        size_t length = 0;
        while (length < wanted)
            length += random_piece(&random, &text[length]);
        assert_true(find_is_right(text, length));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_stands_where_the_rule_says),
        cmocka_unit_test(null_has_length_0),
        cmocka_unit_test(every_byte_around_a_code),
        cmocka_unit_test(six_bytes_before_a_code),
        cmocka_unit_test(what_azsreg_escape_wrote_is_read),
        cmocka_unit_test(a_megabyte_of_each_kind),
        cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
