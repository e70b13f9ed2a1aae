#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The same catalog gives the same bytes: in another directory, locale and time
# zone, and with CRLF instead of LF. The environment sets CMAKE, GENERATOR (of
# CMake), CC and CFLAGS.
set -eu

source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

# generate DIRECTORY CATALOG LOCALE TIME_ZONE
generate() {
  if ! { env LC_ALL="$3" TZ="$4" "$CMAKE" -S "$source" -B "$1" -G "$GENERATOR" -DBUILD_TESTING=OFF \
        -DCMAKE_BUILD_TYPE=Debug "-DAZSREG_CATALOG=$2" &&
      env LC_ALL="$3" TZ="$4" "$CMAKE" --build "$1" --target azsreg; } > log 2>&1; then
    cat log
    exit 1
  fi
}

catalog=$source/data/registration_errors.txt
awk '{ printf "%s\r\n", $0 }' "$catalog" > crlf.txt
generate one "$catalog" C UTC
generate "another one/and deeper" "$work/crlf.txt" tr_TR.UTF-8 Asia/Tehran
for header in include/azsreg/codes.h src/library/tables/code_lengths.h src/library/tables/code_tables.h \
  src/library/tables/detail_tables.h; do
  cmp "one/$header" "another one/and deeper/$header"
done
