/* SPDX-License-Identifier: MIT
 *
 * The codes in standard input, against a naive second implementation: it has
 * the whole input at once, and tries each code at each place. The input comes
 * in pieces of every size, in bytes and in UTF-16.
 */
#define _XOPEN_SOURCE 700 /* socketpair, sigaction, setitimer */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmocka.h>

#include "stream.h"

/* ---- The inputs ----------------------------------------------------------*/

#define CODE "InvalidCSPSubscription"

static const char *const inputs[] = {
    "",
    "x",
    CODE,
    CODE "\n",
    " " CODE " ",
    "x" CODE,
    CODE "x",
    "_" CODE ",9" CODE "," CODE "Z," CODE,
    "\nRegistrationNotFound\r\nRegistrationNotFoundX\r\nxRegistrationNotFound",
    "{\"error\":{\"code\":\"BadCustomerSubscriptionId\",\"details\":[{\"code\":"
    "\"CustomerSubscriptionNotFound\"}]}}",
    "{\\\"code\\\":\\\"" CODE "\\\"}\\n" CODE "\\n",
    /* What is an escape, and what is not quite one. */
    "\\n" CODE " \\t" CODE " \\r" CODE " \\b" CODE " \\f" CODE " \\a" CODE,
    "\\u000A" CODE " \\u00Ag" CODE " \\u00A" CODE " \\\\u000a" CODE,
    "\\x0A" CODE " \\x0" CODE " \\xg0" CODE " \\x00A" CODE,
    "n" CODE " x0A" CODE " u000A" CODE " \\ n" CODE,
    "\\u000ARegistrationNotFound\\x41RegistrationNotFound",
    /* Codes one after the other, and what begins like one. */
    CODE CODE " " CODE " " CODE "." CODE,
    CODE "\\n" CODE "\\n" CODE "\\n" CODE "\\n" CODE,
    "InvalidInvalidCSPSubscription InvalidCSPSubscriptio",
    "MetadataResolverBadGatewayError-CustomerSubscriptionsNotAllowed",
    /* Bytes that are not ASCII: of UTF-16, units of which one byte is a letter
     * (see encode). */
    "\265" CODE "\265 \330" CODE "\334 \377\376" CODE "\200",
    "\357\273\277" CODE,
    "\377" CODE,
    "\376" CODE,
};

/* ---- The naive implementation --------------------------------------------*/

enum { FOUND_MAX = 64 };

struct found {
    int count;
    azsreg_error errors[FOUND_MAX];
};

static bool is_one_of(char byte, const char *bytes)
{
    return byte != '\0' && strchr(bytes, byte) != NULL;
}

static bool is_hexadecimal(char byte)
{
    return is_one_of(byte, "0123456789ABCDEFabcdef");
}

static bool is_word(char byte)
{
    return is_one_of(byte, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                           "abcdefghijklmnopqrstuvwxyz0123456789");
}

/* True if a code can start at text[place]. */
static bool can_start(const char *text, size_t place)
{
    const char *end = &text[place];
    if (place == 0 || !is_word(end[-1]))
        return true;
    if (place >= 2 && end[-2] == '\\' && is_one_of(end[-1], "bfnrt"))
        return true;
    if (place < 4 || !is_hexadecimal(end[-1]) || !is_hexadecimal(end[-2]))
        return false;
    if (end[-4] == '\\' && end[-3] == 'x')
        return true;
    return place >= 6 && end[-6] == '\\' && end[-5] == 'u' &&
           is_hexadecimal(end[-4]) && is_hexadecimal(end[-3]);
}

/* What is known after `length` bytes of text: all, if the input has ended. */
static struct found find_naively(const char *text, size_t length, bool ended)
{
    struct found found = {0};
    for (size_t place = 0; place < length; place++) {
        for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
            const char *code = azsreg_error_code((azsreg_error)number);
            size_t end = place + strlen(code);
            if (end <= length && (end < length ? !is_word(text[end]) : ended) &&
                memcmp(&text[place], code, end - place) == 0 &&
                can_start(text, place))
                found.errors[found.count++] = (azsreg_error)number;
        }
    }
    return found;
}

/* ---- Feeding the stream --------------------------------------------------*/

enum encoding { BYTES, LITTLE_ENDIAN_UTF16, BIG_ENDIAN_UTF16, ENCODING_COUNT };

enum { TEXT_MAX = 400 };

/* Which case runs, for failures. */
static char running[TEXT_MAX + 100];

static void expect(struct stream *stream, int *done, struct found expected)
{
    while (*done < expected.count) {
        azsreg_error next = expected.errors[(*done)++];
        azsreg_error actual = stream_next(stream);
        if (actual != next)
            fail_msg("%s\ncode %d: expected %s, got %s", running, *done,
                     azsreg_error_code(next), azsreg_error_code(actual));
    }
}

static void expect_end(struct stream *stream, int *done, const char *text)
{
    expect(stream, done, find_naively(text, strlen(text), true));
    azsreg_error actual = stream_next(stream);
    if (actual != AZSREG_ERROR_UNKNOWN || stream->error != 0)
        fail_msg("%s\nat the end: got %s, errno %d", running,
                 azsreg_error_code(actual), stream->error);
}

