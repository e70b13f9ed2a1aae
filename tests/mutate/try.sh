#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: try.sh WORK NUMBER
#
# Tries the mutant in WORK/mutants/NUMBER, which mutate.sh made, and prints a
# line: what became of it, and the change. It is invalid if the compiler refuses
# it, same if the compiler makes of it what it makes of the original, killed if
# a test fails or does not end, survived if none does.
set -eu
work=$1
mutant=$work/mutants/$2

# is_red BUILD PROGRAM: the seconds are a few times what the program needs, because
# each endless loop takes them.
is_red() (
  case "$1 $2" in
    *address*) seconds=20 ;;
    *test_document | *test_interface) seconds=1 ;;
    *) seconds=6 ;;
  esac
  # shellcheck disable=SC3045 # all shells have it
  ulimit -c 0 && ulimit -t $seconds
  export LD_LIBRARY_PATH="$mutant" CMOCKA_TEST_ABORT=1
  ! "$work/$1/tests/unit/$2" > "$mutant/log" 2>&1
)

is_listed() {
  grep -Fqx -f "$mutant/change" "$work/equivalent" ||
    grep -q "^$(sed 's/: .*/:/' "$mutant/change") [0-9]* changes\$" "$work/equivalent"
}

# One source after the other, linked with the originals of the others.
try() {
  result=same
  while read -r build source programs; do
    originals=$work/$build/objects
    grep -q " $name" "$originals/$source.d" || continue
    # The slow ones are for what is not known yet.
    if [ "$build" != "${build%address}" ]; then
      [ "$result" = survived ] || continue
      ! is_listed || continue
    fi
    rm -f "$mutant"/*.o
    sh "$work/$build/compile" "$source" "$mutant" 2> "$mutant/log" || { echo invalid; return; }
    ! cmp -s "$mutant/$source.o" "$originals/$source.o" || continue
    result=survived
    for original in "$originals"/*.o; do
      test -e "$mutant/${original##*/}" || cp "$original" "$mutant"
    done
    cc -shared -o "$mutant/$(cat "$work/$build/soname")" "$mutant"/*.o
    for program in $programs; do
      ! is_red "$build" "$program" || { echo killed; return; }
    done
  done < "$work/stages"
  echo "$result"
}

name=$(cd "$mutant" && echo *.[ch])
for file in "$work/library"/*.[ch]; do
  test "${file##*/}" = "$name" || cp "$file" "$mutant"
done
result=$(try)
printf '%s %s\n' "$result" "$(cat "$mutant/change")"
rm -r "$mutant"
