/* SPDX-License-Identifier: MIT
 *
 * What Frama-C's Eva analyses: the library, called with bytes that Eva knows
 * nothing of. Each buffer and each slice has exactly its size, so that a byte
 * read or written beyond it is an alarm. The entry points are the functions
 * without `static`. Those that render an error take it from the macro ERROR;
 * without it, they take any int that is not one of the errors.
 *
 * Two copies of a value stand in two places, and Eva is not told which of the
 * two is passed. So it learns nothing of the bytes when the library looks at
 * them, and its states differ by length and place alone, not by content: that
 * makes the difference between hundreds of states and millions.
 */
#include <azsreg/azsreg.h>

#include <__fc_builtin.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "code_lengths.h"
#include "key.h"

enum { LONGEST_CODE = 34, LONGEST_DETAIL = 512, LONGEST_VALUE = 40 };

void code(void);
void facts(void);
void find(void);
void detail_missing(void);
void detail_four(void);
void detail_eight(void);
void everything(void);

#ifndef ERROR
#define ERROR any_other_int()
#endif

static azsreg_error any_other_int(void)
{
    return (azsreg_error)Frama_C_unsigned_int_interval(AZSREG_ERROR_COUNT + 1,
                                                       UINT_MAX);
}

static char *unknown_bytes(size_t size)
{
    char *bytes = calloc(size, 1);
    Frama_C_make_unknown(bytes, size);
    return bytes;
}

/* ---- Codes ---------------------------------------------------------------*/

static void look_up_slices(void)
{
    for (size_t length = 0; length <= LONGEST_CODE; length++) {
        const char *slice = unknown_bytes(length);
        azsreg_error error = azsreg_error_from_code_n(slice, length);
        //@ assert slice_gives_an_error: 0 <= error <= AZSREG_ERROR_COUNT;
    }
}

/* The strings end where `bytes` ends, with its NUL. Bytes from 0x80 on are left
 * to the slices: they are negative, and an interval cannot leave out the zero
 * that would end a string. */
static void look_up_strings(void)
{
    static char bytes[LONGEST_CODE + 1];
    for (size_t start = LONGEST_CODE + 1; start-- > 0;) {
        azsreg_error error = azsreg_error_from_code(&bytes[start]);
        //@ assert string_gives_an_error: 0 <= error <= AZSREG_ERROR_COUNT;
        if (start > 0)
            bytes[start - 1] = Frama_C_char_interval(1, CHAR_MAX);
    }
}

/* Codes of all lengths, as words. One catalog reaches only part of key_load:
 * the number of words is that of its longest code. */
static void load_keys(void)
{
    uint64_t words[KEY_WORDS_LIMIT];
    for (size_t count = 1; count <= KEY_WORDS_LIMIT; count++)
        for (size_t length = 1; length <= count * WORD_SIZE; length++)
            key_load(words, count, unknown_bytes(length), length);
}

static void look_up_null(void)
{
    size_t length = Frama_C_size_t_interval(0, SIZE_MAX);
    azsreg_error slice = azsreg_error_from_code_n(NULL, length);
    //@ assert null_slice_is_unknown: slice == AZSREG_ERROR_UNKNOWN;
    azsreg_error string = azsreg_error_from_code(NULL);
    //@ assert null_string_is_unknown: string == AZSREG_ERROR_UNKNOWN;
}

static void look_up_codes(void)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        azsreg_error error = azsreg_error_from_code(code);
        //@ assert code_gives_its_error: error == number;
    }
}

void code(void)
{
    load_keys();
    look_up_slices();
    look_up_strings();
    look_up_null();
    look_up_codes();
    const char *version = azsreg_version();
    //@ assert version_is_text: valid_read_string(version);
}

/* ---- Codes in texts ------------------------------------------------------*/

enum { LONGEST_TEXT = CODE_LENGTH_MIN + 4 };

/* Texts of unknown bytes, and texts with a code in them: after each escape, and
 * cut. */
void find(void)
{
    for (size_t length = 0; length <= LONGEST_TEXT; length++) {
        const char *text = unknown_bytes(length);
        size_t offset;
        azsreg_error error = azsreg_error_find(text, length, &offset);
        //@ assert text_gives_an_error: 0 <= error <= AZSREG_ERROR_COUNT;
        //@ assert offset_is_in_the_text: offset <= length;
    }
    static const char escapes[] =
        "\\nRegistrationNotFound\\x0ARegistrationNotFound"
        "\\u000aRegistrationNotFound\\u00 RegistrationNotFoundRegistration";
    for (size_t start = 0; start < sizeof escapes; start++) {
        const size_t length = sizeof(escapes) - 1 - start;
        size_t offset;
        azsreg_error_find(&escapes[start], length, &offset);
        //@ assert offset_is_in_the_escapes: offset <= length;
        azsreg_error_find(escapes, start, NULL);
    }
    size_t offset;
    azsreg_error_find(NULL, Frama_C_size_t_interval(0, SIZE_MAX), &offset);
    //@ assert null_has_no_bytes: offset == 0;
}

/* ---- Escaping ------------------------------------------------------------*/

static void escape(void)
{
    for (size_t length = 0; length <= 4; length++) {
        const char *text = unknown_bytes(length);
        for (size_t size = 0; size <= 4 * length + 1; size++) {
            char *buffer = unknown_bytes(size);
            size_t whole = azsreg_escape(buffer, size, text, length);
            //@ assert whole_is_sane: whole <= 4 * length;
        }
    }
    static const char longer[] = "Contoso-\nFabrikam";
    size_t shown = azsreg_escape(NULL, 0, longer, sizeof longer);
    //@ assert longer_is_shown: shown == sizeof(longer) + 6;
    size_t none = azsreg_escape(NULL, 1, NULL, SIZE_MAX);
    //@ assert null_text_is_empty: none == 0;
}

