#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: coverage.sh
#
# Measures what the tests reach in every C file of src/, by clang's own
# counters: lines, branches (each condition was true, and was false) and MC/DC
# (each condition was seen to decide alone). All must be reached; what is not
# is named. What the tests build from other catalogs counts as well.
#
# Made for a Debian 12; as root it installs what is missing.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C.UTF-8
passed=0
failed=0

install_missing() {
  missing=
  for package in clang-19 libclang-rt-19-dev llvm-19 cmake build-essential libcmocka-dev; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q ' installed$' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update || return
  # shellcheck disable=SC2086 # a list
  apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
}

# configure NAME FLAGS CMAKE-ARGUMENT...
configure() {
  name=$1 flags=$2
  shift 2
  cmake -S "$root" -B "$work/$name" -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=None -DCMAKE_C_COMPILER=clang-19 \
    -DCMAKE_C_FLAGS="-O1 -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc $flags" "$@"
}

# The shared library is one file with all of the library, and nothing else. A
# function has the same counters in whatever program it is.
build() {
  configure build "" -DBUILD_SHARED_LIBS=ON || return
  cmake --build "$work/build" -j 2 2> "$work/warnings" || { cat "$work/warnings"; return 1; }
  # clang says so of a condition that it has no counters for.
  ! grep "$root/src/.*MC/DC" "$work/warnings"
}

# Counting is not for threads, nor to be interrupted: a count that is lost can
# look like a branch that was taken.
run_tests() {
  (cd "$work/build" &&
    ctest -j 2 --output-on-failure -LE whole_builds -E '^test_(threads|signals)$' &&
    ctest -j 2 --output-on-failure -R "^built_catalog_")
}

# From llvm-cov's listing of the file NAME: its figures, then what is missing.
cat > "$work/figures.awk" << 'AWK'
function place(at, where) { # "(line:column) ..."
  split(substr(at, 2), where, /[:)]/)
  return where[1] ":" where[2]
}
function figure(reached, all) {
  return all == 0 ? "-" : sprintf("%d of %d %5.1f%%", reached, all, 100 * reached / all)
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
  printf "%-29s %20s %20s %20s\n", name, figure(run, lines), figure(taken, 2 * branch_count),
    figure(decided, decider_count)
  for (i = 1; i <= missed; i++) print misses[i]
  exit lines == 0 || missed > 0
}
AWK

# measure FILE PROGRAM [PROGRAM]: the file, as it is in these programs of the build. A
# header with declarations only has no figures.
measure() {
  grep -q '^{' "$root/$1" || return 0
  llvm-cov-19 show "$work/build/$2" ${3:+"-object=$work/build/$3"} -instr-profile "$work/profile" -sources "$root/$1" \
    -show-branches=count -show-mcdc -show-instantiations=false > "$work/listing" 2> "$work/log" ||
    { cat "$work/log"; exit 1; }
  if awk -v name="$1" -f "$work/figures.awk" "$work/listing" > "$work/figures"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
  cat "$work/figures"
}

# Each run of each program leaves a profile of its own.
export LLVM_PROFILE_FILE="$work/profiles/%m-%p"
{
  install_missing && build && run_tests &&
    find "$work/profiles" -type f > "$work/list" &&
    llvm-profdata-19 merge -f "$work/list" -o "$work/profile"
} > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
echo "$(wc -l < "$work/list") runs of programs"

printf '%-29s %20s %20s %20s\n' file lines branches MC/DC
for file in $(cd "$root" && find src -name '*.[ch]' | sort); do
  case $file in
    # The length of a message saturates in a test that includes this.
    src/library/escape.h) measure "$file" src/library/libazsreg.so tests/unit/test_escape ;;
    src/library/*) measure "$file" src/library/libazsreg.so ;;
    src/generator/*) measure "$file" src/generator/azsreg_generate ;;
    src/tool/*) measure "$file" azsreg ;;
    *)
      echo "$file: in no program that is measured"
      failed=$((failed + 1)) ;;
  esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
