#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Files that the generator cannot read or write: each has its message, and no new
# header is left. Two generators at once, and a large catalog.
. "$(dirname "$0")/scratch.sh"

cannot_read="cannot read the catalog, expected a file of less than 256 MiB"
cannot_write="cannot write, expected a place for a file"
printf 'Code: A\nNumber: 1\nDetail: x\n' > good.txt

# refused CATALOG WHY
refused() {
  start earlier
  expect "$1" "$1:1: error: $cannot_read: $2
status 1" "$(generate "$1")"
  expect_out "$1" earlier
}

refused missing.txt "No such file or directory"
refused good.txt/below "Not a directory"
refused earlier "Is a directory"
cp good.txt large.txt
dd if=/dev/null of=large.txt bs=1048576 seek=256 2> log
refused large.txt "it is larger"
rm large.txt

# Each header in turn is a directory. Those that were replaced before it are missing.
for header in $headers; do
  start earlier
  rm "out/$header"
  mkdir "out/$header"
  expect "$header is a directory" "out/$header:1: error: $cannot_write: Is a directory
status 1" "$(generate good.txt)"
  rmdir "out/$header"
  expect_old "$header is a directory"
done

# Each header in turn is in a directory that is not there.
for header in $headers; do
  start none
  arguments=$(for name in $headers; do echo "out/$name"; done | sed "s#out/$header#out/no/header.h#")
  status=0
  # shellcheck disable=SC2086 # a list
  "$AZSREG_GENERATE" good.txt $arguments 2> log || status=$?
  expect "$header in no directory" "out/no/header.h:1: error: $cannot_write: No such file or directory, 1" \
    "$(cat log), $status"
  expect_out "$header in no directory" none
done

for arguments in "" "good.txt" "good.txt 1 2 3" "good.txt 1 2 3 4 5"; do
  status=0
  # shellcheck disable=SC2086 # a list
  "$AZSREG_GENERATE" $arguments > log 2>&1 || status=$?
  expect "the arguments '$arguments'" \
    "usage: azsreg_generate CATALOG CODES_H CODE_LENGTHS_H CODE_TABLES_H DETAIL_TABLES_H, 1" "$(cat log), $status"
done

# Two at once that read the same catalog leave its headers, and no temporary file.
start none
generate good.txt > log
cp -R out whole
for run in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  start none
  generate good.txt > other &
  expect "two at once, run $run" "status 0" "$(generate good.txt)"
  wait $!
  expect "two at once, run $run" "status 0" "$(cat other)"
  expect_out "two at once, run $run" whole
done

# 200,000 placeholders of two names in turn. What is quadratic in them takes so long
# that it is seen.
awk 'BEGIN {
  printf "Code: A\nNumber: 1\nDetail: "
  for (i = 0; i < 100000; i++) printf "{resource_group}{subscription_id}"
}' > many.txt
expect "200,000 placeholders" "status 0" "$(generate many.txt)"
grep -q "AZSREG_VALUE_SUBSCRIPTION_ID | AZSREG_VALUE_RESOURCE_GROUP," out/detail_tables.h ||
  fail "200,000 placeholders: expected both values"
