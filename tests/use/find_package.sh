#!/bin/sh
# SPDX-License-Identifier: MIT
#
# find_package.sh C|CXX: a CMake project in that language finds azsreg with
# find_package, installed static and shared and moved, and its program runs.
. "$SOURCE/tests/use/scratch.sh"

language=$1
[ "$language" = C ] || need "$CXX" "C++ compiler"

major=${VERSION%%.*}
minor=${VERSION#*.}
patch=${minor#*.}
minor=${minor%%.*}

# find_azsreg OUTSIDE_BUILD WANTED WHERE: configures the project outside
find_azsreg() {
  "$CMAKE" -S "$here/find_package" -B "$scratch/$1" "-DLANGUAGE=$language" "-DWANTED=$2" "$3"
}

# finds LINKAGE LIBDIR OPTION: OPTION tells CMake where azsreg is
finds() {
  quietly find_azsreg "outside $1 $2" "$major.$minor" "$3"
  quietly "$CMAKE" --build "$scratch/outside $1 $2"
  same "$language program with find_package, $1, $2" "$expected_output" \
    "$(consumer_output "$scratch/outside $1 $2/consumer")"
}

# refuses WANTED: azsreg is there, but of another version
refuses() {
  if find_azsreg "outside $1" "$1" "-DCMAKE_PREFIX_PATH=$scratch/lib" >"$scratch/log" 2>&1; then
    answer=accepted
  elif grep -q "azsregConfig.cmake, version: $VERSION\$" "$scratch/log"; then
    answer=refused
  else
    answer=$(cat "$scratch/log")
  fi
  same "version $1" refused "$answer"
}

install_moved "$scratch/lib" static lib
finds static lib "-DCMAKE_PREFIX_PATH=$scratch/lib"
install_moved "$scratch/multiarch" shared lib/x86_64-linux-gnu
finds shared lib/x86_64-linux-gnu "-Dazsreg_DIR=$scratch/multiarch/lib/x86_64-linux-gnu/cmake/azsreg"

refuses "$major.$((minor + 1))"
if [ "$major" = 0 ]; then # the minor version is part of the interface
  refuses "0.$((minor - 1))"
fi
refuses "$((major + 1)).0"
refuses "$major.$minor.$((patch + 1))"
finish
