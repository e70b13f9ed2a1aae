/* SPDX-License-Identifier: MIT
 *
 * No function of the library allocates. The linker gives the calls of malloc,
 * calloc, realloc and free in the library and in this program to the functions
 * below (--wrap), which end the program while that is forbidden.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "renderings.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

static struct renderings renderings;
static bool is_forbidden;
static size_t call_count;
static const char *asked; /* what the library was asked to do last */

static void allow(const char *function)
{
    call_count++;
    if (!is_forbidden)
        return;
    fprintf(stderr, "%s was called by %s\n", function, asked);
    abort();
}

void *__wrap_malloc(size_t size)
{
    allow("malloc");
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    allow("calloc");
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    allow("realloc");
    return __real_realloc(block, size);
}

void __wrap_free(void *block)
{
    allow("free");
    __real_free(block);
}

static void no_function_allocates(void **state)
{
    (void)state;
    static char buffer[DETAIL_SIZE];
    renderings = renderings_new();
    assert_true(call_count > 0); /* the calls do come here */
    for (size_t i = 0; i < renderings.count; i++) {
        const struct rendering *rendering = &renderings.each[i];
        is_forbidden = true;
        asked = "a lookup or a rendering";
        bool right = rendering_is_right(rendering, buffer);
        asked = "azsreg_error_from_code_n";
        right = right && azsreg_error_from_code_n(rendering->code, 3) ==
                             AZSREG_ERROR_UNKNOWN;
        asked = "azsreg_error_code";
        right = right && azsreg_error_code(rendering->error) != NULL;
        asked = "azsreg_error_comment";
        right = right && azsreg_error_comment(rendering->error) != NULL;
        asked = "azsreg_error_values";
        right = right && azsreg_error_values(rendering->error) < 16;
        asked = "azsreg_error_is_transient";
        azsreg_error_is_transient(rendering->error);
        asked = "azsreg_version";
        right = right && azsreg_version() != NULL;
        is_forbidden = false;
        if (!right) {
            rendering_report(rendering, buffer);
            fail_msg("a wrong result");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_function_allocates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
