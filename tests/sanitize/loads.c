/* SPDX-License-Identifier: MIT
 *
 * How often a lookup reads each byte of a code: at most twice, as promised, and
 * at least once if it is found.
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

/* Looks up what is in `code`. */
static void check(azsreg_error expected)
{
    const char *text = code;
    memset(loads, 0, code_size * sizeof loads[0]);
    const azsreg_error error = azsreg_error_from_code_n(text, code_size);
    if (error != expected) {
        printf("%s: expected %d, got %d\n", text, (int)expected, (int)error);
        exit(EXIT_FAILURE);
    }
    const unsigned fewest = expected != AZSREG_ERROR_UNKNOWN;
    for (size_t i = 0; i < code_size; i++) {
        if (loads[i] >= fewest && loads[i] <= 2)
            continue;
        printf("%s: expected %u to 2 loads of byte %zu, got %u\n", text, fewest,
               i, loads[i]);
        exit(EXIT_FAILURE);
    }
}

/* A code, a code with another last byte, and a longer one. */
static void check_all(azsreg_error error)
{
    code_size = strlen(azsreg_error_code(error));
    memcpy(code, azsreg_error_code(error), code_size + 1);
    check(error);
    code[code_size - 1] = '?';
    check(AZSREG_ERROR_UNKNOWN);
    code[code_size++] = '?';
    check(AZSREG_ERROR_UNKNOWN);
}

int main(void)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++)
        check_all((azsreg_error)number);
    printf("each byte of %d codes loaded at most twice\n", AZSREG_ERROR_COUNT);
    return EXIT_SUCCESS;
}
