# SPDX-License-Identifier: MIT
#
# Writes what a program without azsreg would have instead, from a catalog:
#
#     awk -v PEERS=peers.c -v GPERF=codes.gperf -v CODES=codes -f peers.awk CATALOG
#
#   PEERS   a strcmp chain, the table that bsearch takes, snprintf with details as its formats
#   GPERF   the codes as gperf reads them
#   CODES   the codes, one a line
#
# It knows as much of a catalog's syntax as the catalogs here need.

# Ends the stanza that was read.
function end() {
  if (code == "")
    return
  codes[number] = code
  details[number] = detail
  count++
  code = detail = field = ""
}

# The detail as a format in C and its arguments.
function format_of(text,    arguments) {
  gsub(/[\\"]/, "\\\\&", text)
  gsub(/\n/, "\\n", text)
  while (match(text, /[{][a-z_]*[}]/)) {
    arguments = arguments ", values->" substr(text, RSTART + 1, RLENGTH - 2)
    text = substr(text, 1, RSTART - 1) "%s" substr(text, RSTART + RLENGTH)
  }
  return "\"" text "\"" arguments
}

/^#/ { next }
/^$/ { end() }
/^Code: / { code = $2 }
/^Number: / { number = $2 + 0 }
/^[A-Z]/ { field = $1 }
/^Detail: / { detail = substr($0, 9) }
/^ / && field == "Detail:" { detail = detail (detail == "" ? "" : "\n") substr($0, 2) }

END {
  end()
  print "%struct-type\n%readonly-tables\n%language=ANSI-C\n" \
    "%define lookup-function-name find_by_gperf\n" \
    "%{\n#include \"peers.h\"\n#include <string.h>\n%}\nstruct numbered_code;\n%%" > GPERF
  for (i = 1; i <= count; i++) {
    print codes[i] > CODES
    print codes[i] "," i > GPERF
    table = table sprintf("    {\"%s\", %d},\n", codes[i], i)
    chain = chain sprintf("    if (strcmp(code, \"%s\") == 0)\n        return %d;\n", codes[i], i)
    formats = formats sprintf("    case %d:\n        return snprintf(buffer, size, %s);\n", i, format_of(details[i]))
  }
  print "#include \"peers.h\"\n\n#include <stdio.h>\n#include <string.h>\n" > PEERS
  printf "struct numbered_code numbered_codes[] = {\n%s};\n\n", table > PEERS
  printf "const size_t code_count = %d;\n\n", count > PEERS
  printf "int number_by_strcmp(const char *code)\n{\n%s    return 0;\n}\n\n", chain > PEERS
  print "int detail_by_snprintf(char *buffer, size_t size, int number,\n" \
    "                       const azsreg_values *values)\n{\n    switch (number) {" > PEERS
  printf "%s    default:\n        return 0;\n    }\n}\n", formats > PEERS
}
