#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: fuzz.sh [SECONDS]
#
# Fuzzes the library and the generator for SECONDS, by default 60, with libFuzzer
# and the address and undefined-behaviour sanitizers, all harnesses at once:
# codes and finding also with a catalog of codes of all lengths. Then compiles the
# library with the catalogs that came up. The edges are those of the whole program,
# including the harness and what only a finding leads to.
#
# Made for Debian 12; as root it installs what is missing. An input that shows a
# defect is left in a directory that is named: fix the defect, and move the input
# to tests/fuzz/, where ctest replays it.
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
findings=$(mktemp -d "${TMPDIR:-/tmp}/azsreg-findings.XXXXXX")
trap 'rm -rf "$work"; rmdir "$findings" 2> /dev/null || :' EXIT
trap 'exit 1' INT TERM
fuzzers=
passed=0
failed=0

install_missing() {
  missing=
  for package in clang-19 libclang-rt-19-dev cmake make; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q ' installed$' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update || return
  # shellcheck disable=SC2086 # a list
  apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
}

sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all"
# No harness uses much memory: a small store of what was freed is faster.
export ASAN_OPTIONS=quarantine_size_mb=8
export UBSAN_OPTIONS=print_stacktrace=1

# build_library DIRECTORY CATALOG
build_library() {
  cmake -S "$root" -B "$1" -DAZSREG_CATALOG="$2" -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_COMPILER=clang-19 -DCMAKE_C_FLAGS="-O1 -fsanitize=fuzzer-no-link $sanitizers" &&
    cmake --build "$1" --target azsreg
}

# build NAME LIBRARY SOURCE...: builds a harness.
build() {
  name=$1
  library=$2
  shift 2
  # shellcheck disable=SC2086 # a list
  (cd "$root/tests" && clang-19 -std=gnu99 -g -O1 -fsanitize=fuzzer $sanitizers \
    -I . -I ../include -I ../src -I "$library/include" -DFIXTURES="\"$root/tests/fixtures\"" \
    "$@" "$library/src/library/libazsreg.a" -o "$work/fuzz_$name")
}

# fuzz NAME CORPUS ARGUMENT...: starts a harness, with options and directories of
# inputs, of which the first is one of tests/fuzz.
fuzz() {
  name=$1
  corpus=$root/tests/fuzz/$2
  shift 2
  mkdir "$work/$name"
  "$work/fuzz_$name" -max_total_time="$seconds" -timeout=60 -print_final_stats=1 \
    -artifact_prefix="$findings/$name-" "$work/$name" "$corpus" "$@" > "$work/$name.log" 2>&1 &
  fuzzers="$fuzzers $!"
}

# finish NAME PROCESS: waits for a harness, and says what it found.
finish() {
  log=$work/$1.log
  result=ok
  wait "$2" || result=FAILED
  printf '%-7s %-12s %s executions, %s of %s edges\n' "$result" "$1" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)" \
    "$(sed -n 's/.*Loaded 1 modules *(\([0-9]*\) .*/\1/p' "$log")"
  if [ "$result" = ok ]; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  grep -v -e '^#[0-9]' -e '^INFO' "$log" || :
  echo "see $findings"
}

# compiles CATALOG: true if the generator refuses it with a message, or makes
# of it what the library compiles with.
compiles() {
  status=0
  "$work/own_library/src/generator/azsreg_generate" "$1" \
    "$work/tables/azsreg/codes.h" "$work/tables/code_lengths.h" \
    "$work/tables/code_tables.h" "$work/tables/detail_tables.h" 2> "$work/log" || status=$?
  if [ "$status" != 0 ]; then
    grep -q "^$1:[0-9]*: error: " "$work/log" && [ "$(wc -l < "$work/log")" = 1 ]
    return
  fi
  compiled=$((compiled + 1))
  for source in code detail escape find version; do
    clang-19 -std=c99 -Wall -Wextra -Wpedantic -Wconversion -Werror -I "$root/include" -I "$work/tables" \
      -c "$root/src/library/$source.c" -o "$work/object.o" > "$work/log" 2>&1 || return 1
  done
}

# compile CATALOG...
compile() {
  mkdir -p "$work/tables/azsreg"
  compiled=0
  result=ok
  for catalog in "$@"; do
    compiles "$catalog" && continue
    result=FAILED
    cp "$catalog" "$findings/compile-$(basename "$catalog")"
    cat "$work/log"
    echo "see $findings"
    break
  done
  printf '%-7s %-12s %d catalogs, %d of them good: they compile\n' "$result" compile $# "$compiled"
  if [ "$result" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# codes NAME CATALOG: its codes, as a dictionary and as inputs.
codes() {
  sed -n 's/^Code: *\(.*\)/"\1"/p' "$2" > "$work/$1.dict"
  mkdir "$work/$1.codes"
  sed -n 's/^Code: *//p' "$2" | while read -r code; do
    printf %s "$code" > "$work/$1.codes/$code"
  done
}

own=$root/data/registration_errors.txt
lengths=$work/lengths.txt
model="unit/compare.c unit/document.c unit/model.c unit/pages.c unit/report.c"
# shellcheck disable=SC2086 # a list
{
  install_missing &&
    awk -v catalog="$lengths" -v header="$work/lengths.h" -f "$root/tests/generator/catalogs/lengths.awk" \
      -f "$root/tests/generator/catalogs/emit.awk" < /dev/null &&
    build_library "$work/own_library" "$own" && build_library "$work/lengths_library" "$lengths" &&
    build code "$work/own_library" fuzz/fuzz_code.c $model &&
    build code_lengths "$work/lengths_library" fuzz/fuzz_code.c $model &&
    build find "$work/own_library" fuzz/fuzz_find.c $model &&
    build find_lengths "$work/lengths_library" fuzz/fuzz_find.c $model &&
    build detail "$work/own_library" fuzz/fuzz_detail.c $model &&
    build escape "$work/own_library" fuzz/fuzz_escape.c $model &&
    build catalog "$work/own_library" fuzz/fuzz_catalog.c fuzz/catalog_model.c fuzz/catalog_messages.c $model \
      ../src/generator/hash_table.c ../src/generator/tables.c
} > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
codes own "$own"
codes lengths "$lengths"

fuzz code code -dict="$work/own.dict" "$work/own.codes"
fuzz code_lengths code -dict="$work/lengths.dict" "$work/lengths.codes"
fuzz find find -dict="$work/own.dict" "$work/own.codes"
fuzz find_lengths find -dict="$work/lengths.dict" "$work/lengths.codes"
fuzz detail detail
fuzz escape escape
fuzz catalog catalog -dict="$root/tests/fuzz/catalog.dict" "$root/data"
trap 'kill $fuzzers; exit 1' INT TERM
# shellcheck disable=SC2086 # a list
set -- $fuzzers
for name in code code_lengths find find_lengths detail escape catalog; do
  finish $name "$1"
  shift
done
compile "$root/data"/* "$root/tests/fuzz/catalog"/* "$work/catalog"/*

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
