#!/bin/sh
# SPDX-License-Identifier: MIT
#
# headers.sh C|CXX: each public header by itself, one of them twice, and a
# program that uses all of it: no warning from any compiler that is there, in
# any standard of the language that it knows.
. "$SOURCE/tests/use/scratch.sh"

warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror"
if [ "$1" = C ]; then
  compilers=$(different_compilers "$CC" gcc clang)
  standards="c99 c11 c17 c2x"
  warnings="$warnings -Wstrict-prototypes -Wmissing-prototypes"
  suffix=c
else
  need "$CXX" "C++ compiler"
  compilers=$(different_compilers "$CXX" g++ clang++)
  standards="c++98 c++11 c++14 c++17 c++20"
  warnings="$warnings -Wold-style-cast"
  suffix=cpp
fi

install_moved "$scratch/prefix" static lib
mkdir "$scratch/programs"
cd "$scratch/programs"
echo '#include <azsreg/azsreg.h>' >alone.$suffix
printf '#include <azsreg/azsreg.h>\n%.0s' 1 2 >twice.$suffix
echo '#include <azsreg/codes.h>' >codes.$suffix
echo 'int main(void) { return 0; }' >nothing.$suffix
cp "$here/consumer.$suffix" .

# warnings_of COMPILER STANDARD PROGRAM
warnings_of() {
  # shellcheck disable=SC2086 # they are several
  "$1" -std="$2" $warnings -I "$scratch/prefix/include" -fsyntax-only "$3" 2>&1 || echo "exit status $?"
}

for compiler in $compilers; do
  for standard in $standards; do
    if ! "$compiler" -std="$standard" -fsyntax-only nothing.$suffix >"$scratch/log" 2>&1; then
      echo "$compiler has no -std=$standard"
      continue
    fi
    for program in alone twice codes consumer; do
      same "$compiler -std=$standard: $program" "" "$(warnings_of "$compiler" "$standard" $program.$suffix)"
    done
  done
done
finish
