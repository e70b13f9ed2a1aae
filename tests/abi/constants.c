/* SPDX-License-Identifier: MIT
 *
 * Constants of the interface that stand in no type of a function, where
 * abidiff would see them. Programs are compiled with their values.
 */
#include <azsreg/azsreg.h>

_Static_assert(AZSREG_VALUE_SUBSCRIPTION_ID == 1, "constant changed");
_Static_assert(AZSREG_VALUE_RESOURCE_GROUP == 2, "constant changed");
_Static_assert(AZSREG_VALUE_REGISTRATION_NAME == 4, "constant changed");
_Static_assert(AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID == 8, "constant changed");
