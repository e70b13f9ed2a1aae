/* SPDX-License-Identifier: MIT
 *
 * azsreg, the library in a shell: how the process starts and ends.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command_line.h"
#include "complain.h"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <shellapi.h>

/* The arguments in UTF-8, to the end of the process. Those of main are in the
 * code page, where they have lost what it lacks. */
static char **utf8_arguments(int *count)
{
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), count);
    char **arguments =
        wide != NULL ? calloc((size_t)*count + 1, sizeof *arguments) : NULL;
    for (int i = 0; arguments != NULL && i < *count; i++) {
        int size =
            WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, NULL, 0, NULL, NULL);
        arguments[i] = malloc((size_t)size);
        if (arguments[i] == NULL)
            return NULL;
        WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, arguments[i], size, NULL,
                            NULL);
    }
    return arguments;
}
#endif

int main(int argc, char *argv[])
{
#ifdef _WIN32
    const UINT code_page = GetConsoleOutputCP();
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdin), _O_BINARY); /* 0x1A is not the end */
    argv = utf8_arguments(&argc);
    if (argv == NULL)
        return FAILURE;
#else
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error to report */
#endif
    /* A message is one write, for a log that others write to. */
    static char buffer[BUFSIZ]; /* musl makes none by itself */
    setvbuf(stderr, buffer, _IOLBF, sizeof buffer);
    int status = command_line_run(argc, argv);
    bool failed = ferror(stdout) != 0;
    /* Some errors, of a disk on the network for example, show only here. */
    failed = fclose(stdout) != 0 || failed;
    if (status == SUCCESS && failed) {
        fprintf(stderr, "azsreg: cannot write the output: %s\n",
                strerror(errno));
        status = FAILURE;
    }
#ifdef _WIN32
    SetConsoleOutputCP(code_page);
#endif
    return status;
}
