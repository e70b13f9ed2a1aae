#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: sanitize.sh [CHECK...]
#
# Runs the tests with tools that watch every access to memory, and threads
# with one that watches for races. For Debian 12, as root.
set -eu
tests=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$tests")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
passed=0
failed=0

install_packages() {
  missing=""
  for package in build-essential cmake pkg-config libcmocka-dev clang libclang-rt-14-dev valgrind; do
    dpkg -s "$package" > "$work/dpkg" 2>&1 || missing="$missing $package"
  done
  test -n "$missing" || return 0
  apt-get -q update
  # shellcheck disable=SC2086
  apt-get -q install -y --no-install-recommends $missing
}

# check DESCRIPTION PATTERN COMMAND...: runs the command, and says how it went
# and what it printed that matches; what it printed is shown if it failed.
check() {
  description=$1 pattern=$2 start=$(date +%s) status=0
  shift 2
  ("$@") > "$work/log" 2>&1 || status=$?
  seconds=$(($(date +%s) - start))
  if [ "$status" = 0 ] && grep -q "$pattern" "$work/log"; then
    passed=$((passed + 1))
    printf 'ok      %4ds  %s\n' "$seconds" "$description"
    grep "$pattern" "$work/log" | sed 's/^/               /'
  else
    failed=$((failed + 1))
    printf 'FAILED  %4ds  %s\n' "$seconds" "$description"
    tail -n 200 "$work/log"
  fi
}

# build NAME CMAKE-ARGUMENT...: all of it, in $work/NAME.
build() {
  name=$1
  shift
  cmake -S "$source" -B "$work/$name" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None "$@" &&
    cmake --build "$work/$name" -j 2
}

# run NAME DIRECTORY CTEST-ARGUMENT...: the tests of a directory in $work/NAME.
run() {
  directory="$work/$1/$2"
  shift 2
  (cd "$directory" && ctest --no-tests=error --output-on-failure --timeout 1800 -j 2 "$@")
}

# What uses azsreg from outside builds a library of its own, without sanitizers.
address() {
  build address -DCMAKE_C_COMPILER=gcc \
    "-DCMAKE_C_FLAGS=-g -O1 -fsanitize=address,undefined,leak -fno-sanitize-recover=all" &&
    run address . -E '^use_'
}

# Memory that cmocka writes is not known to be written unless it is built with
# the sanitizer too. Its flags are for the build only: with them, CMake's many
# checks of the compiler take minutes.
memory() {
  flags="-g -O1 -fsanitize=memory -fsanitize-memory-track-origins"
  sh "$tests/ports/cmocka.sh" "$work/cmocka" -DCMAKE_C_COMPILER=clang "-DCMAKE_C_FLAGS_RELEASE=$flags" \
    > "$work/arguments" || return
  # shellcheck disable=SC2046
  build memory -DCMAKE_C_COMPILER=clang "-DCMAKE_C_FLAGS=$flags" $(cat "$work/arguments") &&
    run memory tests/unit
}

threads() {
  build thread -DCMAKE_C_COMPILER=clang "-DCMAKE_C_FLAGS=-g -O1 -fsanitize=thread" &&
    "$work/thread/tests/unit/test_threads"
}

# CMake puts an emulator before each test, but not before the generator.
memcheck() {
  valgrind="valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=all"
  build memcheck -DCMAKE_C_COMPILER=gcc "-DCMAKE_C_FLAGS=-g -O2" \
    "-DCMAKE_CROSSCOMPILING_EMULATOR=$(echo "$valgrind" | tr ' ' ';')" &&
    run memcheck tests/unit || return
  # shellcheck disable=SC2086 # a command of several words
  $valgrind "$work/memcheck/src/generator/azsreg_generate" "$source/data/registration_errors.txt" \
    "$work/codes.h" "$work/code_lengths.h" "$work/code_tables.h" "$work/detail_tables.h"
}

one() {
  tested='^100% tests passed'
  case $1 in
    address) check "all tests of this build, address, undefined and leak sanitizers (gcc)" "$tested" address ;;
    memory) check "unit tests and generator, memory sanitizer (clang)" "$tested" memory ;;
    threads) check "many threads at once, thread sanitizer (clang)" 'PASSED' threads ;;
    memcheck) check "unit tests and generator, valgrind memcheck" "$tested" memcheck ;;
    *) echo "sanitize.sh: unknown check '$1'" >&2; exit 2 ;;
  esac
}

install_packages > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
test $# -gt 0 || set -- address memory threads memcheck
for name in "$@"; do
  one "$name"
done
echo "$passed passed, $failed failed"
test "$failed" = 0
