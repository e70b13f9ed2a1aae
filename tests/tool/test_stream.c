/* SPDX-License-Identifier: MIT
 *
 * The codes in standard input, against the naive model, which has the whole
 * input at once. Random texts come in pieces of random sizes, in bytes and in
 * UTF-16, and across two blocks of a file.
 */
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
#include "unit/model.h"
#include "unit/random.h"

/* ---- The naive implementation --------------------------------------------*/

enum { FOUND_MAX = 64 };

struct found {
    int count;
    azsreg_error errors[FOUND_MAX];
};

/* What is known after `length` bytes of text: all, if the input has ended. */
static struct found find_naively(const char *text, size_t length, bool ended)
{
    struct found found = {0};
    size_t start = 0;
    size_t offset;
    azsreg_error error;
    while ((error = model_find(&text[start], length - start, &offset)) !=
           AZSREG_ERROR_UNKNOWN) {
        start += offset + strlen(azsreg_error_code(error));
        if (start == length && !ended)
            break; /* the next byte can make a longer word of it */
        found.errors[found.count++] = error;
    }
    return found;
}

/* ---- Random texts --------------------------------------------------------*/

enum { PIECES_MAX = 12, TEXT_MAX = PIECES_MAX * 64 };

static uint64_t random_state = RANDOM_SEED;

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
    for (size_t count = random_below(&random_state, PIECES_MAX + 1); count > 0;
         count--) {
        if (random_below(&random_state, 2) == 0)
            strcat(text,
                   azsreg_error_code(
                       (azsreg_error)(1 + random_below(&random_state,
                                                       AZSREG_ERROR_COUNT))));
        else
            strcat(text, pieces[random_below(&random_state,
                                             sizeof pieces / sizeof *pieces)]);
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
                         size_t longest)
{
    snprintf(running, sizeof running,
             "\"%s\", encoding %d, in pieces of up to %zu bytes", text,
             encoding, longest);
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
        size_t piece = 1 + random_below(&random_state, longest);
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
    const size_t place = random_below(&random_state, length + 1);
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
    for (int round = 0; round < 2000; round++) {
        char text[TEXT_MAX + 1];
        do {
            make_text(text);
        } while (starts_as_utf16(text));
        const size_t length = strlen(text);
        /* The socket holds some 270 packets that nobody has read. */
        for (int encoding = 0; encoding < ENCODING_COUNT; encoding++)
            check_pieces(text, (enum encoding)encoding,
                         1 + length / 50 +
                             random_below(&random_state, length + 1));
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
