#!/bin/sh
# SPDX-License-Identifier: MIT
#
# install.sh static|shared LIBDIR: what cmake --install gives, staged with DESTDIR and moved
# afterwards; the same bytes from other directories, in another time zone and locale. Leaves in
# INSTALLED what the other tests use.
. "$SOURCE/tests/use/scratch.sh"

linkage=$1
libdir=$2
interface=${VERSION%.*} # before 1.0; then the major version alone

libraries="$libdir/libazsreg.a"
if [ "$linkage" = shared ]; then
  libraries=$(printf "$libdir/libazsreg.so%s\n" "" ".$interface" ".$VERSION")
fi
pages=$(for page in '' _error _error_code _error_comment _error_find _error_from_code _error_from_code_n \
  _error_is_transient _error_values _escape _format_detail _values _version; do
  echo "share/man/man3/azsreg$page.3"
done)
expected_files="$libraries
$pages
$libdir/cmake/azsreg/azsregConfig.cmake
$libdir/cmake/azsreg/azsregConfigVersion.cmake
$libdir/cmake/azsreg/azsregTargets-release.cmake
$libdir/cmake/azsreg/azsregTargets.cmake
$libdir/pkgconfig/azsreg.pc
bin/azsreg
include/azsreg/azsreg.h
include/azsreg/codes.h
share/bash-completion/completions/azsreg
share/doc/azsreg/LICENSE
share/man/man1/azsreg.1"

# install_from SOURCE BUILD PREFIX: the prefix that the build was told is not where the files end up
install_from() {
  build_azsreg "$1" "$2" all "-DBUILD_SHARED_LIBS=$([ "$linkage" = shared ] && echo ON || echo OFF)" \
    "-DCMAKE_INSTALL_LIBDIR=$libdir" -DCMAKE_INSTALL_PREFIX=/opt/azsreg
  quietly env "DESTDIR=$scratch/stage" "$CMAKE" --install "$2"
  same "files under DESTDIR" "$(echo "$expected_files" | sed 's|^|opt/azsreg/|' | sort)" "$(files "$scratch/stage")"
  rm -rf "$3"
  mv "$scratch/stage/opt/azsreg" "$3"
}

mkdir -p "$INSTALLED"
install_from "$SOURCE" "$scratch/build" "$INSTALLED/$linkage"
copy_source "$scratch/another/source directory"
export TZ=Asia/Tehran LC_ALL=tr_TR.UTF-8
install_from "$scratch/another/source directory" "$scratch/another build" "$scratch/prefix"
same "bytes that differ from another build's" "" "$(diff -r "$INSTALLED/$linkage" "$scratch/prefix" 2>&1)"
same "text files that name the prefix" "" "$(grep -rlIF /opt/azsreg "$scratch/prefix" || true)"

if [ "$linkage" = static ]; then
  rm -rf "$INSTALLED/dropin" "$INSTALLED/tables"
  mv "$scratch/build/dropin" "$scratch/build/src/library/tables" "$INSTALLED"
else
  so=$INSTALLED/shared/$libdir/libazsreg.so
  same "link" "libazsreg.so.$interface" "$(readlink "$so")"
  same "link" "libazsreg.so.$VERSION" "$(readlink "$so.$interface")"
fi
rm -rf "$scratch/build" "$scratch/another build" # the tool must not need it
same "the tool" "azsreg $VERSION" "$("$INSTALLED/$linkage/bin/azsreg" --version 2>&1)"
finish
