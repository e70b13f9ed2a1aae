#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The packages, as somebody gets them: the Debian packages are checked, put into
# a tree where there is nothing but the C library, and used there; the source
# tarball is built and tested where there is no git. For root on Debian: it
# installs what it needs.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() { # CASE COMMAND [ARGUMENT ...]: passed if the command succeeds
  case_name=$1
  shift
  if "$@" > "$work/log" 2>&1; then
    echo "ok: $case_name"
    passed=$((passed + 1))
  else
    echo "failed: $case_name: $*"
    cat "$work/log"
    failed=$((failed + 1))
  fi
}

is() { # EXPECTED ACTUAL
  [ "$1" = "$2" ] || { printf 'expected: %s\nactual:   %s\n' "$1" "$2"; false; }
}

missing=
for package in build-essential cmake dpkg-dev file libcmocka-dev lintian mandoc pkg-config; do
  case $(dpkg-query -W -f '${Status}' "$package" 2> /dev/null) in
    *' installed') ;;
    *) missing="$missing $package" ;;
  esac
done
if [ -n "$missing" ]; then
  apt-get -o DPkg::Lock::Timeout=600 update -qq
  # shellcheck disable=SC2086 # these are words
  apt-get -o DPkg::Lock::Timeout=600 install -qq -y --no-install-recommends $missing > /dev/null
fi

# ---- Making them -----------------------------------------------------------
umask 022
cmake -S "$source" -B "$work/build" -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF \
  -DCMAKE_C_FLAGS="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CFLAGS)" \
  -DCMAKE_SHARED_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)" \
  -DCMAKE_EXE_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)" > /dev/null
cmake --build "$work/build" -j 2 > /dev/null
(cd "$work/build" && cpack > "$work/cpack" 2>&1 && cmake --build . --target package_source >> "$work/cpack" 2>&1) ||
  { cat "$work/cpack"; exit 1; }

version=$(awk '/define AZSREG_VERSION_/ { printf "%s%s", dot, $3; dot = "." }' "$source/include/azsreg/azsreg.h")
architecture=$(dpkg --print-architecture)
triplet=$(dpkg-architecture -q DEB_HOST_MULTIARCH)
# Before 1.0; then the major version alone.
interface=${version%.*}
library=$work/build/libazsreg${interface}_${version}_$architecture.deb
development=$work/build/libazsreg-dev_${version}_$architecture.deb
tool=$work/build/azsreg_${version}_$architecture.deb

# ---- What they say ---------------------------------------------------------
field() { # PACKAGE FIELD EXPECTED
  check "$(basename "$1" "_${version}_$architecture.deb"): $2" is "$3" "$(dpkg-deb -f "$1" "$2")"
}
# The version of the C library that is needed is that of the machine's.
without_versions_of_libc() {
  dpkg-deb -f "$1" Depends | sed 's/libc6 ([^)]*)/libc6/'
}
field "$library" Package "libazsreg$interface"
field "$library" Section libs
field "$development" Package libazsreg-dev
field "$development" Section libdevel
field "$development" Depends "libazsreg$interface (= $version)"
field "$tool" Package azsreg
field "$tool" Section utils
check 'the library: Depends' is libc6 "$(without_versions_of_libc "$library")"
check 'azsreg: Depends' is "libazsreg$interface (>= $version), libc6" "$(without_versions_of_libc "$tool")"
check 'the library: shlibs' is "libazsreg $interface libazsreg$interface (>= $version)" "$(dpkg-deb -I "$library" shlibs)"
for package in "$library" "$development" "$tool"; do
  name=$(dpkg-deb -f "$package" Package)
  mkdir -p "$work/extracted/$name"
  dpkg-deb -x "$package" "$work/extracted/$name"
  doc=$work/extracted/$name/usr/share/doc/$name
  check "$name: copyright" cmp "$source/LICENSE" "$doc/copyright"
  check "$name: changelog has the version" is "azsreg ($version) unstable; urgency=medium" \
    "$(gzip -dc "$doc/changelog.gz" | head -n 1)"
