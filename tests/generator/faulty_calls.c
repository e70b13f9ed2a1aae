/* SPDX-License-Identifier: MIT
 *
 * Calls of the C library that fail where nature seldom makes them. This file
 * is linked with the object files of a program, whose calls the linker gives to
 * the functions below (--wrap). AZSREG_FAULT="rename 2" makes the second call
 * of rename fail, and no other.
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

/* At the end come the calls of what watches the program, such as a profile. */
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

/* All that allocate are one function here: malloc. */

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

/* Compilers make fwrite of many an fputs, so these are one too: fputs. A disk
 * that is full for a moment: the text is lost, all after it is written, and the
 * stream has its error indicator, which reading sets if it can only write. */

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

/* A disk on the network that takes nothing, and says so when asked to close. */
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
