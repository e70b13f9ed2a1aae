#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A Meson project has azsreg as a dependency, through pkg-config and through CMake.
. "$SOURCE/tests/use/scratch.sh"

need meson Meson
need ninja Ninja
need "$PKG_CONFIG" pkg-config
mkdir "$scratch/outside"
cp "$here/consumer.c" "$scratch/outside"
cat >"$scratch/outside/meson.build" <<'END'
project('outside', 'c')
foreach method : ['pkg-config', 'cmake']
  azsreg = dependency('azsreg', version : '>=0.2', method : method)
  executable('by_' + method, 'consumer.c', dependencies : azsreg)
endforeach
END
quietly env PATH="$(dirname "$CMAKE"):$PATH" "PKG_CONFIG=$PKG_CONFIG" \
  "PKG_CONFIG_PATH=$INSTALLED/static/lib/pkgconfig" \
  meson setup "$scratch/build" "$scratch/outside" "-Dcmake_prefix_path=$INSTALLED/static"
quietly ninja -C "$scratch/build"
prints_what_it_should "Meson, by pkg-config" "$scratch/build/by_pkg-config"
prints_what_it_should "Meson, by CMake" "$scratch/build/by_cmake"
finish
