/* SPDX-License-Identifier: MIT
 *
 * The commands. Each returns the exit status; output that could not be written
 * is left to the caller, who finds it by ferror(stdout).
 */
#ifndef AZSREG_TOOL_COMMANDS_H
#define AZSREG_TOOL_COMMANDS_H

#include <azsreg/azsreg.h>

/* The error that a word names, by its code or its number. */
azsreg_error error_named(const char *word);

int command_list(void);
int command_detail(const char *code, const azsreg_values *values);

/* Explains the codes in these texts, or in standard input if there are none. */
int command_explain(char *const texts[], int count,
                    const azsreg_values *values);

#endif
