#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What the tool says, against the table of the source document: the codes, each
# rendered detail and each explanation.
#
#     document.sh PROGRAM DOCUMENT
set -eu
export LC_ALL=C # elsewhere [A-Z] may be other letters

program=$1
document=$2
failed=0
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

# A column of the row with this code, or of all rows, without its markup; each
# emphasised name with the value that the calls below give. One name of the
# document lacks its closing mark.
column() { # NUMBER [CODE]
  awk -F ' *[|] *' -v column="$1" -v code="${2-}" '
    $2 ~ /^[A-Z][A-Za-z]*$/ && (code == "" || code == $2) && seen { print $(column + 1) }
    /^[|]---/ { seen = 1 }' "$document" |
    sed -e 's/_[Cc]ustomer subscription identifier_/the-customer/g' \
      -e 's/_subscription identifier_/the-subscription/g' \
      -e 's/_resource group_/the group/g' \
      -e 's/_registration name_*/the-registration/g' \
      -e 's/`//g' \
      -e 's/<br>/\
/g'
}

check() { # CASE: compares the files expected and actual
  if cmp -s "$directory/expected" "$directory/actual"; then
    return
  fi
  echo "$1: expected is -, actual is +"
  diff -u "$directory/expected" "$directory/actual" || :
  failed=1
}

run() { # COMMAND [CODE]
  "$program" "$@" --customer-subscription-id=the-customer --subscription-id=the-subscription \
    --resource-group='the group' --registration-name=the-registration
}

column 1 > "$directory/expected"
count=$(grep -c . "$directory/expected")
rows=$(grep -c '^| *[A-Z].*|' "$document") # and the heading
if [ "$count" -ne $((rows - 1)) ]; then
  echo "$document: $count codes were read, expected $((rows - 1))"
  exit 1
fi
"$program" list > "$directory/actual"
check list

for code in $(column 1); do
  column 2 "$code" > "$directory/expected"
  run detail "$code" > "$directory/actual"
  check "detail $code"

  {
    echo "$code"
    echo
    column 2 "$code"
    if [ -n "$(column 3 "$code")" ]; then
      echo
      column 3 "$code"
    fi
    if column 2 "$code" | grep -q 'Try again later'; then
      echo
      echo 'Try again later.'
    fi
  } > "$directory/expected"
  run explain "$code" > "$directory/actual"
  check "explain $code"
done
exit "$failed"
