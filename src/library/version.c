/* SPDX-License-Identifier: MIT
 *
 * The version, as the public header has it.
 */
#include <azsreg/azsreg.h>

#define STRING_(x) #x
#define STRING(x) STRING_(x)

const char *azsreg_version(void)
{
    return STRING(AZSREG_VERSION_MAJOR) "." STRING(
        AZSREG_VERSION_MINOR) "." STRING(AZSREG_VERSION_PATCH);
}
