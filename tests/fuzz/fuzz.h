/* SPDX-License-Identifier: MIT
 *
 * A fuzzing harness: a function that takes any bytes, and aborts if azsreg
 * breaks a promise on them. libFuzzer calls it with bytes that it invents,
 * replay.c with the files of a corpus.
 */
#ifndef AZSREG_TEST_FUZZ_H
#define AZSREG_TEST_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
