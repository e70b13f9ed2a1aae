/* SPDX-License-Identifier: MIT
 *
 * usage: signals [COUNT]
 *
 * A signal handler that calls the library interrupts it COUNT times in other
 * calls; all results are right.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

#include <cmocka.h>

#include "calls.h"

static long wanted = 20000;
static struct calls calls;
static volatile sig_atomic_t is_inside; /* the library, outside the handler */
static volatile sig_atomic_t interruptions; /* while it was inside */
static volatile sig_atomic_t signals;
static const struct call *volatile wrong; /* in the handler */
static char handler_buffer[MESSAGE_SIZE];

static void handle(int signal)
{
    (void)signal;
    static size_t next;
    const struct call *call = &calls.each[next++ % calls.count];
    if (!call_is_right(call, handler_buffer))
        wrong = call;
    interruptions += is_inside;
    signals++;
}

/* The interval is three times what the handler takes on this machine: if a
 * signal waits whenever the handler returns, nothing else goes on. */
static void start_signals(void)
{
    enum { TRIALS = 2000 };
    clock_t start = clock();
    for (int i = 0; i < TRIALS; i++)
        raise(SIGALRM);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC / TRIALS;
    struct itimerval timer;
    timer.it_interval.tv_sec = 0;
    timer.it_interval.tv_usec = (suseconds_t)(3 * seconds * 1e6) + 1;
    timer.it_value = timer.it_interval;
    signals = 0;
    assert_int_equal(setitimer(ITIMER_REAL, &timer, NULL), 0);
}

static void stop_signals(void)
{
    const struct itimerval never = {{0, 0}, {0, 0}};
    assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
}

static void calls_interrupted_by_calls(void **state)
{
    (void)state;
    static char buffer[MESSAGE_SIZE];
    calls = calls_new();
    struct sigaction action = {.sa_handler = handle};
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    start_signals();
    const struct call *call = NULL;
    bool right = true;
    for (size_t i = 0; right && wrong == NULL && interruptions < wanted; i++) {
        call = &calls.each[i % calls.count];
        is_inside = 1;
        right = call_is_right(call, buffer);
        is_inside = 0;
    }
    stop_signals();
    if (!right) {
        call_report(call, buffer);
        fail_msg("wrong when interrupted");
    }
    if (wrong != NULL) {
        call_report(wrong, handler_buffer);
        fail_msg("wrong in the signal handler");
    }
    print_message("%ld signals interrupted the library, of %ld\n",
                  (long)interruptions, (long)signals);
}

int main(int argc, char *argv[])
{
    if (argc > 1)
        wanted = strtol(argv[1], NULL, 10);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_interrupted_by_calls)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
