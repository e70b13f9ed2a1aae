#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The format allows several spellings: each gives the same headers as the plain one,
# catalogs/format.txt. So does another place, name, locale or time zone. What the
# headers must be is checked in a library that is built with them (test_built_catalog.sh).
. "$(dirname "$0")/scratch.sh"

plain=$here/catalogs/format.txt
start none
expect "the plain spelling" "status 0" "$(generate "$plain")"
cp -R out plain

# spelled WHAT AWK-PROGRAM: the plain spelling, changed by the program.
spelled() {
  awk "$2" "$plain" > catalog.txt
  ! cmp -s "$plain" catalog.txt || fail "$1: expected another spelling"
  start none
  expect "$1" "status 0" "$(generate catalog.txt)"
  expect_out "$1" plain
}

words='^(Code|Number|Transient):'
defaults='^(Unknown|Subscription-Id|Resource-Group|Registration-Name|Customer-Subscription-Id):'
texts='^(Detail|Comment):$'
spelled "no final line break" 'NR > 1 { printf "\n" } { printf "%s", $0 }'
spelled "CRLF" '{ printf "%s\r\n", $0 }'
spelled "CRLF, and no final line break" 'NR > 1 { printf "\r\n" } { printf "%s", $0 }'
spelled "empty lines" '/^$/ { print "\n" } NR == 1 { print "" } { print } END { print "\n" }'
spelled "comments everywhere" 'NR > 1 { print "# } {x}\n#\n#Code: \342\200\217" } { print } END { printf "# Code" }'
spelled "stanzas and fields in another order" '
  /^[A-Z]/ { field = "" }
  /^$/ { all = "\n" stanza all; stanza = field = "" }
  /^[A-Z]/ { rest = stanza }
  /^[^#]/ { field = field $0 "\n"; stanza = field rest }
  END { printf "%s", stanza all }'
spelled "no Transient is no" '!/^Transient: no/'
spelled "Transient is no" '{ print } /^Number: [34]/ { print "Transient: no" }'
spelled "one line on the next line" "/$words|$defaults/ { sub(/: /, \":\\n \") } { print }"
spelled "a default on the next line, after spaces" "/$defaults/ { sub(/: /, \":  \\n   \") } { print }"
spelled "a text after the colon" "
  name != \"\" { if (/^ [^ .]/) \$0 = name \$0; else print name; name = \"\" }
  /$texts/ { name = \$0; next }
  { print }"
spelled "no space after the colon" '/^[A-Z]/ { sub(/: /, ":") } { print }'
spelled "spaces after the colon" '/^[A-Z]/ { sub(/: */, ":   ") } { print }'
spelled "spaces after one line" "/$words|$defaults/ { \$0 = \$0 \"  \" } { print }"

# Over headers that are there, in other locales and time zones.
for place in "C UTC" "de_DE.UTF-8 Asia/Tehran" "tr_TR.UTF-8 Pacific/Chatham" "C.UTF-8 nonsense"; do
  start earlier
  (export LC_ALL="${place% *}" TZ="${place#* }" && generate "$plain") > log
  expect_out "$place" plain
done

mkdir "another place"
cp "$plain" "another place/%s {x} é.txt"
start none
(cd "another place" && "$AZSREG_GENERATE" "%s {x} é.txt" ../out/1 2 ../out/3.hpp 4.h) > log 2>&1 ||
  fail "other names: expected headers" "$(cat log)"
mv out/1 out/azsreg/codes.h
mv "another place/2" out/code_lengths.h
mv out/3.hpp out/code_tables.h
mv "another place/4.h" out/detail_tables.h
expect_out "other names" plain
