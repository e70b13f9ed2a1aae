# SPDX-License-Identifier: MIT
#
# usage: awk -v COUNT=512 -f catalog.awk
#
# Prints a catalog of COUNT plausible codes of 8 to 48 bytes, at most 4,096, always the same. A code is
# three words, and each word is one of 16. An odd factor permutes the numbers, so that a small catalog has
# codes of mixed lengths like a large one.
BEGIN {
  split("Invalid Bad NoLongerSupported Unauthorized Expired No Unknown Disabled " \
    "NotYetRegistered My Malformed Forbidden Suspended Stale Rejected Locked", first)
  split("Customer Registration Tenant MarketplaceItem Billing Id PartnerAgreement Usage " \
    "DelegatedProvider Offer CSP Resource CapacityReservation Metadata Gateway Quota", second)
  split("Subscription Identifier NotFound NotAllowed Agreement Name Group State " \
    "Configured Credential Location InProgress Gone Token Version Error", third)
  for (number = 1; number <= COUNT; number++) {
    i = (number * 2477) % 4096
    code = first[i % 16 + 1] second[int(i / 16) % 16 + 1] third[int(i / 256) + 1]
    print "Code: " code "\nNumber: " number "\nDetail: Error " number " of {registration_name}.\n"
  }
}
