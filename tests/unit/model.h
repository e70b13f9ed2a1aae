/* SPDX-License-Identifier: MIT
 *
 * The rendering of details once more, naively: from the document, Unicode's
 * own list of categories and Unicode's table of well-formed sequences. What
 * the library renders is compared with it.
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

/* Length of the well-formed UTF-8 sequence at the start of a string, and its
 * code point; 0 if there is none. */
size_t model_decode(const char *text, uint32_t *code_point);

/* How a value is shown, in allocated memory. */
char *model_show(const struct model *model, const char *value);

/* The whole message, in allocated memory. */
char *model_detail(const struct model *model, int error,
                   const azsreg_values *values);

/* Length of the longest prefix of a message that fits in a buffer of `size`
 * bytes, at least 1, with its NUL, and does not end inside a character: the
 * first byte left out is none of 80 to BF, which in well-formed UTF-8 never
 * start a character and always go on with one. */
size_t model_cut(const char *message, size_t length, size_t size);

#endif
