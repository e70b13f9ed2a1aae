#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: abi.sh [--renew]
#
# Compares the binary interface of the shared library with the released one,
# tests/abi/libazsreg.abi, and shows that a change would be noticed. --renew writes the released
# interface anew. For Debian 12 on x86-64, as root.
. "$(dirname "$0")/checks.sh"
baseline=$source/tests/abi/libazsreg.abi
copy=$work/copy

# Writes the interface of the sources in $copy to $work/interface. It does not depend on where they
# are, nor on what is private to the library.
interface() {
  cmake -S "$copy" -B "$work/build" -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_COMPILER=gcc "-DCMAKE_C_FLAGS=-ffile-prefix-map=$work/= -ffile-prefix-map=$copy/="
  cmake --build "$work/build" --target azsreg
  mkdir -p "$work/public/azsreg"
  cp "$copy/include/azsreg/azsreg.h" "$work/build/include/azsreg/codes.h" "$work/public/azsreg"
  abidw --no-corpus-path --no-comp-dir-path --no-architecture --no-elf-needed --no-show-locs \
    --exported-interfaces-only --drop-private-types --headers-dir "$work/public" \
    --out-file "$work/interface" "$work/build/src/library/libazsreg.so"
}

# More functions and more errors are no break: programs that were built before go on working.
is_the_released_one() {
  interface
  abidiff --no-added-syms "$baseline" "$work/interface" || {
    echo "Programs that were built before may misbehave. What to do is in tests/README.md, \"When something objects\"."
    return 1
  }
  abidiff --harmless "$baseline" "$work/interface" || note "only additions: renew the baseline when it is released"
}

a_change_is_noticed() {
  sed -i 's/^} azsreg_values;/    const char *region;\n&/' "$copy/include/azsreg/azsreg.h"
  interface
  ! abidiff --no-added-syms "$baseline" "$work/interface"
}

renew() {
  interface
  cp "$work/interface" "$baseline"
}

install_packages abigail-tools cmake gcc libc6-dev make
mkdir "$copy"
cp -R "$source/CMakeLists.txt" "$source/LICENSE" "$source/include" "$source/src" "$source/data" "$copy"
if [ "${1:-}" = --renew ]; then
  check "the released interface is written anew" renew
  finish
fi
check "the binary interface is the released one" is_the_released_one
check "a change would be noticed: one value more" a_change_is_noticed
finish
