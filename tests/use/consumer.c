/* SPDX-License-Identifier: MIT
 *
 * A program that uses azsreg from outside: every function of it. consumer.cpp
 * makes it a C++ program.
 */
#include <azsreg/azsreg.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *body = "{\"code\": \"InvalidCSPSubscription\"}";
    const azsreg_values values = {NULL, NULL, NULL, "my\ntenant"};
    size_t offset;
    azsreg_error error = azsreg_error_find(body, strlen(body), &offset);
    const char *code = azsreg_error_code(error);
    char text[512];

    azsreg_escape(text, sizeof text, body + offset, strlen(code));
    printf("azsreg %s\n", azsreg_version());
    printf("%s, found at byte %d, is %d, %d and %d; quotes %u; transient: %d\n",
           text, (int)offset, (int)error, (int)azsreg_error_from_code(code),
           (int)azsreg_error_from_code_n(body + offset, strlen(code)),
           azsreg_error_values(error), azsreg_error_is_transient(error));
    azsreg_format_detail(text, sizeof text, error, &values);
    printf("%s\n%s\n", text, azsreg_error_comment(error));
    return 0;
}
