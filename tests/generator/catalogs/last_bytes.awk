# SPDX-License-Identifier: MIT
#
# Codes that differ in the last bytes of their words only, which is where a hash
# by products has the fewest bits to tell them apart: 1,000 readable ones, four
# that differ in a single bit of two bytes, and rare ones alike. And pairs of rare
# codes that differ in the same single bit of three bytes, of which the last two
# could undo, in a hash that takes words as a whole, what the first has done.

function add(code, enumerator) {
  emit(++number, code, enumerator, "Detail " number ".", "", 0)
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
        add("Request" i "Timeout" j "Gateway" k, "REQUEST" i "_TIMEOUT" j "_GATEWAY" k)
  tail = sprintf("%48s", "")
  gsub(/ /, "d", tail)
  for (i = 0; i < 60; i++) {
    code = "Y" letters(14)
    for (j = 0; j < 2; j++) {
      rare = code (j ? "0bbb0bbb0" : "pbbbpbbbp") tail
      add(rare, toupper(rare))
    }
  }
  for (i = 0; i < 4; i++) {
    code = "Xaaaaaa" (i % 2 ? "0" : "p") "bbbbbbb" (i < 2 ? "0" : "p")
    add(code, toupper(code))
    for (j = 0; j < 2; j++) {
      rare = code "ccccccc" (j ? "0" : "p") tail
      add(rare, toupper(rare))
    }
  }
}
