#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Measures azsreg against what a program would have instead, and against what no program can beat:
#
#     tests/bench.sh [--quick] [--output DIRECTORY]
#
# Prints tables, and leaves results.csv and results.svg in the DIRECTORY, if one is given. --quick
# takes few rounds and small catalogs: it shows that all of this works, not how fast anything is. No
# time fails the run; an answer that differs does, and a count of instructions that is over its bound.
set -eu

processes=5
rounds=21
growth_rounds=7
growth='8 64 512 4096'
output=
while [ $# -gt 0 ]; do
  case $1 in
    --quick) processes=1 rounds=5 growth_rounds=5 growth='8 64' ;;
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
for pair in "$CC":gcc cmake:cmake make:make gperf:gperf valgrind:valgrind \
  compile_et:comerr-dev; do
  command -v "${pair%:*}" > "$work/found" || missing="$missing ${pair#*:}"
done
if [ -n "$missing" ]; then
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # a list of packages
  { apt-get update && apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing; } \
    > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
fi

milliseconds() {
  start=$(date +%s%N)
  "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  echo $((($(date +%s%N) - start) / 1000000))
}

# configure NAME CATALOG SHARED
configure() {
  cmake -S "$source" -B "$work/$1" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER="$CC" \
    -DCMAKE_C_FLAGS_RELEASE=-O2 -DBUILD_TESTING=OFF -DAZSREG_CATALOG="$2" \
    -DBUILD_SHARED_LIBS="$3" > "$work/log" || { cat "$work/log"; exit 1; }
}