/* ---- What is known of any int --------------------------------------------*/

static void know(azsreg_error error)
{
    const char *code = azsreg_error_code(error);
    //@ assert code_is_text: valid_read_string(code);
    const char *comment = azsreg_error_comment(error);
    //@ assert comment_is_text: valid_read_string(comment);
    unsigned mask = azsreg_error_values(error);
    //@ assert mask_has_four_bits: mask <= 15;
    bool transient = azsreg_error_is_transient(error);
    //@ assert transient_is_a_bool: transient == 0 || transient == 1;
}

void facts(void)
{
    for (int number = 0; number <= AZSREG_ERROR_COUNT; number++)
        know((azsreg_error)number);
    know(any_other_int());
}

/* ---- Rendering -----------------------------------------------------------*/

/* Renders into buffers of the sizes from `from` to `to`. */
static void render(const azsreg_values *values, size_t from, size_t to,
                   size_t step)
{
    for (size_t size = from; size <= to; size += step) {
        char *buffer = unknown_bytes(size);
        size_t length = azsreg_format_detail(buffer, size, ERROR, values);
        //@ assert length_is_sane: 0 < length < LONGEST_DETAIL;
    }
}

/* The length of the message with all values `value`. */
static size_t measure(const char *value)
{
    const azsreg_values values = {value, value, value, value};
    return azsreg_format_detail(NULL, 0, ERROR, &values);
}

static void render_missing(size_t step)
{
    size_t size = Frama_C_size_t_interval(0, SIZE_MAX);
    size_t length = azsreg_format_detail(NULL, size, ERROR, NULL);
    //@ assert null_measures: 0 < length < LONGEST_DETAIL;
    render(NULL, 0, length + 1, step);
}

void detail_missing(void)
{
    render_missing(1);
}

/* The two copies of a value, and a NUL. */
static unsigned char copies[2][LONGEST_VALUE + 1];

/* Bytes of the value become unknown, from `least` to `most`. */
static void make_unknown(size_t from, size_t to, unsigned char least,
                         unsigned char most)
{
    for (size_t i = from; i < to; i++) {
        copies[0][i] = Frama_C_unsigned_char_interval(least, most);
        copies[1][i] = copies[0][i];
    }
}

static const char *one_copy(void)
{
    return (const char *)copies[Frama_C_size_t_interval(0, 1)];
}

/* All values at once, of one unknown byte each. */
static void render_one_byte(size_t step)
{
    make_unknown(0, 1, 1, 255);
    const char *value = one_copy();
    const azsreg_values values = {value, value, value, value};
    render(&values, 0, measure("\1") + 1, step);
}

/* Where in the message a value stands: where it changes when it is "|". The
 * other values are empty. SIZE_MAX if the message does not quote it. */
static size_t place(int which)
{
    const char *with[2] = {"", "|"};
    char message[2][LONGEST_DETAIL];
    for (int i = 0; i < 2; i++) {
        const char *value[4] = {"", "", "", ""};
        value[which] = with[i];
        azsreg_values values = {value[0], value[1], value[2], value[3]};
        azsreg_format_detail(message[i], LONGEST_DETAIL, ERROR, &values);
    }
    for (size_t i = 0; message[0][i] != '\0'; i++) {
        if (message[0][i] != message[1][i])
            return i;
    }
    return SIZE_MAX;
}

/* One value at a time, into buffers that end in it or next to it, when it
 * takes up to `longest` bytes: each `step` sizes, from `first` bytes on. */
static void render_around(size_t longest, size_t first, size_t step)
{
    for (int which = 0; which < 4; which++) {
        size_t start = place(which);
        if (start == SIZE_MAX)
            continue;
        const char *value[4] = {"", "", "", ""};
        value[which] = one_copy();
        azsreg_values values = {value[0], value[1], value[2], value[3]};
        render(&values, start + first, start + longest + 2, step);
    }
}

/* 0 to 4 unknown bytes: one of them may be a NUL. */
void detail_four(void)
{
    make_unknown(0, 4, 0, 255);
    render_around(4 * 4, 0, 1);
}

/* 8 unknown bytes: cut near their start, half-way, and not at all. */
void detail_eight(void)
{
    make_unknown(0, 8, 1, 255);
    render_around(4 * 8, 4, 15);
}

/* 20 bytes to escape, then 20 to show. */
static void detail_long(void)
{
    make_unknown(0, 20, 0x01, 0x1F);
    make_unknown(20, 40, 0x20, 0x7E);
    render_around(4 * 20 + 20, 0, 7);
}

/* A message longer than SIZE_MAX, which takes a size_t of 16 bits to happen. */
static void detail_saturated(void)
{
    static char text[21801];
    memset(text, 'A', sizeof text - 1);
    const azsreg_values values = {text, text, text, text};
    size_t length = azsreg_format_detail(
        NULL, 0, AZSREG_ERROR_REGISTRATION_NOT_FOUND, &values);
    //@ assert length_saturates: length == SIZE_MAX;
}

/* Every statement of the library, with fewer sizes of buffers. */
void everything(void)
{
    code();
    find();
    facts();
    escape();
    render_missing(7);
    render_one_byte(7);
    detail_four();
    detail_long();
    if (SIZE_MAX == UINT16_MAX)
        detail_saturated();
}
