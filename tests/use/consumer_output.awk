# SPDX-License-Identifier: MIT
#
# What consumer.c and consumer.cpp have to print, from the table of the source
# document. The four values and the version are variables.
BEGIN {
  FS = "|"
  print "azsreg " version
}

/^\|-/ { # below the heading
  table = 1
  next
}

function trimmed(cell) {
  gsub(/^ +| +$/, "", cell)
  gsub(/<br>/, "\n", cell)
  gsub(/`/, "", cell)
  return cell
}

table && /^\|/ {
  code = trimmed($2)
  detail = trimmed($3)
  quoted = ""
  if (gsub(/_subscription identifier_/, subscription_id, detail))
    quoted = quoted " subscription_id"
  if (gsub(/_resource group_/, resource_group, detail))
    quoted = quoted " resource_group"
  # One of these emphases is never closed.
  if (gsub(/_registration name_?/, registration_name, detail))
    quoted = quoted " registration_name"
  if (gsub(/_[Cc]ustomer subscription identifier_/, customer_subscription_id, detail))
    quoted = quoted " customer_subscription_id"
  count++
  print count ": " code ", found as " count ", " count " and " count
  print "quotes:" quoted
  print "transient: " (detail ~ /Try again later/ ? "yes" : "no")
  print detail
  print trimmed($4)
}

function unknown(number) {
  print number ": Unknown, found as 0, 0 and 0\nquotes:\ntransient: no"
  print "Unknown registration error.\n"
}

END {
  unknown("0")
  unknown(count + 1)
  unknown("-1")
  unknown("2147483647")
  unknown("-2147483648")
}
