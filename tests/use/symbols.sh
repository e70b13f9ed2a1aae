#!/bin/sh
# SPDX-License-Identifier: MIT
#
# What the library's files hold and ask for: the shared library, the static one, one inside
# another shared library, and the objects of each compiler.
. "$SOURCE/tests/use/scratch.sh"

for tool in nm readelf size; do
  need "$tool" "$tool"
done
cd "$scratch"

functions=$(for function in error_code error_comment error_find error_from_code error_from_code_n \
  error_is_transient error_values escape format_detail version; do
  echo "azsreg_$function"
done)

# What a shared library imports though its source does not ask for it:
#   __cxa_finalize, __gmon_start__, _ITM_*: the start files of the C runtime (crti.o, crtbegin.o),
#     which every shared library has, ask if they exist
#   __stack_chk_fail: compilers that protect the stack by default
# Position-independent objects for some machines name _GLOBAL_OFFSET_TABLE_, which the linker makes.
by_toolchain='__cxa_finalize|__gmon_start__|_ITM_(de)?registerTMCloneTable|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_'
promised='memcpy|memcmp|memmove|memset|strlen'

# imports NM_ARGUMENT...: the symbols that come from elsewhere and were not promised
imports() {
  quietly nm --undefined-only "$@"
  sed -n 's/^ *[Uwv] //p' log | sed 's/@.*//' | grep -Evx "$by_toolchain|$promised" || true
}

# writable OBJECT...: sections that are not empty and can be written to, and those that the dynamic
# linker would have to relocate
writable() {
  quietly readelf -SW "$@"
  sed -n 's/^ *\[ *[0-9]*\] *//p' log | awk '$7 ~ /W/ && $5 !~ /^0+$/ || $1 ~ /^\.rela?\.(ro)?data/'
}

# ---- Shared
so=$INSTALLED/shared/$SHARED_LIBDIR/libazsreg.so
same "exports" "$functions" "$(nm -D --defined-only "$so" | sed 's/^.* //;s/@.*//' | sort)"
same "exports that are not functions" "" "$(nm -D --defined-only "$so" | grep -v ' T ' || true)"
same "imports" "" "$(imports -D "$so")"
same "relocations of text" "" "$(readelf -dW "$so" | grep TEXTREL || true)"

# ---- Static
archive=$INSTALLED/static/lib/libazsreg.a
same "sections that are writable or relocated" "" "$(writable "$archive")"
same "data and bss" "0 0" "$(size -t "$archive" | awk '/TOTALS/ { print $2, $3 }')"
bytes=$(size -t "$archive" | awk '/TOTALS/ { print $1 }')
echo "the library has $bytes bytes"
same "under 10 KiB" yes "$([ "$bytes" -lt 10240 ] && echo yes || echo "no, $bytes bytes")"

# ---- Static, inside somebody's shared library
quietly "$CC" -shared -fPIC -Dmain=plugin -I "$INSTALLED/static/include" "$here/consumer.c" "$archive" -o plugin.so
same "a plugin holds the library" "azsreg_error_code" "$(nm plugin.so | sed -n 's/.* t \(azsreg_error_code\)$/\1/p')"
same "exports of the plugin" plugin "$(nm -D --defined-only plugin.so | sed 's/^.* //')"

# ---- The object of each compiler, hosted, and freestanding with no header but the compiler's own
# headers_of COMPILER: where those are
headers_of() {
  case $("$1" --version) in
  *clang*) echo "$("$1" -print-resource-dir)/include" ;;
  *) "$1" -print-file-name=include ;;
  esac
}

# has_a_sound_object COMPILER FLAG...
has_a_sound_object() {
  quietly "$@" -std=c99 -fPIC -Wall -Wextra -Wpedantic -Werror -c "$INSTALLED/dropin/azsreg.c" -o object.o
  same "$*: imports" "" "$(imports object.o)"
  same "$*: sections that are writable or relocated" "" "$(writable object.o)"
}

for compiler in $(different_compilers "$CC" gcc clang); do
  for optimisation in -O0 -Os -O2; do
    has_a_sound_object "$compiler" "$optimisation"
    has_a_sound_object "$compiler" "$optimisation" -ffreestanding -nostdinc -isystem "$(headers_of "$compiler")"
  done
done
finish
