/* SPDX-License-Identifier: MIT */
#include "complain.h"

#include <azsreg/azsreg.h>

#include <stdio.h>
#include <string.h>

void complain(const char *what, const char *word)
{
    char shown[256];
    size_t length = azsreg_escape(shown, sizeof shown, word, strlen(word));
    fprintf(stderr, "azsreg: %s '%s%s'", what, shown,
            length < sizeof shown ? "" : "...");
}