build() {
  cmake --build "$work/$1" --target azsreg > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

# compile NAME ARGUMENT...: against the headers of the library built as NAME.
compile() {
  headers=$work/$1/include
  shift
  "$CC" -std=c99 -O2 -I"$bench" -I"$source/include" -I"$headers" "$@"
}

# make_programs NAME CATALOG: the peers, and the programs linked with the library built as NAME.
make_programs() {
  name=$1
  peers=$work/$name-peers
  mkdir "$peers"
  awk -v CODES="$peers/codes" -v LOOKUP="$peers/code.c" -v RENDER="$peers/detail.c" \
    -f "$bench/peers.awk" "$2"
  "$bench/gperf.sh" lengths "$peers/codes" -l > "$peers/lengths.c"
  "$bench/gperf.sh" default "$peers/codes" > "$peers/default.c"
  for file in code lengths default; do
    compile "$name" -c "$peers/$file.c" -o "$peers/$file.o"
  done
  # Bare calls of memcpy, even where the length is known.
  compile "$name" -fno-builtin-memcpy -c "$peers/detail.c" -o "$peers/detail.o"
  for file in code find detail measure; do
    compile "$name" -c "$bench/$file.c" -o "$peers/bench_$file.o"
  done
  link_programs "$name" "$name"
}

# link PROGRAM OBJECT...
link() {
  program=$1
  shift
  "$CC" "$work/place.o" "$peers/bench_$program.o" "$peers/bench_measure.o" "$@" -L"$library" -lazsreg \
    -Wl,-rpath,"$library" -o "${library%/src/library}/$program-$process"
}

# link_programs PEERS LIBRARY: from the objects for the one, with the library built as the other.
# One for each process, with the code at another place of a cache line; that of a shared library
# stays where it is.
link_programs() {
  peers=$work/$1-peers
  library=$work/$2/src/library
  for process in $(seq "$processes"); do
    echo "__asm__(\".text; .skip $((16 * process))\");" > "$work/place.c"
    "$CC" -c "$work/place.c" -o "$work/place.o"
    link code "$peers/code.o" "$peers/lengths.o" "$peers/default.o"
    link find "$peers/code.o"
    link detail "$peers/detail.o"
  done
}

# measure PROGRAM ARGUMENT...: the medians of several processes, as CSV: where a process has its
# memory and its code can make one of them faster or slower throughout, by a tenth.
measure() {
  program=$1
  shift
  for process in $(seq "$processes"); do
    "$program-$process" "$@" || { echo "process $process of $program failed" >&2; exit 1; }
  done > "$work/processes"
  awk -F , -v OFS=, '
    {
      value = $7
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
    }' "$work/processes"
}

# count PROGRAM KIND CASE ARGUMENT...: instructions a call, the loop around it included, as CSV.
count() {
  program=$1
  kind=$2
  case=$3
  calls=$4
  shift 4
  valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$program" "$@" "$case" \
    > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  callgrind_annotate --inclusive=yes --threshold=100 "$work/callgrind" 2>> "$work/log" |
    awk -v kind="$kind" -v name="$case" -v calls="$calls" '
      BEGIN {
        who["run_azsreg"] = "azsreg"
        who["run_azsreg_string"] = "azsreg (C string)"
        who["run_gperf_lengths"] = "gperf -l"
        who["run_gperf_default"] = "gperf"
        who["run_gperf_string"] = "strlen + gperf -l"
        who["run_bsearch"] = "bsearch"
        who["run_strcmp"] = "strcmp chain"
        who["run_memcmp"] = "memcmp"
        who["run_snprintf"] = "snprintf"
        who["run_memcpy"] = "memcpy"
        who["run_memmem"] = "memmem"
      }
      match($0, /:run_[a-z_]*/) {
        function_name = substr($0, RSTART + 1, RLENGTH - 1)
        gsub(/,/, "", $1)
        if (function_name in who)
          printf "%s,static,8,%s,%s,instructions,%.1f\n", kind, name, who[function_name], $1 / calls
      }' >> "$csv"
}

echo 'kind,link,codes,case,who,unit,value' > "$csv"
catalog=$source/data/registration_errors.txt

# ---- The catalog itself

configure static "$catalog" OFF
configure shared "$catalog" ON
build static
build shared
make_programs static "$catalog"
link_programs static shared
for link in static shared; do
  measure "$work/$link/code" code $link $rounds 512 >> "$csv"
  measure "$work/$link/detail" $link $rounds >> "$csv"
done
for case in hits misses 'near misses'; do
  count "$work/static/code-1" code "$case" 65536 code static 0 512
done
for case in RegistrationNotFound 'random mix'; do
  count "$work/static/detail-1" detail "$case" 4096 static 0
done
for case in '64 KiB zero width spaces' '1 MiB zero width spaces' '64 KiB every other byte' '1 MiB every other byte'; do
  count "$work/static/detail-1" detail "$case" 1 static 0
done

# ---- Finding

# repeat COUNT FORMAT: each with its number.
repeat() {
  awk -v count="$1" -v format="$2" 'BEGIN { for (i = 0; i < count; i++) printf format, i }'
}
for i in $(seq 250); do cat "$source/LICENSE"; done > "$work/prose"
repeat 10000 '2026-11-28 01:14:%05d agent[4711]: request PUT customerSubscriptions/0b7a7d1e failed, HTTP 404 (try 1)\n' \
  > "$work/log.txt"
repeat 5000 '{"time":"2026-11-28T01:14:18.%05dZ","level":"Warning","status":"NotFound","retry":false,"id":"6f1e-2d4b"}\n' \
  > "$work/log.json"
for text in prose log.txt log.json; do
  measure "$work/static/find" static $rounds "$work/$text" "$text" >> "$csv"
done
# Linear, whatever stands in the text: letters, backslashes, starts of codes, and codes that go on.
for unit in a '\\' RegistrationNot RegistrationNotFoundX; do
  for size in 65536 1048576; do
    (yes "$unit" || :) | tr -d '\n' | head -c "$size" > "$work/text"
    count "$work/static/find-1" find "$size $unit" 1 static 0 "$work/text"
  done
done

# As whole processes, the tool next to grep, in a log of 100 times that size.
cmake --build "$work/static" --target azsreg_tool > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
cut -d , -f 1 "$work/static-peers/codes" > "$work/codes"
for i in $(seq 100); do cat "$work/log.json"; done > "$work/large.json"
{
  tool=$(milliseconds sh -c "'$work/static/azsreg' explain < '$work/large.json' || test \$? = 1")
  grep=$(milliseconds sh -c "LC_ALL=C grep -oFwf '$work/codes' '$work/large.json' || test \$? = 1")
  echo "find,static,8,log.json as a process,azsreg,ms,$tool"
  echo "find,static,8,log.json as a process,grep -oFwf,ms,$grep"
} >> "$csv"

# ---- Growth

for codes in $growth; do
  awk -v COUNT="$codes" -f "$bench/catalog.awk" > "$work/catalog-$codes"
  configure "$codes" "$work/catalog-$codes" OFF
  cmake --build "$work/$codes" --target azsreg_generate > "$work/log"
  generator=$(milliseconds "$work/$codes/src/generator/azsreg_generate" "$work/catalog-$codes" \
    "$work/codes.h" "$work/code_lengths.h" "$work/code_tables.h" "$work/detail_tables.h")
  compiler=$(milliseconds build "$codes")
  make_programs "$codes" "$work/catalog-$codes"
  object=$work/$codes/src/library/CMakeFiles/azsreg.dir/code.c.o
  {
    echo "growth,static,$codes,generator,azsreg,ms,$generator"
    echo "growth,static,$codes,generator and compiler,azsreg,ms,$compiler"
    echo "growth,static,$codes,size,azsreg,bytes,$(size "$object" | awk 'NR == 2 { print $1 }')"
    echo "growth,static,$codes,size,gperf -l,bytes,$(size "$work/$codes-peers/lengths.o" |
      awk 'NR == 2 { print $1 + $2 }')"
    measure "$work/$codes/code" growth static $growth_rounds 4096
  } >> "$csv"
done

# ---- Size

echo 'int azsreg_nothing;' > "$work/empty.c"
"$CC" -shared -fPIC "$work/empty.c" -o "$work/empty.so"
{
  "$bench/size.sh" static azsreg "$work/static/src/library/libazsreg.a"
  "$bench/size.sh" shared azsreg "$work/shared/src/library/libazsreg.so"
  "$bench/size.sh" shared 'one int' "$work/empty.so"
  for file in libcom_err.a libcom_err.so.2 libc.a libc.so.6; do
    path=$("$CC" -print-file-name=$file)
    [ -e "$path" ] || continue
    case $file in
      libcom_err.a) "$bench/size.sh" static libcom_err "$path" ;;
      libcom_err.so.2) "$bench/size.sh" shared libcom_err "$path" ;;
      libc.a) "$bench/size.sh" static 'strerror tables' "$path" errlist.o errlist-data.o ;;
      libc.so.6) "$bench/size.sh" symbol 'strerror table' "$path" _sys_errlist ;;
    esac
  done
} >> "$csv"

# ---- What came out

awk -f "$bench/table.awk" "$csv"
if [ -n "$output" ]; then
  cp "$csv" "$output"
  awk -F , -f "$bench/picture.awk" "$csv" > "$output/results.svg"
fi
echo
awk -F , -f "$bench/bounds.awk" "$csv"
echo "$(grep -c ',ns,' "$csv") times measured; all answers are the same"
