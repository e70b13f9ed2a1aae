#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: cmocka.sh DIRECTORY [CMAKE-ARGUMENT...]
#
# Builds cmocka as a static library in DIRECTORY/build, from its Debian source
# package, which is fetched to the directory above if it is not there yet.
# The machine's own package sources are used, and left as they are. Prints the
# CMake arguments by which azsreg's tests take this cmocka.
set -eu
mkdir -p "$1"
directory=$(cd "$1" && pwd)
cache=$(dirname "$directory")
shift

fetch() {
  mkdir -p lists/partial
  # shellcheck disable=SC2016
  apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    sort -u > sources.list
  set -- -q -o "Dir::Etc::sourcelist=$cache/sources.list" -o Dir::Etc::sourceparts=- \
    -o "Dir::State::lists=$cache/lists" -o APT::Sandbox::User=root
  apt-get "$@" update
  apt-get "$@" source cmocka
  mv cmocka-[0-9]*/ cmocka-source
}

test -d "$cache/cmocka-source" || (cd "$cache" && fetch) >&2
cmake -S "$cache/cmocka-source" -B "$directory/build" -DCMAKE_BUILD_TYPE=Release \
  -DWITH_STATIC_LIB=ON -DWITH_EXAMPLES=OFF "$@" >&2
cmake --build "$directory/build" --target cmocka-static >&2
library=$(find "$directory/build/src" -name 'libcmocka*.a')
printf '%s\n' "-DCMOCKA_LIBRARY=$library" "-DCMOCKA_INCLUDE_DIR=$cache/cmocka-source/include"
