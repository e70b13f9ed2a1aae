/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN_MAX = 800, BEFORE_DIFFERENCE = 20, AFTER_DIFFERENCE = 60 };

void report(const char *label, const char *bytes, size_t size)
{
    if (bytes == NULL) {
        fprintf(stderr, "%s: (null)\n", label);
        return;
    }
    fprintf(stderr, "%s: %lu bytes: ", label, (unsigned long)size);
    for (size_t i = 0; i < size && i < SHOWN_MAX; i++) {
        unsigned byte = (unsigned char)bytes[i];
        if (byte == '\\')
            fputs("\\\\", stderr);
        else if (byte < 0x20 || byte > 0x7E)
            fprintf(stderr, "\\x%02X", byte);
        else
            fputc(bytes[i], stderr);
    }
    fputs(size > SHOWN_MAX ? "...\n" : "\n", stderr);
}

void report_difference(const char *expected, const char *came, size_t size)
{
    size_t at = 0;
    while (at < size && expected[at] == came[at])
        at++;
    size_t first = at > BEFORE_DIFFERENCE ? at - BEFORE_DIFFERENCE : 0;
    size_t end = size - at > AFTER_DIFFERENCE ? at + AFTER_DIFFERENCE : size;
    fprintf(stderr, "they differ at byte %lu; from byte %lu on:\n",
            (unsigned long)at, (unsigned long)first);
    report("  expected", expected + first, end - first);
    report("  came", came + first, end - first);
}

void give_up(const char *what, const char *where)
{
    fprintf(stderr, "%s: %s\n", where, what);
    exit(EXIT_FAILURE);
}

void *allocate(size_t size)
{
    void *memory = calloc(size, 1);
    if (memory == NULL)
        give_up("out of memory", "a test");
    return memory;
}
