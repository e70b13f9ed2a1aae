/* SPDX-License-Identifier: MIT
 *
 * Finding codes in any bytes: in the whole text, and in the two slices that it
 * is cut into at some places.
 */
#include "fuzz.h"
#include "unit/compare.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const size_t step = size / 3 + 1;
    for (size_t cut = 0; cut <= size; cut += step) {
        if (!find_is_right(text, cut) || !find_is_right(text + cut, size - cut))
            abort();
    }
    return 0;
}
