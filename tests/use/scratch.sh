# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A scratch directory, and how to check: what the scripts beside this one share. CMakeLists.txt
# says in the environment: CMAKE, CTEST, CMAKE_GENERATOR, CC, CXX and PKG_CONFIG, SOURCE
# (the project), VERSION, UNIT_TESTS (their names), CMOCKA_INCLUDE_DIR and CMOCKA_LIBRARY, and
# INSTALLED, where install.sh has left:
#   static, shared   azsreg, installed there, the library in lib and in SHARED_LIBDIR
#   dropin           the two files of that target
#   tables           the private headers that were generated
set -eu

# What the person who runs the tests may have set is not for these builds.
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR MAKEFLAGS MFLAGS LD_LIBRARY_PATH
unset CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH
unset CMAKE_BUILD_TYPE CMAKE_INSTALL_MODE CMAKE_PREFIX_PATH CMAKE_TOOLCHAIN_FILE
unset PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
command -v "$CXX" >/dev/null || CXX= # the machine has none
export LC_ALL=C CMAKE_GENERATOR CC CXX

# shellcheck disable=SC2034 # the scripts use it
here=$SOURCE/tests/use
# A space, because paths have spaces.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/azsreg use.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT PIPE TERM
passed=0
failed=0

# need PROGRAM WHAT_IT_IS: without it, the test is skipped
need() {
  command -v "$1" >"$scratch/path" && return
  echo "SKIPPED: this machine has no $2"
  exit 77
}

# quietly COMMAND...: what it prints is shown only if it fails; then the script ends.
quietly() {
  "$@" >"$scratch/log" 2>&1 && return
  echo "FAILED: $*"
  cat "$scratch/log"
  exit 1
}

# same WHAT EXPECTED ACTUAL: two texts
same() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  printf '%s\n' "$2" >"$scratch/expected"
  printf '%s\n' "$3" >"$scratch/actual"
  echo "FAILED: $1: expected (-), actual (+):"
  diff -u "$scratch/expected" "$scratch/actual" | sed 1,2d
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# build_azsreg SOURCE BUILD TARGET OPTION...
build_azsreg() {
  from=$1 build=$2 target=$3
  shift 3
  quietly "$CMAKE" -S "$from" -B "$build" -DBUILD_TESTING=OFF "$@"
  quietly "$CMAKE" --build "$build" --target "$target"
}

# copy_source DIRECTORY: what azsreg is built from, in a new directory
copy_source() {
  mkdir -p "$1"
  (cd "$SOURCE" && cp -R CMakeLists.txt LICENSE include src data "$1")
  chmod -R u+w "$1"
}

# different_compilers NAME...: those that are there, each only once
different_compilers() {
  seen=
  for compiler in "$@"; do
    command -v "$compiler" >"$scratch/path" || continue
    # Its first word is the name that it was called by.
    version=$("$compiler" --version | sed '1s/^[^ ]*//' | cksum)
    case $seen in *"$version"*) continue ;; esac
    seen="$seen $version"
    echo "$compiler"
  done
}

# knows COMPILER STANDARD FILE: says so if it does not
knows() {
  "$1" "-std=$2" -fsyntax-only "$3" >"$scratch/log" 2>&1 && return
  echo "$1 has no -std=$2: not tried"
  return 1
}

# output_of COMMAND...: what it prints, and its status unless that is 0
output_of() {
  "$@" 2>&1 || echo "exit status $?"
}

# files DIRECTORY: the files and links in it, as lines
files() {
  (cd "$1" && find . ! -type d | sed 's|^\./||' | sort)
}

# prints_what_it_should WHAT COMMAND...: the program consumer, however it was built
prints_what_it_should() {
  what=$1
  shift
  same "$what" "azsreg $VERSION
InvalidCSPSubscription, found at byte 10, is 7, 7 and 7; quotes 8; transient: 0
The provided my\\x0Atenant is not a valid CSP subscription. Make sure a valid Azure subscription is provided.
This is mostly likely to be due to the customer subscription being mistyped." "$(output_of "$@")"
}
