/* SPDX-License-Identifier: MIT
 *
 * The length of a message saturates at SIZE_MAX. Only where size_t has 32 bits
 * is there room for texts that are long enough: one block of memory, mapped
 * again and again. The three values of the longest detail share it.
 * azsreg_escape has the same writer; here it would take minutes.
 */
#include <azsreg/azsreg.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/mman.h>
#include <unistd.h>

#include "document.h"
#include "report.h"

enum {
    BLOCK_SIZE = 1024 * 1024,
    BLOCK_COUNT = 1400,
    STRING_SIZE = BLOCK_SIZE * BLOCK_COUNT
};

/* The end of all three values, so that the limit is reached in text that is
 * copied, and in bytes that are escaped. */
static const char tail[] = "\xFF\xFF\xFF";
static const char tail_shown[] = "\\xFF\\xFF\\xFF";

/* Maps the block of the file again and again. NULL if there is no room. */
static char *map_blocks(int file)
{
    char *first = mmap(NULL, STRING_SIZE, PROT_NONE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (first == MAP_FAILED)
        return NULL;
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        int kind = i + 1 < BLOCK_COUNT ? MAP_SHARED : MAP_PRIVATE;
        if (mmap(first + i * BLOCK_SIZE, BLOCK_SIZE, PROT_READ | PROT_WRITE,
                 kind | MAP_FIXED, file, 0) == MAP_FAILED)
            return NULL;
    }
    return first;
}

/* The end of a string of BLOCK_COUNT blocks that ends with the tail. Skips the
 * test if there is no room. */
static const char *make_string(void)
{
    FILE *file = tmpfile();
    char *first = NULL;
    if (file != NULL) {
        for (size_t i = 0; i < BLOCK_SIZE; i++)
            putc('a', file);
        if (fflush(file) == 0)
            first = map_blocks(fileno(file));
        fclose(file);
    }
    if (first == NULL) {
        print_message("there is no room for texts of 4 GiB\n");
        skip();
        return NULL;
    }
    char *end = first + STRING_SIZE - sizeof tail;
    memcpy(end, tail, sizeof tail);
    return end + strlen(tail);
}

/* Few, since each reads four gigabytes. The limit is reached: */
static const int64_t beyond_limit[] = {
    -1,  /* not quite */
    1,   /* in the detail's own text, behind the last value */
    8,   /* in an escape */
    100, /* in the printable text before that */
};

static void expect_length(int64_t beyond, const char *end,
                          const char *without_values)
{
    const size_t escaped = strlen(tail_shown) - strlen(tail);
    /* The sum of the values' lengths that makes the wanted length. */
    uint64_t sum = (uint64_t)((int64_t)SIZE_MAX + beyond) -
                   strlen(without_values) - 3 * escaped;
    size_t third = (size_t)(sum / 3);
    const azsreg_values values = {
        .subscription_id = end - third,
        .resource_group = end - third,
        .registration_name = end - (size_t)(sum - 2 * (uint64_t)third),
    };
    size_t expected = beyond < 0 ? SIZE_MAX - 1 : SIZE_MAX;
    char came[64];
    memset(came, 'A', sizeof came);
    size_t length = azsreg_format_detail(
        came, sizeof came - 1, AZSREG_ERROR_REGISTRATION_NOT_FOUND, &values);
    const size_t cut = sizeof came - 2;
    if (length == expected && memcmp(came, without_values, cut) == 0 &&
        came[cut] == '\0' && came[cut + 1] == 'A')
        return;
    report("came", came, sizeof came);
    fail_msg("SIZE_MAX and %ld: expected a length of %lu, came %lu",
             (long)beyond, (unsigned long)expected, (unsigned long)length);
}

static void the_length_of_a_detail_saturates(void **state)
{
    (void)state;
    const char *end = make_string();
    struct document document;
    document_read(&document);
    const char *const shown[VALUE_COUNT] = {"", "", "", ""};
    char *without_values = document_detail(
        &document.rows[AZSREG_ERROR_REGISTRATION_NOT_FOUND - 1], shown);
    for (size_t i = 0; i < sizeof beyond_limit / sizeof beyond_limit[0]; i++)
        expect_length(beyond_limit[i], end, without_values);
    free(without_values);
    document_free(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_length_of_a_detail_saturates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
