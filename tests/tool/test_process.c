/* SPDX-License-Identifier: MIT
 *
 * What a transcript cannot show of the tool: when it reads and writes, in how
 * many pieces, and what it does at a terminal and at a pipe that nobody reads.
 *
 * usage: test_process PROGRAM
 */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define CODE "InvalidCustomerSubscriptionId"
#define EXPLAINED                                                              \
    CODE "\n\nThe '<customer subscription identifier>' is not valid. Make "    \
         "sure a valid Azure subscription is provided.\n"
#define BROKEN_PIPE "azsreg: cannot write the output: Broken pipe\n"

static const char *program;

/* ---- Running the tool ----------------------------------------------------*/

enum { WORD_MAX = 4 };

/* Starts the tool with these words and these descriptors. */
static pid_t start(const char *const words[WORD_MAX], int input, int output,
                   int errors)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child != 0)
        return child;
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    signal(SIGPIPE, SIG_DFL);
    alarm(60); /* ends the tool if it waits for what does not come */
    execl(program, program, words[0], words[1], words[2], words[3],
          (char *)NULL);
    _exit(127);
}

/* Waits for its end; returns the exit status, or -1 after a signal. */
static int end(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Runs the tool, and expects this status, and these errors in one write: other
 * processes may write to the same log. */
static void check(const char *const words[WORD_MAX], int input, int output,
                  int status, const char *errors)
{
    int ends[2]; /* between them, each write stays a packet of its own */
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
    pid_t child = start(words, input, output, ends[1]);
    close(ends[1]);
    char actual[500] = "";
    char packet[500];
    int writes = 0;
    for (ssize_t size; (size = recv(ends[0], packet, sizeof packet, 0)) > 0;
         writes++)
        strncat(actual, packet, (size_t)size);
    close(ends[0]);
    int actual_status = end(child);
    if (actual_status != status || writes != 1 || strcmp(actual, errors) != 0)
        fail_msg("azsreg %s ...\n"
                 "expected: status %d, 1 write of errors: %s"
                 "actual:   status %d, %d writes of errors: %s",
                 words[0], status, errors, actual_status, writes, actual);
}

/* ---- Tests ---------------------------------------------------------------*/

static void each_message_is_one_write(void **state)
{
    (void)state;
    static const struct {
        const char *words[WORD_MAX];
        int status;
        const char *errors;
    } cases[] = {
        {{NULL}, 2, "azsreg: missing command; see 'azsreg --help'\n"},
        {{"x"}, 2, "azsreg: unknown command 'x'; see 'azsreg --help'\n"},
        {{CODE},
         2,
         "azsreg: unknown command '" CODE
         "'; to ask for this code: azsreg explain " CODE "\n"},
        {{"detail", CODE "s"},
         1,
         "azsreg: unknown code '" CODE "s'; the nearest is " CODE "\n"},
        {{"explain", "x"},
         1,
         "azsreg: no known code in 'x'; to read a file: azsreg explain < "
         "FILE\n"},
        {{"explain", "x", "y"},
         1,
         "azsreg: no known code found; to read a file: azsreg explain < "
         "FILE\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(cases[i].words, STDIN_FILENO, STDOUT_FILENO, cases[i].status,
              cases[i].errors);
}

/* Nobody reads the pipe any more: that is an error, and ends the reading of an
 * input that stays open. */
static void closed_pipe(void **state)
{
    (void)state;
    int in[2];
    int out[2];
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    close(out[0]);
    check((const char *[WORD_MAX]){"list"}, in[0], out[1], 1, BROKEN_PIPE);
    assert_true(write(in[1], CODE ".", strlen(CODE ".")) > 0);
    check((const char *[WORD_MAX]){"explain"}, in[0], out[1], 1, BROKEN_PIPE);
    close(in[0]);
    close(in[1]);
    close(out[1]);
}

/* Reads as many bytes as are expected. */
static void expect_output(int output, const char *expected)
{
    char actual[sizeof EXPLAINED] = "";
    size_t size = 0;
    while (size < strlen(expected)) {
        ssize_t count = read(output, &actual[size], strlen(expected) - size);
        assert_true(count > 0);
        size += (size_t)count;
    }
    assert_string_equal(actual, expected);
}

/* The code is explained while the input stays open. The rest is read, so that
 * whoever writes it is not stopped. */
static void explained_while_the_input_goes_on(void **state)
{
    (void)state;
    int in[2];
    int out[2];
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    fcntl(in[1], F_SETFD, FD_CLOEXEC);
    pid_t child = start((const char *[WORD_MAX]){"explain"}, in[0], out[1],
                        STDERR_FILENO);
    close(in[0]);
    close(out[1]);
    assert_true(write(in[1], CODE ".", strlen(CODE ".")) > 0);
    expect_output(out[0], EXPLAINED);
    static const char rest[1 << 20]; /* more than a pipe holds */
    assert_true(write(in[1], rest, sizeof rest) == sizeof rest);
    close(in[1]);
    assert_int_equal(end(child), 0);
    close(out[0]);
}

static void notice_at_a_terminal(void **state)
{
    (void)state;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
        fputs("skipped: there is no terminal to open\n", stderr);
        skip();
    }
    int input = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    assert_true(input >= 0);
    const char typed[] = CODE "\n\004"; /* Ctrl-D is the end */
    assert_true(write(terminal, typed, strlen(typed)) > 0);
    int out[2];
    assert_int_equal(pipe(out), 0);
    check((const char *[WORD_MAX]){"explain"}, input, out[1], 0,
          "azsreg: reading from the terminal until its input ends\n");
    expect_output(out[0], EXPLAINED);
    close(input);
    close(terminal);
    close(out[0]);
    close(out[1]);
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fputs("usage: test_process PROGRAM\n", stderr);
        return EXIT_FAILURE;
    }
    program = argv[1];
    signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_message_is_one_write),
        cmocka_unit_test(closed_pipe),
        cmocka_unit_test(explained_while_the_input_goes_on),
        cmocka_unit_test(notice_at_a_terminal),
    };
    return cmocka_run_group_tests_name("process", tests, NULL, NULL);
}
