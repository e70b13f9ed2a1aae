#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A program is compiled and linked with nothing but the flags that pkg-config gives for azsreg,
# installed static and shared and moved, also under another name, and runs.
. "$SOURCE/tests/use/scratch.sh"

need "$PKG_CONFIG" "pkg-config"
# pkg-config 0.29, of Debian 11, does not quote a space in the prefix.
link=$(mktemp -d)
trap 'rm -rf "$scratch" "$link"' EXIT

# links COMPILER PROGRAM PREFIX LIBDIR [--static]
links() {
  compiler=$1 program=$2 libdir=$link/prefix/$4
  ln -sfn "$3" "$link/prefix"
  shift 4
  export PKG_CONFIG_LIBDIR="$libdir/pkgconfig"
  quietly "$PKG_CONFIG" --print-errors --exists azsreg
  same "version" "$VERSION" "$("$PKG_CONFIG" --modversion azsreg)"
  # shellcheck disable=SC2046 # they are several
  quietly "$compiler" "$here/$program" $("$PKG_CONFIG" --cflags --libs "$@" azsreg) -o "$scratch/consumer"
  prints_what_it_should "$program with pkg-config from $libdir" env "LD_LIBRARY_PATH=$libdir" "$scratch/consumer"
}

links "$CC" consumer.c "$INSTALLED/static" lib --static
links "$CC" consumer.c "$INSTALLED/shared" "$SHARED_LIBDIR"
[ -z "$CXX" ] || links "$CXX" consumer.cpp "$INSTALLED/shared" "$SHARED_LIBDIR"

build_azsreg "$SOURCE" "$scratch/build" azsreg -DAZSREG_BUILD_TOOL=OFF -DBUILD_SHARED_LIBS=ON \
  -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DEBUG_POSTFIX=d -DCMAKE_INSTALL_LIBDIR=lib64
quietly "$CMAKE" --install "$scratch/build" --prefix "$scratch/debug"
links "$CC" consumer.c "$scratch/debug" lib64
finish
