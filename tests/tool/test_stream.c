/* SPDX-License-Identifier: MIT
 *
 * The codes in standard input, against a naive implementation that has the
 * whole input at once and tries each code at each place. Random texts come in
 * pieces of random sizes, in bytes and in UTF-16, and across two blocks of a
 * file.
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

/* ---- Random texts --------------------------------------------------------*/

enum { PIECES_MAX = 12, TEXT_MAX = PIECES_MAX * 64 };

static uint32_t next_random(uint32_t limit)
{
    static uint32_t random = 20180205;
    random = random * 1664525 + 1013904223;
    return (random >> 8) % limit;
}

/* Codes, what stands between them, escapes, what is not quite an escape, and
 * bytes that are not ASCII. */
static void make_text(char text[TEXT_MAX + 1])
{
    static const char *const pieces[] = {
        " ",     "\n",   ".",     "\\n",     "\\f",    "\\a",
        "\\x0A", "\\x0", "\\xg0", "\\u000A", "\\u00A", "\\u00Ag",
        "\\\\",  "x",    "n",     "_",       "9",      "0A",
        "\265",  "\330", "\377",  "\376",    "Invalid"};
    text[0] = '\0';
    for (uint32_t count = next_random(PIECES_MAX + 1); count > 0; count--) {
        if (next_random(2) == 0)
            strcat(text,
                   azsreg_error_code(
                       (azsreg_error)(1 + next_random(AZSREG_ERROR_COUNT))));
        else
            strcat(text, pieces[next_random(sizeof pieces / sizeof *pieces)]);
    }
}

static bool starts_as_utf16(const char *text)
{
    return strncmp(text, "\377\376", 2) == 0 ||
           strncmp(text, "\376\377", 2) == 0;
}

/* ---- Feeding the stream --------------------------------------------------*/

enum encoding { BYTES, LITTLE_ENDIAN_UTF16, BIG_ENDIAN_UTF16, ENCODING_COUNT };

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
        fail_msg("%s\nat the end: expected no code, got %s, errno %d", running,
                 azsreg_error_code(actual), stream->error);
}

/* Each byte of the text becomes a unit. Returns how many bytes were written. */
static size_t encode(const char *text, enum encoding encoding,
                     char bytes[2 * TEXT_MAX + 3])
{
    const size_t low = encoding == BIG_ENDIAN_UTF16;
    const size_t length = strlen(text);
    if (encoding == BYTES) {
        memcpy(bytes, text, length);
        return length;
    }
    memcpy(bytes, low == 0 ? "\377\376" : "\376\377", 2);
    for (size_t i = 0; i < length; i++) {
        /* Some units have a letter as one of their bytes. */
        const unsigned char byte = (unsigned char)text[i];
        const bool is_wide = byte >= 0xC0;
        bytes[2 * i + 2 + low] = is_wide ? 'A' : text[i];
        bytes[2 * i + 3 - low] = (char)(is_wide ? byte : 0);
    }
    bytes[2 * length + 2] = 'x'; /* half a unit, which is nothing */
    return 2 * length + 3;
}

/* How much of the text stands in this many bytes of its encoding. */
static size_t decoded(size_t size, enum encoding encoding)
{
    if (encoding == BYTES)
        return size;
    return size < 2 ? 0 : (size - 2) / 2;
}

static void on_alarm(int number)
{
    (void)number;
    static const char what[] = "\nwaits for input, but the next code stands\n";
    if (write(STDERR_FILENO, running, strlen(running)) >= 0 &&
        write(STDERR_FILENO, what, sizeof what - 1) >= 0)
        _exit(EXIT_FAILURE);
}

/* Each send is a packet, which is what one read gets. A code must be found as
 * soon as a packet decides it: before the next one is sent, or on_alarm ends
 * the test. */
static void check_pieces(const char *text, enum encoding encoding,
                         uint32_t longest)
{
    snprintf(running, sizeof running,
             "\"%s\", encoding %d, in pieces of up to %u bytes", text, encoding,
             (unsigned)longest);
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
    for (size_t sent = 0; sent < size;) {
        size_t piece = 1 + next_random(longest);
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

/* A file is read in full blocks: the first one ends somewhere in the text. */
static void check_blocks(const char *text)
{
    static char bytes[STREAM_BLOCK + TEXT_MAX];
    const size_t length = strlen(text);
    const size_t place = next_random((uint32_t)length + 1);
    const size_t size = STREAM_BLOCK - place + length;
    snprintf(running, sizeof running, "\"%s\", block ends at %zu", text, place);
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

static void random_texts(void **state)
{
    (void)state;
    signal(SIGALRM, on_alarm);
    for (int round = 0; round < 4000; round++) {
        char text[TEXT_MAX + 1];
        do {
            make_text(text);
        } while (starts_as_utf16(text));
        const uint32_t length = (uint32_t)strlen(text);
        /* The socket holds some 270 packets that nobody has read. */
        for (int encoding = 0; encoding < ENCODING_COUNT; encoding++)
            check_pieces(text, (enum encoding)encoding,
                         1 + length / 50 + next_random(length + 1));
        check_blocks(text);
    }
}

/* ---- Signals -------------------------------------------------------------*/

static int signal_end;

/* At the third signal the stream has been waiting for a while. */
static void write_after_a_while(int number)
{
    (void)number;
    static const char code[] = "InvalidCSPSubscription";
    static int count = 0;
    if (++count == 3 && write(signal_end, code, strlen(code)) > 0)
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
    expect_end(&stream, &done, "InvalidCSPSubscription");
    const struct itimerval never = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &never, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_texts),
        cmocka_unit_test(reading_is_interrupted_by_signals),
    };
    return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
