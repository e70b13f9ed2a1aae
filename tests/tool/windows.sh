#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What is particular to Windows: arguments and output in UTF-8, whatever the code
# page, and input in which 0x1A is a byte like any other.
#
#     windows.sh PROGRAM [ARGUMENT...], for example wine64 azsreg.exe
set -eu
export LC_ALL=C.UTF-8
failed=0

check() { # CASE EXPECTED ACTUAL
  [ "$2" = "$3" ] && return
  printf '%s\nexpected: %s\nactual:   %s\n' "$1" "$2" "$3"
  failed=1
}

check 'arguments and output' "The 'Größe 日本語 🙂' is not valid. Make sure a valid Azure subscription is provided." \
  "$("$@" detail 3 --customer-subscription-id='Größe 日本語 🙂' | tr -d '\r')"
check 'errors' "azsreg: unknown command 'ж'; see 'azsreg --help'" "$("$@" ж 2>&1 | tr -d '\r')"
check 'no wildcards' "azsreg: unknown command '*'; see 'azsreg --help'" "$("$@" '*' 2>&1 | tr -d '\r')"
check 'input' InvalidCSPSubscription \
  "$(printf 'x\032y InvalidCSPSubscription\r\n' | "$@" explain | head -n 1 | tr -d '\r')"
check 'input in UTF-16' InvalidCSPSubscription \
  "$({ printf '\377\376'; printf '\r\032InvalidCSPSubscription\r\n' | iconv -t UTF-16LE; } | "$@" explain |
    head -n 1 | tr -d '\r')"
exit "$failed"
