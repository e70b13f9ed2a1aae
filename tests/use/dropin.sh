#!/bin/sh
# SPDX-License-Identifier: MIT
#
# dropin.sh C|CXX: the two files of the target dropin, with nothing but a
# compiler: azsreg.c in each standard of C, without an include path and without
# a warning; a program in C or C++ says with it what it should.
. "$SOURCE/tests/use/scratch.sh"

warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror"
suffix=c
compiler=$CC
if [ "$1" = CXX ]; then
  need "$CXX" "C++ compiler"
  suffix=cpp
  compiler=$CXX
fi

quietly "$CMAKE" -S "$SOURCE" -B "$scratch/build" -DBUILD_TESTING=OFF
quietly "$CMAKE" --build "$scratch/build" --target dropin -j 2
cd "$scratch/build/dropin"
same "the files" "$(printf '%s\n' azsreg.c azsreg/azsreg.h)" "$(files .)"
for file in azsreg.c azsreg/azsreg.h; do
  same "the licence of $file" 1 "$(head -n 1 "$file" | grep -c 'SPDX-License-Identifier: MIT AND CC-BY-4.0$')"
  same "the attribution in $file" 1 "$(grep -c 'Microsoft Corporation, under CC BY 4.0$' "$file")"
done
for each in $(different_compilers "$CC" gcc clang); do
  for standard in c99 c11 c17 c2x; do
    # shellcheck disable=SC2086 # they are several
    quietly "$each" -std=$standard $warnings -c azsreg.c -o azsreg.o
  done
done
quietly "$CC" -std=c99 -c azsreg.c -o azsreg.o
quietly "$compiler" -I . "$here/consumer.$suffix" azsreg.o -o consumer
same "the output" "$expected_output" "$(consumer_output ./consumer)"
finish
