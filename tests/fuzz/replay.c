/* SPDX-License-Identifier: MIT
 *
 * usage: fuzz_NAME DIRECTORY...
 *
 * Calls a harness with each file of the directories, where there is no
 * libFuzzer.
 */
#define _FILE_OFFSET_BITS 64 /* 32-bit systems need it for some disks */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "fuzz.h"

static void replay(const char *path)
{
    static uint8_t bytes[1024 * 1024];
    printf("%s\n", path); /* before it may abort */
    fflush(stdout);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        give_up(strerror(errno), path);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    if (ferror(file) || size == sizeof bytes)
        give_up("not read as a whole", path);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
}

/* Returns the number of files. */
static unsigned replay_all(const char *directory)
{
    unsigned count = 0;
    DIR *entries = opendir(directory);
    if (entries == NULL)
        give_up(strerror(errno), directory);
    const struct dirent *entry;
    while ((entry = readdir(entries)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        size_t size = strlen(directory) + strlen(entry->d_name) + 2;
        char *path = allocate(size);
        snprintf(path, size, "%s/%s", directory, entry->d_name);
        replay(path);
        free(path);
        count++;
    }
    closedir(entries);
    return count;
}

int main(int argc, char *argv[])
{
    unsigned count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_all(argv[i]);
    printf("%u inputs replayed\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
