/* SPDX-License-Identifier: MIT
 *
 * The command line: options, values, and which command is to run.
 */
#ifndef AZSREG_TOOL_COMMAND_LINE_H
#define AZSREG_TOOL_COMMAND_LINE_H

/* Does what the arguments ask for, which are UTF-8, and returns the exit
 * status. They are changed. Whether the output could be written is for the
 * caller. */
int command_line_run(int argc, char *argv[]);

#endif
