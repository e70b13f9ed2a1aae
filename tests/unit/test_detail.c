/* SPDX-License-Identifier: MIT
 *
 * Details with values in place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compare.h"
#include "random.h"

/* Of an int that is not an error, and of every error: missing, empty, with what
 * is escaped, at every place. */
static void every_choice_of_missing_values(void **state)
{
    (void)state;
    for (int error = -1; error <= AZSREG_ERROR_COUNT + 1; error++) {
        for (unsigned mask = 0; mask < 16; mask++) {
            const azsreg_values values = {
                .subscription_id = mask & 1 ? "4afd19a7-1cbb" : NULL,
                .resource_group = mask & 2 ? "" : NULL,
                .registration_name = mask & 4 ? "Contoso \xC3\x84" : NULL,
                .customer_subscription_id = mask & 8 ? "cccc\n2222" : NULL,
            };
            assert_true(detail_is_right(error, &values));
        }
        assert_true(detail_is_right(error, NULL));
    }
}

/* Writes a string of up to 40 bytes. Every eighth value is missing. */
static const char *random_value(uint64_t *random, char value[41])
{
    random_text(random, value, 40);
    value[random_below(random, 41)] = '\0';
    return random_below(random, 8) > 0 ? value : NULL;
}

static void random_values(void **state)
{
    (void)state;
    uint64_t random = RANDOM_SEED;
    for (int i = 0; i < 6000; i++) {
        char text[4][41];
        const azsreg_values values = {
            .subscription_id = random_value(&random, text[0]),
            .resource_group = random_value(&random, text[1]),
            .registration_name = random_value(&random, text[2]),
            .customer_subscription_id = random_value(&random, text[3]),
        };
        assert_true(detail_is_right(1 + i % AZSREG_ERROR_COUNT, &values));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_choice_of_missing_values),
        cmocka_unit_test(random_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
