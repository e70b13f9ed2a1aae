/* SPDX-License-Identifier: MIT
 *
 * Memory between protected pages: the machine catches each access outside.
 */
#ifndef AZSREG_TEST_PAGES_H
#define AZSREG_TEST_PAGES_H

#include <stddef.h>

struct pages {
    char *first; /* readable and writable from here */
    char *end;   /* to here; the pages before and after are neither */
};

/* At least `size` bytes, on whole pages. Ends the program if there are none. */
struct pages pages_new(size_t size);

void pages_free(struct pages pages);

#endif
