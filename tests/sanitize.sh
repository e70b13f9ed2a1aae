#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: sanitize.sh [--all]
#
# Runs the tests with tools that watch every access to memory, and threads with one that
# watches for races. --all also runs the unit tests and the generator under valgrind, which
# sees what gcc makes of them. For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
install_packages build-essential cmake pkg-config libcmocka-dev clang libclang-rt-14-dev
if [ "${1:-}" = --all ]; then
  install_packages valgrind
fi

# configure NAME COMPILER FLAGS CMAKE-ARGUMENT...: in $work/NAME.
configure() {
  dir=$work/$1 compiler=$2 flags=$3
  shift 3
  cmake -S "$source" -B "$dir" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None \
    "-DCMAKE_C_COMPILER=$compiler" "-DCMAKE_C_FLAGS=-g $flags" "$@"
}

run_tests() {
  cd "$1"
  ctest --no-tests=error --output-on-failure --timeout 1800 -LE whole_builds
  note "$(grep '% tests passed' "$log")"
}

# What uses azsreg from outside builds a library of its own, without sanitizers.
address_and_undefined() {
  configure address clang "-O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
  cmake --build "$work/address"
  run_tests "$work/address"
}

# Memory that cmocka writes counts as unwritten unless it is built with the sanitizer too.
memory() {
  flags="-O1 -fsanitize=memory -fsanitize-memory-track-origins"
  sh "$source/tests/ports/cmocka.sh" "$work/cmocka" -DCMAKE_C_COMPILER=clang "-DCMAKE_C_FLAGS_RELEASE=$flags" \
    > "$work/arguments"
  # shellcheck disable=SC2046 # a list
  configure memory clang "$flags" $(cat "$work/arguments")
  make -C "$work/memory/tests/unit" -j "$CMAKE_BUILD_PARALLEL_LEVEL"
  run_tests "$work/memory/tests/unit"
}

threads() {
  configure thread clang "-O1 -fsanitize=thread"
  cmake --build "$work/thread" --target test_threads
  "$work/thread/tests/unit/test_threads"
}

# CMake puts an emulator before each test, but not before the generator.
memcheck() {
  valgrind="valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=all"
  configure memcheck gcc -O2 "-DCMAKE_CROSSCOMPILING_EMULATOR=$(echo "$valgrind" | tr ' ' ';')"
  make -C "$work/memcheck/tests/unit" -j "$CMAKE_BUILD_PARALLEL_LEVEL"
  run_tests "$work/memcheck/tests/unit"
  # shellcheck disable=SC2086 # a command of several words
  $valgrind "$work/memcheck/src/generator/azsreg_generate" "$source/data/registration_errors.txt" \
    "$work/codes.h" "$work/code_lengths.h" "$work/code_tables.h" "$work/detail_tables.h"
}

check "all tests, address and undefined-behaviour sanitizers (clang)" address_and_undefined
check "the unit tests, memory sanitizer (clang)" memory
check "many threads at once, thread sanitizer (clang)" threads
if [ "${1:-}" = --all ]; then
  check "the unit tests and the generator, valgrind memcheck (gcc)" memcheck
fi
finish
