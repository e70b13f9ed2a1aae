/* SPDX-License-Identifier: MIT
 *
 * consumer.c as a C++ program would do it, in C++98 and all that came later.
 */
#include <azsreg/azsreg.h>

#include <climits>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace
{

/* By a slice of a body, as a JSON parser hands it out, and by the body. */
void print_found(const std::string &code)
{
    const std::string body = "{\"code\": \"" + code + "\"}";
    char shown[128];
    azsreg_escape(shown, sizeof shown, code.data(), code.size());
    std::printf("%s, found as %d, %d and %d\n", shown,
                azsreg_error_from_code(code.c_str()),
                azsreg_error_from_code_n(body.data() + 10, code.size()),
                azsreg_error_find(body.data(), body.size(), NULL));
}

std::string quoted_values(azsreg_error error)
{
    const unsigned quoted = azsreg_error_values(error);
    std::string names;
    if (quoted & AZSREG_VALUE_SUBSCRIPTION_ID)
        names += " subscription_id";
    if (quoted & AZSREG_VALUE_RESOURCE_GROUP)
        names += " resource_group";
    if (quoted & AZSREG_VALUE_REGISTRATION_NAME)
        names += " registration_name";
    if (quoted & AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID)
        names += " customer_subscription_id";
    return names;
}

std::string detail(azsreg_error error, const azsreg_values &values)
{
    std::vector<char> buffer(azsreg_format_detail(NULL, 0, error, &values) + 1);
    azsreg_format_detail(&buffer[0], buffer.size(), error, &values);
    return &buffer[0];
}

void print_error(int number, const azsreg_values &values)
{
    const azsreg_error error = static_cast<azsreg_error>(number);
    std::printf("%d: ", number);
    print_found(azsreg_error_code(error));
    std::printf("quotes:%s\n", quoted_values(error).c_str());
    const bool transient = azsreg_error_is_transient(error);
    std::printf("transient: %s\n", transient ? "yes" : "no");
    std::printf("%s\n%s\n", detail(error, values).c_str(),
                azsreg_error_comment(error));
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 5)
        return EXIT_FAILURE;
    azsreg_values values = azsreg_values();
    values.subscription_id = argv[1];
    values.resource_group = argv[2];
    values.registration_name = argv[3];
    values.customer_subscription_id = argv[4];
    std::printf("azsreg %s\n", azsreg_version());
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++)
        print_error(number, values);
    /* C++98 leaves the casts of the last three undefined; compilers keep the
     * int. From C++11 on the enum has type int. */
    print_error(AZSREG_ERROR_UNKNOWN, values);
    print_error(AZSREG_ERROR_COUNT + 1, values);
    print_error(-1, values);
    print_error(INT_MAX, values);
    print_error(INT_MIN, values);
    return EXIT_SUCCESS;
}
