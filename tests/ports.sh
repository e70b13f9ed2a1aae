#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: ports.sh [PORT...]
#
# Builds the library, the tool and the tests for other machines, from clean and
# with nothing but a toolchain file of tests/ports/, and runs the programs of
# tests/unit/: by qemu or wine where this machine can't.
# cmocka is built for each, from its Debian source package. For a machine
# without an operating system it builds an image, and prints its size.
# For Debian 12, as root.
set -eu
tests=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$tests")
work=$(mktemp -d)
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
export WINEPREFIX="$work/wine" WINEDEBUG=-all TMPDIR="$work"
passed=0
failed=0

clean_up() {
  test ! -d "$WINEPREFIX" || /usr/lib/wine/wineserver64 -k || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

install_packages() {
  missing=""
  for package in build-essential cmake \
    gcc-s390x-linux-gnu libc6-dev-s390x-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross \
    gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-i686-linux-gnu libc6-dev-i386-cross qemu-user \
    musl-tools gcc-mingw-w64-x86-64 wine64 gcc-arm-none-eabi gcc-riscv64-unknown-elf; do
    dpkg -s "$package" > "$work/dpkg" 2>&1 || missing="$missing $package"
  done
  test -n "$missing" || return 0
  apt-get -q update
  # shellcheck disable=SC2086
  apt-get -q install -y --no-install-recommends $missing
}

# Says how a step went; what it printed is shown if it failed.
report() {
  if [ "$1" = 0 ]; then
    passed=$((passed + 1))
    printf 'ok      %4ds  %s\n' "$4" "$2"
    printf '               %s\n' "$3"
  else
    failed=$((failed + 1))
    printf 'FAILED  %4ds  %s\n' "$4" "$2"
    tail -n 100 "$work/log"
  fi
}

# Builds everything in $work/$1 with the toolchain of port $2, and runs the
# tests that are programs; the scripts among them need the machine they are on.
build_and_test() {
  name=$1 port=$2
  shift 2
  toolchain="-DCMAKE_TOOLCHAIN_FILE=$tests/ports/$port.cmake"
  sh "$tests/ports/cmocka.sh" "$work/cmocka-$port" "$toolchain" > "$work/$port.arguments" || return
  # shellcheck disable=SC2046
  cmake -S "$source" -B "$work/$name" "$toolchain" $(cat "$work/$port.arguments") -DBUILD_TESTING=ON "$@" || return
  cmake --build "$work/$name" -j 2 || return
  cd "$work/$name/tests/unit" && ctest --output-on-failure --timeout 600 -j 2
}

# Starts wine's server and services before the tests. Two tests that start at
# once would each start a server, and the one whose server has to give way often
# fails. The services keep the output they are started with open to their end,
# so it must not be that of a test.
start_wine() {
  test ! -d "$WINEPREFIX" || return 0
  mkdir "$WINEPREFIX"
  (/usr/lib/wine/wineserver64 -p && /usr/lib/wine/wine64 wineboot --init) > "$work/wine.log" 2>&1 ||
    { cat "$work/wine.log"; exit 1; }
}

# hosted NAME PORT DESCRIPTION CMAKE-ARGUMENT...
hosted() {
  name=$1 port=$2 description=$3 start=$(date +%s) status=0
  shift 3
  (build_and_test "$name" "$port" "$@") > "$work/log" 2>&1 || status=$?
  figures=$(grep -c '^ *[0-9]*/[0-9]* Test .* Passed ' "$work/log") || status=1
  report "$status" "$description" "$figures test programs passed" $(($(date +%s) - start))
}

# The image is linked without a C library: what the library calls is memcpy and
# strlen, which the image has, and what the compiler has in libgcc.
build_image() {
  port=$1
  cmake -S "$tests/ports/bare" -B "$work/$port" "-DCMAKE_TOOLCHAIN_FILE=$tests/ports/$port.cmake" || return
  cmake --build "$work/$port" || return
  "$port-size" -t "$work/$port/azsreg/src/library/libazsreg.a" > "$work/$port.size" || return
  "$port-size" "$work/$port/image" >> "$work/$port.size" || return
  cat "$work/$port.size"
}

# bare PORT DESCRIPTION
bare() {
  start=$(date +%s) status=0
  (build_image "$1") > "$work/log" 2>&1 || status=$?
  figures=$(awk '
    $6 == "(TOTALS)" { text = $1; data = $2 + $3 }
    $6 ~ /image$/ { image = $1 }
    END { printf "library: %d bytes of code and constants, %d writable; image: %d", text, data, image }
  ' "$work/$1.size" 2>&1) || true
  report "$status" "$2" "$figures" $(($(date +%s) - start))
}

port() {
  case $1 in
    s390x) hosted s390x s390x "s390x, big-endian 64 bits: built, run by qemu-s390x" ;;
    arm) hosted arm arm "arm-linux-gnueabihf, 32 bits: built, run by qemu-arm" ;;
    aarch64) hosted aarch64 aarch64 "aarch64: built, run by qemu-aarch64" ;;
    i386) hosted i386 i386 "i386, 32 bits, static: built, run by qemu-i386" ;;
    musl) hosted musl musl "musl, static: built, run" ;;
    windows)
      start_wine
      hosted windows windows "Windows, static: built, run by wine"
      ;;
    windows-dll)
      start_wine
      hosted windows-dll windows "Windows, DLL: built, run by wine" \
        -DBUILD_SHARED_LIBS=ON "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=$work/windows-dll/bin"
      ;;
    arm-none-eabi) bare arm-none-eabi "arm-none-eabi, Cortex-M0+, no C library: built and linked, not run" ;;
    riscv64-unknown-elf) bare riscv64-unknown-elf "riscv64-unknown-elf, no C library: built and linked, not run" ;;
    *) echo "ports.sh: unknown port '$1'" >&2; return 1 ;;
  esac
}

install_packages > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
test $# -gt 0 ||
  set -- s390x arm aarch64 i386 musl windows windows-dll arm-none-eabi riscv64-unknown-elf
for name in "$@"; do
  port "$name"
done
echo "$passed passed, $failed failed"
test "$failed" = 0
