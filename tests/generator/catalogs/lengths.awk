# SPDX-License-Identifier: MIT
#
# A code of each length from 1 to LAST bytes, 70 if not given, and of some beyond:
# the hash takes those from about half of LAST on as words, of which four (or
# with 48, three) are at each end, and the others are rare ones. And codes of one
# length that differ from one of them in a single byte, so that it needs each word.

function add(code) {
  emit(++number, toupper(substr(code, 1, 1)) substr(code, 2), toupper(code), "Detail " number ".", "", 0)
}

# The code of a length.
function code_of(size,    code, i) {
  for (i = 1; i <= size; i++)
    code = code substr(letters, 1 + (i * i * 7 + i * size + size * 10) % 26, 1)
  return code
}

BEGIN {
  letters = "abcdefghijklmnopqrstuvwxyz"
  if (!LAST)
    LAST = 70
  for (size = 1; size <= LAST; size++)
    add(code_of(size))
  for (size = 97; size <= 104; size++)
    add(code_of(size))
  size = LAST - LAST % 16
  for (i = 2; i <= size; i += 3)
    add(substr(code_of(size), 1, i - 1) "0" substr(code_of(size), i + 1))
}
