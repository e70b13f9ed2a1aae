/* SPDX-License-Identifier: MIT
 *
 * The generator, run as a program in a scratch directory.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */

#include "generator_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

const char *const headers[HEADER_COUNT] = {CODES_H, CODE_LENGTHS_H,
                                           CODE_TABLES_H, DETAIL_TABLES_H};

/* ---- The scratch directory -----------------------------------------------*/

static char scratch[] = "/tmp/azsreg-generator-XXXXXX";

int enter_scratch(void **state)
{
    (void)state;
    bool entered = mkdtemp(scratch) != NULL && chdir(scratch) == 0 &&
                   mkdir("out", 0777) == 0 && mkdir("out/azsreg", 0777) == 0;
    return entered ? 0 : -1;
}

static int remove_entry(const char *path, const struct stat *status, int type,
                        struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

int leave_scratch(void **state)
{
    (void)state;
    return chdir("/") == 0 &&
                   nftw(scratch, remove_entry, 8, FTW_DEPTH | FTW_PHYS) == 0
               ? 0
               : -1;
}

/* Counts the entries of a directory, the directories in it not, and removes
 * them if asked to. */
static size_t visit(const char *path, bool remove_them)
{
    size_t count = 0;
    DIR *directory = opendir(path);
    assert_non_null(directory);
    const struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
            strcmp(name, "azsreg") == 0)
            continue;
        count++;
        if (remove_them)
            assert_int_equal(unlinkat(dirfd(directory), name, 0), 0);
    }
    closedir(directory);
    return count;
}

void empty_out(void)
{
    visit("out", true);
    visit("out/azsreg", true);
}

size_t count_out(void)
{
    return visit("out", false) + visit("out/azsreg", false);
}

/* ---- Files ---------------------------------------------------------------*/

void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("there is no %s", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long end = ftell(file);
    assert_true(end >= 0);
    rewind(file);
    char *bytes = malloc((size_t)end + 1);
    assert_non_null(bytes);
    *size = fread(bytes, 1, (size_t)end, file);
    assert_int_equal(*size, end);
    bytes[*size] = '\0';
    fclose(file);
    return bytes;
}

/* ---- The program ---------------------------------------------------------*/

/* In the child: GENERATOR is the path of the program, from CMake. */
static void become_generator(const char *const arguments[])
{
    char *copies[16] = {NULL};
    copies[0] = strdup(GENERATOR);
    for (size_t i = 0; i < 14 && arguments[i] != NULL; i++)
        copies[i + 1] = strdup(arguments[i]);
    int printed = open("printed", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (printed >= 0 && dup2(printed, STDOUT_FILENO) >= 0 &&
        dup2(printed, STDERR_FILENO) >= 0)
        execv(GENERATOR, copies);
    _exit(126);
}

int run_generator_with(const char *const arguments[], char **printed)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become_generator(arguments);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    size_t size;
    *printed = read_file("printed", &size);
    assert_int_equal(strlen(*printed), size);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int run_generator(const char *path, char **printed)
{
    const char *const arguments[] = {
        path, CODES_H, CODE_LENGTHS_H, CODE_TABLES_H, DETAIL_TABLES_H, NULL};
    return run_generator_with(arguments, printed);
}
