/* SPDX-License-Identifier: MIT
 *
 * The two functions of the C library that azsreg calls. A freestanding
 * implementation need not have <string.h> (C99, 4p6). The program must then
 * provide them.
 */
#ifndef AZSREG_FREESTANDING_H
#define AZSREG_FREESTANDING_H

#if __STDC_HOSTED__
#include <string.h>
#else
#include <stddef.h>
void *memcpy(void *restrict to, const void *restrict from, size_t size);
size_t strlen(const char *text);
/* Freestanding, GCC and Clang copy a few bytes without a call only under this
 * name. */
#ifdef __GNUC__
#define memcpy __builtin_memcpy
#endif
#endif

#endif
