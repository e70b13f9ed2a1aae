#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: test_built_catalog.sh CATALOG
#
# Compiles the library with another catalog, one of catalogs/, and compares it with
# what the naive model reads there. The environment sets CC, CFLAGS,
# CMOCKA_INCLUDE_DIR and CMOCKA_LIBRARY too.
. "$(dirname "$0")/scratch.sh"

own=$source/data/registration_errors.txt
case $1 in
  one | format)
    cp "$here/catalogs/$1.txt" catalog.txt ;;
  ninth)
    cat "$own" > catalog.txt
    printf '\nCode: TenantQuotaExceeded\nNumber: %d\nDetail:\n Too many tenants.\n The last: {registration_name}.\n' \
      "$(($(grep -c '^Code:' "$own") + 1))" >> catalog.txt ;;
  enumerators)
    awk '{ print "Code: " $1 "\nNumber: " NR "\nDetail: .\n" }' "$here/catalogs/enumerators.txt" > catalog.txt ;;
  *)
    awk -f "$here/catalogs/$1.awk" > catalog.txt ;;
esac
start none
expect "$1" "status 0" "$(generate catalog.txt)"

# compile PROGRAM ARGUMENT...: a program with the library.
compile() {
  program=$1
  shift
  # shellcheck disable=SC2086 # the compiler's flags are several words
  $CC ${CFLAGS-} -std=gnu99 "-DFIXTURES=\"$source/tests/fixtures\"" -Iout "-I$source/include" "-I$source/src" \
    "-I$source/tests" -o "$program" "$@" "$source"/src/library/*.c
}

unit=$source/tests/unit
model="$unit/compare.c $unit/document.c $unit/model.c $unit/pages.c $unit/random.c $unit/report.c"
# shellcheck disable=SC2086 # a list
compile check_catalog "$here/check_catalog.c" "$source/tests/fuzz/catalog_model.c" $model
./check_catalog catalog.txt out/azsreg/codes.h

# run_unit_test ARGUMENT...
run_unit_test() {
  # shellcheck disable=SC2086 # a list
  compile unit_test "-I$CMOCKA_INCLUDE_DIR" "$@" $model "$CMOCKA_LIBRARY"
  ./unit_test
}

if [ "$1" = enumerators ]; then
  sed -n 's/^ *AZSREG_ERROR_\(.*\) = [1-9][0-9]*,* .. \(.*\) ..$/\2 \1/p' out/azsreg/codes.h |
    diff "$here/catalogs/enumerators.txt" - || fail "expected these codes and enumerators"
elif [ "$1" = nested ]; then
  run_unit_test "$unit/test_code.c"
  run_unit_test "$unit/test_find.c"
  run_unit_test "-I$source/src/tool" "$source/tests/tool/test_stream.c" "$source/src/tool/stream.c"
fi
