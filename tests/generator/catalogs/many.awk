# SPDX-License-Identifier: MIT
#
# 4,096 codes as a service would have them, and codes that differ only in one byte,
# in the last byte, or in length.

function add(code) {
  count++
  # 3001 and the number of errors have no common factor, so that each number
  # comes once, in no order.
  print "Code: " code "\nNumber: " (1 + count * 3001 % total) "\nTransient: " (count % 7 ? "no" : "yes")
  print "Detail:\n " (count % 3 ? "" : "{customer_subscription_id}") "Error " count " of {resource_group}"
  if (count % 5 == 0)
    print " {registration_name}\n {subscription_id} {resource_group}"
  if (count % 4)
    print "Comment: Comment " count ": {braces}."
  print ""
}

BEGIN {
  split("Invalid Bad Missing Unknown Unauthorized Forbidden Conflicting Expired " \
    "Duplicate Disabled Unsupported Throttled Locked Stale Malformed Internal", first)
  split("Customer Registration Subscription Resource Tenant CSP Partner Meter " \
    "Usage Billing Token HTTP Gateway Group Agreement Identity", second)
  split("NotFound Failure Request Value Id State Location Name Quota Version " \
    "Operation Header Response Timeout Certificate Key", third)
  letters = "abcdefghijklmnopqrstuvwxyz"
  total = 16 * 16 * 16 + 20 * 25 + 26 + 40

  for (i = 1; i <= 16; i++)
    for (j = 1; j <= 16; j++)
      for (k = 1; k <= 16; k++)
        add(first[i] second[j] third[k])
  for (i = 2; i <= 21; i++) # 20 places
    for (j = 2; j <= 26; j++) {
      code = "Aaaaaaaaaaaaaaaaaaaaaaaa"
      code = substr(code, 1, i - 1) substr(letters, j, 1) substr(code, i + 1)
      add(code)
    }
  for (j = 1; j <= 26; j++)
    add("TheQuotaOfThisZone" substr(letters, j, 1))
  for (code = "Z"; length(code) <= 40; code = code "z")
    add(code)
  if (count != total)
    exit 1
}
