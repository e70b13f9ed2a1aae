#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Without the tool, the target azsreg is enough to install all but the tool, its page and its
# completion.
. "$SOURCE/tests/use/scratch.sh"

build_azsreg "$SOURCE" "$scratch/build" azsreg -DAZSREG_BUILD_TOOL=OFF -DCMAKE_INSTALL_LIBDIR=lib
quietly "$CMAKE" --install "$scratch/build" --prefix "$scratch/prefix"
same "what only the tool needs" "bin/azsreg
share/bash-completion/completions/azsreg
share/man/man1/azsreg.1" "$({ files "$INSTALLED/static"; files "$scratch/prefix"; } | sort | uniq -u)"
finish
