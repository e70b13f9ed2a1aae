/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* fork, sockets */

#include "program.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- Running -------------------------------------------------------------*/

static const char full_disk[] = "/dev/full";

bool program_can_fill_disk(void)
{
    return access(full_disk, W_OK) == 0;
}

/* A descriptor for standard output; -1 for none. */
static int open_sink(enum sink sink, FILE *capture)
{
    int ends[2];
    switch (sink) {
    case FULL_DISK:
        return open(full_disk, O_WRONLY);
    case CLOSED_PIPE:
        assert_int_equal(pipe(ends), 0);
        close(ends[0]);
        return ends[1];
    case CLOSED:
        return -1;
    case CAPTURE:
    default:
        return dup(fileno(capture));
    }
}

/* A descriptor of -1 stands for none. */
static void become_descriptor(int from, int to)
{
    if (from >= 0)
        dup2(from, to);
    else
        close(to);
}

pid_t program_start(const char *const argv[], int input, int output, int errors)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child != 0)
        return child;
    become_descriptor(input, STDIN_FILENO);
    become_descriptor(output, STDOUT_FILENO);
    become_descriptor(errors, STDERR_FILENO);
    /* execv changes nothing; only its type is from before const. */
    execv(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

int program_wait(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct text read_back(FILE *file)
{
    struct text text;
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    text.size = (size_t)ftell(file);
    text.bytes = malloc(text.size + 1);
    assert_non_null(text.bytes);
    rewind(file);
    assert_int_equal(fread(text.bytes, 1, text.size, file), text.size);
    text.bytes[text.size] = '\0';
    return text;
}

struct outcome program_run(const char *const argv[], int input, enum sink sink)
{
    FILE *output = tmpfile();
    FILE *errors = tmpfile();
    assert_non_null(output);
    assert_non_null(errors);
    int to = open_sink(sink, output);
    assert_true(to >= 0 || sink == CLOSED);
    struct outcome outcome;
    outcome.status =
        program_wait(program_start(argv, input, to, fileno(errors)));
    outcome.output = read_back(output);
    outcome.errors = read_back(errors);
    if (to >= 0)
        close(to);
    fclose(output);
    fclose(errors);
    return outcome;
}

void outcome_free(struct outcome *outcome)
{
    free(outcome->output.bytes);
    free(outcome->errors.bytes);
}

int program_count_writes(const char *const argv[])
{
    int ends[2]; /* between them each write stays a packet of its own */
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        return -1;
    pid_t child = program_start(argv, -1, -1, ends[1]);
    close(ends[1]);
    int count = 0;
    char packet[1];
    while (recv(ends[0], packet, sizeof packet, 0) > 0)
        count++;
    close(ends[0]);
    program_wait(child);
    return count;
}

/* ---- Checking ------------------------------------------------------------*/

/* Prints text so that every byte can be told, but no more than a page of it. */
static void print(const char *title, const char *text, size_t size)
{
    const size_t most = 2000;
    fprintf(stderr, "%s (%zu bytes):\n  ", title, size);
    for (size_t i = 0; i < size && i < most; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n')
            fputs("\\n\n  ", stderr);
        else if (byte < 0x20 || byte > 0x7E || byte == '\\')
            fprintf(stderr, "\\%03o", byte);
        else
            fputc(byte, stderr);
    }
    fputs(size > most ? "...\n" : "\n", stderr);
}

static int is_same(struct text text, const char *expected)
{
    return text.size == strlen(expected) &&
           memcmp(text.bytes, expected, text.size) == 0;
}

void outcome_check(const struct outcome *outcome, const char *const argv[],
                   int status, const char *output, const char *errors)
{
    if (outcome->status == status && is_same(outcome->output, output) &&
        is_same(outcome->errors, errors))
        return;
    for (; *argv != NULL; argv++)
        print("argument", *argv, strlen(*argv));
    fprintf(stderr, "exit status: expected %d, got %d\n", status,
            outcome->status);
    print("expected output", output, strlen(output));
    print("actual output", outcome->output.bytes, outcome->output.size);
    print("expected errors", errors, strlen(errors));
    print("actual errors", outcome->errors.bytes, outcome->errors.size);
    fail();
}
