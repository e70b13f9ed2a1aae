#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The number of an error that only a newer library has is a defined value for a program that was
# built with the headers of this one, in C++11 and, where clang has it, in C23. Clang's sanitizer
# would stop at any other. The newer library is the target dropin with another catalog.
. "$SOURCE/tests/use/scratch.sh"

need clang++ clang++
echo 'int main(void) { return 0; }' >"$scratch/nothing.c"
clang++ -fsanitize=undefined -x c++ "$scratch/nothing.c" -o "$scratch/nothing" >"$scratch/log" 2>&1 || {
  echo "SKIPPED: clang++ has no undefined-behaviour sanitizer"
  exit 77
}

{
  cat "$SOURCE/data/registration_errors.txt"
  for number in $(seq $(($(grep -c ^Code: "$SOURCE/data/registration_errors.txt") + 1)) 20); do
    printf '\nCode: NewerError%s\nNumber: %s\nDetail: Newer.\n' "$number" "$number"
  done
} >"$scratch/catalog.txt"
build_azsreg "$SOURCE" "$scratch/build" dropin "-DAZSREG_CATALOG=$scratch/catalog.txt"
quietly "$CC" -std=c99 -c "$scratch/build/dropin/azsreg.c" -o "$scratch/newer.o"

cat >"$scratch/program.c" <<'END'
#include <azsreg/azsreg.h>
#include <stdio.h>
int main(void)
{
    azsreg_error error = azsreg_error_from_code("NewerError20");
    printf("%d %s\n", (int)error, azsreg_error_code(error));
    return 0;
}
END
cp "$scratch/program.c" "$scratch/program.cpp"

# answers COMPILER STANDARD FILE
answers() {
  quietly "$1" "-std=$2" -fsanitize=undefined,enum -fno-sanitize-recover=all -I "$INSTALLED/static/include" \
    "$scratch/$3" "$scratch/newer.o" -o "$scratch/program"
  same "$1 -std=$2" "20 NewerError20" "$(output_of "$scratch/program")"
}

answers clang++ c++11 program.cpp
for compiler in $(different_compilers clang clang-19); do
  if knows "$compiler" c23 "$scratch/nothing.c"; then
    answers "$compiler" c23 program.c
  fi
done
finish