/* A byte of the text becomes a unit; returns how many bytes were written. */
static size_t encode(const char *text, enum encoding encoding,
                     char bytes[2 * TEXT_MAX + 3])
{
    const size_t low = encoding == BIG_ENDIAN_UTF16;
    const size_t length = strlen(text);
    assert_true(length <= TEXT_MAX);
    if (encoding == BYTES) {
        memcpy(bytes, text, length);
        return length;
    }
    memcpy(bytes, low == 0 ? "\377\376" : "\376\377", 2);
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)text[i];
        const bool is_wide = byte >= 0xC0;
        bytes[2 * i + 2 + low] = is_wide ? 'A' : text[i];
        bytes[2 * i + 3 - low] = (char)(is_wide ? byte : 0);
    }
    /* Half a unit more, which is nothing. */
    bytes[2 * length + 2] = 'x';
    return 2 * length + 3;
}

/* How much of the text stands in this many bytes of its encoding. */
static size_t decoded(size_t size, enum encoding encoding)
{
    if (encoding == BYTES)
        return size;
    return size < 2 ? 0 : (size - 2) / 2;
}

/* Each send is a packet, which is what one read gets. A code must be found as
 * soon as a packet decides it: before the next one, or on_alarm ends the test.
 */
static void check_pieces(const char *text, enum encoding encoding, size_t first,
                         size_t others)
{
    snprintf(running, sizeof running,
             "\"%s\", encoding %d, first %zu bytes, then %zu at a time", text,
             encoding, first, others);
    char bytes[2 * TEXT_MAX + 3];
    const size_t size = encode(text, encoding, bytes);
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    alarm(20);

    struct stream stream;
    stream_start(&stream);
    int done = 0;
    for (size_t sent = 0, piece = first; sent < size; piece = others) {
        if (piece > size - sent)
            piece = size - sent;
        assert_true(send(ends[1], &bytes[sent], piece, 0) == (ssize_t)piece);
        sent += piece;
        expect(&stream, &done,
               find_naively(text, decoded(sent, encoding), false));
    }
    close(ends[1]);
    expect_end(&stream, &done, text);
    alarm(0);
}

static void on_alarm(int number)
{
    (void)number;
    static const char what[] = "\nwaits for input, but the next code stands\n";
    if (write(STDERR_FILENO, running, strlen(running)) >= 0 &&
        write(STDERR_FILENO, what, sizeof what - 1) >= 0)
        _exit(EXIT_FAILURE);
}

static void check_pieces_of_every_size(const char *text)
{
    signal(SIGALRM, on_alarm);
    for (int encoding = 0; encoding < ENCODING_COUNT; encoding++) {
        const size_t size = 2 * strlen(text) + 3;
        /* The socket holds some 270 packets that nobody has read. */
        for (size_t piece = 1 + size / 200; piece <= size; piece++) {
            check_pieces(text, (enum encoding)encoding, piece, piece);
            check_pieces(text, (enum encoding)encoding, piece, size);
        }
    }
}

/* A file is read in full blocks. The first one ends at every place of the text.
 */
static void check_boundary_of_blocks(const char *text)
{
    static char bytes[STREAM_BLOCK + TEXT_MAX];
    const size_t length = strlen(text);
    for (size_t place = 0; place <= length; place++) {
        snprintf(running, sizeof running, "\"%s\", block ends at %zu", text,
                 place);
        const size_t size = STREAM_BLOCK - place + length;
        memset(bytes, ' ', size);
        memcpy(&bytes[size - length], text, length);
        FILE *file = tmpfile();
        assert_non_null(file);
        assert_int_equal(fwrite(bytes, 1, size, file), size);
        rewind(file);
        dup2(fileno(file), STDIN_FILENO);
        fclose(file);
        struct stream stream;
        stream_start(&stream);
        int done = 0;
        expect_end(&stream, &done, text);
        assert_int_equal(lseek(STDIN_FILENO, 0, SEEK_CUR), size);
    }
}

/* In any catalog: the code that has the most bytes, or the fewest. */
static const char *extreme_code(bool is_longest)
{
    const char *extreme = azsreg_error_code((azsreg_error)1);
    for (int number = 2; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        if ((strlen(code) > strlen(extreme)) == is_longest)
            extreme = code;
    }
    return extreme;
}

static void each_input(void (*check)(const char *text))
{
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++)
        check(inputs[i]);
    for (int is_longest = 0; is_longest < 2; is_longest++) {
        const char *code = extreme_code(is_longest != 0);
        check(code);
        char text[TEXT_MAX + 1];
        snprintf(text, sizeof text, "\\u000A%s_\\u000A%s x%s\\x0A%s", code,
                 code, code, code);
        check(text);
    }
}

static void pieces_of_every_size(void **state)
{
    (void)state;
    each_input(check_pieces_of_every_size);
}

static void boundary_of_blocks(void **state)
{
    (void)state;
    each_input(check_boundary_of_blocks);
}

/* ---- Signals -------------------------------------------------------------*/

static int signal_end;

/* By the third signal the stream has been waiting for long. */
static void write_after_a_while(int number)
{
    (void)number;
    static int count = 0;
    if (++count == 3 && write(signal_end, CODE, strlen(CODE)) > 0)
        close(signal_end);
}

static void reading_is_interrupted_by_signals(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    dup2(ends[0], STDIN_FILENO);
    signal_end = ends[1];
    struct sigaction action = {0}; /* without SA_RESTART */
    action.sa_handler = write_after_a_while;
    sigaction(SIGALRM, &action, NULL);
    const struct itimerval often = {{0, 30000}, {0, 30000}};
    setitimer(ITIMER_REAL, &often, NULL);
    snprintf(running, sizeof running, "read is interrupted");
    struct stream stream;
    stream_start(&stream);
    int done = 0;
    expect_end(&stream, &done, CODE);
    const struct itimerval never = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &never, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_every_size),
        cmocka_unit_test(boundary_of_blocks),
        cmocka_unit_test(reading_is_interrupted_by_signals),
    };
    return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
