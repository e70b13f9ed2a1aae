/* SPDX-License-Identifier: MIT
 *
 * What the tool says of what went wrong: on standard error, and by its status.
 */
#ifndef AZSREG_TOOL_COMPLAIN_H
#define AZSREG_TOOL_COMPLAIN_H

/* The exit status. */
enum { SUCCESS = 0, FAILURE = 1, WRONG_USAGE = 2 };

/* Starts a message: "azsreg: WHAT 'WORD'". The caller ends it. The word comes
 * from outside: it is escaped, and cut if it is long. */
void complain(const char *what, const char *word);

#endif
