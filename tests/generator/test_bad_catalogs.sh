#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Each catalog of bad_catalogs.txt is refused with its message, at its line, and no
# header is written. Each is read twice: as it stands; and with CRLF, without the last
# line break and with comments between the lines, while the headers of an earlier run
# are there.
. "$(dirname "$0")/scratch.sh"

# Writes four lines for each run: the case's name, which headers are there, the
# catalog for printf %b, and the message.
awk '
function hex(digit) { return index("0123456789ABCDEF", digit) - 1 }

# \xE9 as printf %b has it, \0351.
function for_printf(text,    done, byte) {
  while (match(text, /\\x[0-9A-F][0-9A-F]/)) {
    byte = 16 * hex(substr(text, RSTART + 2, 1)) + hex(substr(text, RSTART + 3, 1))
    done = done substr(text, 1, RSTART - 1) sprintf("\\0%03o", byte)
    text = substr(text, RSTART + 4)
  }
  return done text
}

function print_run(there, line_break, last, at, message,    i) {
  print name
  print there
  for (i = 1; i < count; i++)
    printf "%s%s", line[i], line_break
  print line[count] last
  print "bad.txt:" at ": error: " message
}

# With comments between, line N is line 2 N - 1.
function print_case(    last, other) {
  if (name == "")
    return
  if (count > wrong && line[count] == "")
    count--
  last = sub(/\\$/, "", line[count]) ? "" : "\\n"
  print_run("none", "\\n", last, wrong, message)
  if (match(message, /at line [0-9]+/)) {
    other = substr(message, RSTART + 8, RLENGTH - 8)
    message = substr(message, 1, RSTART + 7) (2 * other - 1) substr(message, RSTART + RLENGTH)
  }
  print_run("earlier", "\\r\\n# {a}: }\\r\\n", "", 2 * wrong - 1, message)
}

/^=== / || /^## / {
  print_case()
  name = /^=/ ? substr($0, 5) : ""
  count = 0
  next
}
/^\^ / { wrong = count; message = substr($0, 3); next }
{ line[++count] = for_printf($0) }
END { print_case() }
' "$here/bad_catalogs.txt" > runs

count=0
failed=0
while IFS= read -r name && IFS= read -r there && IFS= read -r catalog && IFS= read -r message; do
  printf %b "$catalog" > bad.txt
  start "$there"
  came=$(generate bad.txt)
  expected=$(echo "$message" && echo "status 1")
  count=$((count + 1))
  if [ "$came" != "$expected" ] || ! diff -r "$there" out; then
    failed=$((failed + 1))
    printf '%s\n' "$name:" "$(sed -n l bad.txt)" "expected" "$expected" "came" "$came"
  fi
done < runs
echo "$count runs, $failed failed"
[ "$count" -gt 0 ] && [ "$failed" = 0 ]
