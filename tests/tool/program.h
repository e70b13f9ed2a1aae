/* SPDX-License-Identifier: MIT
 *
 * Running a program, and what came of it.
 */
#ifndef AZSREG_TEST_PROGRAM_H
#define AZSREG_TEST_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Where the program's standard output goes. */
enum sink { CAPTURE, FULL_DISK, CLOSED_PIPE, CLOSED };

struct text {
    char *bytes; /* followed by a NUL that does not count */
    size_t size;
};

struct outcome {
    struct text output; /* of standard output, if captured */
    struct text errors; /* of standard error */
    int status;         /* of the exit; -1 if a signal ended the program */
};

/* False where no sink is FULL_DISK: only some systems have it. */
bool program_can_fill_disk(void);

/* Starts the program argv[0] with those arguments and these descriptors for its
 * standard input, output and errors; -1 for none. What can't be done fails the
 * test, here and below. */
pid_t program_start(const char *const argv[], int input, int output,
                    int errors);

/* Waits for its end, and returns the exit status; -1 if a signal ended it. */
int program_wait(pid_t child);

/* Runs the program to its end. The outcome is to be freed by outcome_free. */
struct outcome program_run(const char *const argv[], int input, enum sink sink);

void outcome_free(struct outcome *outcome);

/* Runs it, and returns how many writes its standard error came in; -1 where
 * they can't be told apart. */
int program_count_writes(const char *const argv[]);

/* Fails the test, with all there is to know, unless the outcome is this. */
void outcome_check(const struct outcome *outcome, const char *const argv[],
                   int status, const char *output, const char *errors);

#endif
