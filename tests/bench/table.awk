# SPDX-License-Identifier: MIT
#
# Prints the results as tables of azsreg against each other contender. What takes a C string is held
# against azsreg with a C string. Instructions are with the loop around the call.
BEGIN {
  FS = ","
  against["strlen + gperf -l"] = against["bsearch"] = against["strcmp chain"] = "azsreg (C string)"
}

NR == 1 { next }

$1 == "size" {
  sizes[$5 " " $2 SUBSEP $4] = $7
  if (!(($5 " " $2) in seen))
    seen[$5 " " $2] = libraries[++library_count] = $5 " " $2
  next
}

$4 == "generator" || $4 ~ /^generator / || $4 == "size" {
  lines[++line_count] = sprintf("%-32s %6d  %-22s %10d %s", $4, $3, $5, $7, $6)
  next
}

{
  key = $1 SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $6
  value[key SUBSEP $5] = $7
  if ($5 == "azsreg" || $5 == "azsreg (C string)")
    next
  order[++count] = $0
}

END {
  for (i = 1; i <= count; i++) {
    split(order[i], f, ",")
    title = f[1] ", " f[2] ", " (f[6] == "ns" ? "ns" : f[6]) " a call"
    if (title != last)
      printf "\n%-41s %6s %9s   %-20s %9s %6s\n", title, "codes", "azsreg", "peer", "", "ratio"
    last = title
    key = f[1] SUBSEP f[2] SUBSEP f[3] SUBSEP f[4] SUBSEP f[6]
    own = value[key SUBSEP (f[5] in against ? against[f[5]] : "azsreg")]
    printf "%-41s %6d %9.1f   %-20s %9.1f %6.2f\n", f[4], f[3], own, f[5], f[7], own / f[7]
  }
  print "\ngenerator, compiler and lookup tables"
  for (i = 1; i <= line_count; i++)
    print lines[i]
  printf "\n%-26s %8s %8s %8s %12s %8s\n", "size, bytes", "text", "data", "bss", "relocations", "imports"
  for (i = 1; i <= library_count; i++) {
    name = libraries[i]
    printf "%-26s %8d %8d %8d %12d %8d\n", name, sizes[name, "text"], sizes[name, "data"],
      sizes[name, "bss"], sizes[name, "relocations"], sizes[name, "imports"]
  }
}
