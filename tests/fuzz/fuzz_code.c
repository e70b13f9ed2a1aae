/* SPDX-License-Identifier: MIT
 *
 * From any bytes to an error, and from any int to what is known of an error.
 */
#include <string.h>

#include "fuzz.h"
#include "unit/compare.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int number = 0;
    memcpy(&number, data, size < sizeof number ? size : sizeof number);
    if (!code_is_right((const char *)data, size) || !error_is_right(number))
        abort();
    return 0;
}
