# SPDX-License-Identifier: MIT
#
# Codes that are the start, the middle or the end of others, from 1 to 64 bytes.

BEGIN {
  long_code = sprintf("%64s", "")
  gsub(/ /, "x", long_code)
  sub(/x/, "X", long_code)
  count = split("X XX Xn Not Found NotFound N0tFound Registration RegistrationNot RegistrationNotFound " long_code, \
    codes)
  for (i = 1; i <= count; i++)
    print "Code: " codes[i] "\nNumber: " i "\nDetail: Detail " i "\n"
}
