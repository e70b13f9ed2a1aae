# SPDX-License-Identifier: MIT
#
# 300 codes of 45 bytes that are the same in all but three of them, and these
# three are not the last.

BEGIN {
  letters = "ABCDEFGHIJ"
  for (i = 0; i < 300; i++) {
    three = substr(letters, 1 + i % 10, 1) substr(letters, 1 + int(i / 10) % 10, 1) substr(letters, 1 + int(i / 100), 1)
    print "Code: CustomerSubscriptionCustomerSubscription" three "Id\nNumber: " (300 - i)
    print "Detail: {subscription_id}" three "\nComment: " three "\nTransient: " (i % 2 ? "yes" : "no") "\n"
  }
}
