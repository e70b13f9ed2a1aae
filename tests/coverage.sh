#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: coverage.sh
#
# Measures what the tests reach in every C file of src/, by clang's own counters: lines,
# branches (each condition was true, and was false) and MC/DC (each condition was seen to decide
# alone). All must be reached; what is not is named. What the tests build from other catalogs
# counts as well. For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
install_packages clang-19 libclang-rt-19-dev llvm-19 cmake build-essential libcmocka-dev

# Each run of each program leaves a profile of its own.
export LLVM_PROFILE_FILE="$work/profiles/%m-%p"

# The shared library is one file with all of the library, and nothing else. A
# function has the same counters in whatever program it is.
build() {
  cmake -S "$source" -B "$work/build" -DBUILD_TESTING=ON -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_C_COMPILER=clang-19 -DCMAKE_C_FLAGS="-O1 -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
  cmake --build "$work/build"
  # clang says so of a condition that it has no counters for.
  test -z "$(grep "$source/src/.*MC/DC" "$log")"
}

# Counting is not for threads, nor to be interrupted: a count that is lost can look like a
# branch that was taken.
run_tests() {
  cd "$work/build"
  ctest --output-on-failure -LE whole_builds -E '^test_(threads|signals)$'
  find "$work/profiles" -type f > "$work/list"
  llvm-profdata-19 merge -f "$work/list" -o "$work/profile"
  note "$(wc -l < "$work/list") runs of programs"
}

# From llvm-cov's listing of the file NAME: its figures, then what is missing.
cat > "$work/figures.awk" << 'AWK'
function place(at, where) { # "(line:column) ..."
  split(substr(at, 2), where, /[:)]/)
  return where[1] ":" where[2]
}
function figure(reached, all) {
  return all == 0 ? "-" : reached " of " all
}
function miss(at, what) {
  misses[++missed] = sprintf("  %s:%s: %s: %s", name, at, what, source[at + 0])
}
/^ *[0-9]+\|/ {
  split($0, column, "|")
  at = column[1] + 0
  source[at] = substr($0, length(column[1]) + length(column[2]) + 3)
  sub(/^ */, "", source[at])
  if (column[2] ~ /[0-9]/) {
    lines++
    if (column[2] + 0 == 0) unrun[++unrun_count] = at
  }
}
/^ *\|  Branch / && !/Folded/ {
  at = place($3)
  if (!(at in was_true)) { was_true[at] = 0; was_false[at] = 0; branch[++branch_count] = at }
  was_true[at] += $0 !~ /True: 0,/
  was_false[at] += $0 !~ /False: 0\]/
}
/Condition C[0-9]+ -->/ { condition[$3] = place($5) }
/C[0-9]+-Pair:/ && !/constant folded/ {
  sub(/-Pair:/, "", $2)
  at = condition[$2]
  if (!(at in alone)) { alone[at] = 0; decider[++decider_count] = at }
  alone[at] += $0 !~ /not covered/
}
END {
  for (i = 1; i <= unrun_count; i++) miss(unrun[i], "never run")
  run = lines - unrun_count
  for (i = 1; i <= branch_count; i++) {
    at = branch[i]
    if (was_true[at]) taken++; else miss(at, "never true")
    if (was_false[at]) taken++; else miss(at, "never false")
  }
  for (i = 1; i <= decider_count; i++) {
    at = decider[i]
    if (alone[at]) decided++; else miss(at, "never decides alone")
  }
  printf "lines %s, branches %s, MC/DC %s\n", figure(run, lines), figure(taken, 2 * branch_count),
    figure(decided, decider_count)
  for (i = 1; i <= missed; i++) print misses[i]
  exit lines == 0 || missed > 0
}
AWK

# measure FILE PROGRAM...: the file, as it is in these programs of the build.
measure() {
  file=$1 program=$work/build/$2
  shift 2
  llvm-cov-19 show "$program" "$@" -instr-profile "$work/profile" -sources "$source/$file" \
    -show-branches=count -show-mcdc -show-instantiations=false > "$work/listing"
  status=0
  awk -v name="$file" -f "$work/figures.awk" "$work/listing" > "$work/figures" || status=1
  note "$(head -n 1 "$work/figures")"
  tail -n +2 "$work/figures"
  return $status
}

check "build" build
check "the tests pass" run_tests
# A header with declarations only has no figures.
for file in $(cd "$source" && find src -name '*.[ch]' -exec grep -l '^{' {} + | sort); do
  case $file in
    # The length of a message saturates in a test that includes this.
    src/library/escape.h) programs="src/library/libazsreg.so -object=$work/build/tests/unit/test_escape" ;;
    src/library/*) programs=src/library/libazsreg.so ;;
    src/generator/*) programs=src/generator/azsreg_generate ;;
    src/tool/*) programs=azsreg ;;
    *) programs="" ;;
  esac
  # shellcheck disable=SC2086 # a list
  check "$file" measure "$file" $programs
done
finish
