#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: mutate.sh [--all] [FILE...]
#
# Changes the library's source, all of it or the files of src/library that are named, in one
# place at a time, and runs the tests of tests/unit and tests/fuzz: each change must turn one
# of them red. A change that no test can see is listed in mutate/equivalent.txt, with the
# reason. It is not tried, except with --all, where it must survive.
. "$(dirname "$0")/checks.sh"
tests=$source/tests
all=no
if [ "${1:-}" = --all ]; then
  all=yes
  shift
fi
[ $# -gt 0 ] || set -- "$source"/src/library/*.[ch]
install_packages build-essential clang-format cmake libcmocka-dev tcc

# build NAME CATALOG PROGRAM...: the generated headers and the test programs, in $work/NAME.
# The programs find the library, a shared one, by LD_LIBRARY_PATH.
build() {
  name=$1 catalog=$2
  shift 2
  cmake -S "$source" -B "$work/$name" -DBUILD_TESTING=ON -DBUILD_SHARED_LIBS=ON -DCMAKE_SKIP_BUILD_RPATH=ON \
    -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release "-DAZSREG_CATALOG=$catalog" &&
    cmake --build "$work/$name" --target azsreg "$@"
}

# The project's own catalog, and one of codes that contain one another, from 1 to 64 bytes.
prepare() {
  build own "$source/data/registration_errors.txt" test_interface test_document test_code test_find test_detail \
    test_escape fuzz_code fuzz_find fuzz_detail fuzz_escape &&
    awk -f "$tests/generator/catalogs/nested.awk" > "$work/nested.txt" &&
    build nested "$work/nested.txt" test_code test_find
}

# enter DIRECTORY: makes $mutant, where a mutant is tried, with the original sources in it.
enter() {
  mutant=$work/$1
  cp -r "$source/src/library" "$mutant"
  (cd "$mutant" && printf '#include "%s"\n' *.c > all.h && mv all.h all.c)
}

# compile BUILD COMMAND...: makes the shared library of the sources in $mutant, as one file.
compile() {
  tables=$work/$1
  shift
  "$@" -shared -fPIC -I "$source/include" -I "$tables/include" -I "$tables/src/library/tables" \
    "$mutant/all.c" -o "$mutant/$soname" > "$mutant/log" 2>&1
}

# is_red SECONDS BUILD PROGRAM [ARGUMENT]: the program fails, or takes longer.
is_red() (
  seconds=$1 program=$work/$2/tests/$3
  shift 3
  # shellcheck disable=SC3045 # all shells have it
  ulimit -c 0 && ulimit -t "$seconds"
  export LD_LIBRARY_PATH="$mutant" LD_PRELOAD="$preload" ASAN_OPTIONS=detect_leaks=0 CMOCKA_TEST_ABORT=1
  ! "$program" "$@" > "$mutant/log" 2>&1
)

# The inputs of the fuzzers take a hundredth of the time of the other tests, and tcc a
# twentieth of gcc's.
quick_tests_are_red() {
  preload=""
  for concern in code find detail escape; do
    ! is_red 1 own fuzz/fuzz_$concern "$tests/fuzz/$concern" || return 0
  done
  for concern in document interface; do
    ! is_red 1 own unit/test_$concern || return 0
  done
  return 1
}

# slow_tests_are_red FILE COMMAND...: a test of what FILE is for is red, with the library as the
# command compiles it.
slow_tests_are_red() {
  case $1 in
    code.c | key.h) stages="own/code nested/code" ;;
    find.c) stages="own/find nested/find" ;;
    detail.c) stages="own/detail" ;;
    escape.[ch] | utf8.h) stages="own/detail own/escape" ;;
    *) stages="own/code nested/code own/find nested/find own/detail own/escape" ;;
  esac
  shift
  for stage in $stages; do
    compile "${stage%/*}" "$@"
    ! is_red 60 "${stage%/*}" "unit/test_${stage#*/}" || return 0
  done
  return 1
}

