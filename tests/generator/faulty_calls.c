/* SPDX-License-Identifier: MIT
 *
 * Makes calls of the C library fail that seldom fail by themselves. This file
 * is linked with the object files of a program, whose calls the linker directs
 * to the functions below (--wrap). AZSREG_FAULT="rename 2" makes the second
 * call of rename fail, and no other. "kill 2" kills the program at that call.
 */
#define _XOPEN_SOURCE 700 /* SIGKILL */

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
FILE *__real_fopen(const char *path, const char *mode);
int __real_fputs(const char *text, FILE *file);
size_t __real_fwrite(const void *from, size_t size, size_t count, FILE *file);
int __real_fclose(FILE *file);
int __real_rename(const char *from, const char *to);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
FILE *__wrap_fopen(const char *path, const char *mode);
int __wrap_fputs(const char *text, FILE *file);
size_t __wrap_fwrite(const void *from, size_t size, size_t count, FILE *file);
int __wrap_fclose(FILE *file);
int __wrap_rename(const char *from, const char *to);

static bool is_over;

/* After the end a profiler or a sanitizer may make calls of its own. */
static void end(void)
{
    is_over = true;
}

/* True, and errno set, if this call is the one that is to fail. */
static bool fails(const char *function, int error)
{
    static long count = 0;
    const char *fault = getenv("AZSREG_FAULT");
    size_t length = strlen(function);
    if (is_over || fault == NULL || strncmp(fault, function, length) != 0)
        return false;
    if (count == 0)
        atexit(end);
    if (++count != strtol(&fault[length], NULL, 10))
        return false;
    errno = error;
    return true;
}

/* For AZSREG_FAULT, all functions that allocate are malloc. */

void *__wrap_malloc(size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __real_realloc(block, size);
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    return fails("fopen", EMFILE) ? NULL : __real_fopen(path, mode);
}

/* Compilers replace fputs by fwrite where they can, so both are fputs. It fails
 * as on a disk that is full for a moment: this text is lost, and the next is
 * written. Reading from a stream that can only be written sets its error
 * indicator. */

int __wrap_fputs(const char *text, FILE *file)
{
    if (!fails("fputs", ENOSPC))
        return __real_fputs(text, file);
    fgetc(file);
    errno = ENOSPC;
    return EOF;
}

size_t __wrap_fwrite(const void *from, size_t size, size_t count, FILE *file)
{
    if (!fails("fputs", ENOSPC))
        return __real_fwrite(from, size, count, file);
    fgetc(file);
    errno = ENOSPC;
    return 0;
}

/* As a disk on the network, which says only then that nothing was stored. */
int __wrap_fclose(FILE *file)
{
    int status = __real_fclose(file);
    return fails("fclose", EIO) ? EOF : status;
}

int __wrap_rename(const char *from, const char *to)
{
    if (fails("kill", 0))
        raise(SIGKILL);
    return fails("rename", EACCES) ? -1 : __real_rename(from, to);
}
