/* SPDX-License-Identifier: MIT
 *
 * All of the C library that azsreg calls. A freestanding implementation need
 * not have <string.h> (C99, 4p6); whoever links the program then provides these
 * two functions.
 */
#ifndef AZSREG_FREESTANDING_H
#define AZSREG_FREESTANDING_H

#if __STDC_HOSTED__
#include <string.h>
#else
#include <stddef.h>
void *memcpy(void *restrict to, const void *restrict from, size_t size);
size_t strlen(const char *text);
/* By this name, GCC and Clang copy a few bytes without a call where the machine
 * can, freestanding too. */
#ifdef __GNUC__
#define memcpy __builtin_memcpy
#endif
#endif

#endif
