#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Paths in which CMake can't work: a clear line says so. In others, azsreg is built.
. "$SOURCE/tests/use/scratch.sh"

# refuses WHY BUILD OPTION...
refuses() {
  why=$1 build=$2
  shift 2
  "$CMAKE" -S "$SOURCE" -B "$build" "$@" >"$scratch/log" 2>&1 && status=accepted || status=refused
  same "$build $*" "refused: $why" "$status: $(grep -o "$why" "$scratch/log")"
}

cp "$SOURCE/data/registration_errors.txt" "$scratch/catalog; + #\$1.txt"
refuses "The path of the build directory has a # in it" "$scratch/c#"
refuses "The path of AZSREG_CATALOG has a ; in it" "$scratch/build" "-DAZSREG_CATALOG=$scratch/catalog; + #\$1.txt"
mv "$scratch/catalog; + #\$1.txt" "$scratch/catalog + #1.txt"
build_azsreg "$SOURCE" "$scratch/build + (1)" azsreg "-DAZSREG_CATALOG=$scratch/catalog + #1.txt"
finish
