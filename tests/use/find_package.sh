#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A CMake project, in C or in C++ alone, finds azsreg with find_package, installed static and
# shared and moved, and its program runs.
. "$SOURCE/tests/use/scratch.sh"

# finds LANGUAGE LINKAGE OPTION: OPTION tells CMake where azsreg is
finds() {
  quietly "$CMAKE" -S "$here/find_package" -B "$scratch/$1" "-DLANGUAGE=$1" "-DVERSIONS=$VERSION" "$3"
  quietly "$CMAKE" --build "$scratch/$1"
  prints_what_it_should "$1 program with find_package, $2" "$scratch/$1/consumer"
}

finds C shared "-DCMAKE_PREFIX_PATH=$INSTALLED/shared"
finds C static "-Dazsreg_DIR=$INSTALLED/static/lib/cmake/azsreg"
[ -z "$CXX" ] || finds CXX static "-DCMAKE_PREFIX_PATH=$INSTALLED/static"
finish
