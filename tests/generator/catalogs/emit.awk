# SPDX-License-Identifier: MIT
#
# Functions for the other scripts here. Each error is written twice: as a stanza to
# the file `catalog`, and for check_catalog.c to the file `header`. In a text, [S],
# [G], [R] and [C] stand for the values, and \n for a line break.

function c_string(text) {
  gsub(/"/, "\\\"", text)
  return "\"" text "\""
}

function mask(detail, values) {
  values = "0"
  if (index(detail, "[S]")) values = values " | AZSREG_VALUE_SUBSCRIPTION_ID"
  if (index(detail, "[G]")) values = values " | AZSREG_VALUE_RESOURCE_GROUP"
  if (index(detail, "[R]")) values = values " | AZSREG_VALUE_REGISTRATION_NAME"
  if (index(detail, "[C]")) values = values " | AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID"
  return values
}

function emit_expected(number, code, enumerator, detail, comment, transient) {
  if (number_of_errors++ == 0)
    print "static const struct expected expected[] = {" > header
  printf "{\"%s\", AZSREG_ERROR_%s, %d, %s, %s, %s, %s},\n", code, enumerator, number, c_string(detail), \
    c_string(comment), mask(detail), transient ? "true" : "false" > header
}

function emit(number, code, enumerator, detail, comment, transient) {
  emit_expected(number, code, enumerator, detail, comment, transient)
  gsub(/\[S\]/, "{subscription_id}", detail)
  gsub(/\[G\]/, "{resource_group}", detail)
  gsub(/\[R\]/, "{registration_name}", detail)
  gsub(/\[C\]/, "{customer_subscription_id}", detail)
  gsub(/\\n/, "\n ", detail)
  gsub(/\\n/, "\n ", comment)
  printf "Code: %s\nNumber: %d\nDetail:\n %s\n", code, number, detail > catalog
  if (comment != "")
    printf "Comment:\n %s\n", comment > catalog
  if (transient)
    print "Transient: yes" > catalog
  print "" > catalog
}

END {
  print "};" > header
}
