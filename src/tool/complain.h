/* SPDX-License-Identifier: MIT
 *
 * What the tool says when something went wrong, and its exit status.
 */
#ifndef AZSREG_TOOL_COMPLAIN_H
#define AZSREG_TOOL_COMPLAIN_H

enum { SUCCESS = 0, FAILURE = 1, WRONG_USAGE = 2 };

/* Starts a message: "azsreg: WHAT 'WORD'". The caller ends it. The word comes
 * from outside, so it is escaped, and cut if it is long. */
void complain(const char *what, const char *word);

#endif
