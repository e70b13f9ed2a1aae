/* SPDX-License-Identifier: MIT
 *
 * The code that was probably meant by a word.
 */
#ifndef AZSREG_TOOL_SUGGESTION_H
#define AZSREG_TOOL_SUGGESTION_H

/* The code that takes the fewest edits to make from `text`: letters added, left
 * out or replaced, in any case. NULL if the text is not one word, or if that is
 * more than one edit for every five letters of the word. */
const char *suggestion(const char *text);

#endif
