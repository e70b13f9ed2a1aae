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

(cat "$catalog"; echo; block "Code: ") > "$work/catalog"
"$generator" "$work/catalog" "$work/codes.h" "$work/lookup.h" "$work/message.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED = 9 " "$work/codes.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED" "$readme"
