# SPDX-License-Identifier: MIT
#
# Instructions, which repeat, against what is promised of times, which do not. Fails if one is over
# its bound.
$5 == "instructions" { count[$1, $2, $3, $4] = $6 }

function bound(key, share, peer,    is, most) {
  checked++
  is = count[key, "azsreg"]
  most = share * count[peer]
  if (is > 0 && is <= most)
    return
  gsub(SUBSEP, " ", key)
  printf "%s: expected at most %.1f instructions, came %s\n", key, most, is == "" ? "none" : is
  failed = 1
}

function next_to(key, share, peer) { bound(key, share, key SUBSEP peer) }

# 16 times the bytes, and 1 % for what is cut at the end of a text.
function linear(kind, name) {
  bound(kind SUBSEP 1048576 SUBSEP name, 16 * 1.01, kind SUBSEP 65536 SUBSEP name SUBSEP "azsreg")
}

END {
  next_to("code" SUBSEP "own" SUBSEP "hits", 1, "gperf -l")
  next_to("code" SUBSEP "own" SUBSEP "near misses", 1, "gperf -l")
  next_to("find" SUBSEP "own" SUBSEP "prose", 1, "memmem")
  next_to("find" SUBSEP "own" SUBSEP "log", 1, "memmem")
  next_to("find" SUBSEP "own" SUBSEP "JSON log", 0.6, "memmem")
  next_to("detail" SUBSEP "own" SUBSEP "longest", 0.5, "snprintf")
  next_to("detail" SUBSEP "own" SUBSEP "mixed", 0.5, "snprintf")
  next_to("detail" SUBSEP "own" SUBSEP "ASCII", 0.5, "snprintf")
  # 2.2 of the time. Clang takes 2.43 of the instructions for Greek.
  next_to("detail" SUBSEP "own" SUBSEP "German", 2.2, "snprintf")
  next_to("detail" SUBSEP "own" SUBSEP "Greek", 2.5, "snprintf")
  next_to("detail" SUBSEP "own" SUBSEP "Chinese", 2.2, "snprintf")
  linear("detail", "zero width spaces")
  linear("detail", "every other byte")
  linear("find", "letters")
  linear("find", "backslashes")
  linear("find", "escapes")
  linear("find", "starts of codes")
  linear("find", "codes in a row")
  print checked " bounds of instructions" (failed ? "" : " kept")
  exit failed
}
