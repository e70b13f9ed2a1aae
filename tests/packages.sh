#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The packages, as somebody gets them: the Debian packages are checked, put into a tree where there
# is nothing but the C library, and used there; the archives are used; the source tarball is built
# and tested where there is no git. For Debian 12, as root.
. "$(dirname "$0")/checks.sh"
umask 022
install_packages build-essential cmake dpkg-dev libcmocka-dev lintian pkg-config

version=$(awk '/define AZSREG_VERSION_/ { printf "%s%s", dot, $3; dot = "." }' "$source/include/azsreg/azsreg.h")
architecture=$(dpkg --print-architecture)
triplet=$(dpkg-architecture -q DEB_HOST_MULTIARCH)
interface=${version%.*} # before 1.0; then the major version alone
build=$work/build
root=$work/root
library=$build/libazsreg${interface}_${version}_$architecture.deb
development=$build/libazsreg-dev_${version}_$architecture.deb
tool=$build/azsreg_${version}_$architecture.deb

# is WHAT EXPECTED ACTUAL
is() {
  [ "$2" = "$3" ] || { printf '%s: expected: %s\nactual: %s\n' "$1" "$2" "$3"; false; }
}

make_packages() {
  cmake -S "$source" -B "$build" -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_SHARED_LIBS=ON -DBUILD_TESTING=OFF \
    -DCMAKE_C_FLAGS="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CFLAGS)" \
    -DCMAKE_SHARED_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)" \
    -DCMAKE_EXE_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)"
  cmake --build "$build"
  cd "$build"
  cpack
  cmake --build . --target package_source
}

# control PACKAGE: what it says of itself, but which version of the C library it needs
control() {
  dpkg-deb -f "$1" Package Section Depends | sed 's/libc6 ([^)]*)/libc6/'
}
say_what_they_are() {
  is library "Package: libazsreg$interface
Section: libs
Depends: libc6" "$(control "$library")"
  is development "Package: libazsreg-dev
Section: libdevel
Depends: libazsreg$interface (= $version)" "$(control "$development")"
  is tool "Package: azsreg
Section: utils
Depends: libazsreg$interface (>= $version), libc6" "$(control "$tool")"
  is shlibs "libazsreg $interface libazsreg$interface (>= $version)" "$(dpkg-deb -I "$library" shlibs)"
  for package in "$library" "$development" "$tool"; do
    name=$(dpkg-deb -f "$package" Package)
    dpkg-deb -x "$package" "$work/$name"
    cmp "$source/LICENSE" "$work/$name/usr/share/doc/$name/copyright"
    is "$name: changelog" "azsreg ($version) unstable; urgency=medium" \
      "$(gzip -dc "$work/$name/usr/share/doc/$name/changelog.gz" | head -n 1)"
  done
}

# On standard error, lintian complains of being run by root.
please_lintian() {
  is lintian '' "$(lintian --fail-on none "$library" "$development" "$tool" 2> /dev/null || echo "exit status $?")"
}

# A tree with a shell, for the maintainer scripts, and what it needs.
make_tree() {
  mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/dev" "$root/tmp" \
    "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
  for directory in bin sbin lib lib64; do
    test ! -L "/$directory" || ln -s "usr/$directory" "$root/$directory"
  done
  dpkg -L libc6 libc-bin dash | while read -r file; do
    test ! -L "$file" && test ! -f "$file" || printf '%s\n' "$file"
  done | tar -C / -c --no-recursion -T - | tar -C "$root" -x --keep-directory-symlink
  dpkg-query -s libc6 libc-bin dash > "$root/var/lib/dpkg/status"
}
work_and_go() {
  make_tree
  dpkg --root="$root" -i "$library" "$development" "$tool"
  is tool "azsreg $version" "$(chroot "$root" /usr/bin/azsreg --version)"
  # The .pc file says where the files are by its own place.
  flags=$(PKG_CONFIG_LIBDIR="$root/usr/lib/$triplet/pkgconfig" pkg-config --cflags --libs azsreg)
  # shellcheck disable=SC2086 # they are several
  cc "$source/tests/use/consumer.c" $flags -o "$root/tmp/consumer"
  is program "azsreg $version" "$(chroot "$root" /tmp/consumer | head -n 1)"
  for page in man1/azsreg.1 man3/azsreg.3 man3/azsreg_error.3; do
    gzip -dc "$root/usr/share/man/$page.gz" | grep -q .
  done
  dpkg --root="$root" -r azsreg libazsreg-dev "libazsreg$interface"
  is 'what is left' '' "$(find "$root/usr" -name '*azsreg*')"
}

have_all_in_archives() {
  cd "$work"
  tar -xzf "$build/azsreg-$version-Linux.tar.gz"
  tar -xzf "$build/azsreg-$version-Linux-dropin.tar.gz"
  cd "azsreg-$version-Linux"
  is tool "azsreg $version" "$(LD_LIBRARY_PATH="lib/$triplet" bin/azsreg --version)"
  is dropin "$(printf 'dropin/%s\n' LICENSE azsreg.c azsreg/azsreg.h)" "$(find dropin -type f | sort)"
  cc -I dropin "$source/tests/use/consumer.c" dropin/azsreg.c -o consumer
  is program "azsreg $version" "$(./consumer | head -n 1)"
}

build_without_git() {
  mkdir "$work/no-git"
  printf '#!/bin/sh\necho "git was called" >&2\nexit 1\n' > "$work/no-git/git"
  chmod +x "$work/no-git/git"
  PATH=$work/no-git:$PATH
  cd "$work"
  tar -xzf "$build/azsreg-$version.tar.gz"
  is 'of git, or built' '' "$(find "azsreg-$version" -name .git -o -name 'build*' -o -name CMakeCache.txt)"
  cmake -S "azsreg-$version" -B tarball -DBUILD_TESTING=ON
  cmake --build tarball
  cd tarball
  ctest --output-on-failure --no-tests=error -LE whole_builds
}

check "cpack makes the packages" make_packages
check "the Debian packages say what they are" say_what_they_are
check "the Debian packages please lintian" please_lintian
check "the Debian packages install, work, and leave nothing" work_and_go
check "the archives have the tool, and the two files" have_all_in_archives
check "the source tarball builds and passes its tests, without git" build_without_git
finish
