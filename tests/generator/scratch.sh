# SPDX-License-Identifier: MIT
#
# For the tests here: a scratch directory, which is the working directory, and the
# generator in it. The environment sets AZSREG_GENERATE, the generator's path.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

fail() {
  printf '%s\n' "$@"
  exit 1
}

# expect WHAT EXPECTED CAME
expect() {
  [ "$2" = "$3" ] || fail "$1: expected" "$2" "and came" "$3"
}

# Two directories: without headers, and with those of an earlier run.
mkdir -p none/azsreg earlier/azsreg
headers="azsreg/codes.h code_lengths.h code_tables.h detail_tables.h"
for header in $headers; do
  echo "of an earlier run" > "earlier/$header"
done

# start DIRECTORY: out/ is a copy of it.
start() {
  rm -rf out
  cp -R "$1" out
}

# generate CATALOG: writes the headers to out/. Prints what the generator prints, and
# its exit status.
generate() {
  status=0
  "$AZSREG_GENERATE" "$1" out/azsreg/codes.h out/code_lengths.h out/code_tables.h out/detail_tables.h 2>&1 || status=$?
  echo "status $status"
}

# expect_out WHAT DIRECTORY: out/ has the files of the directory and no other.
expect_out() {
  diff -r "$2" out > log || fail "$1: expected the headers in $2" "$(cat log)"
}

# expect_old WHAT: out/ has no file but headers of the earlier run, maybe not all.
expect_old() {
  ! diff -r earlier out | grep -v "^Only in earlier" > log ||
    fail "$1: expected no file but headers of the earlier run" "$(cat log)"
}
