/* SPDX-License-Identifier: MIT
 *
 * A signal handler that calls the library, on a stack of 16 KiB, interrupts it
 * in other calls; each result is right.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/time.h>

#include <cmocka.h>

#include "calls.h"
#include "pages.h"

enum { WANTED = 500, INTERVAL = 1000 /* microseconds */, STACK = 16 * 1024 };

static volatile sig_atomic_t is_inside; /* the library, outside the handler */
static volatile sig_atomic_t interruptions; /* while it was inside */
static const struct call *volatile wrong;   /* in the handler */
static char handler_buffer[MESSAGE_SIZE];

static void handle(int signal)
{
    (void)signal;
    static size_t next;
    const struct call *call = &calls[next++ % CALL_COUNT];
    if (!call_is_right(call, handler_buffer))
        wrong = call;
    interruptions += is_inside;
}

/* Whatever writes outside the handler's stack ends the program: the pages
 * before it and after it are protected. */
static void start_signals(void)
{
    struct pages pages = {NULL, NULL};
    pages_reserve(&pages, STACK);
    stack_t stack = {.ss_sp = pages.end - STACK, .ss_size = STACK};
    struct sigaction action = {.sa_handler = handle,
                               .sa_flags = SA_ONSTACK | SA_RESTART};
    const struct itimerval timer = {{0, INTERVAL}, {0, INTERVAL}};
    assert_int_equal(sigaltstack(&stack, NULL), 0);
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    assert_int_equal(setitimer(ITIMER_REAL, &timer, NULL), 0);
}

static void calls_interrupted_by_calls(void **state)
{
    (void)state;
    static char buffer[MESSAGE_SIZE];
    calls_prepare();
    start_signals();
    bool is_right = true;
    size_t i = 0;
    while (is_right && wrong == NULL && interruptions < WANTED) {
        is_inside = 1;
        is_right = call_is_right(&calls[++i % CALL_COUNT], buffer);
        is_inside = 0;
    }
    const struct itimerval never = {{0, 0}, {0, 0}};
    assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
    if (!is_right)
        call_report(&calls[i % CALL_COUNT], buffer);
    if (wrong != NULL)
        call_report(wrong, handler_buffer);
    assert_true(is_right && wrong == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_interrupted_by_calls)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
