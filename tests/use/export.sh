#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A project writes what the README shows for one that has azsreg inside and installs a library of
# its own, static and shared: its installed program runs, and so does that of somebody else.
. "$SOURCE/tests/use/scratch.sh"

mkdir "$scratch/outer" "$scratch/other"
cd "$scratch/outer"
ln -s "$SOURCE" azsreg
printf '#define main mine\n#include "%s"\n' "$here/consumer.c" >mine.c
printf 'int mine(void);\nint main(void)\n{\n    return mine();\n}\n' | tee app.c >"$scratch/other/app.c"
{
  printf 'cmake_minimum_required(VERSION 3.16)\nproject(outer LANGUAGES C)\n'
  awk '/^```cmake$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$SOURCE/README.md"
  printf 'add_executable(app app.c)\ntarget_link_libraries(app PRIVATE mine)\ninstall(TARGETS app)\n'
} >CMakeLists.txt
cat >"$scratch/other/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.16)
project(other LANGUAGES C)
include("${PREFIX}/lib/cmake/mine/mine.cmake")
add_executable(app app.c)
target_link_libraries(app PRIVATE mine)
END

for shared in OFF ON; do
  quietly "$CMAKE" -S . -B "$scratch/build" "-DBUILD_SHARED_LIBS=$shared"
  quietly "$CMAKE" --build "$scratch/build"
  quietly "$CMAKE" --install "$scratch/build" --prefix "$scratch/prefix"
  mv "$scratch/prefix" "$scratch/moved $shared"
  rm -rf "$scratch/build"
  prints_what_it_should "its own program, shared $shared" "$scratch/moved $shared/bin/app"

  quietly "$CMAKE" -S "$scratch/other" -B "$scratch/build" "-DPREFIX=$scratch/moved $shared"
  quietly "$CMAKE" --build "$scratch/build"
  prints_what_it_should "somebody else's program, shared $shared" "$scratch/build/app"
  rm -rf "$scratch/build"
done
finish
