#!/bin/sh
# SPDX-License-Identifier: MIT
#
# headers.sh C|CXX: each public header alone, one of them twice, and a program that
# uses all of it: no warning from any compiler that is there, in any standard of the
# language that it knows, with enums of any size.
. "$SOURCE/tests/use/scratch.sh"

warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Werror"
if [ "$1" = C ]; then
  compilers=$(different_compilers "$CC" gcc clang clang-19)
  standards="c99 c11 c17 c2x c23"
  warnings="$warnings -Wstrict-prototypes -Wmissing-prototypes"
  suffix=c
else
  need "$CXX" "C++ compiler"
  compilers=$(different_compilers "$CXX" g++ clang++ clang++-19)
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

# warnings_of COMPILER FILE FLAG...
warnings_of() {
  compiled=$2
  with=$1
  shift 2
  # shellcheck disable=SC2086 # they are several
  "$with" "$@" $warnings -I "$scratch/prefix/include" -fsyntax-only "$compiled" 2>&1 || echo "exit status $?"
}

for compiler in $compilers; do
  for standard in $standards; do
    if ! "$compiler" -std="$standard" -fsyntax-only nothing.$suffix >"$scratch/log" 2>&1; then
      echo "$compiler has no -std=$standard: not tried"
      continue
    fi
    for enums in -fno-short-enums -fshort-enums; do
      for program in alone twice codes consumer; do
        same "$compiler -std=$standard $enums: $program" "" \
          "$(warnings_of "$compiler" $program.$suffix -std="$standard" $enums)"
      done
    done
  done
done

# Arm's compilers say whether enums are short. Then the enum is as large in C++11 and
# C23, which could give it a type, as in the library, which is C99.
cat >size.$suffix <<'END'
#include <azsreg/azsreg.h>
int has_the_size[sizeof(azsreg_error) == SIZE ? 1 : -1];
END
arm="--target=arm-none-eabi -ffreestanding"
for compiler in $compilers; do
  for standard in $standards; do
    # shellcheck disable=SC2086 # they are several
    "$compiler" $arm -std="$standard" -fsyntax-only nothing.$suffix >"$scratch/log" 2>&1 || continue
    for enums in "-fshort-enums -DSIZE=1" "-fno-short-enums -DSIZE=4"; do
      # shellcheck disable=SC2086 # they are several
      same "$compiler $arm -std=$standard $enums: size" "" \
        "$(warnings_of "$compiler" size.$suffix $arm -std="$standard" $enums)"
    done
  done
done
finish
