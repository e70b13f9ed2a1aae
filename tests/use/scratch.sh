# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A scratch directory, azsreg installed there, and how to check: what the
# scripts beside this one share. From CMake they have CMAKE, CTEST, CMAKE_GENERATOR,
# SOURCE (the project's directory), VERSION, CC, CXX and PKG_CONFIG, of which
# the last two are empty if the machine has none.
set -eu

# What the person who runs the tests may have set is not for these builds.
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR MAKEFLAGS MFLAGS LD_LIBRARY_PATH
unset CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH
unset CMAKE_BUILD_TYPE CMAKE_INSTALL_MODE CMAKE_PREFIX_PATH CMAKE_TOOLCHAIN_FILE
export LC_ALL=C CMAKE_GENERATOR CC CXX

here=$SOURCE/tests/use
# A space, because paths have spaces.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/azsreg use.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT PIPE TERM
passed=0
failed=0

skip() {
  echo "SKIP: $1"
  exit 77
}

# need PROGRAM WHAT_IT_IS
need() {
  command -v "$1" >"$scratch/path" || skip "there is no $2"
}

# quietly COMMAND...: what it prints matters only if it fails; that is the end.
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
  echo "FAILED: $1: expected (-), and what came (+):"
  diff -u "$scratch/expected" "$scratch/actual" | sed 1,2d
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# build_azsreg OPTION...: in $scratch/build
build_azsreg() {
  quietly "$CMAKE" -S "$SOURCE" -B "$scratch/build" -DBUILD_TESTING=OFF "$@"
  quietly "$CMAKE" --build "$scratch/build"
}

# install_moved PREFIX static|shared LIBDIR OPTION...: builds and installs
# azsreg, moves it to PREFIX, and leaves nothing of where it was before
install_moved() {
  prefix=$1
  [ "$2" = shared ] && shared=ON || shared=OFF
  libdir=$3
  shift 3
  build_azsreg "-DBUILD_SHARED_LIBS=$shared" "-DCMAKE_INSTALL_LIBDIR=$libdir" \
    "-DCMAKE_INSTALL_PREFIX=$scratch/first prefix" "$@"
  quietly "$CMAKE" --install "$scratch/build"
  mv "$scratch/first prefix" "$prefix"
  rm -rf "$scratch/build"
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

# files DIRECTORY: the files and links in it, as lines
files() {
  (cd "$1" && find . ! -type d | sed 's|^\./||' | sort)
}

# What the program consumer (in C or in C++) prints, and has to print.
consumer_output() {
  "$1" id-of-registration my-group my-registration id-of-tenant || echo "exit status $?"
}
# shellcheck disable=SC2034,SC2153 # it is used there; VERSION is from CMake
expected_output=$(awk -v version="$VERSION" -v subscription_id=id-of-registration -v resource_group=my-group \
  -v registration_name=my-registration -v customer_subscription_id=id-of-tenant \
  -f "$here/consumer_output.awk" "$SOURCE/tests/fixtures/azure-stack-usage-error-codes.md")
