#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What cmake --install gives: static and shared, with each kind of library
# directory, with DESTDIR, and moved afterwards.
. "$SOURCE/tests/use/scratch.sh"

interface=${VERSION%.*} # before 1.0; then the major version alone

# Installed whatever the linkage is; LIBDIR stands for the library directory.
always="LIBDIR/cmake/azsreg/azsregConfig.cmake
LIBDIR/cmake/azsreg/azsregConfigVersion.cmake
LIBDIR/cmake/azsreg/azsregTargets-release.cmake
LIBDIR/cmake/azsreg/azsregTargets.cmake
LIBDIR/pkgconfig/azsreg.pc
bin/azsreg
include/azsreg/azsreg.h
include/azsreg/codes.h
share/bash-completion/completions/azsreg
share/doc/azsreg/LICENSE
share/man/man1/azsreg.1
share/man/man3/azsreg.3
share/man/man3/azsreg_error.3
share/man/man3/azsreg_error_code.3
share/man/man3/azsreg_error_comment.3
share/man/man3/azsreg_error_find.3
share/man/man3/azsreg_error_from_code.3
share/man/man3/azsreg_error_from_code_n.3
share/man/man3/azsreg_error_is_transient.3
share/man/man3/azsreg_error_values.3
share/man/man3/azsreg_escape.3
share/man/man3/azsreg_format_detail.3
share/man/man3/azsreg_values.3
share/man/man3/azsreg_version.3"
static="LIBDIR/libazsreg.a"
shared="LIBDIR/libazsreg.so
LIBDIR/libazsreg.so.$interface
LIBDIR/libazsreg.so.$VERSION"

# expected_files LINKAGE LIBDIR
expected_files() {
  [ "$1" = shared ] && libraries=$shared || libraries=$static
  printf '%s\n' "$always" "$libraries" | sed "s|LIBDIR|$2|" | sort
}

# naming GREP_ARGUMENT...: the installed files that contain it
naming() {
  cd "$scratch/moved"
  grep -rlF "$@" . || true
}

# installs LINKAGE LIBDIR: the prefix that the build was told is not where the
# files end up. They are staged with DESTDIR, then moved.
installs() {
  what="$1, $2"
  build_azsreg "-DCMAKE_INSTALL_LIBDIR=$2" -DCMAKE_INSTALL_PREFIX=/opt/azsreg
  quietly env "DESTDIR=$scratch/stage" "$CMAKE" --install "$scratch/build"
  same "$what: files under DESTDIR" "$(expected_files "$1" "$2" | sed 's|^|opt/azsreg/|')" "$(files "$scratch/stage")"
  mv "$scratch/stage/opt/azsreg" "$scratch/moved"

  same "$what: files that name the build or the source" "" "$(naming -e "$scratch" -e "$SOURCE")"
  same "$what: text files that name the prefix" "" "$(naming -I -e /opt/azsreg)"
  mv "$scratch/build" "$scratch/away" # the tool must have no need of it
  same "$what: the tool" "azsreg $VERSION" "$("$scratch/moved/bin/azsreg" --version 2>&1)"
  mv "$scratch/away" "$scratch/build"
}

# has_soname LIBDIR
has_soname() {
  so=$scratch/moved/$1/libazsreg.so
  same "$1: link" "libazsreg.so.$interface" "$(readlink "$so")"
  same "$1: link" "libazsreg.so.$VERSION" "$(readlink "$so.$interface")"
  same "$1: SONAME" "libazsreg.so.$interface" "$(readelf -dW "$so" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')"
}

need readelf "readelf"
for libdir in lib lib64 lib/x86_64-linux-gnu; do
  installs static $libdir
  rm -rf "$scratch/moved" "$scratch/stage"
done
build_azsreg -DBUILD_SHARED_LIBS=ON
for libdir in lib lib64 lib/x86_64-linux-gnu; do
  installs shared $libdir
  has_soname $libdir
  rm -rf "$scratch/moved" "$scratch/stage"
done
finish
