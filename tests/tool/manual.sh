#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: manual.sh PROGRAM MAN_DIRECTORY INCLUDE_DIRECTORY LIBRARY_DIRECTORY COMPILER [FLAG ...]
#
# The manual as it is installed, against the header and what the programs really print.
set -eu
export LC_ALL=C # elsewhere [A-Z] may be other letters

PATH=$(dirname "$1"):$PATH
page1=$2/man1/azsreg.1
man3=$2/man3
page3=$man3/azsreg.3
include=$3
header=$include/azsreg/azsreg.h
codes=$include/azsreg/codes.h
library=$4
shift 4 # what is left compiles C

failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Compares the files expected, which is not empty, and actual.
compare() { # CASE
  [ -s expected ] && cmp -s expected actual && return
  echo "$1: expected is -, actual is +"
  diff -u expected actual || :
  failed=1
}

# The blocks of the examples, as they are shown.
examples() { # PAGE
  awk '
    /^[.]Sh / { inside = $2 == "EXAMPLES" }
    /^[.]Ed/ { block = 0 }
    inside && block { gsub(/\\e/, "\\"); print }
    /^[.]Bd/ { block = 1 }' "$1"
}

# Sorts declarations, one a line, and leaves one space between their words.
normalize() { sed 's/[*]/ * /g; s/[(),;"]/ /g; s/  */ /g; s/^ //; s/ $//' | grep . | sort; }

awk '/^AZSREG_API/, /;/' "$header" | tr '\n' ' ' | sed 's/AZSREG_API//g' | tr ';' '\n' | normalize > expected
sed -n '/^[.]Sh SYNOPSIS/,/^[.]Sh DESCRIPTION/p' "$page3" | sed -n 's/^[.]Ft /;/p; s/^[.]F[noa] //p' |
  tr '\n' ' ' | tr ';' '\n' | normalize > actual
compare "the synopsis of azsreg(3)"

sed -n '/^AZSREG_API/s/.*[ *]\(azsreg_[a-z_]*\)(.*/\1/p' "$header" | sort > expected
sed -n 's/^[.]Nm \(azsreg_[a-z_]*\).*/\1/p' "$page3" | sort > actual
compare "the names of azsreg(3)"

printf '%s\n' azsreg_error azsreg_values | sort - expected > pages
while read -r name; do echo ".so man3/azsreg.3 $name"; done < pages > expected
while read -r name; do echo "$(cat "$man3/$name.3") $name"; done < pages > actual
compare "the pages that lead to azsreg(3)"

sed -n '/^typedef struct/,/^}/p' "$header" | sed 's| */\*.*\*/$||' > expected
sed -n '/^typedef struct/,/^}/p' "$page3" > actual
compare "struct azsreg_values"

# Every constant, but for those that are not for the users of the library.
cat "$header" "$codes" | grep -oE 'AZSREG_[A-Z_]*[A-Z]' |
  grep -vE '^AZSREG_(AZSREG_H|CODES_H|API|ERROR|VALUE|VERSION)$' | sort -u > expected
while read -r name; do grep -owF -m 1 "$name" "$page3" || :; done < expected > actual
compare "the constants in azsreg(3)"

# The list of errors: number, enumerator, code, the values of the detail, and whether it is transient.
number=0
for code in $(azsreg list); do
  number=$((number + 1))
  values=$(azsreg detail "$code" | grep -oE '<[a-z ]+>' | awk '!seen[$0]++' |
    sed 's/[<>]//g; s/identifier/id/; s/ /_/g; $!s/$/,/') || :
  echo "$number $(sed -n "s/^ *\([A-Z_]*\) = ${number}[, ].*/\1/p" "$codes") $code" "${values:-no value}." \
    "$(azsreg explain "$code" | sed -n 's/^Try again later[.]$/Transient./p')"
done | tr '\n' ' ' | sed 's/  */ /g; s/ \([0-9]\)/\
\1/g; s/ $//' > expected
sed -n '/^[.]It Dv AZSREG_ERROR_/,/^[.]El/p' "$page3" |
  sed 's/^[.]It Dv \([A-Z_]*\) No = \([0-9]*\)/\2 \1/; s/^[.]Li //; s/ :$//; /^[.]El/d' |
  tr '\n' ' ' | sed 's/ \([0-9]\)/\
\1/g; s/ $//' > actual
compare "the errors in azsreg(3)"

# The example of azsreg(3): a program up to the first }, then what it prints.
examples "$page3" | sed '/^}/q' > example.c
examples "$page3" | sed '1,/^}/d' > expected
"$@" -std=c99 -Wall -Wextra -Wpedantic -Werror -Wno-unused-command-line-argument "-I$include" example.c -o example \
  "-L$library" -lazsreg
./example > actual
compare "the example of azsreg(3)"

# The examples of azsreg(1): a session at a shell. With -v the shell prints what it reads.
examples "$page1" | sed 's/^[$] //' > expected
examples "$page1" | awk '/^[$] /, !/\\$/' | sed 's/^[$] //' > session
sh -v session > actual 2>&1 || :
compare "the examples of azsreg(1)"

azsreg --help | grep -oE -e '--[a-z-]+(=[A-Z]+)?' | sort -u > expected
sed -nE 's/^[.]It Fl (h , )?-([a-z-]+)( Ns = Ns Ar ([A-Z]+))?$/--\2=\4/p' "$page1" | sed 's/=$//' | sort -u > actual
compare "the options in azsreg(1)"

exit "$failed"
