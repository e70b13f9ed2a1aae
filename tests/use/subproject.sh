#!/bin/sh
# SPDX-License-Identifier: MIT
#
# azsreg inside another project, which is in C or in C++ alone: the library comes in, and nothing
# else.
. "$SOURCE/tests/use/scratch.sh"

outer=$scratch/outer
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wswitch-enum -Wformat-nonliteral -Werror"

# configure WHAT LANGUAGE OPTION...
configure() {
  what=$1
  language=$2
  shift 2
  rm -rf "$outer"
  quietly "$CMAKE" -S "$here/subproject" -B "$outer" "-DLANGUAGE=$language" "-DAZSREG_SOURCE=$SOURCE" \
    "-DFETCHCONTENT_SOURCE_DIR_AZSREG=$SOURCE" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@"
}

# What may be added: variables with azsreg's name; those that FetchContent does not unset; and,
# since azsreg is in C, those of that language in a project that had none.
changes() {
  c_language='|(variable|cache) (_?CMAKE_C_|CMAKE_COMPILER_IS_GNUCC=)'
  [ "$language" = CXX ] || c_language=
  sort "$outer/before.txt" >"$scratch/before"
  sort "$outer/after.txt" >"$scratch/after"
  allowed="variable (__cmake_|__fc_|content)|(variable|cache) (FETCHCONTENT_.*_)?(azsreg|AZSREG)_$c_language"
  diff "$scratch/before" "$scratch/after" | grep '^[<>]' | grep -Ev "^> ($allowed)" || true
}

brings_the_library_only() {
  quietly "$CMAKE" --build "$outer"
  prints_what_it_should "$what: program" "$outer/consumer"
  same "$what: changed variables" "" "$(changes)"
  same "$what: targets" "azsreg
azsreg_generate" "$(sort "$outer/targets.txt")"
  same "$what: tests" "Total Tests: 0" "$(cd "$outer" && "$CTEST" -N | grep Total)"
  quietly "$CMAKE" --install "$outer" --prefix "$outer/prefix"
  same "$what: installed" bin/consumer "$(files "$outer/prefix")"
}

configure "add_subdirectory" "$([ -n "$CXX" ] && echo CXX || echo C)" -DHOW=add_subdirectory
brings_the_library_only
same "$what: warning flags" "" "$(grep -e ' -W' "$outer/compile_commands.json" || true)"

configure "FetchContent, shared, unity, warnings are errors" C -DHOW=FetchContent -DBUILD_SHARED_LIBS=ON \
  -DCMAKE_UNITY_BUILD=ON "-DCMAKE_C_FLAGS=$warnings"
brings_the_library_only
same "$what: libraries" "libazsreg.so
libazsreg.so.${VERSION%.*}
libazsreg.so.$VERSION" "$(find "$outer" -name 'libazsreg.*' | sed 's|.*/||' | sort)"

# The headers of another azsreg do no harm in the include path. Before all, they stop the build.
mkdir -p "$scratch/other/azsreg"
cat >"$scratch/other/azsreg/codes.h" <<END
#define AZSREG_CODES_H
typedef enum azsreg_error { AZSREG_ERROR_UNKNOWN } azsreg_error;
#define AZSREG_ERROR_COUNT 0
END
configure "a catalog of its own, the headers of another azsreg" C -DHOW=add_subdirectory \
  "-DCATALOG=$here/subproject/catalog.txt" "-DOTHER_HEADERS=$scratch/other"
quietly "$CMAKE" --build "$outer" --target azsreg
same "$what: code" 1 "$(grep -c AZSREG_ERROR_OUTER_ERROR "$outer/azsreg/include/azsreg/codes.h")"
quietly "$CMAKE" "-DCMAKE_C_FLAGS=-include \"$scratch/other/azsreg/codes.h\"" "$outer"
"$CMAKE" --build "$outer" --target azsreg >"$scratch/log" 2>&1 && status=built || status=stopped
same "the codes of another azsreg before all" "stopped: azsreg/codes.h is that of another catalog" \
  "$status: $(grep -o 'azsreg/codes.h is that of another catalog' "$scratch/log" | head -n 1)"

# From a directory that is gone when azsreg comes from another one.
copy_source "$scratch/earlier"
configure "another source directory" C -DHOW=add_subdirectory "-DAZSREG_SOURCE=$scratch/earlier"
rm -rf "$scratch/earlier"
quietly "$CMAKE" "-DAZSREG_SOURCE=$SOURCE" "$outer"
quietly "$CMAKE" --build "$outer"
prints_what_it_should "$what: program" "$outer/consumer"

if command -v ninja >"$scratch/path"; then
  configure "two configurations" C -DHOW=add_subdirectory -G "Ninja Multi-Config"
  for configuration in Debug Release; do
    quietly "$CMAKE" --build "$outer" --config $configuration
    prints_what_it_should "$what: program, $configuration" "$outer/$configuration/consumer"
  done
else
  echo "this machine has no ninja: two configurations were not tried"
fi
finish
