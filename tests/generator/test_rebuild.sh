#!/bin/sh
# SPDX-License-Identifier: MIT
#
# After an edit of the catalog, the next build follows it: a good edit is built
# in, a bad one stops the build, and without an edit nothing is built. The same
# holds for naming another catalog, or none. The environment sets CMAKE, GENERATOR
# (of CMake), CC and CFLAGS.
set -eu

source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

fail() {
  cat log
  echo "$1"
  exit 1
}

build() {
  "$CMAKE" --build build > log 2>&1
}

# expect_codes COUNT LAST WHEN: the tool that was just built lists COUNT codes,
# and LAST is the last one.
expect_codes() {
  build/azsreg list > codes
  test "$(wc -l < codes)" -eq "$1" || fail "$3: expected $1 codes, came $(wc -l < codes)"
  test "$(tail -n 1 codes)" = "$2" || fail "$3: expected $2 last, came $(tail -n 1 codes)"
}

# The headers, objects, libraries and programs that a build made.
products() {
  find build \( -name '*.h' -o -name '*.o' -o -name '*.a' -o -name azsreg -o -name azsreg_generate \) -type f "$@"
}

expect_nothing_made() {
  made=$(products -newer stamp)
  test -z "$made" || fail "expected the $1 to do nothing, and it made $made"
}

cat "$source/data/registration_errors.txt" > catalog.txt # unlike a copy, not read-only if that is
count=$(grep -c '^Code:' catalog.txt)
last=$(awk -v count="$count" '/^Code:/ { code = $2 } /^Number:/ && $2 == count { print code }' catalog.txt)
next=$((count + 1))
"$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF -DCMAKE_BUILD_TYPE=Debug \
  "-DAZSREG_CATALOG=$work/catalog.txt" > log 2>&1 || fail "expected CMake to configure"
build || fail "expected the first build to succeed"
expect_codes "$count" "$last" "first build"
test "$(products | wc -l)" -ge 10 || fail "expected more products than $(products)"

touch stamp
build || fail "expected the second build to succeed"
expect_nothing_made "second build"

cat >> catalog.txt << END

Code: TenantQuotaExceeded
Number: $next
Detail: {registration_name} has too many tenants.
END
build || fail "expected a good edit to build"
expect_codes "$next" TenantQuotaExceeded "after a good edit"
build/azsreg explain TenantQuotaExceeded --registration-name=Contoso | grep -q '^Contoso has too many tenants\.$' ||
  fail "expected the new detail"

sed 's/{registration_name} has too/{registration} has too/' catalog.txt > edited
mv edited catalog.txt
line=$(grep -n '{registration} has too' catalog.txt | cut -d : -f 1)
expected="$work/catalog.txt:$line: error: unknown placeholder '{registration}'; expected "
for time in first second; do
  if build; then
    fail "expected a bad edit to stop the build, the $time time"
  fi
  grep -qF "$expected" log || fail "expected, the $time time: $expected"
done
test -z "$(find build -name '*.new')" || fail "expected nothing aside to be left"

sed 's/{registration} has too/{resource_group} has too/' catalog.txt > edited
mv edited catalog.txt
build || fail "expected the next good edit to build"
expect_codes "$next" TenantQuotaExceeded "after the bad edit was mended"
build/azsreg explain TenantQuotaExceeded --resource-group=Contoso | grep -q '^Contoso has too many tenants\.$' ||
  fail "expected the mended detail"

touch stamp
build || fail "expected the last build to succeed"
expect_nothing_made "last build"

# Another catalog in the same build, older than all that was built.
cp "$source/tests/generator/catalogs/one.txt" old.txt
touch -t 201802050000 old.txt
"$CMAKE" "-DAZSREG_CATALOG=$work/old.txt" build > log 2>&1 || fail "expected CMake to configure again"
build || fail "expected the other catalog to build"
expect_codes 1 A "after another catalog was chosen"

# A missing one, with a path that is longer than a line of CMake's messages.
missing="$work/$(printf '%090d' 0)/missing.txt"
if "$CMAKE" "-DAZSREG_CATALOG=$missing" build > log 2>&1; then
  fail "expected a missing catalog to stop CMake"
fi
expected="$missing:1: error: there is no such file; expected AZSREG_CATALOG to name a catalog"
grep -qxF "$expected" log || fail "expected: $expected"

# None again.
"$CMAKE" -DAZSREG_CATALOG= build > log 2>&1 || fail "expected CMake to configure without a catalog"
build || fail "expected the project's own catalog to build"
expect_codes "$count" "$last" "after no catalog was chosen"
