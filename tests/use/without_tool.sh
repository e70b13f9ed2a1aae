#!/bin/sh
# SPDX-License-Identifier: MIT
#
# without_tool.sh: with AZSREG_BUILD_TOOL=OFF all but the tool, its page and its
# completion builds and installs.
. "$SOURCE/tests/use/scratch.sh"

# installed ON|OFF: the files that are installed, as lines
installed() {
  quietly "$CMAKE" -S "$SOURCE" -B "$scratch/$1" -DBUILD_TESTING=OFF "-DAZSREG_BUILD_TOOL=$1" \
    "-DCMAKE_INSTALL_PREFIX=$scratch/prefix $1"
  quietly "$CMAKE" --build "$scratch/$1"
  quietly "$CMAKE" --install "$scratch/$1"
  files "$scratch/prefix $1"
}

with=$(installed ON)
without=$(installed OFF)
same "what only the tool needs" "bin/azsreg
share/bash-completion/completions/azsreg
share/man/man1/azsreg.1" "$(printf '%s\n%s\n' "$with" "$without" | sort | uniq -u)"
finish
