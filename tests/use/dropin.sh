#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The two files of the target dropin, with nothing but a compiler: azsreg.c in each standard of C,
# without an include path and without a warning, also for machines of which clang knows no more
# than the processor. Programs in C and C++ and the unit tests run with it.
. "$SOURCE/tests/use/scratch.sh"

cp -R "$INSTALLED/dropin" "$scratch/dropin"
cd "$scratch/dropin"
same "the files" "$(printf '%s\n' azsreg.c azsreg/azsreg.h)" "$(files .)"
for file in azsreg.c azsreg/azsreg.h; do
  same "the licence of $file" 1 "$(head -n 1 "$file" | grep -c 'SPDX-License-Identifier: MIT AND CC-BY-4.0$')"
  same "the attribution in $file" 1 "$(grep -c 'Microsoft Corporation, under CC BY 4.0$' "$file")"
done

echo 'int main(void) { return 0; }' >nothing.c
for compiler in $(different_compilers "$CC" gcc clang clang-19); do
  case $("$compiler" --version) in
  *clang*) # all but those that object to other standards, to C's structures and to its arrays
    warnings="-Weverything -Wno-declaration-after-statement -Wno-pre-c2x-compat -Wno-pre-c23-compat
      -Wno-padded -Wno-unsafe-buffer-usage -Wno-unknown-warning-option" ;;
  *)
    warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wundef
      -Wunused-macros -Wswitch-enum -Wswitch-default -Wcast-qual -Wformat=2 -Wredundant-decls -Wwrite-strings" ;;
  esac
  for standard in c99 c11 c17 c2x c23; do
    knows "$compiler" $standard nothing.c || continue
    # shellcheck disable=SC2086 # they are several
    same "$compiler -std=$standard" "" \
      "$(output_of "$compiler" -std=$standard -O1 $warnings -Werror -c azsreg.c -o warned.o)"
  done
done
if command -v clang >"$scratch/path"; then
  for target in x86_64-pc-windows-msvc arm64-apple-macos wasm32; do
    quietly clang --target=$target -std=c99 -ffreestanding -O2 -Wall -Wextra -Werror -c azsreg.c -o target.o
  done
else
  echo "this machine has no clang: Windows with Microsoft's ABI, macOS and WebAssembly were not tried"
fi

quietly "$CC" -std=c99 -c azsreg.c -o azsreg.o
quietly "$CC" -I . "$here/consumer.c" azsreg.o -o consumer
prints_what_it_should "C program" ./consumer
if [ -n "$CXX" ]; then
  quietly "$CXX" -I . "$here/consumer.cpp" azsreg.o -o consumer
  prints_what_it_should "C++ program" ./consumer
fi

# What the unit tests are made of, then each of them.
set -- -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE "-DFIXTURES=\"$SOURCE/tests/fixtures\"" -O1 -I . -I "$CMOCKA_INCLUDE_DIR"
for part in "$SOURCE"/tests/unit/*.c; do
  object=$(basename "$part" .c).o
  case $object in
  test_*) ;;
  *) quietly "$CC" "$@" -c "$part" -o "part_$object" ;;
  esac
done
for test in $UNIT_TESTS; do
  quietly "$CC" "$@" -pthread "$SOURCE/tests/unit/$test.c" part_*.o azsreg.o "$CMOCKA_LIBRARY" -o unit_test
  quietly ./unit_test
  passed=$((passed + 1))
done
finish
