# SPDX-License-Identifier: MIT
#
# Instructions, which repeat, against what is promised of times, which do not. Fails if one is over
# its bound. With gcc 12 and clang 14 they are at most 0.85 of it, the linear ones apart.
$2 == "static" && $6 == "instructions" { count[$4, $5] = $7 }

function bound(what, is, most) {
  checked++
  if (is != "" && is + 0 > 0 && is <= most)
    return
  printf "%s: expected at most %.1f instructions, got %s\n", what, most, is == "" ? "none" : is
  failed = 1
}

END {
  # Fewer than the function of gperf -l.
  bound("hits", count["hits", "azsreg"], count["hits", "gperf -l"])
  bound("near misses", count["near misses", "azsreg"], count["near misses", "gperf -l"])
  # At most half the time of snprintf.
  bound("longest message", count["RegistrationNotFound", "azsreg"], count["RegistrationNotFound", "snprintf"] / 2)
  bound("random mix", count["random mix", "azsreg"], count["random mix", "snprintf"] / 2)
  # Linear: 16 times the bytes. What comes once a message is in both.
  bound("zero width spaces", count["1 MiB zero width spaces", "azsreg"], 16 * count["64 KiB zero width spaces", "azsreg"])
  bound("every other byte", count["1 MiB every other byte", "azsreg"], 16 * count["64 KiB every other byte", "azsreg"])
  split("a|\\|RegistrationNot|RegistrationNotFoundX", kinds, "|")
  for (i = 1; i <= 4; i++)
    bound("finding in " kinds[i], count["1048576 " kinds[i], "azsreg"], 16.1 * count["65536 " kinds[i], "azsreg"])
  print checked " bounds of instructions" (failed ? "" : " kept")
  exit failed
}
