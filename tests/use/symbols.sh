#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What the library's files hold and ask for: the shared library, the static
# one, one inside another shared library, and the objects of each compiler.
. "$SOURCE/tests/use/scratch.sh"

for tool in ar nm readelf size; do
  need "$tool" "$tool"
done

functions="azsreg_error_code
azsreg_error_comment
azsreg_error_find
azsreg_error_from_code
azsreg_error_from_code_n
azsreg_error_is_transient
azsreg_error_values
azsreg_escape
azsreg_format_detail
azsreg_version"

# What a shared library imports though its source does not ask for it:
#   __cxa_finalize, __gmon_start__, _ITM_*: the start files of the C runtime
#     (crti.o, crtbegin.o), which every shared library has, ask if they exist
#   __stack_chk_fail: compilers that protect the stack by default
by_toolchain='^(__cxa_finalize|__gmon_start__|_ITM_(de)?registerTMCloneTable|__stack_chk_fail)$'
promised='^(memcpy|memcmp|memmove|memset|strlen)$'

# undefined NM_ARGUMENT...: the symbols that come from elsewhere, as lines
undefined() {
  quietly nm --undefined-only "$@"
  sed -n 's/^ *[Uwv] //p' "$scratch/log" | sed 's/@.*//' | sort -u
}

# without PATTERN: the other lines
without() {
  grep -Ev "$1" || true
}

# writable OBJECT...: sections that are not empty and can be written to, and
# those that the dynamic linker would have to relocate
writable() {
  quietly readelf -SW "$@"
  sed -n 's/^ *\[ *[0-9]*\] *//p' "$scratch/log" |
    awk '$7 ~ /W/ && $5 !~ /^0+$/ || $1 ~ /^\.rela?\.(ro)?data/'
}

# ---- Shared
build_azsreg -DBUILD_SHARED_LIBS=ON
so=$(find "$scratch/build" -name 'libazsreg.so.*' -type f)
same "exports" "$functions" "$(nm -D --defined-only "$so" | sed 's/^.* //;s/@.*//' | sort)"
same "exports that are no functions" "" "$(nm -D --defined-only "$so" | grep -v ' T ' || true)"
same "imports" "" "$(undefined -D "$so" | without "$by_toolchain" | without "$promised")"
same "relocations of text" "" "$(readelf -dW "$so" | grep TEXTREL || true)"
rm -rf "$scratch/build"

# ---- Static
build_azsreg
archive=$(find "$scratch/build" -name libazsreg.a)
mkdir "$scratch/objects"
(cd "$scratch/objects" && ar x "$archive")
same "sections that are writable or relocated" "" "$(writable "$scratch"/objects/*.o)"
same "data and bss" "0 0" "$(size -t "$archive" | awk '/TOTALS/ { print $2, $3 }')"
bytes=$(size -t "$archive" | awk '/TOTALS/ { print $1 }')
echo "the library has $bytes bytes"
same "under 10 KiB" yes "$([ "$bytes" -lt 10240 ] && echo yes || echo "no, $bytes bytes")"

# ---- Static, inside somebody's shared library
cat >"$scratch/plugin.c" <<'END'
#include <azsreg/azsreg.h>
const char *plugin(int number);
const char *plugin(int number)
{
    azsreg_error error = (azsreg_error)number;
    return azsreg_error_values(error) ? azsreg_error_code(error) : "";
}
END
quietly "$CC" -shared -fPIC -I "$SOURCE/include" -I "$scratch/build/include" "$scratch/plugin.c" "$archive" \
  -o "$scratch/plugin.so"
same "a plugin holds the library" "azsreg_error_code" "$(nm "$scratch/plugin.so" | sed -n 's/.* t \(azsreg_error_code\)$/\1/p')"
same "exports of the plugin" plugin "$(nm -D --defined-only "$scratch/plugin.so" | sed 's/^.* //')"

# ---- The objects of each compiler, hosted, and freestanding with no header
# but the compiler's own
# headers_of COMPILER: where those are
headers_of() {
  case $("$1" --version) in
  *clang*) echo "$("$1" -print-resource-dir)/include" ;;
  *) "$1" -print-file-name=include ;;
  esac
}

# has_sound_objects COMPILER FLAG...
has_sound_objects() {
  mkdir "$scratch/objects of one"
  cd "$scratch/objects of one"
  quietly "$@" -std=c99 -fPIC -Wall -Wextra -Wpedantic -Werror \
    -I "$SOURCE/include" -I "$scratch/build/include" -I "$scratch/build/src/library/tables" \
    -c "$SOURCE"/src/library/*.c
  # Position-independent code for some machines names _GLOBAL_OFFSET_TABLE_,
  # which the linker makes.
  same "$*: imports" "" \
    "$(undefined ./*.o | without '^(azsreg_.*|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_)$' | without "$promised")"
  same "$*: sections that are writable or relocated" "" "$(writable ./*.o)"
  cd /
  rm -r "$scratch/objects of one"
}

for compiler in $(different_compilers "$CC" gcc clang); do
  for optimisation in -O0 -Os -O2; do
    has_sound_objects "$compiler" "$optimisation"
    has_sound_objects "$compiler" "$optimisation" -ffreestanding -nostdinc -isystem "$(headers_of "$compiler")"
  done
done
finish
