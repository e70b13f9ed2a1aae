/* SPDX-License-Identifier: MIT
 *
 * How often a lookup reads each byte of a code: once or twice, as promised.
 * It is linked with a lookup.c that clang has made to call these functions
 * before each of its loads (-fsanitize-coverage=trace-loads).
 */
#include <azsreg/azsreg.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void __sanitizer_cov_load1(const uint8_t *from);
void __sanitizer_cov_load2(const uint16_t *from);
void __sanitizer_cov_load4(const uint32_t *from);
void __sanitizer_cov_load8(const uint64_t *from);
void __sanitizer_cov_load16(const void *from);

enum { CODE_SIZE_MAX = 65536 };

static char code[CODE_SIZE_MAX];
static size_t code_size;
static unsigned loads[CODE_SIZE_MAX];

static void count(const void *from, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const uintptr_t place = (uintptr_t)from + i - (uintptr_t)code;
        if (place < code_size)
            loads[place]++;
    }
}

void __sanitizer_cov_load1(const uint8_t *from)
{
    count(from, 1);
}

void __sanitizer_cov_load2(const uint16_t *from)
{
    count(from, 2);
}

void __sanitizer_cov_load4(const uint32_t *from)
{
    count(from, 4);
}

void __sanitizer_cov_load8(const uint64_t *from)
{
    count(from, 8);
}

void __sanitizer_cov_load16(const void *from)
{
    count(from, 16);
}

static void check(const char *text, azsreg_error expected)
{
    code_size = strlen(text);
    memcpy(code, text, code_size);
    memset(loads, 0, code_size * sizeof loads[0]);
    const azsreg_error error = azsreg_error_from_code_n(code, code_size);
    if (error != expected) {
        printf("%s: expected %d, got %d\n", text, (int)expected, (int)error);
        exit(EXIT_FAILURE);
    }
    for (size_t i = 0; i < code_size; i++) {
        if (loads[i] == 1 || loads[i] == 2)
            continue;
        printf("%s: expected 1 or 2 loads of byte %zu, got %u\n", text, i,
               loads[i]);
        exit(EXIT_FAILURE);
    }
}

int main(void)
{
    size_t bytes = 0;
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *text = azsreg_error_code((azsreg_error)number);
        check(text, (azsreg_error)number);
        bytes += strlen(text);
    }
    printf("%zu bytes of %d codes loaded once or twice\n", bytes,
           AZSREG_ERROR_COUNT);
    return EXIT_SUCCESS;
}
