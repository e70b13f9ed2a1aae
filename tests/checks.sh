# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# What the check scripts share. They source this file:
#
#     . "$(dirname "$0")/checks.sh"
#     install_packages cmake gcc
#     check "the tests pass" run_tests
#     finish
#
# $source is the project, $work a directory that is removed at the end, $log what the
# running check prints. cmake --build and ctest use all processors.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
log=$work/check.log
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
CMAKE_BUILD_PARALLEL_LEVEL=$(nproc)
CTEST_PARALLEL_LEVEL=$CMAKE_BUILD_PARALLEL_LEVEL
export CMAKE_BUILD_PARALLEL_LEVEL CTEST_PARALLEL_LEVEL
passed=0
failures=""

# quietly COMMAND...: what must succeed before the checks. Its output is shown if it fails,
# and the script ends.
quietly() {
  "$@" > "$log" 2>&1 || { cat "$log"; exit 1; }
}

# install_packages PACKAGE...: installs those of Debian's packages that are missing, as root.
install_packages() {
  missing=""
  for package in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>&1) in
      *' installed') ;;
      *) missing="$missing $package" ;;
    esac
  done
  test -n "$missing" || return 0
  quietly apt-get -o DPkg::Lock::Timeout=600 update
  # shellcheck disable=SC2086 # a list
  quietly apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
}

# check NAME COMMAND...: passed if the command succeeds. A function ends at its first command
# that fails. It runs in a subshell: what it sets is gone afterwards.
check() {
  name=$1
  shift
  start=$(date +%s)
  rm -f "$work/check.note"
  set +e
  (set -e; "$@") > "$log" 2>&1 < /dev/null
  status=$?
  set -e
  test ! -e "$work/check.note" || name="$name: $(cat "$work/check.note")"
  if [ $status = 0 ]; then
    passed=$((passed + 1))
    verdict=ok
  else
    failures="$failures
  $name"
    verdict=FAILED
  fi
  printf '%-6s %4ds  %s\n' $verdict $(($(date +%s) - start)) "$name"
  [ $status = 0 ] || cat "$log"
}

# note TEXT...: a figure that the running check shows after its name.
note() {
  echo "$*" > "$work/check.note"
}

# finish: says what failed, and ends the script.
finish() {
  [ -z "$failures" ] || echo "Failed:$failures"
  failed=$(echo "$failures" | grep -c . || :)
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
  exit
}
