#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Prints how large libraries are, as CSV: size,LINK,,WHAT,NAME,UNIT,VALUE
#
#     size.sh static NAME FILE [MEMBER...]   an archive, or some of its members
#     size.sh shared NAME FILE
#     size.sh symbol NAME FILE SYMBOL        a table in a shared library, without its texts
#
# WHAT is text, data, bss, relocations and imports. Relocations of an archive are those in its data,
# which become work at every start once it is linked into something position-independent.
set -eu
link=$1
name=$2
file=$3
shift 3

row() {
  printf 'size,%s,,%s,%s,%s,%d\n' "$link" "$1" "$name" "$2" "$3"
}

rows() {
  row text bytes "$1"
  row data bytes "$2"
  row bss bytes "$3"
  row relocations count "$4"
  row imports count "$5"
}

# The addresses that a shared library relocates at every start, plain or packed (RELR).
relocated() {
  readelf -W --relocs "$file" | awk '/R_[A-Z0-9_]*_RELATIV/ || /^ *[0-9a-f]+$/ { print $1 }'
}

if [ "$link" = symbol ]; then
  link=shared
  # shellcheck disable=SC2046 # address and size, two words
  set -- $(readelf -W --syms "$file" | awk -v symbol="$1" \
    '{ sub(/@.*/, "", $8) } $8 == symbol && $3 > size { size = $3; start = $2 }
      END { print start, size }')
  [ $# -eq 2 ] || exit 0
  start=$(printf '%d' "0x$1")
  relocations=$(relocated | while read -r address; do echo $((0x$address)); done |
    awk -v start="$start" -v size="$2" '$1 >= start && $1 < start + size' | wc -l)
  rows 0 "$2" 0 "$relocations" 0
  exit
fi

if [ "$link" = static ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  file=$(realpath "$file")
  (cd "$work" && ar x "$file" "$@")
  set -- "$work"/*.o
  relocations=$(readelf -W --relocs "$@" |
    awk '/^Relocation section/ { data = /\.rela?\.(rodata|data)/ } data && /R_[A-Z0-9]*_/' | wc -l)
  nm -g --defined-only "$@" | awk 'NF == 3 { print $3 }' | sort -u > "$work/defined"
  imports=$(nm -u "$@" | awk '$1 == "U" && $2 != "_GLOBAL_OFFSET_TABLE_" { print $2 }' | sort -u |
    grep -cvxF -f "$work/defined" || true)
else
  set -- "$file"
  relocations=$(relocated | wc -l)
  imports=$(nm -D --undefined-only "$file" | grep -c ' U ' || true)
fi
# shellcheck disable=SC2046 # three words
rows $(size "$@" | awk 'NR > 1 { text += $1; data += $2; bss += $3 } END { print text, data, bss }') \
  "$relocations" "$imports"
