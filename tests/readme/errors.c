/* SPDX-License-Identifier: MIT
 *
 * Prints, a line for each error, what its row in the README says: the values
 * that the detail quotes, and whether the error is transient.
 */
#include <azsreg/azsreg.h>

#include <stdio.h>

static const struct {
    unsigned value;
    const char *name;
} values[] = {
    {AZSREG_VALUE_SUBSCRIPTION_ID, "subscription"},
    {AZSREG_VALUE_RESOURCE_GROUP, "resource group"},
    {AZSREG_VALUE_REGISTRATION_NAME, "registration"},
    {AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID, "customer subscription"},
};

int main(void)
{
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const azsreg_error error = (azsreg_error)number;
        const char *separator = "";
        for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
            if ((azsreg_error_values(error) & values[i].value) == 0)
                continue;
            printf("%s%s", separator, values[i].name);
            separator = ", ";
        }
        puts(azsreg_error_is_transient(error) ? "(transient)" : "");
    }
    return 0;
}
