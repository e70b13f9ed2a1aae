# SPDX-License-Identifier: MIT
#
# Codes that are the start, the middle or the end of others, from 1 to 64 bytes.

BEGIN {
  count = split("X XX Xn Not Found NotFound Registration RegistrationNot RegistrationNotFound N0tFound", codes)
  split("X XX XN NOT FOUND NOT_FOUND REGISTRATION REGISTRATION_NOT REGISTRATION_NOT_FOUND N0T_FOUND", names)
  for (i = 1; i <= count; i++)
    emit(i, codes[i], names[i], "Detail " i, "", 0)
  code = sprintf("%63s", "")
  gsub(/ /, "x", code)
  emit(i, "X" code, "X" toupper(code), "Detail", "", 0)
}
