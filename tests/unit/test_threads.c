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

enum { THREAD_COUNT = 8, ROUND_COUNT = 1500 };

struct worker {
    pthread_t thread;
    const struct call *wrong; /* NULL if all were right */
    char buffer[MESSAGE_SIZE];
};

static struct worker workers[THREAD_COUNT];

static void *work(void *argument)
{
    struct worker *worker = argument;
    const size_t first = (size_t)(worker - workers);
    for (size_t i = 0; i < ROUND_COUNT * CALL_COUNT; i++) {
        const struct call *call = &calls[(first + i) % CALL_COUNT];
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
    calls_prepare();
    for (size_t i = 0; i < THREAD_COUNT; i++)
        assert_int_equal(
            pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    for (size_t i = 0; i < THREAD_COUNT; i++)
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        if (workers[i].wrong != NULL) {
            call_report(workers[i].wrong, workers[i].buffer);
            fail_msg("thread %lu was wrong", (unsigned long)i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_at_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
