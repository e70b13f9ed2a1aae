#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: ports.sh [PORT...]
#
# Builds the library, the tool and the tests for other machines, from clean and with nothing but a
# toolchain file of tests/ports/, and runs the unit tests there, by qemu or wine where this machine
# can't. For a machine without an operating system it links an image, and says how large it is.
# For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
ports=$source/tests/ports
export WINEPREFIX="$work/wine" WINEDEBUG=-all TMPDIR="$work"
trap 'test ! -d "$WINEPREFIX" || /usr/lib/wine/wineserver64 -k || :; rm -rf "$work"' EXIT

install_packages build-essential cmake dpkg-dev

# hosted PORT CMAKE-ARGUMENT...: cmocka is built for the port from its Debian source package.
hosted() {
  toolchain="-DCMAKE_TOOLCHAIN_FILE=$ports/$1.cmake"
  shift
  sh "$ports/cmocka.sh" "$work/cmocka" "$toolchain" > "$work/arguments"
  # shellcheck disable=SC2046 # they are two
  cmake -S "$source" -B "$work/build" "$toolchain" $(cat "$work/arguments") -DBUILD_TESTING=ON "$@"
  cmake --build "$work/build" --target azsreg_tool
  make -C "$work/build/tests/unit" -j "$CMAKE_BUILD_PARALLEL_LEVEL"
  cd "$work/build/tests/unit"
  ctest --output-on-failure --timeout 600
  note "$(ctest -N | tail -n 1)"
}

# Starts wine's server and services before the tests. Two tests that start at once would each start
# a server, and the one whose server has to give way often fails. The services keep the output that
# they are started with open to their end, so it must not be that of a test.
start_wine() {
  mkdir "$WINEPREFIX"
  /usr/lib/wine/wineserver64 -p
  /usr/lib/wine/wine64 wineboot --init
}

windows() {
  test -d "$WINEPREFIX" || start_wine > "$work/wine.log" 2>&1
  hosted windows "$@"
  cd "$work/build"
  ctest --output-on-failure --no-tests=error -R '^tool_windows$'
}

# bare PORT: the image is linked without a C library. It has memcpy and strlen, which the library
# calls; the compiler has the rest in libgcc.
bare() {
  cmake -S "$ports/bare" -B "$work/build" "-DCMAKE_TOOLCHAIN_FILE=$ports/$1.cmake"
  cmake --build "$work/build"
  "$1-size" -t "$work/build/azsreg/src/library/libazsreg.a" > "$work/library"
  "$1-size" "$work/build/image" > "$work/image"
  cat "$work/library" "$work/image"
  note "library $(awk '/TOTALS/ { print $1 " bytes, writable " $2 + $3 }' "$work/library")," \
    "image $(awk 'END { print $1 }' "$work/image") bytes"
}

port() {
  case $1 in
    s390x) install_packages gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user ;;
    arm) install_packages gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user ;;
    aarch64) install_packages gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user ;;
    i386) install_packages gcc-i686-linux-gnu libc6-dev-i386-cross qemu-user ;;
    musl) install_packages musl-tools ;;
    windows | windows-dll) install_packages gcc-mingw-w64-x86-64 wine64 ;;
    arm-none-eabi | riscv64-unknown-elf) install_packages "gcc-$1" ;;
  esac
  case $1 in
    s390x) check "s390x, big-endian 64 bits, by qemu" hosted s390x ;;
    arm) check "arm-linux-gnueabihf, 32 bits, by qemu" hosted arm ;;
    aarch64) check "aarch64, by qemu" hosted aarch64 ;;
    i386) check "i386, 32 bits, static, by qemu" hosted i386 ;;
    musl) check "musl, static" hosted musl ;;
    windows) check "Windows, static, by wine" windows ;;
    windows-dll)
      check "Windows, DLL, by wine" windows -DBUILD_SHARED_LIBS=ON "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=$work/build" ;;
    arm-none-eabi) check "arm-none-eabi, Cortex-M0+, no C library, not run" bare arm-none-eabi ;;
    riscv64-unknown-elf) check "riscv64-unknown-elf, no C library, not run" bare riscv64-unknown-elf ;;
    *) echo "ports.sh: unknown port '$1'" >&2; exit 1 ;;
  esac
  rm -rf "$work/build" "$work/cmocka"
}

test $# -gt 0 || set -- s390x arm aarch64 i386 musl windows windows-dll arm-none-eabi riscv64-unknown-elf
for name in "$@"; do
  port "$name"
done
finish
