#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: one_more.sh
#
# Adds the README's example of an error to a copy of the project, in every place that the README
# lists, and runs the tests there, but for those that build azsreg anew. For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
copy=$work/copy

# insert FILE PATTERN LINE...: puts the lines after the last one that matches PATTERN.
insert() {
  file=$1 pattern=$2
  shift 2
  at=$(grep -n "$pattern" "$file" | tail -n 1 | cut -d : -f 1)
  { head -n "$at" "$file"; printf '%s\n' "$@"; tail -n +$((at + 1)) "$file"; } > "$file.new"
  mv "$file.new" "$file"
}

add_an_error() {
  number=$(($(grep -c '^Code:' data/registration_errors.txt) + 1))
  awk '/^Code: RegistrationExpired/ { inside = 1 } /^```/ { inside = 0 } inside' README.md > stanza
  detail=$(sed -n 's/^Detail: //p' stanza | sed 's/{registration_name}/_registration name_/')
  comment=$(sed -n 's/^Comment: //p' stanza)
  (echo; cat stanza) >> data/registration_errors.txt
  rm stanza
  insert tests/fixtures/azure-stack-usage-error-codes.md '^| MetadataResolverBadGatewayError ' \
    "| RegistrationExpired | $detail | $comment |"
  insert README.md '^| [0-9]* `AZSREG_ERROR_' "| $number \`AZSREG_ERROR_REGISTRATION_EXPIRED\` | registration |"
  insert src/man/azsreg.3 '^Transient\.' ".It Dv AZSREG_ERROR_REGISTRATION_EXPIRED No = $number" \
    '.Li RegistrationExpired :' 'registration_name.'
  insert tests/unit/test_document.c '^     "MetadataResolverBadGatewayError"},' \
    '    {AZSREG_ERROR_REGISTRATION_EXPIRED, "RegistrationExpired"},'
}

pass_the_tests() {
  cmake -S . -B build -DBUILD_TESTING=ON
  cmake --build build
  (cd build && ctest --output-on-failure -LE whole_builds)
}

renew_the_interface() {
  tests/abi.sh --renew
  tests/abi.sh
}

install_packages build-essential cmake git libcmocka-dev pkg-config
cd "$source"
mkdir "$copy"
git ls-files | xargs cp --parents -t "$copy"
cd "$copy"
check "one more error, in every place that the README lists" add_an_error
check "the tests pass" pass_the_tests
check "the binary interface is renewed" renew_the_interface
finish
