/* SPDX-License-Identifier: MIT
 *
 * Any text, safe to print.
 */
#include <azsreg/azsreg.h>

#include "escape.h"

size_t azsreg_escape(char *buffer, size_t size, const char *text, size_t length)
{
    char nowhere;
    struct output output = output_start(buffer, size, &nowhere);
    output_append_escaped(&output, text, text != NULL ? length : 0);
    return output_end(&output);
}
