# SPDX-License-Identifier: MIT
#
# Prints the times as a table of azsreg next to each other contender, with the ratio that is promised
# at most. What takes a C string is held against azsreg with a C string.
function promise(kind, name, who) {
  if (kind == "code" && who == "gperf -l")
    return 0.75
  if (kind == "find" && who == "memmem")
    return name == "JSON log" ? 0.6 : name == "prose" ? 1 : ""
  if (kind == "process")
    return 1
  if (kind == "detail")
    return name ~ /^(longest|mixed|ASCII)$/ ? 0.5 : 2.2
}

BEGIN {
  title["code"] = "look a code up, ns a call"
  title["find"] = "find all codes in a text, ns a KiB"
  title["process"] = "azsreg explain, ms for 64 MiB"
  title["detail"] = "render a detail, ns a call"
  title["generator"] = "generator, ms; promised: less than 1000"
}

$5 != "ns" && $5 != "ms" { next }

{
  key = $1 "," $2 "," $3
  if ($4 ~ /^azsreg/)
    own[key, $4] = $6
  if ($4 ~ /^azsreg/ ? $1 != "generator" : $1 == "code" && $2 != "own" && $4 != "gperf -l")
    next
  if ($1 != kind) {
    kind = $1
    printf "\n%-39s %8s %8s  %-14s %6s %8s\n", title[kind], "azsreg", "", "next to", "ratio", "promised"
  }
  name = kind == "code" || kind == "generator" ? ($2 == "own" ? "own catalog" : $2 " codes") : ""
  name = name (kind == "code" ? ", " $3 : kind == "generator" ? "" : $3)
  if (kind == "generator") {
    printf "%-39s %8.1f\n", name, $6
    next
  }
  who = kind == "process" ? "azsreg explain" : $4 ~ /^(bsearch|strcmp chain)$/ ? "azsreg (C string)" : "azsreg"
  printf "%-39s %8.1f %8.1f  %-14s %6.2f %8s\n", name, own[key, who], $6, $4, own[key, who] / $6, promise($1, $3, $4)
}
