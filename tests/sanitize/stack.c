/* SPDX-License-Identifier: MIT
 *
 * The library on a stack of 16 KiB between two protected pages. Prints how many
 * bytes of it the calls take.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/pages.h"
#include "calls.h"

enum { STACK_SIZE = 16 * 1024, UNTOUCHED = 0xA5 };

static struct calls calls;
static char buffer[MESSAGE_SIZE];
static const struct call *volatile wrong;

static void call_all(void)
{
    for (size_t i = 0; i < calls.count && wrong == NULL; i++) {
        if (!call_is_right(&calls.each[i], buffer))
            wrong = &calls.each[i];
    }
}

static void nothing(void)
{
}

static void overflow(int signal)
{
    (void)signal;
    static const char message[] = "stack: more than 16 KiB were needed\n";
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    _exit(written < 0 ? 2 : 1);
}

/* The handler needs another stack: this one is full. */
static void catch_overflow(void)
{
    static char other[64 * 1024];
    stack_t stack = {.ss_sp = other, .ss_size = sizeof other};
    assert_int_equal(sigaltstack(&stack, NULL), 0);
    struct sigaction action = {.sa_handler = overflow, .sa_flags = SA_ONSTACK};
    assert_int_equal(sigaction(SIGSEGV, &action, NULL), 0);
    assert_int_equal(sigaction(SIGBUS, &action, NULL), 0);
}

/* Runs a function on the stack; returns how many bytes of it that took. */
static size_t run_on(struct pages stack, void (*function)(void))
{
    ucontext_t back;
    ucontext_t there;
    memset(stack.first, UNTOUCHED, STACK_SIZE);
    assert_int_equal(getcontext(&there), 0);
    there.uc_stack.ss_sp = stack.first;
    there.uc_stack.ss_size = STACK_SIZE;
    there.uc_link = &back;
    makecontext(&there, function, 0);
    assert_int_equal(swapcontext(&back, &there), 0);
    size_t left = 0;
    while (left < STACK_SIZE && (unsigned char)stack.first[left] == UNTOUCHED)
        left++;
    return STACK_SIZE - left;
}

static void calls_on_16_kib(void **state)
{
    (void)state;
    calls = calls_new();
    struct pages stack = pages_new(STACK_SIZE);
    catch_overflow();
    call_all(); /* what the dynamic linker does at a first call is done */
    size_t without = run_on(stack, nothing);
    size_t with = run_on(stack, call_all);
    pages_free(stack);
    if (wrong != NULL) {
        call_report(wrong, buffer);
        fail_msg("wrong on a small stack");
    }
    print_message("%lu bytes of stack, of %d\n",
                  (unsigned long)(with - without), (int)STACK_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(calls_on_16_kib)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
