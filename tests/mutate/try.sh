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

# is_red BUILD PROGRAM: the seconds are many times what the program needs; those
# that come first see most endless loops.
is_red() (
  # shellcheck disable=SC3045 # all shells have it
  ulimit -c 0 && ulimit -t "$(case $2 in test_document | test_version) echo 1 ;; *) echo 5 ;; esac)"
  export LD_LIBRARY_PATH="$mutant" CMOCKA_TEST_ABORT=1
  ! "$work/$1/tests/unit/$2" > "$mutant/log" 2>&1
)

# One source after the other, linked with the originals of the others.
try() {
  result=same
  while read -r build source programs; do
    originals=$work/$build/objects
    # The address sanitizer is slow, and for what is not known yet.
    if [ "${build%address}" != "$build" ]; then
      [ "$result" = survived ] || continue
      ! grep -Fqx -f "$mutant/change" "$work/equivalent" || continue
    fi
    [ "$name" = "$source.c" ] || [ "${name%.h}" != "$name" ] || continue
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
