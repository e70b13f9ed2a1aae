#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: readme.sh SOURCE EXAMPLE GENERATOR [TOOL]
#
# What the README in SOURCE shows is what happens: EXAMPLE, its program, and TOOL print what it
# says. Its table of errors is the catalog's. GENERATOR takes its new error at the end of the
# catalog, and writes the lines of C that src/README.md shows for the first eight errors. Expected
# is -, actual is +.
set -eu
readme=$1/README.md map=$1/src/README.md catalog=$1/data/registration_errors.txt
example=$2 generator=$3 tool=${4-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the fenced block whose first line starts with "$1".
block() {
  awk -v first="$1" '
    /^```/ { if (inside) exit; fence = 1; next }
    fence { fence = 0; inside = index($0, first) == 1 }
    inside' "$readme"
}

compare() { # CASE: compares the files expected and actual in $work
  echo "$1"
  test -s "$work/expected"
  diff -u "$work/expected" "$work/actual"
}

generate() { # CATALOG
  "$generator" "$1" "$work/codes.h" "$work/code_lengths.h" "$work/code_tables.h" "$work/detail_tables.h"
}

block "RegistrationNotFound: " > "$work/expected"
"$example" > "$work/actual"
compare "the output of the example"

# The new error is there already if somebody has added it as it stands.
block "Code: " > "$work/stanza"
number=$(sed -n 's/^Number: //p' "$work/stanza")
cp "$catalog" "$work/catalog"
chmod u+w "$work/catalog"
if ! grep -q "^Code: RegistrationExpired$" "$catalog"; then
  (echo; cat "$work/stanza") >> "$work/catalog"
fi
echo "the new error"
generate "$work/catalog"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED = $number " "$work/codes.h"
grep -q "AZSREG_ERROR_REGISTRATION_EXPIRED" "$readme"

generate "$catalog"
# shellcheck disable=SC2016 # these are the README's backticks
sed -n 's/^ *\(AZSREG_ERROR_[A-Z0-9_]*\) = \([1-9][0-9]*\).*/| \2 `\1` |/p' "$work/codes.h" > "$work/names"
awk '
  function end() { if (number) print number, quotes (transient ? "(transient)" : "") }
  function quote(name, text) { if (index($0, "{" name "}")) { quotes = quotes (quotes ? ", " : "") text } }
  /^#/ { next }
  /^[A-Z]/ { field = $1 }
  $1 == "Code:" { end(); quotes = transient = "" }
  $1 == "Number:" { number = $2 }
  $1 == "Transient:" { transient = $2 == "yes" }
  field == "Detail:" {
    quote("subscription_id", "subscription")
    quote("resource_group", "resource group")
    quote("registration_name", "registration")
    quote("customer_subscription_id", "customer subscription")
  }
  END { end() }' "$catalog" | sort -n | sed 's/^[0-9]* //' |
  paste -d ' ' "$work/names" - | sed 's/$/ |/; s/|  |$/| |/' > "$work/expected"
grep '^| [0-9]* `AZSREG_ERROR_' "$readme" > "$work/actual"
compare "the table of errors"

awk '/^```c$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$map" > "$work/expected"
awk '/^Code:/ && ++codes > 8 { exit } 1' "$catalog" > "$work/catalog"
generate "$work/catalog"
cat "$work"/*.h > "$work/headers"
grep -xFf "$work/headers" "$work/expected" > "$work/actual" || :
compare "the map"

test -n "$tool" || exit 0
mkdir "$work/build"
ln -s "$tool" "$work/build/azsreg"
PATH=$work/build:$PATH
cd "$work"

# Of the first command, what comes after the build.
block "UnauthorizedCspRegistration" > expected
sed -n 's/^.* && \(.*build\/azsreg explain .*\)$/\1/p' "$readme" > typed
sh typed > actual
compare "the output of the first command"

# A line that starts with a dollar sign and a space is typed, the rest printed.
# shellcheck disable=SC2016
block '$ ' > expected
sed -n 's/^[$] //p' expected > typed
while read -r command; do
  printf '$ %s\n' "$command"
  sh -c "$command" < /dev/null 2>&1 || :
done < typed > actual
compare "the session with the tool"
