#!/bin/sh
# SPDX-License-Identifier: MIT
#
# pkg_config.sh C|CXX: a program is compiled and linked with nothing but the
# flags that pkg-config gives for azsreg, installed static and shared and moved,
# also under another name, and runs.
. "$SOURCE/tests/use/scratch.sh"

need "$PKG_CONFIG" "pkg-config"
compiler=$CC
program=$here/consumer.c
if [ "$1" = CXX ]; then
  need "$CXX" "C++ compiler"
  compiler=$CXX
  program=$here/consumer.cpp
fi
unset PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR

# links PREFIX LIBDIR [--static]
links() {
  export PKG_CONFIG_LIBDIR="$1/$2/pkgconfig"
  quietly "$PKG_CONFIG" --print-errors --exists azsreg
  same "version" "$VERSION" "$("$PKG_CONFIG" --modversion azsreg)"
  prefix=$1
  libdir=$2
  shift 2
  # The flags are quoted for a shell.
  eval "set -- $("$PKG_CONFIG" --cflags --libs "$@" azsreg)"
  quietly "$compiler" "$program" "$@" -o "$scratch/consumer"
  same "$program with pkg-config from $libdir" "$expected_output" \
    "$(LD_LIBRARY_PATH="$prefix/$libdir" consumer_output "$scratch/consumer")"
}

install_moved "$scratch/static prefix" static lib64
links "$scratch/static prefix" lib64 --static
install_moved "$scratch/shared prefix" shared lib/x86_64-linux-gnu
links "$scratch/shared prefix" lib/x86_64-linux-gnu
install_moved "$scratch/debug prefix" shared lib -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DEBUG_POSTFIX=d
links "$scratch/debug prefix" lib
finish
