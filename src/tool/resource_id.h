/* SPDX-License-Identifier: MIT
 *
 * The values in a resource ID, or in the URL of a request:
 *
 *     /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.AzureStack
 *     /registrations/NAME/customerSubscriptions/ID
 */
#ifndef AZSREG_TOOL_RESOURCE_ID_H
#define AZSREG_TOOL_RESOURCE_ID_H

#include <stdbool.h>

enum value {
    SUBSCRIPTION_ID,
    RESOURCE_GROUP,
    REGISTRATION_NAME,
    CUSTOMER_SUBSCRIPTION_ID,
    VALUE_COUNT
};

/* Reads the values that stand in `path`; the others become NULL. The path is
 * changed, and the values point into it. False if it has none of the keys. */
bool resource_id_read(char *path, const char *values[VALUE_COUNT]);

#endif