done
# What lintian says of running as root is said on standard error, of no package.
check 'lintian has nothing to say' is 'ran' \
  "$(lintian --fail-on none "$library" "$development" "$tool" 2> /dev/null && echo ran)"

# ---- In a tree of their own ------------------------------------------------
# Nothing is there but a shell, for the maintainer scripts, and what it needs.
root=$work/root
mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/dev" "$root/tmp" \
  "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
for directory in bin sbin lib lib64; do
  if [ -L "/$directory" ]; then
    ln -s "usr/$directory" "$root/$directory"
  fi
done
dpkg -L libc6 libc-bin dash | while read -r file; do
  if [ -L "$file" ] || [ -f "$file" ]; then
    printf '%s\n' "$file"
  fi
done | tar -C / -c --no-recursion -T - 2> /dev/null | tar -C "$root" -x --keep-directory-symlink
dpkg-query -s libc6 libc-bin dash > "$root/var/lib/dpkg/status"

check 'they install' dpkg --root="$root" -i "$library" "$development" "$tool"
check 'the tool runs' is "azsreg $version" "$(chroot "$root" /usr/bin/azsreg --version 2>&1)"
check 'the tool explains' is RegistrationNotFound \
  "$(chroot "$root" /usr/bin/azsreg explain RegistrationNotFound 2>&1 | head -n 1)"

cat > "$work/program.c" <<'END'
#include <azsreg/azsreg.h>
#include <stdio.h>

int main(void)
{
    puts(azsreg_error_code(azsreg_error_from_code("InvalidCSPSubscription")));
    return 0;
}
END
# In the tree, and only there, pkg-config finds the library. Where in it the
# files are is known from the .pc file's own place.
flags=$(PKG_CONFIG_LIBDIR="$root/usr/lib/$triplet/pkgconfig" pkg-config --cflags --libs azsreg)
# shellcheck disable=SC2086 # these are words
check 'a program compiles' cc "$work/program.c" $flags -o "$root/tmp/program"
check 'a program runs' is InvalidCSPSubscription "$(chroot "$root" /tmp/program 2>&1)"
for page in man1/azsreg.1 man3/azsreg.3 man3/azsreg_format_detail.3; do
  check "the page $page" sh -c "gzip -dc '$root/usr/share/man/$page.gz' | grep -q ."
done
check 'they are removed' dpkg --root="$root" -r azsreg libazsreg-dev "libazsreg$interface"
check 'nothing is left' is '' "$(find "$root/usr" -name '*azsreg*')"

# ---- The archives ----------------------------------------------------------
mkdir "$work/tgz"
tar -xzf "$work/build/azsreg-$version-Linux.tar.gz" -C "$work/tgz"
check 'the TGZ has a tool that runs' is "azsreg $version" \
  "$(LD_LIBRARY_PATH="$work/tgz/azsreg-$version-Linux/lib/$triplet" \
    "$work/tgz/azsreg-$version-Linux/bin/azsreg" --version 2>&1)"

mkdir "$work/tarball" "$work/no-git"
tar -xzf "$work/build/azsreg-$version.tar.gz" -C "$work/tarball"
unpacked=$work/tarball/azsreg-$version
printf '#!/bin/sh\necho "git was called" >&2\nexit 1\n' > "$work/no-git/git"
chmod +x "$work/no-git/git"
check 'the tarball has nothing of git, and no build' is '' \
  "$(find "$unpacked" -name .git -o -name 'build*' -o -name CMakeCache.txt)"
PATH=$work/no-git:$PATH
check 'the tarball configures' cmake -S "$unpacked" -B "$work/unpacked-build"
check 'the tarball builds' cmake --build "$work/unpacked-build" -j 2
check 'the tarball passes its tests' \
  sh -c "cd '$work/unpacked-build' && ctest -j 2 -LE whole_builds --output-on-failure -O '$work/ctest'"
check 'its tests were more than none' grep -qE '100% tests passed.* out of [1-9]' "$work/ctest"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
