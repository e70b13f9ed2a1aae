#!/bin/sh
# SPDX-License-Identifier: MIT
#
# version.sh: what programs depend on is the minor version before 1.0, and the major
# version from then on: in the SONAME, the Debian package and find_package.
. "$SOURCE/tests/use/scratch.sh"

need readelf "readelf"
mkdir "$scratch/source"
cp -R "$SOURCE/CMakeLists.txt" "$SOURCE/LICENSE" "$SOURCE/include" "$SOURCE/src" "$SOURCE/data" "$scratch/source"
SOURCE=$scratch/source

# What find_package answers.
cat >"$scratch/ask.cmake" <<'END'
string(REPLACE "." ";" parts "${PACKAGE_FIND_VERSION}")
list(LENGTH parts PACKAGE_FIND_VERSION_COUNT)
list(GET parts 0 PACKAGE_FIND_VERSION_MAJOR)
list(GET parts 1 PACKAGE_FIND_VERSION_MINOR)
include("${FILE}")
message("${PACKAGE_VERSION_COMPATIBLE}")
END

# accepted VERSION...: which of these a program may ask for
accepted() {
  for wanted in "$@"; do
    answer=$("$CMAKE" "-DPACKAGE_FIND_VERSION=$wanted" -DCMAKE_SIZEOF_VOID_P=8 \
      "-DFILE=$scratch/build/src/package/azsregConfigVersion.cmake" -P "$scratch/ask.cmake" 2>&1)
    case $answer in
    TRUE) echo "$wanted" ;;
    FALSE) ;;
    *) echo "$answer" ;;
    esac
  done
}

# depends_on INTERFACE VERSION ACCEPTED: a library of that version
depends_on() {
  major=${2%%.*}
  minor=${2#*.}
  sed -i "s/\(VERSION_MAJOR\) [0-9]*/\1 $major/;s/\(VERSION_MINOR\) [0-9]*/\1 ${minor%.*}/
s/\(VERSION_PATCH\) [0-9]*/\1 ${2##*.}/" "$SOURCE/include/azsreg/azsreg.h"
  build_azsreg -DBUILD_SHARED_LIBS=ON
  same "$2: SONAME" "libazsreg.so.$1" \
    "$(readelf -dW "$scratch/build/src/library/libazsreg.so" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')"
  same "$2: Debian package" "libazsreg$1" \
    "$(sed -n 's/^set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME "\(.*\)")/\1/p' "$scratch/build/CPackConfig.cmake")"
  same "$2: accepted" "$3" "$(accepted 0.0 0.1 0.2 0.3 1.0 1.2 1.3 2.0)"
  rm -rf "$scratch/build"
}

depends_on 0.2 0.2.5 0.2
depends_on 1 1.2.0 "$(printf '1.0\n1.2')"
finish
