#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: one_more.sh
#
# Adds the README's example of an error to a copy of the project, in every place
# that the README lists, and runs all tests there.
# For Debian 12, with what the tests and abi.sh need.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$top"
git ls-files | xargs cp --parents -t "$work"
cd "$work"

# insert FILE PATTERN LINE...: puts the lines after the last one that matches PATTERN.
insert() {
  file=$1 pattern=$2
  shift 2
  at=$(grep -n "$pattern" "$file" | tail -n 1 | cut -d : -f 1)
  { head -n "$at" "$file"; printf '%s\n' "$@"; tail -n +$((at + 1)) "$file"; } > "$file.new"
  mv "$file.new" "$file"
}

number=$(($(grep -c '^Code:' data/registration_errors.txt) + 1))
awk 'BEGIN { print "" } /^Code: RegistrationExpired/ { inside = 1 } /^```/ { inside = 0 } inside' README.md > stanza
cat stanza >> data/registration_errors.txt
insert tests/fixtures/azure-stack-usage-error-codes.md '^| MetadataResolverBadGatewayError ' \
  "| RegistrationExpired | $(sed -n 's/^Detail: //p' stanza | sed 's/{registration_name}/_registration name_/') |\
 $(sed -n 's/^Comment: //p' stanza) |"
rm stanza
insert README.md '^| [0-9]* `AZSREG_ERROR_' "| $number \`AZSREG_ERROR_REGISTRATION_EXPIRED\` | registration |"
insert src/man/azsreg.3 '^Transient\.' ".It Dv AZSREG_ERROR_REGISTRATION_EXPIRED No = $number" \
  '.Li RegistrationExpired :' 'registration_name.'
insert tests/unit/test_document.c '^     "MetadataResolverBadGatewayError"},' '    {AZSREG_ERROR_REGISTRATION_EXPIRED, "RegistrationExpired"},'

cmake -S . -B build -DBUILD_TESTING=ON
cmake --build build -j 2
(cd build && ctest --output-on-failure -j 2)
tests/abi.sh --renew
tests/abi.sh
