# SPDX-License-Identifier: MIT
#
# Codes that differ only in the last bytes of their words, the topmost ones: a
# product has the fewest bits there in which it can differ. 1,000 readable codes,
# and some of 16 and 64 bytes that differ in one bit of two or three bytes.

function add(code) {
  print "Code: " code "\nNumber: " ++number "\nDetail: Detail " number ".\n"
}

# Letters of a fixed sequence that looks random.
function letters(count,    text) {
  for (; count > 0; count--) {
    seed = (seed * 16807 + 1) % 2147483647
    text = text sprintf("%c", 97 + seed % 26)
  }
  return text
}

BEGIN {
  for (i = 0; i < 10; i++)
    for (j = 0; j < 10; j++)
      for (k = 0; k < 10; k++)
        add("Request" i "Timeout" j "Gateway" k)
  tail = sprintf("%40s", "")
  gsub(/ /, "d", tail)
  for (i = 0; i < 60; i++) {
    code = "Y" letters(14)
    add(code "0bbb0bbb0" tail)
    add(code "pbbbpbbbp" tail)
  }
  for (i = 0; i < 4; i++) {
    code = "Xaaaaaa" (i % 2 ? "0" : "p") "bbbbbbb" (i < 2 ? "0" : "p")
    add(code)
    add(code "ccccccc0" tail)
    add(code "cccccccp" tail)
  }
}
