#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Cross-compiles with nothing but a toolchain file, runs the tool under qemu,
# and compares it with the native one: test_cross.sh NATIVE_TOOL NATIVE_HEADERS
# CATALOG. The environment sets CMAKE and GENERATOR (of CMake). Without
# aarch64-linux-gnu-gcc or qemu-aarch64 it prints SKIP, with status 77.
set -eu

tool=$1
headers=$2
catalog=$3
for program in aarch64-linux-gnu-gcc qemu-aarch64; do
  if ! command -v "$program" > /dev/null; then
    echo "SKIP: there is no $program"
    exit 77
  fi
done

source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

# An emulator is part of many toolchain files. The generator must not run in it.
cat > toolchain.cmake << 'END'
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L /usr/aarch64-linux-gnu)
END

# What the environment says of the target's compiler is not for the generator.
unset CC CFLAGS LDFLAGS
if ! { "$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug \
      "-DAZSREG_CATALOG=$catalog" -DCMAKE_TOOLCHAIN_FILE="$work/toolchain.cmake" &&
    CC=/nonsense CFLAGS=--nonsense LDFLAGS=--nonsense CMAKE_TOOLCHAIN_FILE=/nonsense \
      "$CMAKE" --build build; } > log 2>&1; then
  cat log
  echo "expected the project to cross-compile"
  exit 1
fi

cmp "$headers/include/azsreg/codes.h" build/include/azsreg/codes.h
for header in code_lengths.h code_tables.h detail_tables.h; do
  cmp "$headers/src/library/tables/$header" "build/src/library/tables/$header"
done

run() {
  "$@" list
  for code in $("$@" list) Nonsense; do
    "$@" explain "$code" --subscription-id=11111111-2222 --resource-group='Gruppe é' \
      --registration-name='a b' --customer-subscription-id="$(printf 'x\033[31m\342\200\217')" 2>&1 || echo "status $?"
  done
}

run "$tool" > native
run qemu-aarch64 -L /usr/aarch64-linux-gnu build/azsreg > emulated
diff native emulated
grep -q "no known code in 'Nonsense'" native
grep -qx "Try again later\." native
