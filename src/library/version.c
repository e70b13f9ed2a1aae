/* SPDX-License-Identifier: MIT
 *
 * The version, as the public header has it.
 */
#include <azsreg/azsreg.h>

#define STRING(x) #x
#define DOTTED(major, minor, patch)                                            \
    STRING(major) "." STRING(minor) "." STRING(patch)

const char *azsreg_version(void)
{
    return DOTTED(AZSREG_VERSION_MAJOR, AZSREG_VERSION_MINOR,
                  AZSREG_VERSION_PATCH);
}
