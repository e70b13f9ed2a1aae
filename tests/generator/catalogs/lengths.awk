# SPDX-License-Identifier: MIT
#
# A code of each length from 1 to 40 bytes and from 63 to 100: below a word and
# above, up to four words and beyond, with a rest and without; and codes of one
# length that differ at places so far apart that the hash needs more words.

function add(code) {
  emit(++number, toupper(substr(code, 1, 1)) substr(code, 2), toupper(code), "Detail " number ".", "", 0)
}

BEGIN {
  letters = "abcdefghijklmnopqrstuvwxyz"
  for (size = 1; size <= 100; size++) {
    if (size > 40 && size < 63)
      continue
    code = ""
    for (i = 1; i <= size; i++)
      code = code substr(letters, 1 + (i * i * 7 + i * size + size * 11) % 26, 1)
    add(code)
  }
  for (i = 10; i <= 90; i += 20)
    add(substr(code, 1, i - 1) "0" substr(code, i + 1))
}
