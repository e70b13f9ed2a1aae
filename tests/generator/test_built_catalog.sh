#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Builds the library with another catalog, and compares it with what that catalog
# means: test_built_catalog.sh CASE. What it means stands in catalogs/, beside the
# catalog or in the script that writes both; it never comes from the generator.
# Most libraries are built by the generator and one call of the compiler. CMake
# builds the project where the catalog's path matters, and where unit tests run with
# this catalog too.
#
# The environment sets AZSREG_GENERATE, AZSREG_BUILD_TOOL, CMAKE, GENERATOR (of
# CMake), CC, CFLAGS, CMOCKA_INCLUDE_DIR and CMOCKA_LIBRARY.
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

# emit SCRIPT FILE...: both, written by a script there that may read files.
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
  many | nested | prefixes | lengths | last_bytes | long)
    emit "$name" ;;
  *)
    echo "unknown case: $name" >&2
    exit 2 ;;
esac

# compile LIBRARY...: check_catalog.c with a library, or with its sources.
compile() {
  # The compiler's flags are several words.
  # shellcheck disable=SC2086
  $CC ${CFLAGS-} -I. -Iinclude "-I$source/include" -o check "$here/check_catalog.c" "$@"
}

# build TARGET...: with CMake, the tests included.
build() {
  if ! { "$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=ON -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_BUILD_TYPE=Debug "-DAZSREG_CATALOG=$path" "-DAZSREG_BUILD_TOOL=$AZSREG_BUILD_TOOL" \
        "-DCMOCKA_INCLUDE_DIR=$CMOCKA_INCLUDE_DIR" "-DCMOCKA_LIBRARY=$CMOCKA_LIBRARY" &&
      "$CMAKE" --build build --target "$@"; } > log 2>&1; then
    cat log
    echo "expected the project to build with this catalog"
    exit 1
  fi
  cp -r build/include include
  compile build/src/library/libazsreg.a
}

case $name in
  placeholders)
    mkdir "a place"
    path="$work/a place/é \$HOME 100%.txt"
    mv catalog.txt "$path"
    build azsreg ;;
  nested)
    path=catalog.txt
    if [ "$AZSREG_BUILD_TOOL" = 1 ]; then
      build azsreg test_code test_find test_tool_stream
      build/tests/tool/test_tool_stream
    else
      build azsreg test_code test_find
    fi
    build/tests/unit/test_code
    build/tests/unit/test_find ;;
  *)
    mkdir -p include/azsreg tables
    "$AZSREG_GENERATE" catalog.txt include/azsreg/codes.h tables/code_lengths.h tables/code_tables.h \
      tables/detail_tables.h
    compile -std=c99 -Itables "$source"/src/library/*.c ;;
esac
./check
