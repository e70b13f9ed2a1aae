# SPDX-License-Identifier: MIT
#
# Prints a catalog of COUNT plausible codes, at most 4,096, always the same:
#
#     awk -v COUNT=512 -f catalog.awk
#
# A code is three words, and each word is one of 16. An odd factor permutes the
# numbers, so that a small catalog has codes of the same kinds and lengths as a
# large one, and neighbours differ by more than a word.
BEGIN {
  split("Invalid Bad Missing Unauthorized Expired Duplicate Unknown Disabled " \
    "Conflicting Unsupported Malformed Forbidden Suspended Stale Rejected Locked", first)
  split("Customer Registration Tenant Marketplace Billing Provider Partner Usage " \
    "Delegated Offer Directory Resource Capacity Metadata Gateway Quota", second)
  split("Subscription SubscriptionId NotFound NotAllowed Agreement Identifier Group State " \
    "Configuration Credential Location Operation Request Token Version Error", third)
  for (number = 1; number <= COUNT; number++) {
    code = (number * 2477) % 4096
    printf "Code: %s%s%s\nNumber: %d\nDetail: Error %d of {registration_name}.\n\n",
      first[code % 16 + 1], second[int(code / 16) % 16 + 1], third[int(code / 256) + 1],
      number, number
  }
}
