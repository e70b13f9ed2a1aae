#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What programs depend on is the minor version before 1.0, and the major version from then on:
# in the SONAME, in the name of the Debian package and in find_package.
. "$SOURCE/tests/use/scratch.sh"

need readelf readelf
copy_source "$scratch/source"

# depends_on INTERFACE VERSION ACCEPTED: a library of that version
depends_on() {
  build=$scratch/$2
  major=${2%%.*}
  minor=${2#*.}
  sed -i "s/\(VERSION_MAJOR\) [0-9]*/\1 $major/;s/\(VERSION_MINOR\) [0-9]*/\1 ${minor%.*}/
s/\(VERSION_PATCH\) [0-9]*/\1 ${2##*.}/" "$scratch/source/include/azsreg/azsreg.h"
  build_azsreg "$scratch/source" "$build" azsreg -DAZSREG_BUILD_TOOL=OFF -DBUILD_SHARED_LIBS=ON
  same "$2: SONAME" "libazsreg.so.$1" \
    "$(readelf -dW "$build/src/library/libazsreg.so" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')"
  same "$2: Debian package" "libazsreg$1" \
    "$(sed -n 's/^set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME "\(.*\)")/\1/p' "$build/CPackConfig.cmake")"
  quietly "$CMAKE" --install "$build" --prefix "$build/prefix"
  quietly "$CMAKE" -S "$here/find_package" -B "$build/outside" -DLANGUAGE=C "-DCMAKE_PREFIX_PATH=$build/prefix" \
    "-DVERSIONS=0.0;0.1;0.2;0.2.5;0.2.6;0.3;1.0;1.2;1.3;2.0"
  same "$2: find_package" "$3" "$(sed -n 's/^accepted: //p' "$scratch/log")"
}

depends_on 0.2 0.2.5 "$(printf '0.2\n0.2.5')"
depends_on 1 1.2.0 "$(printf '1.0\n1.2')"
finish
