/* SPDX-License-Identifier: MIT
 *
 * usage: signals [COUNT]
 *
 * A signal handler that looks up and renders interrupts the library COUNT
 * times while it looks up and renders; both results are right each time.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

#include <cmocka.h>

#include "renderings.h"

static long wanted = 20000;
static struct renderings renderings;
static volatile sig_atomic_t is_inside; /* the library, outside the handler */
static volatile sig_atomic_t interruptions; /* while it was inside */
static volatile sig_atomic_t signals;
static const struct rendering *volatile wrong; /* in the handler */
static char handler_buffer[DETAIL_SIZE];

static void handle(int signal)
{
    (void)signal;
    static size_t next;
    const struct rendering *rendering =
        &renderings.each[next++ % renderings.count];
    if (!rendering_is_right(rendering, handler_buffer))
        wrong = rendering;
    interruptions += is_inside;
    signals++;
}

/* Signals so far apart that the handler takes a small part of the time, on
 * this machine: if one waits whenever the handler returns, nothing else
 * goes on. */
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

static void rendering_interrupted_by_rendering(void **state)
{
    (void)state;
    static char buffer[DETAIL_SIZE];
    renderings = renderings_new();
    struct sigaction action = {.sa_handler = handle};
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    start_signals();
    const struct rendering *rendering = NULL;
    bool right = true;
    for (size_t i = 0; right && wrong == NULL && interruptions < wanted; i++) {
        rendering = &renderings.each[i % renderings.count];
        is_inside = 1;
        right = rendering_is_right(rendering, buffer);
        is_inside = 0;
    }
    stop_signals();
    if (!right) {
        rendering_report(rendering, buffer);
        fail_msg("wrong when interrupted");
    }
    if (wrong != NULL) {
        rendering_report(wrong, handler_buffer);
        fail_msg("wrong in the signal handler");
    }
    print_message("%ld signals interrupted a lookup or a rendering, of %ld\n",
                  (long)interruptions, (long)signals);
}

int main(int argc, char *argv[])
{
    if (argc > 1)
        wanted = strtol(argv[1], NULL, 10);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rendering_interrupted_by_rendering)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
