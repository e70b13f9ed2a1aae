#!/bin/sh
# SPDX-License-Identifier: MIT
#
# subproject.sh C|CXX: azsreg inside another project, which is in that language
# alone: the library comes in, and nothing else.
. "$SOURCE/tests/use/scratch.sh"

language=$1
[ "$language" = C ] || need "$CXX" "C++ compiler"

warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla"

# configure WHAT OPTION...
configure() {
  what="$language, $1"
  shift
  outer=$scratch/outer
  rm -rf "$outer"
  quietly "$CMAKE" -S "$here/subproject" -B "$outer" "-DLANGUAGE=$language" "-DAZSREG_SOURCE=$SOURCE" \
    "-DFETCHCONTENT_SOURCE_DIR_AZSREG=$SOURCE" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@"
}

build_and_run() {
  quietly "$CMAKE" --build "$outer"
  same "$what: program" "$expected_output" "$(consumer_output "$outer/consumer")"
}

# What may be added: variables with azsreg's name; those that FetchContent does
# not unset; and, since azsreg is in C, those of that language in a project that
# had none.
changes() {
  c_language='|(variable|cache) (_?CMAKE_C_|CMAKE_COMPILER_IS_GNUCC=)'
  [ "$language" = CXX ] || c_language=
  sort "$outer/before.txt" >"$scratch/before"
  sort "$outer/after.txt" >"$scratch/after"
  diff "$scratch/before" "$scratch/after" | grep '^[<>]' |
    grep -Ev "^> (variable __cmake_|(variable|cache) (FETCHCONTENT_.*_)?(azsreg|AZSREG)_$c_language)" || true
}

brings_the_library_only() {
  same "$what: changed variables" "" "$(changes)"
  same "$what: targets" "azsreg
azsreg_generate" "$(sort "$outer/targets.txt")"
  same "$what: tests" "Total Tests: 0" "$(cd "$outer" && "$CTEST" -N | grep Total)"
  quietly "$CMAKE" --install "$outer" --prefix "$outer/prefix"
  same "$what: installed" bin/consumer "$(files "$outer/prefix")"
}

configure add_subdirectory -DHOW=add_subdirectory
build_and_run
brings_the_library_only
same "$what: warning flags" "" "$(grep -e ' -W' "$outer/compile_commands.json" || true)"

configure "FetchContent, shared, unity, warnings are errors" \
  -DHOW=FetchContent -DBUILD_SHARED_LIBS=ON -DCMAKE_UNITY_BUILD=ON \
  "-DCMAKE_C_FLAGS=$warnings -Werror" "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror"
build_and_run
brings_the_library_only
same "$what: libraries" "libazsreg.so
libazsreg.so.${VERSION%.*}
libazsreg.so.$VERSION" "$(find "$outer" -name 'libazsreg.*' | sed 's|.*/||' | sort)"

configure "a catalog of its own" -DHOW=add_subdirectory "-DCATALOG=$here/subproject/catalog.txt"
quietly "$CMAKE" --build "$outer"
same "$what: errors" "1: OuterError, found as 1, 1 and 1" "$(consumer_output "$outer/consumer" | grep '^[1-9].*found as [1-9]')"

mkdir -p "$scratch/other/azsreg"
cat >"$scratch/other/azsreg/codes.h" <<END
#define AZSREG_CODES_H
typedef enum azsreg_error { AZSREG_ERROR_UNKNOWN } azsreg_error;
#define AZSREG_ERROR_COUNT 0
END
configure "the headers of another azsreg" -DHOW=add_subdirectory "-DOTHER_HEADERS=$scratch/other"
quietly "$CMAKE" --build "$outer" --target azsreg

configure "the codes of another azsreg before all" -DHOW=add_subdirectory \
  "-DCMAKE_C_FLAGS=-include \"$scratch/other/azsreg/codes.h\""
"$CMAKE" --build "$outer" --target azsreg >"$scratch/log" 2>&1 && status=built || status=stopped
same "$what: build" "stopped: azsreg/codes.h is that of another catalog" \
  "$status: $(grep -o 'azsreg/codes.h is that of another catalog' "$scratch/log" | head -n 1)"

# From a directory that is gone when azsreg comes from another one.
mkdir "$scratch/earlier"
(cd "$SOURCE" && cp -R CMakeLists.txt include src data "$scratch/earlier")
chmod -R u+w "$scratch/earlier"
configure "another source directory" -DHOW=add_subdirectory "-DAZSREG_SOURCE=$scratch/earlier"
rm -rf "$scratch/earlier"
quietly "$CMAKE" "-DAZSREG_SOURCE=$SOURCE" "$outer"
build_and_run

if command -v ninja >"$scratch/path"; then
  configure "two configurations" -DHOW=add_subdirectory -G "Ninja Multi-Config"
  for configuration in Debug Release; do
    quietly "$CMAKE" --build "$outer" --config $configuration
    same "$what: program, $configuration" "$expected_output" "$(consumer_output "$outer/$configuration/consumer")"
  done
else
  echo "there is no ninja: two configurations were not tried"
fi
finish
