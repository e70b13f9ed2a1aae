#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The generator, with calls of the C library that fail, by faulty_calls.c. Each that
# can fail does so once. Then the generator ends with a message, and what is left are
# headers of the run before. The environment sets AZSREG_GENERATE, with these calls.
. "$(dirname "$0")/scratch.sh"

# Three errors and four placeholders: both arrays grow.
cat > good.txt << 'END'
Code: A
Number: 1
Detail: {resource_group} and {registration_name}.

Code: B
Number: 2
Detail: {subscription_id}{resource_group}

Code: C
Number: 3
Detail: x
Transient: yes
Comment: y
END
start none
expect "no fault" "status 0" "$(generate good.txt)"
cp -R out whole

# generate_with FAULT: over the headers of an earlier run.
generate_with() {
  start earlier
  (export AZSREG_FAULT="$1" && generate good.txt)
}

# fails FUNCTION FIRST LAST WHY: each call of the function fails, from the FIRST that
# matters to the LAST, or more, which is up to the compiler. The message is one line,
# about the catalog or a header, and ends with WHY. After rename, the headers that were
# already replaced are missing.
fails() {
  call=$2
  generate_with "$1 $call" > came
  while [ "$call" -le "$3" ] || [ "$(cat came)" != "status 0" ]; do
    sed -E "s#^(good\.txt|out/[a-z_/]*\.h):[0-9]*: error: (.*: )?$4\$#MESSAGE#" came > log
    expect "$1 $call" "MESSAGE
status 1" "$(cat log)"
    if [ "$1" = rename ]; then
      expect_old "$1 $call"
    else
      expect_out "$1 $call" earlier
    fi
    call=$((call + 1))
    generate_with "$1 $call" > came
  done
  expect_out "$1 $call, a call too many" whole
}

# The catalog's bytes and text, errors and placeholders that grow, an array to check
# them, five for the table, and four names.
fails malloc 1 $((1 + 1 + 3 + 3 + 1 + 5 + 4)) "out of memory"
fails fopen 1 5 "(Too many open files|No file descriptors available)" # glibc, musl
fails fputs 1 10 "No space left on device"
# The catalog is read, and closing it cannot change that.
fails fclose 2 5 "(Input/output|I/O) error"
fails rename 1 4 "Permission denied"

# Killed at any of its renames, it leaves no codes.h. So the next build runs the
# generator again, whatever the times of the files are, and that makes all headers.
for call in 1 2 3 4; do
  generate_with "kill $call" > came 2> log
  expect "killed at rename $call" "status 137" "$(tail -n 1 came)"
  [ ! -e out/azsreg/codes.h ] || fail "killed at rename $call: expected no codes.h"
  expect "after rename $call" "status 0" "$(generate good.txt)"
  rm -f out/*.new out/azsreg/*.new
  expect_out "after rename $call" whole
done
