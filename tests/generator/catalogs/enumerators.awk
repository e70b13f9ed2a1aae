# SPDX-License-Identifier: MIT
#
# Codes of every shape, and the enumerators they must give.

{ emit(NR, $1, $2, "Detail of [G].", "", 0) }
