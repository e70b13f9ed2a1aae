# SPDX-License-Identifier: MIT
#
# Codes of every shape, each with its enumerator.

{ emit(NR, $1, $2, "Detail of [G].", "", 0) }
