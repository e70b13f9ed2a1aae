/* SPDX-License-Identifier: MIT
 *
 * Finding codes in a text: azsreg, a memmem for each code, and strstr.
 *
 *     find LINK ROUNDS FILE NAME
 *
 * prints CSV, find,LINK,codes,NAME,who,ns,value: nanoseconds a KiB. The text
 * has no code, so all of it is searched. With 0 ROUNDS azsreg runs once, for
 * a profiler.
 */
#define _GNU_SOURCE /* memmem */

#include "measure.h"
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct work {
    char *text; /* and a NUL */
    size_t length;
    int found;
};

static void run_azsreg(void *work)
{
    struct work *w = work;
    w->found = azsreg_error_find(w->text, w->length, NULL) != 0;
}

static void run_memmem(void *work)
{
    struct work *w = work;
    w->found = 0;
    for (size_t i = 0; i < code_count; i++) {
        const char *code = numbered_codes[i].name;
        w->found += memmem(w->text, w->length, code, strlen(code)) != NULL;
    }
}

static void run_strstr(void *work)
{
    struct work *w = work;
    w->found = 0;
    for (size_t i = 0; i < code_count; i++)
        w->found += strstr(w->text, numbered_codes[i].name) != NULL;
}

static const struct contender contenders[] = {
    {"azsreg", run_azsreg},
    {"memmem", run_memmem},
    {"strstr", run_strstr},
};

enum { ALL = sizeof contenders / sizeof contenders[0] };

static void fail(const char *what, const char *of)
{
    fprintf(stderr, "find: %s: %s\n", of, what);
    exit(EXIT_FAILURE);
}

static void read_file(struct work *work, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        fail("cannot read", path);
    work->length = (size_t)ftell(file);
    rewind(file);
    work->text = calloc(work->length + 1, 1);
    if (work->text == NULL ||
        fread(work->text, 1, work->length, file) != work->length)
        fail("cannot read", path);
    fclose(file);
}

int main(int argc, char *argv[])
{
    if (argc != 5) {
        fputs("usage: find LINK ROUNDS FILE NAME\n", stderr);
        return EXIT_FAILURE;
    }
    struct work work;
    read_file(&work, argv[3]);
    const int rounds = atoi(argv[2]);
    for (int i = 0; i < (rounds > 0 ? ALL : 1); i++) {
        run_once(&contenders[i], &work);
        if (work.found != 0)
            fail("a code was found where there is none", contenders[i].name);
    }
    if (rounds == 0)
        return EXIT_SUCCESS;
    double times[CONTENDERS_MAX];
    measure(contenders, ALL, &work, 1, rounds, times);
    for (int i = 0; i < ALL; i++)
        printf("find,%s,%zu,%s,%s,ns,%.2f\n", argv[1], code_count, argv[4],
               contenders[i].name, times[i] / (double)work.length * 1024);
    return EXIT_SUCCESS;
}
