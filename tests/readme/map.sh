#!/bin/sh
# SPDX-License-Identifier: MIT
#
# map.sh MAP TABLES: each line of C that src/README.md shows stands in the headers
# that were generated in the directory TABLES.
set -eu

map=$1
tables=$2
shown=$(awk '/^```c$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$map")
test -n "$shown" || { echo "expected C in $map, came none"; exit 1; }
printf '%s\n' "$shown" | while IFS= read -r line; do
  cat "$tables"/*.h | grep -qxF -- "$line" || { echo "expected in $tables, and not found: $line"; exit 1; }
done
