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

/* By a slice of a body, as a JSON parser hands it out, and by the body. */
static void print_found(const char *code)
{
    char body[128];
    char shown[128];
    size_t offset;
    snprintf(body, sizeof body, "{\"code\": \"%s\"}", code);
    azsreg_error in_body = azsreg_error_find(body, strlen(body), &offset);
    azsreg_escape(shown, sizeof shown, &body[10], strlen(code));
    printf("%s, found as %d, %d and %d\n", shown,
           (int)azsreg_error_from_code(code),
           (int)azsreg_error_from_code_n(&body[10], strlen(code)),
           (int)in_body);
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
    printf("%d: ", number);
    print_found(azsreg_error_code(error));
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
