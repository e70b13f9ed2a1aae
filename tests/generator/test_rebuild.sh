#!/bin/sh
# SPDX-License-Identifier: MIT
#
# After an edit of the catalog, the next build follows it: a good edit is built
# in, a bad one stops the build, and without an edit nothing is built. The same
# holds for naming another catalog, or none. The environment sets CMAKE, GENERATOR
# (of CMake), CC and CFLAGS.
. "$(dirname "$0")/scratch.sh"

build() {
  "$CMAKE" --build build > log 2>&1
}

# expect_codes WHEN COUNT LAST: the tool that was just built lists COUNT codes, and
# LAST is the last one.
expect_codes() {
  expect "$1" "$2 codes, $3" "$(build/azsreg list | awk 'END { print NR " codes, " $0 }')"
}

# expect_detail TEXT OPTION: of the error that is added below.
expect_detail() {
  expect "the detail" "$1" "$(build/azsreg detail TenantQuotaExceeded "$2")"
}

# The headers, objects, libraries and programs made since the stamp.
made() {
  find build \( -name '*.[hoa]' -o -name azsreg -o -name azsreg_generate \) -type f -newer stamp
}

mkdir "a place"
catalog="$work/a place/é \$HOME 100%.txt"
own=$source/data/registration_errors.txt
cat "$own" > "$catalog" # unlike a copy, not read-only if that is
count=$(grep -c '^Code:' "$own")
last=$(awk -v count="$count" '/^Code:/ { code = $2 } /^Number:/ && $2 == count { print code }' "$own")
next=$((count + 1))
"$CMAKE" -S "$source" -B build -G "$GENERATOR" -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF -DCMAKE_BUILD_TYPE=Debug \
  "-DAZSREG_CATALOG=$catalog" > log 2>&1 || fail "expected CMake to configure" "$(cat log)"
touch -t 201802050000 stamp
build || fail "expected the first build to succeed" "$(cat log)"
expect_codes "first build" "$count" "$last"
[ -n "$(made)" ] || fail "expected the first build to make something"

touch stamp
build || fail "expected the second build to succeed" "$(cat log)"
expect "the second build made" "" "$(made)"

cat >> "$catalog" << END

Code: TenantQuotaExceeded
Number: $next
Detail: {registration_name} has too many tenants.
END
build || fail "expected a good edit to build" "$(cat log)"
expect_codes "after a good edit" "$next" TenantQuotaExceeded
expect_detail "Contoso has too many tenants." --registration-name=Contoso

# edit FROM TO: replaces the name of the placeholder.
edit() {
  sed "s/{$1} has too/{$2} has too/" "$catalog" > edited
  mv edited "$catalog"
}

edit registration_name registration
line=$(grep -n '{registration} has too' "$catalog" | cut -d : -f 1)
message="$catalog:$line: error: unknown placeholder '{registration}'; expected "
for time in first second; do
  ! build || fail "expected a bad edit to stop the build, the $time time"
  grep -qF "$message" log || fail "expected, the $time time: $message" "$(cat log)"
done
expect "temporary files" "" "$(find build -name '*.new')"

edit registration resource_group
build || fail "expected the next good edit to build" "$(cat log)"
expect_codes "after the bad edit was mended" "$next" TenantQuotaExceeded
expect_detail "Contoso has too many tenants." --resource-group=Contoso

touch stamp
build || fail "expected the last build to succeed" "$(cat log)"
expect "the last build made" "" "$(made)"

# Another catalog in the same build, older than all that was built.
cp "$here/catalogs/one.txt" old.txt
touch -t 201802050000 old.txt
"$CMAKE" "-DAZSREG_CATALOG=$work/old.txt" build > log 2>&1 || fail "expected CMake to configure again" "$(cat log)"
build || fail "expected the other catalog to build" "$(cat log)"
expect_codes "after another catalog was chosen" 1 A

# A missing one, with a path that is longer than a line of CMake's messages.
missing="$work/$(printf '%090d' 0)/missing.txt"
! "$CMAKE" "-DAZSREG_CATALOG=$missing" build > log 2>&1 || fail "expected a missing catalog to stop CMake"
message="$missing:1: error: there is no such file; expected AZSREG_CATALOG to name a catalog"
grep -qxF "$message" log || fail "expected: $message" "$(cat log)"

# None again.
"$CMAKE" -DAZSREG_CATALOG= build > log 2>&1 || fail "expected CMake to configure without a catalog" "$(cat log)"
build || fail "expected the project's own catalog to build" "$(cat log)"
expect_codes "after no catalog was chosen" "$count" "$last"
