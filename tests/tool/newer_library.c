/* SPDX-License-Identifier: MIT
 *
 * The library of another day: it has two errors more than the header says. The
 * linker gives it the tool's calls (--wrap). The detail of its last error is
 * too long for any machine, as one with long values can be where size_t is
 * small.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { NEWER = AZSREG_ERROR_COUNT + 1, ENDLESS };

const char *__real_azsreg_error_code(azsreg_error error);
azsreg_error __real_azsreg_error_from_code(const char *code);
size_t __real_azsreg_format_detail(char *buffer, size_t size,
                                   azsreg_error error,
                                   const azsreg_values *values);
const char *__wrap_azsreg_error_code(azsreg_error error);
azsreg_error __wrap_azsreg_error_from_code(const char *code);
size_t __wrap_azsreg_format_detail(char *buffer, size_t size,
                                   azsreg_error error,
                                   const azsreg_values *values);

const char *__wrap_azsreg_error_code(azsreg_error error)
{
    if ((int)error == NEWER)
        return "NewerError";
    if ((int)error == ENDLESS)
        return "EndlessDetail";
    return __real_azsreg_error_code(error);
}

azsreg_error __wrap_azsreg_error_from_code(const char *code)
{
    for (int number = NEWER; number <= ENDLESS; number++) {
        if (strcmp(code, __wrap_azsreg_error_code((azsreg_error)number)) == 0)
            return (azsreg_error)number;
    }
    return __real_azsreg_error_from_code(code);
}

size_t __wrap_azsreg_format_detail(char *buffer, size_t size,
                                   azsreg_error error,
                                   const azsreg_values *values)
{
    if ((int)error == NEWER)
        return (size_t)snprintf(buffer, size, "It is new.");
    if ((int)error == ENDLESS)
        return SIZE_MAX;
    return __real_azsreg_format_detail(buffer, size, error, values);
}
