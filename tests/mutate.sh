#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: mutate.sh [FILE...]
#
# Changes the library's source, all of it or the files of src/library that are
# named, in one place at a time, and runs the unit tests: each change must turn
# them red. Those that change nothing that can be observed stand, each with the
# reason, in mutate/equivalent.txt. JOBS, 2 if not set, are tried at a time. For
# Debian 12, as root.
set -eu
tests=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$tests")
work=$(mktemp -d)
# What is in the log when the script ends is what went wrong.
touch "$work/log"
trap 'cat "$work/log"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

install_packages() {
  missing=""
  for package in build-essential cmake pkg-config libcmocka-dev; do
    dpkg -s "$package" > "$work/dpkg" 2>&1 || missing="$missing $package"
  done
  test -n "$missing" || return 0
  apt-get -q update
  # shellcheck disable=SC2086
  apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
}

# What a mutant is tried with: a build, a source, and the programs that may see
# a change in it. What is quick comes first. One build has a catalog of codes that
# contain one another, from 1 to 64 bytes; one has two codes of each length from 15
# bytes, one less than two words, to 57, one more than seven words. Two have the address sanitizer, and are slow.
cat > "$work/stages" <<'END'
own version test_interface
own code test_document test_code
nested code test_code
edges code test_code
own find test_find
nested find test_find
own detail test_document
own escape test_escape
own detail test_detail
address escape test_escape
address detail test_detail
nested_address code test_code
END

# build NAME CATALOG FLAGS: the library's tables and the test programs, in
# $work/NAME, and what try.sh needs to know of them. The programs find the
# library, a shared one, by LD_LIBRARY_PATH.
build() {
  build=$work/$1
  library=$build/src/library
  programs=$(awk -v name="$1" '$1 == name { for (i = 3; i <= NF; i++) print $i }' "$work/stages" | sort -u)
  cmake -S "$source" -B "$build" -DBUILD_TESTING=ON -DBUILD_SHARED_LIBS=ON -DCMAKE_SKIP_BUILD_RPATH=ON \
    -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS=-O1 "-DCMAKE_EXE_LINKER_FLAGS=$3" "-DAZSREG_CATALOG=$2"
  # shellcheck disable=SC2086
  cmake --build "$build" -j "${JOBS:-2}" --target azsreg $programs
  (cd "$library" && readelf -d libazsreg.so | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p') > "$build/soname"
  # compile SOURCE DIRECTORY: with -O2, what means the same is often the same
  # code. What is undefined ends the program, and so does a write behind an array.
  cat > "$build/compile" <<END
cd "\$2" && cc -std=c99 -O2 -fPIC -fstack-protector-strong -fsanitize=undefined -fsanitize-undefined-trap-on-error $3 \
  -Werror=return-type -I "$source/include" -I "$build/include" -I "$library/tables" -MMD -c "\$1.c"
END
  mkdir "$build/objects"
  for file in "$work/library"/*.c; do
    file=${file##*/}
    sh "$build/compile" "${file%.c}" "$work/library"
  done
  mv "$work/library"/*.[od] "$build/objects"
  # The tests pass without a change.
  # shellcheck disable=SC2086
  cc -shared $3 -o "$library/$(cat "$build/soname")" "$build/objects"/*.o
  for program in $programs; do
    LD_LIBRARY_PATH="$library" "$build/tests/unit/$program"
  done
}

prepare() {
  install_packages
  cp -r "$source/src/library" "$work"
  awk -v catalog="$work/nested.txt" -v header="$work/expected.h" -f "$tests/generator/catalogs/nested.awk" \
    -f "$tests/generator/catalogs/emit.awk" < /dev/null
  awk 'BEGIN {
    letters = "abcdefghijklmnopqrstuvwxyz"
    for (number = 1; number <= 86; number++) {
      size = 15 + number % 43
      printf "Code: X"
      for (i = 2; i <= size; i++) printf "%s", substr(letters, 1 + (i * i + number * 10) % 26, 1)
      print "\nNumber: " number "\nDetail: More.\n"
    }
  }' > "$work/edges.txt"
  build own "$source/data/registration_errors.txt" ""
  build nested "$work/nested.txt" ""
  build edges "$work/edges.txt" ""
  build address "$source/data/registration_errors.txt" -fsanitize=address
  build nested_address "$work/nested.txt" -fsanitize=address
}

count_of() { grep -a -c "^$1 " "$work/results" || :; }

prepare > "$work/log" 2>&1
: > "$work/log"
mkdir "$work/mutants"
test $# -gt 0 || set -- "$source"/src/library/*.[ch]
count=0
for file in "$@"; do
  name=${file##*/}
  grep "^${name}[: ]" "$tests/mutate/equivalent.txt" || :
  count=$(awk -v out="$work/mutants" -v count="$count" -f "$tests/mutate/mutants.awk" "$source/src/library/$name")
done > "$work/equivalent"
seq "$count" | xargs -P "${JOBS:-2}" -n 1 sh "$tests/mutate/try.sh" "$work" > "$work/results"

# What survived against what is listed, line by line or as a number for a function.
sed -n 's/^survived //p' "$work/results" | awk '
  FILENAME != "-" && / [0-9]+ changes$/ { listed_in[substr($0, 1, index($0, ":"))] = $(NF - 1); next }
  FILENAME != "-" { listed[$0] = 1; next }
  { place = substr($0, 1, index($0, ":")) }
  $0 in listed { delete listed[$0]; next }
  { survived_in[place]++; changes[place] = changes[place] "survived: " $0 "\n" }
  END {
    for (entry in listed)
      if (entry != "") print "listed as equivalent, but killed: " entry
    for (place in survived_in)
      if (!(place in listed_in)) printf "%s", changes[place]
    for (place in listed_in)
      if (listed_in[place] != survived_in[place] + 0)
        printf "%s %d changes are listed as equivalent, but survived:\n%s", place, listed_in[place], changes[place]
  }' "$work/equivalent" - > "$work/wrong"
cat "$work/wrong"
failed=$(wc -l < "$work/wrong")
invalid=$(count_of invalid)
printf '%s mutants: %s killed, %s not compilable, %s the same code, %s survived\n' "$count" "$(count_of killed)" \
  "$invalid" "$(count_of same)" "$(count_of survived)"
echo "$((count - invalid - failed)) passed, $failed failed"
test "$failed" = 0
