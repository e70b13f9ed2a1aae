#!/bin/sh
# SPDX-License-Identifier: MIT
#
# No warning that an outer project may ask for, from any compiler that is there: in the public
# headers and a program that uses all of them, in each standard of C and C++ and with enums of any
# size; and in the sources of library, generator and tool.
. "$SOURCE/tests/use/scratch.sh"

warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wcast-qual -Wswitch-enum -Wswitch-default
  -Wformat=2 -Wformat-nonliteral -Werror"
c_warnings="$warnings -Wstrict-prototypes -Wmissing-prototypes -Wvla"
public="$INSTALLED/static/include"
cd "$scratch"
echo 'int main(void) { return 0; }' | tee nothing.c >nothing.cpp
printf '#include <azsreg/%s.h>\n' codes azsreg azsreg | tee headers.c >headers.cpp
cp "$here/consumer.c" "$here/consumer.cpp" .
# Where Arm's compilers say that enums are short, C++11 and C23, in which the enum could have a
# type, agree with the library, which is C99.
printf '#include <azsreg/azsreg.h>\nint has_the_size[sizeof(azsreg_error) == SIZE ? 1 : -1];\n' | tee size.c >size.cpp
arm="--target=arm-none-eabi -ffreestanding"

# shellcheck disable=SC2086 # flags are several
# has_good_headers COMPILER SUFFIX FLAGS STANDARD...
has_good_headers() {
  compiler=$1 suffix=$2 flags=$3
  shift 3
  for standard in "$@"; do
    knows "$compiler" "$standard" nothing.$suffix || continue
    for enums in -fno-short-enums -fshort-enums; do
      same "$compiler -std=$standard $enums" "" \
        "$(output_of "$compiler" "-std=$standard" $enums $flags -I "$public" -fsyntax-only \
          headers.$suffix consumer.$suffix)"
    done
    "$compiler" $arm "-std=$standard" -fsyntax-only nothing.$suffix >log 2>&1 || continue
    for enums in "-fshort-enums -DSIZE=1" "-fno-short-enums -DSIZE=4"; do
      same "$compiler $arm -std=$standard $enums" "" \
        "$(output_of "$compiler" $arm "-std=$standard" $enums -I "$public" -fsyntax-only size.$suffix)"
    done
  done
}

for compiler in $(different_compilers "$CC" gcc clang clang-19); do
  has_good_headers "$compiler" c "$c_warnings" c99 c11 c17 c2x c23
  for part in library generator tool; do
    # shellcheck disable=SC2086 # they are several
    same "$compiler: the sources of the $part" "" \
      "$(output_of "$compiler" -std=gnu99 -O2 $c_warnings -I "$public" -I "$INSTALLED/tables" -I "$SOURCE/src" \
        -c "$SOURCE/src/$part"/*.c)"
  done
done
if [ -n "$CXX" ]; then
  for compiler in $(different_compilers "$CXX" g++ clang++ clang++-19); do
    has_good_headers "$compiler" cpp "$warnings" c++98 c++11 c++14 c++17 c++20
  done
fi
finish
