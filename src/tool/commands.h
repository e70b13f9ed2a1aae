/* SPDX-License-Identifier: MIT
 *
 * The commands. Each returns the exit status. Whether the output could be
 * written is for the caller to find out, by ferror(stdout).
 */
#ifndef AZSREG_TOOL_COMMANDS_H
#define AZSREG_TOOL_COMMANDS_H

#include <azsreg/azsreg.h>

int command_list(void);
int command_detail(const char *code, const azsreg_values *values);

/* Explains the codes in these texts, or in standard input if there are none. */
int command_explain(char *const texts[], int count,
                    const azsreg_values *values);

#endif
