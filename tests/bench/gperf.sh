#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Writes a lookup function made by gperf to standard output:
#
#     gperf.sh NAME CODES [OPTION...]
#
# CODES is as peers.awk writes it.
set -eu
name=$1
codes=$2
shift 2
{
  echo '%struct-type'
  echo '%readonly-tables'
  echo '%language=ANSI-C'
  echo "%define lookup-function-name gperf_$name"
  echo "%define hash-function-name hash_$name"
  echo '%{'
  echo '#include "peers.h"'
  echo '#include <string.h>'
  echo '%}'
  echo 'struct numbered_code;'
  echo '%%'
  cat "$codes"
} | gperf "$@"
