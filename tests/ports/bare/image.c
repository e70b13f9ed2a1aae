/* SPDX-License-Identifier: MIT
 *
 * A program for a machine with no C library: what azsreg calls of one, and
 * every function of azsreg.
 */
#include <azsreg/azsreg.h>

void *memcpy(void *restrict to, const void *restrict from, size_t size);
size_t strlen(const char *text);
void _start(void);

/* The volatile ones keep the compiler from making a call of each function to
 * itself. */
void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    volatile unsigned char *t = to;
    const unsigned char *f = from;
    for (size_t i = 0; i < size; i++)
        t[i] = f[i];
    return to;
}

size_t strlen(const char *text)
{
    const volatile char *end = text;
    while (*end != '\0')
        end++;
    return (size_t)(end - text);
}

/* What comes in and goes out, so that nothing is left out of the image. */
char detail[512];
const char *volatile code;
const azsreg_values *volatile values;
const char *volatile text;
volatile size_t number;

void _start(void)
{
    azsreg_error error = azsreg_error_from_code(code);
    number = azsreg_error_from_code_n(code, 20);
    number = azsreg_error_find(code, 20, NULL);
    number = azsreg_format_detail(detail, sizeof detail, error, values);
    number = azsreg_escape(detail, sizeof detail, code, 20);
    number = azsreg_error_values(error);
    number = azsreg_error_is_transient(error);
    text = azsreg_error_code(error);
    text = azsreg_error_comment(error);
    text = azsreg_version();
    for (;;)
        ;
}