# try FILE: says what becomes of the change of FILE in $mutant. It is invalid if the compiler
# refuses it, same if gcc makes of it what it makes of the original, killed if a test fails or
# does not end, and survived if none does.
try() {
  compile own tcc -w "-Wl,-soname=$soname" || { echo invalid; return; }
  ! quick_tests_are_red || { echo killed; return; }
  compile own gcc -O2 -Werror=return-type || { echo invalid; return; }
  ! cmp -s "$mutant/$soname" "$work/original/$soname" || { echo same; return; }
  trap="-fsanitize-undefined-trap-on-error"
  ! slow_tests_are_red "$1" gcc -O2 -fsanitize=undefined $trap || { echo killed; return; }
  preload=$(gcc -print-file-name=libasan.so)
  ! slow_tests_are_red "$1" gcc -O1 -fsanitize=address,undefined $trap || { echo killed; return; }
  echo survived
}

# work_on FIRST: one of the workers, each of which takes every Nth change. Prints a line for each:
# what became of it, and the change.
work_on() {
  enter "worker$1"
  for number in $(seq "$1" "$jobs" "$count"); do
    change=$(sed -n "${number}p" "$work/changes")
    name=${change%%[: ]*}
    result=listed
    if [ $all = yes ] || ! printf '%s\n' "$change" | grep -Fqx -f - "$work/listed"; then
      cp "$work/mutants/$number" "$mutant/$name"
      result=$(try "$name")
      cp "$source/src/library/$name" "$mutant"
    fi
    printf '%s %s\n' "$result" "$change"
  done
}

passes_as_it_is() {
  compile own tcc -w "-Wl,-soname=$soname"
  ! quick_tests_are_red || return 1
  ! slow_tests_are_red all gcc -O2 || return 1
  compile own gcc -O2
}

# those RESULT: the changes of which this became.
those() { sed -n "s/^$1 //p" "$work/results"; }

nothing_survives() {
  figures="$count changes"
  for result in killed invalid same listed survived; do
    figures="$figures, $(those $result | wc -l) $result"
  done
  note "$figures"
  those survived | grep -Fvx -f "$work/listed" > "$work/wrong" || :
  cat "$work/wrong"
  [ ! -s "$work/wrong" ] && [ "$(wc -l < "$work/results")" = "$count" ]
}

# No line of the list is no change any longer or, with --all, killed.
list_is_right() {
  those "$([ $all = yes ] && echo survived || echo listed)" | sort > "$work/right"
  sort "$work/listed" | comm -23 - "$work/right" > "$work/wrong"
  cat "$work/wrong"
  [ ! -s "$work/wrong" ]
}

quietly prepare
soname=$(readelf -d "$work/own/src/library/libazsreg.so" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
enter original
check "the tests pass without a change" passes_as_it_is
mkdir "$work/mutants"
touch "$work/changes" "$work/listed"
style='{BasedOnStyle: LLVM, ColumnLimit: 140, AllowShortFunctionsOnASingleLine: None}'
for file in "$@"; do
  name=${file##*/}
  count=$(wc -l < "$work/changes")
  # Without comments, and with a statement in each line.
  gcc -w -fpreprocessed -dD -E -P "$source/src/library/$name" | clang-format "--style=$style" > "$work/statements"
  awk -v out="$work/mutants" -v count="$count" -v name="$name" -f "$tests/mutate/mutants.awk" "$work/statements" \
    >> "$work/changes"
  awk -v name="$name" -f "$tests/mutate/equivalent.awk" "$tests/mutate/equivalent.txt" >> "$work/listed"
done
count=$(wc -l < "$work/changes")
jobs=$(nproc)
for worker in $(seq "$jobs"); do
  work_on "$worker" > "$work/results$worker" &
done
wait
cat "$work"/results* > "$work/results"
check "no change survives that is not listed" nothing_survives
check "each listed change survives" list_is_right
finish
