#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Builds the whole project with another catalog, and holds the library against
# what was meant by it: test_built_catalog.sh CASE. What is meant stands in
# catalogs/, beside the catalog or in the script that writes it, in the terms of
# check_catalog.c; it never comes from the generator.
#
# The unit test of the lookup holds for any catalog, and is run too with those
# that lead it through all its branches.
#
# CMAKE, GENERATOR (of CMake), CC, CFLAGS and where cmocka is come from the
# environment.
set -eu

name=$1
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

# catalog.txt and expected.h, as they stand in catalogs/.
copy() {
  cp "$here/catalogs/$1.txt" catalog.txt
  cp "$here/catalogs/$1.h" expected.h
}

# The same, from a script there that may read a file.
emit() {
  script=$1
  shift
  awk -v catalog=catalog.txt -v header=expected.h \
    -f "$here/catalogs/$script.awk" -f "$here/catalogs/emit.awk" "$@" < /dev/null
}

case $name in
  one | format | placeholders)
    copy "$name" ;;
  translated)
    copy "$name"
    awk '{ printf "%s\r\n", $0 }' catalog.txt > crlf
    mv crlf catalog.txt ;;
  ninth)
    emit "$name" "$source/tests/fixtures/azure-stack-usage-error-codes.md"
    (cat "$source/data/registration_errors.txt" && echo && cat catalog.txt) > nine
    mv nine catalog.txt ;;
  enumerators)
    emit "$name" "$here/catalogs/enumerators.txt" ;;
  lengths_48)
    emit lengths -v LAST=48 ;;
  many | prefixes | lengths | last_bytes | long)
    emit "$name" ;;
  *)
    echo "unknown case: $name" >&2
    exit 2 ;;
esac

# The catalog is named by an absolute path, but in these cases.
path=$work/catalog.txt
case $name in
  one)
    path=catalog.txt ;;
  placeholders)
    mkdir "a place"
    path="$work/a place/é \$HOME 100%.txt"
    mv catalog.txt "$path" ;;
esac

testing=OFF targets=all
case $name in
  lengths*)
    testing=ON targets="azsreg test_lookup" ;;
esac

# The targets are several words.
# shellcheck disable=SC2086
if ! { "$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=$testing -DBUILD_SHARED_LIBS=OFF \
      -DCMAKE_BUILD_TYPE=Debug "-DAZSREG_CATALOG=$path" "-DCMOCKA_INCLUDE_DIR=$CMOCKA_INCLUDE_DIR" \
      "-DCMOCKA_LIBRARY=$CMOCKA_LIBRARY" && "$CMAKE" --build build --target $targets; } > log 2>&1; then
  cat log
  echo "expected the project to build with this catalog"
  exit 1
fi
# The compiler's flags are several words.
# shellcheck disable=SC2086
$CC ${CFLAGS-} -I. -Ibuild/include "-I$source/include" -o check "$here/check_catalog.c" build/src/library/libazsreg.a
./check
if [ "$testing" = ON ]; then
  build/tests/unit/test_lookup
fi
