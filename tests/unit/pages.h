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

/* Makes them at least `size` bytes long; what was in them is lost. At first
 * both pointers are NULL. Ends the program if there is no memory. */
void pages_reserve(struct pages *pages, size_t size);

#endif
