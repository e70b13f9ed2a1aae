/* SPDX-License-Identifier: MIT
 *
 * A fuzzing harness: a function that takes any bytes, and aborts if azsreg
 * breaks a promise on them. libFuzzer calls it with bytes that it invents,
 * replay.c with the files of a corpus.
 */
#ifndef AZSREG_TEST_FUZZ_H
#define AZSREG_TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Prints a line with a text that may hold any bytes. */
static inline void print_text(const char *label, const char *text, size_t size)
{
    fprintf(stderr, "%s (%lu bytes): ", label, (unsigned long)size);
    for (size_t i = 0; i < size; i++) {
        unsigned byte = (unsigned char)text[i];
        if (byte < 0x20 || byte > 0x7E || byte == '\\')
            fprintf(stderr, "\\x%02X", byte);
        else
            fputc(text[i], stderr);
    }
    fputc('\n', stderr);
}

/* `size` bytes of zeros, or the end of the program. */
static inline void *allocate(size_t size)
{
    void *block = calloc(1, size);
    if (block == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return block;
}

#endif
