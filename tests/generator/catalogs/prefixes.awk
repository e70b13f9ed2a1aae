# SPDX-License-Identifier: MIT
#
# 300 codes of 45 bytes that are the same in all but three of them, and these
# three are not the last.

BEGIN {
  letters = "ABCDEFGHIJ"
  for (i = 0; i < 2; i++) {
    prefix = prefix "CustomerSubscription"
    upper = upper "_CUSTOMER_SUBSCRIPTION"
  }
  for (i = 0; i < 300; i++) {
    a = substr(letters, 1 + i % 10, 1)
    b = substr(letters, 1 + int(i / 10) % 10, 1)
    c = substr(letters, 1 + int(i / 100), 1)
    emit(300 - i, prefix a b c "Id", substr(upper, 2) "_" a b c "_ID", "[S]" a b c, a b c, i % 2)
  }
}
