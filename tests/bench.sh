#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: bench.sh [--quick] [--output DIRECTORY]
#
# Measures azsreg and what a program would have instead, and prints a table. With --output the
# table goes to results.txt in the DIRECTORY, and a picture to comparison.svg. --quick takes few
# rounds and small catalogs: it shows that all of this works, not how fast anything is. No time
# fails the run. An answer that differs does, and a count of instructions over its bound
# (bench/report.awk). For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
processes=5 rounds=21 growth="8 64 512 4096" output=""
while [ $# -gt 0 ]; do
  case $1 in
    --quick) processes=1 rounds=3 growth="8 64" ;;
    --output) mkdir -p "$2"; output=$(realpath "$2"); shift ;;
    *) echo "usage: bench.sh [--quick] [--output DIRECTORY]" >&2; exit 2 ;;
  esac
  shift
done
install_packages gcc libc6-dev gperf valgrind
bench=$source/tests/bench
results=$work/results.csv
CC=${CC:-cc}

# build NAME CATALOG: the benchmark with the library of the catalog, in $work/NAME.
build() {
  dir=$work/$1
  mkdir -p "$dir/azsreg"
  "$work/generate" "$2" "$dir/azsreg/codes.h" "$dir/code_lengths.h" "$dir/code_tables.h" "$dir/detail_tables.h"
  {
    echo '%struct-type
%readonly-tables
%language=ANSI-C
%define lookup-function-name find_by_gperf
%{
#include <string.h>
%}
struct numbered_code { const char *name; int number; };
%%'
    sed -n 's/^Code: *//p' "$2" | awk '{ print $1 "," NR }'
  } | gperf -l > "$dir/gperf.c"
  cd "$dir"
  "$CC" -std=c99 -O2 -I "$source/include" -I "$source/tests" -I . -fPIC -c "$source"/src/library/*.c \
    "$bench/bench.c" "$source/tests/unit/random.c" "$source/tests/unit/report.c" gperf.c
  "$CC" ./*.o -o bench
}

build_own() {
  "$CC" -std=c99 -O2 -I "$source/src" -o "$work/generate" "$source"/src/generator/*.c
  build own "$source/data/registration_errors.txt"
  "$CC" -std=gnu99 -O2 -I "$source/include" -I . "$source"/src/tool/*.c "$source"/src/library/*.c -o tool
}

# Of each length, and each number of codes; the last is for the generator's time too.
build_others() {
  for codes in $growth; do
    awk -v COUNT="$codes" -f "$bench/catalog.awk" > "$work/catalog"
    milliseconds=$(date +%s%N)
    "$work/generate" "$work/catalog" "$work/1" "$work/2" "$work/3" "$work/4"
    milliseconds=$((($(date +%s%N) - milliseconds) / 1000000))
    build "$codes" "$work/catalog"
  done
  echo "ns,generator,$codes codes,azsreg_generate,$milliseconds" >> "$results"
}

make_texts() {
  while cat "$source/LICENSE"; do :; done | head -c 1048576 > "$work/prose"
  for name in log JSON; do
    sed -n 's/^Code: *//p' "$source/data/registration_errors.txt" |
      awk -v JSON=$([ $name = log ] || echo 1) -v SIZE=1048576 -f "$bench/texts.awk" | head -c 1048576 > "$work/$name"
  done
}

# time_of NAME ARGUMENT...: a process can be faster or slower throughout by a tenth, by where its
# memory is: hence more than one.
time_of() {
  name=$1
  shift
  for process in $(seq "$processes"); do
    "$work/$name/bench" "$rounds" "$@" > "$work/lines"
    sed 's/^/ns,/' "$work/lines" >> "$results"
  done
}

# instructions_of ARGUMENT...: of a call. Callgrind writes a file for each run_ function, in the
# order of the lines.
instructions_of() {
  rm -f "$work"/callgrind*
  valgrind -q --tool=callgrind --callgrind-out-file="$work/callgrind" --compress-strings=no \
    --dump-after='run_*' "$work/own/bench" 0 "$@" > "$work/lines"
  number=0
  while IFS= read -r line; do
    number=$((number + 1))
    count=$(awk '/^cfn=run_/ { getline; getline; print $2 }' "$work/callgrind.$number")
    echo "instructions,${line%,*},$(awk "BEGIN { print $count / ${line##*,} }")" >> "$results"
  done < "$work/lines"
}

# Whole processes, with 64 MiB as their standard input. grep is faster in the C locale. Without a
# code in the text both have status 1.
time_of_processes() {
  for text in prose log JSON; do
    for _ in $(seq 64); do cat "$work/$text"; done > "$work/large"
    for _ in $(seq "$rounds"); do
      start=$(date +%s%N)
      "$work/own/tool" explain < "$work/large" > "$work/explained" || [ $? = 1 ]
      middle=$(date +%s%N)
      LC_ALL=C grep -oFwf "$work/codes" < "$work/large" > "$work/found" || [ $? = 1 ]
      end=$(date +%s%N)
      echo "ns,process,$text,azsreg explain,$(((middle - start) / 1000))"
      echo "ns,process,$text,grep -oFwf,$(((end - middle) / 1000))"
    done
  done >> "$results"
}

measure() {
  build_own
  build_others
  make_texts
  sed -n 's/^Code: *//p' "$source/data/registration_errors.txt" > "$work/codes"
  cd "$work"
  for codes in $growth; do
    time_of "$codes" "$codes codes"
  done
  time_of own own
  time_of own prose log JSON
  instructions_of own
  instructions_of prose log JSON
  time_of_processes
}

check "every way has the same answers" measure
check "the instructions are within their bounds" \
  awk -F , -v table="$work/results.txt" -v picture="$work/comparison.svg" -f "$bench/report.awk" "$results"
cat "$work/results.txt"
[ -z "$output" ] || cp "$work/results.txt" "$work/comparison.svg" "$output"
finish
