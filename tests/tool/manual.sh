#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The manual as it is installed, against the header, the catalog and what the
# programs really print.
#
#     manual.sh PROGRAM MAN_DIRECTORY INCLUDE_DIRECTORY LIBRARY_DIRECTORY CATALOG COMPILER [FLAG ...]
set -eu
export LC_ALL=C # elsewhere [A-Z] may be other letters

PATH=$(dirname "$1"):$PATH
page1=$2/man1/azsreg.1
page3=$2/man3/azsreg.3
links=$2/man3
include=$3
library=$4
catalog=$5
shift 5 # what is left compiles C

failed=0
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

# Compares two files of which neither may be empty.
compare() { # CASE EXPECTED ACTUAL
  if [ -s "$2" ] && cmp -s "$2" "$3"; then
    echo "ok: $1"
    return
  fi
  echo "failed: $1: expected is -, actual is +"
  diff -u "$2" "$3" || :
  failed=1
}

# The blocks of a section, as they are shown.
blocks() { # SECTION PAGE
  awk -v section=".Sh $1" '
    /^[.]Sh / { inside = $0 == section }
    /^[.]Ed/ { block = 0 }
    inside && block { gsub(/\\e/, "\\"); print }
    /^[.]Bd/ { block = 1 }' "$2"
}

# Every public symbol of the headers is in the page. What is not for the users
# of the library is named here.
public_symbols() {
  grep -ohE '(azsreg|AZSREG)_[A-Za-z0-9_]+' "$include/azsreg/azsreg.h" "$include/azsreg/codes.h" |
    grep -vE '^AZSREG_(AZSREG_H|CODES_H|API|ERROR_)$|^azsreg_EXPORTS$|^(AZSREG_VALUE|AZSREG_VERSION)_$' | sort -u
}
public_symbols > "$directory/expected"
while read -r symbol; do
  if grep -qwF -- "$symbol" "$page3"; then
    echo "$symbol"
  fi
done < "$directory/expected" > "$directory/actual"
compare "every public symbol is in azsreg(3)" "$directory/expected" "$directory/actual"

# Every function is in the synopsis, has a name there and a page of its own.
grep -oE '[*[:space:]]azsreg_[a-z_]+\(' "$include/azsreg/azsreg.h" | tr -d '* (' | sort -u > "$directory/functions"
sed -nE 's/^\.F[no] (azsreg_[a-z_]+).*/\1/p' "$page3" | sort -u > "$directory/actual"
compare "every function is in the synopsis" "$directory/functions" "$directory/actual"
sed -nE 's/^\.Nm (azsreg_[a-z_]+).*/\1/p' "$page3" | sort > "$directory/actual"
compare "every function is in the name section" "$directory/functions" "$directory/actual"
while read -r function; do
  if [ "$(cat "$links/$function.3")" = '.so man3/azsreg.3' ]; then
    echo "$function"
  fi
done < "$directory/functions" > "$directory/actual"
compare "every function has a page" "$directory/functions" "$directory/actual"

