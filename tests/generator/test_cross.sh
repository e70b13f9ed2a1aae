#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: test_cross.sh NATIVE_TOOL NATIVE_HEADERS CATALOG
#
# Cross-compiles with nothing but a toolchain file, runs the tool under qemu, and
# compares it with the native one. The environment sets CMAKE and GENERATOR (of CMake).
# Without aarch64-linux-gnu-gcc or qemu-aarch64 it prints why it is skipped, with status 77.
for program in aarch64-linux-gnu-gcc qemu-aarch64; do
  command -v "$program" > /dev/null || { echo "SKIPPED: this machine has no $program"; exit 77; }
done
. "$(dirname "$0")/scratch.sh"

# An emulator is part of many toolchain files. The generator must not run in it: there
# is none of this name.
cat > toolchain.cmake << 'END'
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CROSSCOMPILING_EMULATOR /nonsense)
END

# What the environment says of the target's compiler is not for the generator.
unset CC CFLAGS LDFLAGS
"$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug "-DAZSREG_CATALOG=$3" \
  -DCMAKE_TOOLCHAIN_FILE="$work/toolchain.cmake" > log 2>&1 || fail "expected CMake to configure" "$(cat log)"
CC=/nonsense CFLAGS=--nonsense LDFLAGS=--nonsense CMAKE_TOOLCHAIN_FILE=/nonsense \
  "$CMAKE" --build build > log 2>&1 || fail "expected the project to cross-compile" "$(cat log)"

cmp "$2/include/azsreg/codes.h" build/include/azsreg/codes.h
diff -r "$2/src/library/tables" build/src/library/tables

# run TOOL...: explains every code, and a wrong one.
run() {
  "$@" list | "$@" explain --subscription-id=1 --resource-group='Gruppe é' --registration-name="$(printf 'x\033[31m')"
  ! "$@" explain Nonsense 2>&1
}
run "$1" > native
run qemu-aarch64 -L /usr/aarch64-linux-gnu build/azsreg > emulated
diff native emulated
[ -s native ]
