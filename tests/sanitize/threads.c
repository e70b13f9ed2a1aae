/* SPDX-License-Identifier: MIT
 *
 * Many threads call the library at once; each result is right.
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "calls.h"

enum { THREAD_COUNT = 16, ROUND_COUNT = 2000 };

static struct calls calls;
static pthread_barrier_t start;

struct worker {
    pthread_t thread;
    size_t first;             /* the call to begin with */
    const struct call *wrong; /* NULL if all were right */
    char buffer[MESSAGE_SIZE];
};

static void *work(void *argument)
{
    struct worker *worker = argument;
    pthread_barrier_wait(&start);
    for (size_t i = 0; i < ROUND_COUNT * calls.count; i++) {
        const struct call *call =
            &calls.each[(worker->first + i) % calls.count];
        if (!call_is_right(call, worker->buffer)) {
            worker->wrong = call;
            break;
        }
    }
    return NULL;
}

static void threads_at_once(void **state)
{
    (void)state;
    static struct worker workers[THREAD_COUNT];
    calls = calls_new();
    assert_int_equal(pthread_barrier_init(&start, NULL, THREAD_COUNT), 0);
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        workers[i].first = i;
        assert_int_equal(
            pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    for (size_t i = 0; i < THREAD_COUNT; i++)
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        if (workers[i].wrong != NULL) {
            call_report(workers[i].wrong, workers[i].buffer);
            fail_msg("thread %lu was wrong", (unsigned long)i);
        }
    }
    print_message("%d threads, %lu rounds of calls in each\n",
                  (int)THREAD_COUNT,
                  (unsigned long)(ROUND_COUNT * calls.count));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_at_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
