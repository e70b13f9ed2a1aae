#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: fuzz.sh [SECONDS]
#
# Fuzzes the library and the generator for SECONDS, by default 60, with libFuzzer and the address
# and undefined-behaviour sanitizers, all harnesses of tests/fuzz at once: codes and finding also
# with a catalog of codes of all lengths. Then compiles the library with the catalogs that came up.
# The edges are those of the whole program, including the harness and what only a finding leads to.
#
# An input that shows a defect is left in a directory that is named: fix the defect, and move the
# input to tests/fuzz/, where ctest replays it. For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
seconds=${1:-60}
findings=$(mktemp -d "${TMPDIR:-/tmp}/azsreg-findings.XXXXXX")
harnesses=""
trap 'kill $harnesses 2> "$log" || :; rm -rf "$work"; rmdir "$findings" 2> /dev/null || :' EXIT
install_packages clang-19 libclang-rt-19-dev cmake make

sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all"
# No harness uses much memory: a small store of what was freed is faster.
export ASAN_OPTIONS=quarantine_size_mb=8 UBSAN_OPTIONS=print_stacktrace=1

# build_library NAME CATALOG: in $work/NAME, and the catalog's codes as a dictionary and as inputs.
build_library() {
  cmake -S "$source" -B "$work/$1" -DAZSREG_CATALOG="$2" -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_COMPILER=clang-19 -DCMAKE_C_FLAGS="-O1 -fsanitize=fuzzer-no-link $sanitizers"
  cmake --build "$work/$1" --target azsreg
  mkdir "$work/$1/codes"
  sed -n 's/^Code: *//p' "$2" | while read -r code; do
    printf %s "$code" > "$work/$1/codes/$code"
    echo "\"$code\"" >> "$work/$1/dictionary"
  done
}

# build_harness NAME LIBRARY CONCERN SOURCE...
build_harness() {
  program=$work/fuzz_$1 library=$work/$2 harness=fuzz/fuzz_$3.c
  shift 3
  cd "$source/tests"
  # shellcheck disable=SC2086 # lists
  clang-19 -std=gnu99 -g -O1 -fsanitize=fuzzer $sanitizers -I . -I ../include -I ../src -I "$library/include" \
    -DFIXTURES="\"$source/tests/fixtures\"" "$harness" $model "$@" "$library/src/library/libazsreg.a" -o "$program"
}

build() {
  awk -f "$source/tests/generator/catalogs/lengths.awk" > "$work/lengths.txt"
  build_library own "$source/data/registration_errors.txt"
  build_library lengths "$work/lengths.txt"
  model="unit/compare.c unit/document.c unit/model.c unit/pages.c unit/report.c"
  for concern in code find detail escape; do
    build_harness $concern own $concern
  done
  build_harness code_lengths lengths code
  build_harness find_lengths lengths find
  build_harness catalog own catalog fuzz/catalog_model.c fuzz/catalog_messages.c \
    ../src/generator/hash_table.c ../src/generator/tables.c
}

# start NAME CORPUS ARGUMENT...: a harness, with options and directories of inputs, of which the
# first is one of tests/fuzz.
start() {
  name=$1 corpus=$source/tests/fuzz/$2
  shift 2
  mkdir "$work/$name-inputs"
  "$work/fuzz_$name" -max_total_time="$seconds" -timeout=60 -print_final_stats=1 \
    -artifact_prefix="$findings/$name-" "$work/$name-inputs" "$corpus" "$@" > "$work/$name.log" 2>&1 &
  harnesses="$harnesses $!"
}

# found_nothing NAME STATUS: how a harness ended.
found_nothing() {
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$1.log")
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$work/$1.log" | tail -n 1)
  note "$executions executions, $edges of $(sed -n 's/.*Loaded 1 modules *(\([0-9]*\) .*/\1/p' "$work/$1.log") edges"
  grep -v -e '^#[0-9]' -e '^INFO' "$work/$1.log" || :
  [ "$2" = 0 ]
}

# compiles CATALOG: the generator refuses it with one message, or the library compiles with what
# the generator makes of it.
compiles() {
  "$work/own/src/generator/azsreg_generate" "$1" "$work/tables/azsreg/codes.h" "$work/tables/code_lengths.h" \
    "$work/tables/code_tables.h" "$work/tables/detail_tables.h" 2> "$work/message" || {
    grep -q "^$1:[0-9]*: error: " "$work/message" && [ "$(wc -l < "$work/message")" = 1 ]
    return
  }
  good=$((good + 1))
  clang-19 -std=c99 -Wall -Wextra -Wpedantic -Wconversion -Werror -fsyntax-only -I "$source/include" \
    -I "$work/tables" "$source"/src/library/*.c
}

catalogs_compile() {
  mkdir -p "$work/tables/azsreg"
  good=0
  for catalog in "$source"/data/* "$source"/tests/fuzz/catalog/* "$work"/catalog-inputs/*; do
    compiles "$catalog" && continue
    cat "$work/message"
    cp "$catalog" "$findings/compile-$(basename "$catalog")"
    return 1
  done
  note "$good are good"
}

check "the harnesses are built" build
start code code -dict="$work/own/dictionary" "$work/own/codes"
start code_lengths code -dict="$work/lengths/dictionary" "$work/lengths/codes"
start find find -max_len=200 -dict="$work/own/dictionary" "$work/own/codes"
start find_lengths find -max_len=200 -dict="$work/lengths/dictionary" "$work/lengths/codes"
start detail detail
start escape escape
start catalog catalog -dict="$source/tests/fuzz/catalog.dict" "$source/data"
# shellcheck disable=SC2086 # a list
set -- $harnesses
for name in code code_lengths find find_lengths detail escape catalog; do
  status=0
  wait "$1" || status=$?
  shift
  check "$name" found_nothing $name $status
done
harnesses=""
check "the library compiles with each catalog that came up, if it is good" catalogs_compile
[ -z "$(ls "$findings")" ] || echo "See $findings."
finish
