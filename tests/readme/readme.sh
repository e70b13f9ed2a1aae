#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: readme.sh README EXAMPLE GENERATOR CATALOG
#
# EXAMPLE, the program in the README, prints what the README says; GENERATOR
# takes the README's new error at the end of CATALOG.
set -eu
readme=$1 example=$2 generator=$3 catalog=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the fenced block whose first line is "$1".
block() {
  awk -v first="$1" '
    /^```/ { if (inside) exit; fence = 1; next }
    fence { fence = 0; inside = index($0, first) == 1; }
    inside { print }' "$readme"
}

block "The provided registration" > "$work/expected"
test -s "$work/expected"
"$example" > "$work/output"
diff -u "$work/expected" "$work/output"

# The error is there already if somebody has taken it literally.
block "Code: " > "$work/stanza"
number=$(sed -n 's/^Number: //p' "$work/stanza")
cat "$catalog" > "$work/catalog" # unlike a copy, not read-only if that is
if ! grep -q "^Code: RegistrationExpired$" "$catalog"; then
  (echo; cat "$work/stanza") >> "$work/catalog"
fi
"$generator" "$work/catalog" "$work/codes.h" "$work/lookup.h" "$work/message.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED = $number " "$work/codes.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED" "$readme"
"$generator" "$catalog" "$work/codes.h" "$work/lookup.h" "$work/message.h"

# The table has the catalog's errors (-), each with its number, the values that
# it quotes and whether it is transient, and no other (+).
awk '
  /^ *AZSREG_ERROR_/ { name[number++] = $1 }
  /messages\[/ { is_message = 1; number = 0; next }
  /^};/ { is_message = 0 }
  is_message {
    quotes = $4 == 0 ? "" : tolower($4) " "
    gsub(/azsreg_value_|_id|_name/, "", quotes)
    gsub(/_/, " ", quotes)
    gsub(/ [|]/, ",", quotes)
    if ($5 ~ /^true/)
      quotes = quotes "(transient) "
    if (number > 0)
      printf "| %d `%s` | %s|\n", number, name[number], quotes
    number++
  }' "$work/codes.h" FS=', ' "$work/message.h" > "$work/errors"
grep '^| [0-9]* `AZSREG_ERROR_' "$readme" |
  diff -u --label "the catalog's errors" --label "the table of errors in README.md" "$work/errors" -
