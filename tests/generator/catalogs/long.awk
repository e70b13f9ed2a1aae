# SPDX-License-Identifier: MIT
#
# A comment of 100 KB, a detail of 100 KB with 1,000 placeholders, the longest
# code that is allowed, 64 bytes, and errors before and after them.

BEGIN {
  for (i = 0; i < 1000; i++) {
    text = text (i > 0 ? "\\n" : "") "Line " (100000 + i) " of a text that is far longer than what anybody " \
      "would like to read at a time, {braces} included."
    detail = detail "The [R] is quoted for the " (100000 + i) "th time, in a detail that does not come to an end, " \
      "as the comment."
  }
  code = "L"
  while (length(code) < 64)
    code = code code
  code = substr(code, 1, 64)
  emit(3, "ShortAgain", "SHORT_AGAIN", "[C]", "Last.", 1)
  emit(2, code, code, detail, text, 0)
  emit(1, "Short", "SHORT", "[S]", "First.", 1)
}