# The prototypes of the synopsis are the header's, or they do not compile.
{
  echo '#include <azsreg/azsreg.h>'
  awk '
    /^[.]Sh / { inside = $2 == "SYNOPSIS" }
    !inside { next }
    /^[.]Ft / { type = substr($0, 5) }
    /^[.]Fn / {
      name = $2; list = $0; sub(/^[.]Fn [a-z_]+ /, "", list)
      gsub(/" "/, ", ", list); gsub(/"/, "", list)
      print type " " name "(" list ");"
    }
    /^[.]Fo / { name = $2; list = "" }
    /^[.]Fa / { item = substr($0, 5); gsub(/"/, "", item); list = list (list == "" ? "" : ", ") item }
    /^[.]Fc/ { print type " " name "(" list ");" }' "$page3"
} > "$directory/synopsis.c"
if "$@" -std=c99 -Wall -Werror -Wno-unused-command-line-argument "-I$include" -c "$directory/synopsis.c" -o "$directory/synopsis.o"; then
  echo "ok: prototypes"
else
  echo "failed: prototypes"
  failed=1
fi

# The struct of the page is the header's without its comments.
sed -n '/^typedef struct/,/^}/p' "$include/azsreg/azsreg.h" | sed 's| */\*.*\*/$||' > "$directory/expected"
sed -n '/^typedef struct/,/^}/p' "$page3" > "$directory/actual"
compare "struct azsreg_values" "$directory/expected" "$directory/actual"

# The errors of the page are the catalog's: number, enumerator, code, values,
# and whether they are transient.
awk '
  function flush(    name) {
    if (code == "")
      return
    name = code
    while (match(name, /[a-z0-9][A-Z]/))
      name = substr(name, 1, RSTART) "_" substr(name, RSTART + 1)
    while (match(name, /[A-Z][A-Z][a-z]/))
      name = substr(name, 1, RSTART) "_" substr(name, RSTART + 1)
    print number, "AZSREG_ERROR_" toupper(name), code, (values == "" ? "no value" : values) "." transient
    code = values = transient = ""
  }
  /^#/ { next }
  /^[A-Z][a-z]*:/ { field = $1 }
  /^Code:/ { flush(); code = $2 }
  /^Number:/ { number = $2 }
  /^Transient: yes/ { transient = " Transient." }
  field == "Detail:" {
    rest = $0
    while (match(rest, /[{][a-z_]+[}]/)) {
      value = substr(rest, RSTART + 1, RLENGTH - 2)
      if (!seen[code, value]++)
        values = values (values == "" ? "" : ", ") value
      rest = substr(rest, RSTART + RLENGTH)
    }
  }
  END { flush() }' "$catalog" | sort -n > "$directory/expected"
awk '
  /^[.]It Dv AZSREG_ERROR_/ { if (line != "") print line; line = $6 " " $3; next }
  /^[.]El/ { if (line != "") print line; line = ""; exit }
  line != "" { sub(/^[.]Li /, ""); sub(/ :$/, ""); line = line " " $0 }' "$page3" > "$directory/actual"
compare "errors" "$directory/expected" "$directory/actual"

# The complete example of azsreg(3) compiles, and prints what the page says.
blocks EXAMPLES "$page3" | awk '{ print } /^}/ { exit }' > "$directory/example.c"
blocks EXAMPLES "$page3" | awk 'done { print } /^}/ { done = 1 }' > "$directory/expected"
if "$@" -std=c99 -Wall -Wextra -Wpedantic -Werror -Wno-unused-command-line-argument "-I$include" "$directory/example.c" -o "$directory/example" \
  "-L$library" -lazsreg; then
  "$directory/example" > "$directory/actual"
  compare "example of azsreg(3)" "$directory/expected" "$directory/actual"
else
  echo "failed: example of azsreg(3) does not compile"
  failed=1
fi

# The examples of azsreg(1) are a session at a shell: a line that starts with a
# dollar sign and a space is typed, the rest printed.
blocks EXAMPLES "$page1" > "$directory/expected"
awk '
  /^[$] / || more {
    if (!more) {
      print "status=$?"
      print "cat <<\"END OF COMMAND\""
      command = ""
    }
    print
    command = command (more ? "\n" $0 : substr($0, 3))
    more = /\\$/
    if (!more)
      print "END OF COMMAND\n(exit $status)\n" command
  }' "$directory/expected" > "$directory/session"
(cd "$directory" && sh session > actual 2>&1) || :
compare "examples of azsreg(1)" "$directory/expected" "$directory/actual"

# The options of azsreg(1) are those of the program's help.
azsreg --help | grep -oE -e '--[a-z-]+(=[A-Z]+)?' | sort -u > "$directory/expected"
sed -nE 's/^\.It Fl (h , )?-([a-z-]+)( Ns = Ns Ar ([A-Z]+))?$/--\2=\4/p' "$page1" | sed 's/=$//' |
  sort -u > "$directory/actual"
compare "options of azsreg(1)" "$directory/expected" "$directory/actual"

exit "$failed"
