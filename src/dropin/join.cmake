# SPDX-License-Identifier: MIT
#
# Joins the library in SOURCE with the headers that were generated in BINARY.
set(head "/* SPDX-License-Identifier: MIT AND CC-BY-4.0
 *
 * azsreg as two files, azsreg.c and azsreg/azsreg.h: compile azsreg.c with your
 * program, which needs the directory of azsreg.c in its include path.
 *
 * The code is Copyright (c) 2026 the azsreg developers, under the MIT licence.
 * The texts of the errors are those of the article \"Usage tracking error codes
 * Azure Stack\" of the Microsoft documentation, edition of 02/05/2018, (c)
 * Microsoft Corporation, under CC BY 4.0
 * (https://creativecommons.org/licenses/by/4.0/), unless another catalog was
 * built in.
 */
")
set(library "${SOURCE}/src/library")
set(tables "${BINARY}/src/library/tables")

# The public header, with the generated one in it.
file(READ "${SOURCE}/include/azsreg/azsreg.h" header)
file(READ "${BINARY}/include/azsreg/codes.h" codes)
string(REPLACE "#include <azsreg/codes.h>\n" "${codes}" header "${header}")
file(WRITE "${BINARY}/dropin/azsreg/azsreg.h" "${head}${header}")

# Each header before the first file that needs it, without its include guard, and the
# tables where they are included, after the types that they are made of.
set(source "${head}#include \"azsreg/azsreg.h\"\n")
foreach(file IN ITEMS
    freestanding.h word.h utf8.h escape.h key.h code_lengths.h
    code.c find.c escape.c detail.c version.c)
  set(path "${library}/${file}")
  if(file STREQUAL "code_lengths.h")
    set(path "${tables}/${file}")
  endif()
  file(READ "${path}" text)
  foreach(name IN ITEMS code_tables.h detail_tables.h)
    file(READ "${tables}/${name}" table)
    string(REPLACE "#include \"${name}\"\n" "${table}" text "${text}")
  endforeach()
  string(REGEX REPLACE "#include (\"[^\"]*\"|<azsreg/azsreg.h>)\n" "" text "${text}")
  if(text MATCHES "#ifndef AZSREG_[A-Z0-9_]+_H\n#define AZSREG_[A-Z0-9_]+_H\n")
    string(REPLACE "${CMAKE_MATCH_0}" "" text "${text}")
    string(REGEX REPLACE "#endif\n$" "" text "${text}")
  endif()
  string(APPEND source "\n${text}")
endforeach()
file(WRITE "${BINARY}/dropin/azsreg.c" "${source}")
