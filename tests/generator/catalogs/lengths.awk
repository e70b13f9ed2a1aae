# SPDX-License-Identifier: MIT
#
# A code of each length from 1 to 64 bytes, and codes that differ from one of 8,
# 31, 48 and 64 bytes in a single byte.

function add(code) {
  print "Code: " toupper(substr(code, 1, 1)) substr(code, 2) "\nNumber: " ++number "\nDetail: Detail " number ".\n"
}

# The code of a length.
function code_of(size,    code, i) {
  for (i = 1; i <= size; i++)
    code = code substr(letters, 1 + (i * i * 7 + i * size + size * 10) % 26, 1)
  return code
}

BEGIN {
  letters = "abcdefghijklmnopqrstuvwxyz"
  for (size = 1; size <= 64; size++)
    add(code_of(size))
  count = split("8 31 48 64", sizes)
  for (n = 1; n <= count; n++)
    for (i = 2; i <= sizes[n]; i++)
      add(substr(code_of(sizes[n]), 1, i - 1) "0" substr(code_of(sizes[n]), i + 1))
}
