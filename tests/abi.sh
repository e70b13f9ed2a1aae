#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: abi.sh [--renew]
#
# Compares the binary interface of the shared library with the released one,
# tests/abi/libazsreg.abi, and shows that the comparison notices each kind of
# change: every break is made in a copy of the sources. --renew writes the
# released interface anew. For Debian 12 on x86-64, as root if packages miss.
set -eu
export LC_ALL=C
top=$(cd "$(dirname "$0")/.." && pwd)
baseline=$top/tests/abi/libazsreg.abi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy=$work/copy
passed=0
failed=0

for program in abidiff cmake gcc make; do
  command -v "$program" > /dev/null || missing=yes
done
if [ "${missing:-no}" = yes ]; then
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y \
    --no-install-recommends abigail-tools cmake gcc libc6-dev make; } > "$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
fi

# Puts the sources into $copy, as they are.
restore() {
  rm -rf "$copy"
  mkdir "$copy"
  cp -R "$top/CMakeLists.txt" "$top/LICENSE" "$top/include" "$top/src" "$top/data" "$copy"
}

# Writes the interface of the sources in $copy to $work/interface. It does not
# depend on where they are, nor on what is private to the library.
interface() {
  rm -f "$work/interface"
  cmake -S "$copy" -B "$work/build" -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_COMPILER=gcc "-DCMAKE_C_FLAGS=-ffile-prefix-map=$work/= -ffile-prefix-map=$copy/=" &&
    cmake --build "$work/build" --target azsreg &&
    rm -rf "$work/public" && mkdir -p "$work/public/azsreg" &&
    cp "$copy/include/azsreg/azsreg.h" "$work/build/include/azsreg/codes.h" "$work/public/azsreg" &&
    abidw --no-corpus-path --no-comp-dir-path --no-architecture --no-elf-needed --no-show-locs \
      --exported-interfaces-only --drop-private-types --headers-dir "$work/public" \
      --out-file "$work/interface" "$work/build/src/library/libazsreg.so"
}

# Says in $verdict how the interface of $copy compares with the baseline: same,
# compatible (more functions or errors, all else as it was) or incompatible;
# $work/log has the details.
compare() {
  verdict=incompatible
  interface > "$work/log" 2>&1 || { verdict="not built"; return 0; }
  gcc -std=c11 -fsyntax-only -I "$work/public" "$top/tests/abi/constants.c" > "$work/log" 2>&1 || return 0
  # Added errors are "harmless" to abidiff, and not shown unless asked for.
  abidiff --no-added-syms "$baseline" "$work/interface" > "$work/log" 2>&1 || return 0
  verdict=compatible
  abidiff --harmless "$baseline" "$work/interface" > "$work/log" 2>&1 || return 0
  verdict=same
}

# expect VERDICT NAME FILE SCRIPT [FILE SCRIPT]...: changes the copy by sed.
expect() {
  expected=$1 name=$2
  shift 2
  restore
  while [ $# -gt 0 ]; do
    cp "$copy/$1" "$work/before"
    sed -i "$2" "$copy/$1"
    if cmp -s "$copy/$1" "$work/before"; then
      echo "FAILED  $name: '$2' changes nothing in $1"
      failed=$((failed + 1))
      return 0
    fi
    shift 2
  done
  compare
  if [ "$verdict" = "$expected" ]; then
    printf 'ok      %-40s %s\n' "$name" "$verdict"
    passed=$((passed + 1))
  else
    printf 'FAILED  %s: expected %s, and it is %s\n' "$name" "$expected" "$verdict"
    cat "$work/log"
    failed=$((failed + 1))
  fi
}

restore
if [ "${1:-}" = --renew ]; then
  interface > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  cp "$work/interface" "$baseline"
  echo "renewed $baseline"
  exit 0
fi

compare
case $verdict in
same)
  printf 'ok      %-40s %s\n' "the interface" "$verdict"
  passed=1 ;;
compatible)
  printf 'ok      %-40s %s\n' "the interface" "$verdict: only additions"
  cat "$work/log"
  echo "Programs built before go on working. When it is released, renew the baseline: tests/abi.sh --renew"
  passed=1 ;;
*)
  printf 'FAILED  %-40s %s\n' "the interface" "$verdict"
  cat "$work/log"
  cat << 'END'
Programs built before may misbehave with this library. If that is not meant, undo the change. If it is, then
  1. raise the SOVERSION: CMake takes it from AZSREG_VERSION_MAJOR and, before 1.0, AZSREG_VERSION_MINOR in
     include/azsreg/azsreg.h,
  2. renew the baseline, tests/abi.sh --renew, and correct tests/abi/constants.c if a constant changed,
  3. say in the commit's message what programs must change.
END
  echo "0 passed, 1 failed"
  exit 1 ;;
esac

header=include/azsreg/azsreg.h
catalog=data/registration_errors.txt
expect incompatible "a changed result" \
  "$header" 's/unsigned azsreg_error_values/int azsreg_error_values/' \
  src/library/detail.c '/^unsigned azsreg_error_values/s/unsigned/int/'
expect incompatible "a changed parameter" \
  "$header" '/azsreg_error_from_code_n/,/;/s/size_t length/unsigned length/' \
  src/library/code.c '/^azsreg_error azsreg_error_from_code_n/s/size_t length/unsigned length/'
expect incompatible "a function less" "$header" '/azsreg_error_is_transient/s/AZSREG_API //'
expect incompatible "a value more" "$header" 's/^} azsreg_values;/    const char *region;\n&/'
expect incompatible "two values in the other order" \
  "$header" '/^    const char \*resource_group;/{h;d};/^    const char \*registration_name;/G'
expect incompatible "a value of another type" "$header" '/^    const char \*registration_name;/s/\*/**/'
expect incompatible "an error with another number" "$catalog" 's/^Number: 7$/Number: X/;s/^Number: 8$/Number: 7/
s/^Number: X$/Number: 8/'
expect incompatible "a renamed error" "$catalog" 's/^Code: RegistrationNotFound$/Code: RegistrationMissing/'
expect incompatible "an error less" "$catalog" '/^Code: MetadataResolver/,$d'
expect incompatible "a mask with another bit" "$header" 's/RESOURCE_GROUP = 2/RESOURCE_GROUP = 16/'
expect incompatible "another SOVERSION" "$header" 's/VERSION_MAJOR 0/VERSION_MAJOR 1/'
expect compatible "a function more" "$header" 's/^AZSREG_API const char \*azsreg_version.*/&\nAZSREG_API int azsreg_more(void);/' \
  src/library/version.c '$a int azsreg_more(void)\n{\n    return 0;\n}'
expect compatible "an error more" "$catalog" \
  "\$a \\\\nCode: TenantQuotaExceeded\\nNumber: $(($(grep -c '^Code:' "$top/$catalog") + 1))\\nDetail: Too many."
expect same "another text, another line" "$catalog" 's/not found/missing/' "$header" '1a \\n'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
