/* SPDX-License-Identifier: MIT
 *
 * A program that uses azsreg from outside: every function of it, and ints that
 * are no errors.
 */
#include <azsreg/azsreg.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As a JSON parser hands a code out: with more text behind it. */
static azsreg_error from_slice(const char *code)
{
    char body[128];
    snprintf(body, sizeof body, "{\"code\": \"%s\"}", code);
    return azsreg_error_from_code_n(body + 10, strlen(code));
}

static void print_quoted_values(azsreg_error error)
{
    unsigned quoted = azsreg_error_values(error);
    printf("quotes:");
    if (quoted & AZSREG_VALUE_SUBSCRIPTION_ID)
        printf(" subscription_id");
    if (quoted & AZSREG_VALUE_RESOURCE_GROUP)
        printf(" resource_group");
    if (quoted & AZSREG_VALUE_REGISTRATION_NAME)
        printf(" registration_name");
    if (quoted & AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID)
        printf(" customer_subscription_id");
    printf("\n");
}

static int print_error(int number, const azsreg_values *values)
{
    azsreg_error error = (azsreg_error)number;
    const char *code = azsreg_error_code(error);
    printf("%d: %s, found as %d and %d\n", number, code,
           (int)azsreg_error_from_code(code), (int)from_slice(code));
    print_quoted_values(error);
    printf("transient: %s\n", azsreg_error_is_transient(error) ? "yes" : "no");

    size_t size = azsreg_format_detail(NULL, 0, error, values) + 1;
    char *detail = malloc(size);
    if (detail == NULL)
        return EXIT_FAILURE;
    azsreg_format_detail(detail, size, error, values);
    printf("%s\n%s\n", detail, azsreg_error_comment(error));
    free(detail);
    return EXIT_SUCCESS;
}

int main(int argc, char *argv[])
{
    static const int no_errors[] = {
        AZSREG_ERROR_UNKNOWN, AZSREG_ERROR_COUNT + 1, -1, INT_MAX, INT_MIN};
    if (argc != 5)
        return EXIT_FAILURE;
    const azsreg_values values = {.subscription_id = argv[1],
                                  .resource_group = argv[2],
                                  .registration_name = argv[3],
                                  .customer_subscription_id = argv[4]};
    int status = EXIT_SUCCESS;
    printf("azsreg %s\n", azsreg_version());
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++)
        status |= print_error(number, &values);
    for (size_t i = 0; i < sizeof no_errors / sizeof no_errors[0]; i++)
        status |= print_error(no_errors[i], &values);
    return status;
}
