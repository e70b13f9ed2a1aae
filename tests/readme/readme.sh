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
cp "$catalog" "$work/catalog"
if ! grep -q "^Code: RegistrationExpired$" "$catalog"; then
  (echo; cat "$work/stanza") >> "$work/catalog"
fi
"$generator" "$work/catalog" "$work/codes.h" "$work/lookup.h" "$work/message.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED = $number " "$work/codes.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED" "$readme"
"$generator" "$catalog" "$work/codes.h" "$work/lookup.h" "$work/message.h"

# The table has the catalog's errors (-), each with its number, and no other (+).
sed -n 's/^ *\(AZSREG_ERROR_[A-Z0-9_]*\) = \([1-9][0-9]*\).*/\2 `\1`/p' "$work/codes.h" > "$work/errors"
sed -n 's/^| \([0-9]* `AZSREG_ERROR_[A-Z0-9_]*`\) |.*/\1/p' "$readme" |
  diff -u --label "the catalog's errors" --label "the table of errors in README.md" "$work/errors" -
