#!/bin/sh
# SPDX-License-Identifier: MIT
#
# When cross-compiling, AZSREG_HOST_C_COMPILER is the compiler of the machine that builds, where
# those that CMake would take are not for it.
. "$SOURCE/tests/use/scratch.sh"

mkdir "$scratch/bin"
for name in cc gcc clang; do
  printf '#!/bin/sh\necho "%s was called"\nexit 1\n' $name >"$scratch/bin/$name"
done
chmod +x "$scratch/bin"/*
cat >"$scratch/toolchain.cmake" <<END
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR another)
set(CMAKE_C_COMPILER "$CC")
END
PATH=$scratch/bin:$PATH
build_azsreg "$SOURCE" "$scratch/build" azsreg "-DCMAKE_TOOLCHAIN_FILE=$scratch/toolchain.cmake" \
  "-DAZSREG_HOST_C_COMPILER=$CC"
same "compiler of the generator" "$CC" \
  "$(sed -n 's/^CMAKE_C_COMPILER:[A-Z]*=//p' "$scratch/build/src/generator/host/CMakeCache.txt")"
finish
