# SPDX-License-Identifier: MIT
#
# Writes what a program without azsreg would have instead, from a catalog:
#
#     awk -v CODES=codes -v LOOKUP=lookup_peers.c -v RENDER=render_peers.c -f peers.awk CATALOG
#
#   CODES   the codes and numbers, one a line, separated by a comma, as gperf reads them
#   LOOKUP  a strcmp chain, and the table that bsearch takes
#   RENDER  snprintf with the message as its format, and the bare memcpy calls of a message
#
# It knows as much of a catalog's syntax as the catalogs here need.

# Ends the stanza that was read.
function end() {
  if (code == "")
    return
  codes[number] = code
  details[number] = detail
  if (number > count)
    count = number
  code = detail = field = ""
}

# The text as the inside of a C string.
function quoted(text) {
  gsub(/\\/, "\\\\", text)
  gsub(/"/, "\\\"", text)
  gsub(/\n/, "\\n", text)
  return text
}

# Text without a placeholder, and its length in C.
function put_text(text) {
  return text == "" ? "" : sprintf("        to = put(to, \"%s\", %d);\n", quoted(text), length(text))
}

# The cases of the two renderings of a message.
function add_cases(number, text,    format, arguments, copies, name) {
  while (match(text, /[{][a-z_]*[}]/)) {
    name = substr(text, RSTART + 1, RLENGTH - 2)
    format = format substr(text, 1, RSTART - 1) "%s"
    arguments = arguments ", values->" name
    copies = copies put_text(substr(text, 1, RSTART - 1)) \
      sprintf("        to = put(to, values->%s, sizes->%s);\n", name, name)
    text = substr(text, RSTART + RLENGTH)
  }
  formatted = formatted sprintf("    case %d:\n        return snprintf(buffer, size, \"%s\"%s);\n",
    number, quoted(format text), arguments)
  copied = copied sprintf("    case %d:\n%s        break;\n", number, copies put_text(text))
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
  for (i = 1; i <= count; i++) {
    printf "%s,%d\n", codes[i], i > CODES
    chain = chain sprintf("    if (strcmp(code, \"%s\") == 0)\n        return %d;\n", codes[i], i)
    table = table sprintf("    {\"%s\", %d},\n", codes[i], i)
    add_cases(i, details[i])
  }
  print "#include \"peers.h\"\n\n#include <string.h>\n" > LOOKUP
  printf "struct numbered_code numbered_codes[] = {\n%s};\n\n", table > LOOKUP
  printf "const size_t code_count = %d;\n\n", count > LOOKUP
  printf "int lookup_by_strcmp(const char *code)\n{\n%s    return 0;\n}\n", chain > LOOKUP
  print "#include \"peers.h\"\n\n#include <stdio.h>\n#include <string.h>\n" > RENDER
  print "int detail_by_snprintf(char *buffer, size_t size, int number,\n" \
    "                       const azsreg_values *values)\n{\n    switch (number) {" > RENDER
  printf "%s    default:\n        return 0;\n    }\n}\n\n", formatted > RENDER
  print "static inline char *put(char *to, const char *from, size_t size)\n{\n" \
    "    memcpy(to, from, size);\n    return to + size;\n}\n" > RENDER
  print "size_t detail_by_memcpy(char *buffer, int number, const azsreg_values *values,\n" \
    "                        const struct sizes *sizes)\n{\n    char *to = buffer;\n" \
    "    switch (number) {" > RENDER
  printf "%s    default:\n        break;\n    }\n", copied > RENDER
  print "    *to = '\\0';\n    return (size_t)(to - buffer);\n}" > RENDER
}
