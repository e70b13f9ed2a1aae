/* SPDX-License-Identifier: MIT
 *
 * What the library must return, once more and naively: from its codes, the
 * document, Unicode's own list of categories and Unicode's table of well-formed
 * sequences. The tests compare the library with it.
 */
#ifndef AZSREG_TEST_MODEL_H
#define AZSREG_TEST_MODEL_H

#include <azsreg/azsreg.h>

#include <stdbool.h>
#include <stdint.h>

#include "document.h"

enum { CODE_POINT_COUNT = 0x110000 };

struct model {
    struct document document;
    bool invisible[CODE_POINT_COUNT]; /* category Cc, Cf, Zl or Zp */
};

/* The model: at the first call, reads the document and Unicode's list of
 * categories, and ends the program with a message if it can't. */
const struct model *model_get(void);

/* The error whose code has these bytes, compared with one code after another.
 */
azsreg_error model_from_code(const char *code, size_t length);

/* The error of the first code that stands in a text, and its offset: each place
 * is compared with each code. */
azsreg_error model_find(const char *text, size_t length, size_t *offset);

/* Length of the well-formed UTF-8 sequence at the start of a string, and its
 * code point; 0 if there is none. */
size_t model_decode(const char *text, uint32_t *code_point);

/* The text as it is shown, in allocated memory. */
char *model_escape(const struct model *model, const char *text, size_t length);

/* The whole message, in allocated memory. */
char *model_detail(const struct model *model, int error,
                   const azsreg_values *values);

#endif
