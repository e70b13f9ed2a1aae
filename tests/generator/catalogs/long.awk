# SPDX-License-Identifier: MIT
#
# A comment of 100 KB, a detail of 100 KB with 1,000 placeholders, the longest
# code that is allowed, 64 bytes, and errors before and after them.

BEGIN {
  code = sprintf("%64s", "")
  gsub(/ /, "L", code)
  print "Code: ShortAgain\nNumber: 3\nDetail: {customer_subscription_id}\nComment: Last.\nTransient: yes\n"
  print "Code: " code "\nNumber: 2\nDetail:"
  for (i = 0; i < 1000; i++)
    print " The {registration_name} is quoted for the " (100000 + i) "th time, in a detail that does not end."
  print "Comment:"
  for (i = 0; i < 1000; i++)
    print " Line " (100000 + i) " of a text that is far longer than what anybody would like to read at a time."
  print "\nCode: Short\nNumber: 1\nDetail: {subscription_id}\nComment: First."
}
