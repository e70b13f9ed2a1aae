#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Measures azsreg next to what a program would have instead:
#
#     tests/bench.sh [--quick] [--output DIRECTORY]
#
# Prints a table, and leaves it as results.txt with the picture comparison.svg in the DIRECTORY, if
# one is given. --quick takes few rounds and small catalogs: it shows that all of this works, not how
# fast anything is. No time fails the run; an answer that differs does, and a count of instructions
# that is over its bound.
set -eu

processes=5
rounds=21
growth='8 64 512 4096'
output=
while [ $# -gt 0 ]; do
  case $1 in
    --quick) processes=1 rounds=3 growth='8 64' ;;
    --output) mkdir -p "$2"; output=$(realpath "$2"); shift ;;
    *) echo "usage: tests/bench.sh [--quick] [--output DIRECTORY]" >&2; exit 2 ;;
  esac
  shift
done

source=$(realpath "$(dirname "$0")/..")
bench=$source/tests/bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
csv=$work/results.csv
CC=${CC:-cc}

missing=
for pair in "$CC":gcc cmake:cmake make:make gperf:gperf valgrind:valgrind; do
  command -v "${pair%:*}" > "$work/found" || missing="$missing ${pair#*:}"
done
if [ -n "$missing" ]; then
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # a list of packages
  { apt-get update && apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing; } \
    > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
fi

# quietly COMMAND...: prints its output only if it fails.
quietly() {
  "$@" > "$work/output" 2>&1 || { cat "$work/output" >&2; exit 1; }
}

# build CATALOG NAME: the library and the tool with that catalog, and the programs linked with it: one
# for each process, with the code at another place of a cache line.
build() {
  directory=$work/$2
  quietly cmake -S "$source" -B "$directory" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER="$CC" \
    -DCMAKE_C_FLAGS_RELEASE=-O2 -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF -DAZSREG_CATALOG="$1"
  quietly cmake --build "$directory" --target azsreg_tool
  awk -v PEERS="$directory/peers.c" -v GPERF="$directory/codes.gperf" -v CODES="$directory/codes" \
    -f "$bench/peers.awk" "$1"
  gperf -l "$directory/codes.gperf" > "$directory/gperf.c"
  for file in "$directory/peers.c" "$directory/gperf.c" "$bench/measure.c" "$bench/code.c" "$bench/find.c" \
    "$bench/detail.c"; do
    "$CC" -std=c99 -O2 -I"$bench" -I"$source/include" -I"$directory/include" -c "$file" \
      -o "$directory/$(basename "$file" .c).o"
  done
  for process in $(seq "$processes"); do
    echo "__asm__(\".text; .skip $((16 * process))\");" > "$work/place.c"
    "$CC" -c "$work/place.c" -o "$work/place.o"
    for program in code find detail; do
      "$CC" "$work/place.o" "$directory/$program.o" "$directory/measure.o" "$directory/peers.o" \
        "$directory/gperf.o" "$directory/src/library/libazsreg.a" -o "$directory/$program-$process"
    done
  done
}

# medians: of the rows that differ only in the value. Where a process has its memory and its code can
# make it faster or slower throughout, by a tenth.
medians() {
  awk -F , -v OFS=, '
    {
      value = $NF
      sub(/,[^,]*$/, "")
      if (!($0 in count))
        rows[++row_count] = $0
      place = ++count[$0]
      for (; place > 1 && values[$0, place - 1] > value; place--)
        values[$0, place] = values[$0, place - 1]
      values[$0, place] = value
    }
    END {
      for (i = 1; i <= row_count; i++)
        print rows[i], values[rows[i], int((count[rows[i]] + 1) / 2)]
    }'
}

# measure PROGRAM ARGUMENT...
measure() {
  program=$1
  shift
  for process in $(seq "$processes"); do
    "$program-$process" "$rounds" "$@" || { echo "process $process of $program failed" >&2; exit 1; }
  done > "$work/rows"
  medians < "$work/rows" >> "$csv"
}

# count PROGRAM ARGUMENT...: instructions a call. Callgrind writes a file for each run of a contender,
# in the order of the program's rows.
count() {
  program=$1
  shift
  rm -f "$work"/callgrind*
  valgrind -q --tool=callgrind --callgrind-out-file="$work/callgrind" --compress-strings=no \
    --dump-after='run_*' "$program-1" 0 "$@" > "$work/rows"
  number=0
  while IFS= read -r row; do
    number=$((number + 1))
    instructions=$(awk '/^cfn=run_/ { getline; getline; print $2 }' "$work/callgrind.$number")
    echo "${row%,*},$(awk "BEGIN { print $instructions / ${row##*,} }")"
  done < "$work/rows" >> "$csv"
}

# milliseconds COMMAND...
milliseconds() {
  start=$(date +%s%N)
  quietly "$@"
  awk "BEGIN { print ($(date +%s%N) - $start) / 1e6 }"
}

echo 'kind,catalog,case,who,unit,value' > "$csv"

# ---- Looking codes up: the project's own catalog, and catalogs of the benchmark's own

build "$source/data/registration_errors.txt" own
measure "$work/own/code" own
count "$work/own/code" own
for codes in $growth; do
  awk -v COUNT="$codes" -f "$bench/catalog.awk" > "$work/catalog"
  build "$work/catalog" "$codes"
  measure "$work/$codes/code" "$codes"
done

# ---- Finding them

own=$work/own
size=1048576
while cat "$source/LICENSE"; do :; done | head -c $size > "$work/prose"
awk -v SIZE=$size -v JSON=0 -f "$bench/texts.awk" "$own/codes" | head -c $size > "$work/log"
awk -v SIZE=$size -v JSON=1 -f "$bench/texts.awk" "$own/codes" | head -c $size > "$work/JSON log"
measure "$own/find" "$work/prose" "$work/log" "$work/JSON log"
count "$own/find" "$work/prose" "$work/log" "$work/JSON log"

# Whole processes, with 64 MiB as their standard input. grep is faster in the C locale. Without a code
# in the text both have status 1.
for text in prose log 'JSON log'; do
  for _ in $(seq 64); do cat "$work/$text"; done > "$work/large"
  for _ in $(seq "$rounds"); do
    explain=$(milliseconds sh -c "'$own/azsreg' explain < '$work/large' || test \$? = 1")
    grep=$(LC_ALL=C milliseconds sh -c "grep -oFwf '$own/codes' < '$work/large' || test \$? = 1")
    echo "process,own,$text,azsreg explain,ms,$explain"
    echo "process,own,$text,grep -oFwf,ms,$grep"
  done | medians >> "$csv"
done

# ---- Rendering

measure "$own/detail"
count "$own/detail"

# ---- The generator, with the largest of the catalogs

generator=$(milliseconds "$own/src/generator/azsreg_generate" "$work/catalog" "$work/codes.h" \
  "$work/code_lengths.h" "$work/code_tables.h" "$work/detail_tables.h")
echo "generator,$codes,all,azsreg_generate,ms,$generator" >> "$csv"

# ---- What came out

awk -F , -f "$bench/table.awk" "$csv" | tee "$work/results.txt"
if [ -n "$output" ]; then
  awk -F , -f "$bench/picture.awk" "$csv" > "$work/comparison.svg"
  cp "$work/results.txt" "$work/comparison.svg" "$output"
fi
awk -F , -f "$bench/bounds.awk" "$csv"
echo "$(grep -cE ',(ns|ms),' "$csv") times measured; all answers are the same"
