/* SPDX-License-Identifier: MIT
 *
 * From what a person writes to the error that is meant.
 */
#ifndef AZSREG_TOOL_NAMES_H
#define AZSREG_TOOL_NAMES_H

#include <azsreg/azsreg.h>

/* How many errors the library knows: 1, 2, 3 and so on. A newer shared library
 * knows more than AZSREG_ERROR_COUNT, which is of the header. */
int error_count(void);

/* The error with this code or number; AZSREG_ERROR_UNKNOWN if there is none. */
azsreg_error error_named(const char *word);

/* The code that takes the fewest edits to make from `text`: letters added, left
 * out or replaced, in any case. NULL if the text is not one word, or if that is
 * more than one edit for every five letters of the word. */
const char *nearest_code(const char *text);

#endif
