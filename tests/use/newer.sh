#!/bin/sh
# SPDX-License-Identifier: MIT
#
# newer.sh: the number of an error that only a newer library has is a defined
# value for a program that was built with the headers of this one, in C++11 and,
# where a compiler has it, in C23. Clang's sanitizer would stop at any other.
. "$SOURCE/tests/use/scratch.sh"

need clang++ "clang++"
echo 'int main() { return 0; }' > "$scratch/nothing.cpp"
clang++ -fsanitize=undefined "$scratch/nothing.cpp" -o "$scratch/nothing" > "$scratch/log" 2>&1 ||
  skip "clang++ has no undefined-behaviour sanitizer"

build_azsreg
mv "$scratch/build" "$scratch/old"
count=$(sed -n 's/#define AZSREG_ERROR_COUNT //p' "$scratch/old/include/azsreg/codes.h")
{
  cat "$SOURCE/data/registration_errors.txt"
  for number in $(seq $((count + 1)) 20); do
    printf '\nCode: NewerError%s\nNumber: %s\nDetail: Newer.\n' "$number" "$number"
  done
} > "$scratch/catalog.txt"
build_azsreg "-DAZSREG_CATALOG=$scratch/catalog.txt"

cat > "$scratch/newer.c" << 'END'
#include <azsreg/azsreg.h>
#include <stdio.h>
int main(void)
{
    azsreg_error error = azsreg_error_from_code("NewerError20");
    if (error == AZSREG_ERROR_UNKNOWN)
        return 1;
    printf("%d %s\n", (int)error, azsreg_error_code(error));
    return 0;
}
END
cp "$scratch/newer.c" "$scratch/newer.cpp"
# answers COMPILER FILE STANDARD
answers() {
  quietly "$1" -std="$3" -fsanitize=undefined,enum -fno-sanitize-recover=all -I "$SOURCE/include" \
    -I "$scratch/old/include" "$2" "$scratch/build/src/library/libazsreg.a" -o "$scratch/newer"
  same "$1 -std=$3" "20 NewerError20" "$("$scratch/newer" 2>&1 || echo "exit status $?")"
}
for standard in c++11 c++20; do
  answers clang++ "$scratch/newer.cpp" $standard
done
c23=
for compiler in clang-19 clang; do
  if "$compiler" -std=c23 -fsyntax-only "$scratch/newer.c" -I "$SOURCE/include" -I "$scratch/old/include" \
    > "$scratch/log" 2>&1; then
    c23=$compiler
    break
  fi
done
if [ -n "$c23" ]; then
  answers "$c23" "$scratch/newer.c" c23
else
  echo "no clang has -std=c23: not tried"
fi
finish
