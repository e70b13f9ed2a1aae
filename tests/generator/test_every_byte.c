/* SPDX-License-Identifier: MIT
 *
 * A catalog with every byte at every place of it. The harness of the fuzzer
 * compares the generator with the naive model, and aborts if they differ.
 */
#include <string.h>

#include "fuzz/fuzz.h"

static const char catalog[] = "#\n"
                              "Code: Ab1C\n"
                              "Number: 1\n"
                              "Detail: {resource_group}}}\n"
                              " .\n"
                              "Comment:\n"
                              " x\n"
                              "Transient: no\n"
                              "\n"
                              "Unknown: u\n"
                              "Subscription-Id: s\n"
                              "Resource-Group: g\n"
                              "Registration-Name: r\n"
                              "Customer-Subscription-Id: c";

int main(void)
{
    uint8_t bytes[sizeof catalog];
    memcpy(bytes, catalog, sizeof catalog);
    for (size_t i = 0; i < sizeof catalog; i++) {
        for (int byte = 0; byte <= UINT8_MAX; byte++) {
            bytes[i] = (uint8_t)byte;
            LLVMFuzzerTestOneInput(bytes, sizeof catalog - 1);
        }
        bytes[i] = (uint8_t)catalog[i];
    }
    return EXIT_SUCCESS;
}
