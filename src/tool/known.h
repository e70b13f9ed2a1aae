/* SPDX-License-Identifier: MIT
 *
 * Which errors there are. A newer shared library can have more of them than the
 * header of this build, so AZSREG_ERROR_COUNT does not tell.
 */
#ifndef AZSREG_TOOL_KNOWN_H
#define AZSREG_TOOL_KNOWN_H

#include <azsreg/azsreg.h>

#include <string.h>

/* True for the number of an error. They are 1, 2, 3 and so on. */
static inline bool is_known(int number)
{
    return strcmp(azsreg_error_code((azsreg_error)number), "Unknown") != 0;
}

#endif
