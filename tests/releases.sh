#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: releases.sh [RELEASE...]
#
# Types the README's two commands on bare systems of the Debian releases that it names, which
# debootstrap makes in a directory. For a release of azsreg, not for every change: it takes some
# minutes each. On Debian, as root.
. "$(dirname "$0")/checks.sh"
mirror=http://deb.debian.org/debian
root=$work/root

# The nth command of the README, on the system in $root. It sees the processes and devices of this
# machine, in mounts that are gone when the command has ended.
types() {
  awk -v n="$1" '/^```sh$/ { inside = ++blocks == n; next } /^```/ { inside = 0 } inside' "$source/README.md" \
    > "$root/home/azsreg/typed"
  unshare --mount sh -euc "
    mount --rbind /proc '$root/proc'
    mount --rbind /dev '$root/dev'
    chroot '$root' sh -euc 'cd /home/azsreg; . ./typed'"
}

# The system's apt has the settings of this machine's: a proxy, or that the mirror is a snapshot.
make_system() {
  debootstrap --variant=minbase "$1" "$root" "$mirror"
  cp /etc/resolv.conf "$root/etc"
  apt-config dump | grep -E '^Acquire::(Check-|http)' > "$root/etc/apt/apt.conf.d/machine.conf" || :
  mkdir "$root/home/azsreg"
  (cd "$source" && tar -c --exclude=./.git --exclude='./build*' .) | tar -x -C "$root/home/azsreg"
}

shows_the_library_at_work() {
  types 1 | tee "$work/shown"
  tail -n 5 "$work/shown" | grep -q AzureStack-Contoso
}

passes_the_tests() {
  types 2
  note "$(grep 'tests passed' "$log")"
}

install_packages debootstrap wget
# debootstrap goes through the proxy that apt has here, if any.
eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
test -z "${http_proxy:-}" || export http_proxy

test $# -gt 0 || set -- bullseye bookworm trixie sid
for release in "$@"; do
  status=0
  wget -q --spider "$mirror/dists/$release/Release" || status=$?
  if [ "$status" = 8 ]; then # wget's word for an answer such as 404
    echo "GONE   $release: $mirror no longer has it, so nothing was tried"
    continue
  fi
  check "$release: a bare system" make_system "$release"
  check "$release: the README's first command shows the library at work" shows_the_library_at_work
  check "$release: the README's second command passes the tests" passes_the_tests
  rm -rf "$root"
done
finish
