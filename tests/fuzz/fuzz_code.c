/* SPDX-License-Identifier: MIT
 *
 * From any bytes to an error, and from any int to what is known of an error,
 * compared with the naive model. Each slice ends where its heap block ends.
 */
#include <azsreg/azsreg.h>

#include <string.h>

#include "fuzz.h"
#include "unit/model.h"
#include "unit/report.h"

static void expect(const char *function, const char *code, size_t length,
                   azsreg_error expected, azsreg_error came)
{
    if (came == expected)
        return;
    report("code", code, length);
    fprintf(stderr, "%s: expected %d, came %d\n", function, (int)expected,
            (int)came);
    abort();
}

static void check_slice(const uint8_t *data, size_t size)
{
    /* The empty slice is the end of a block: a byte of an empty block could be
     * read. */
    char *block = allocate(size > 0 ? size : 1);
    char *slice = size > 0 ? block : block + 1;
    memcpy(slice, data, size);
    expect("from_code_n", slice, size, model_from_code(slice, size),
           azsreg_error_from_code_n(slice, size));
    expect("from_code_n of NULL", slice, size, AZSREG_ERROR_UNKNOWN,
           azsreg_error_from_code_n(NULL, size));
    free(block);
}

static void check_string(const uint8_t *data, size_t size)
{
    size_t length = 0;
    while (length < size && data[length] != '\0')
        length++;
    char *string = allocate(length + 1);
    memcpy(string, data, length);
    string[length] = '\0';
    expect("from_code", string, length, model_from_code(string, length),
           azsreg_error_from_code(string));
    expect("from_code of NULL", string, length, AZSREG_ERROR_UNKNOWN,
           azsreg_error_from_code(NULL));
    free(string);
}

static void check_number(int number)
{
    azsreg_error error = (azsreg_error)number;
    const char *code = azsreg_error_code(error);
    const char *comment = azsreg_error_comment(error);
    unsigned values = azsreg_error_values(error);
    bool is_known = number >= 1 && number <= AZSREG_ERROR_COUNT;
    bool is_right;
    if (is_known)
        is_right = (int)model_from_code(code, strlen(code)) == number &&
                   comment != NULL && values <= 15;
    else
        is_right = strcmp(code, "Unknown") == 0 && strcmp(comment, "") == 0 &&
                   values == 0 && !azsreg_error_is_transient(error);
    if (is_right)
        return;
    fprintf(stderr, "error %d (%s): code '%s', comment '%s', values %u\n",
            number, is_known ? "known" : "expected as unknown", code,
            comment != NULL ? comment : "NULL", values);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_slice(data, size);
    check_string(data, size);
    int number = 0;
    memcpy(&number, data, size < sizeof number ? size : sizeof number);
    check_number(number);
    return 0;
}
