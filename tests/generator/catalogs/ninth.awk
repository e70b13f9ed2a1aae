# SPDX-License-Identifier: MIT
#
# Reads the rows of the source document's table: what the first eight errors
# of the catalog must be after a ninth was added to it.

function resolve(text) {
  gsub(/^ +| +$/, "", text)
  gsub(/<br>/, "\\n", text)
  gsub(/`/, "", text)
  return text
}

BEGIN {
  FS = "|"
  split("REGISTRATION_NOT_FOUND BAD_CUSTOMER_SUBSCRIPTION_ID INVALID_CUSTOMER_SUBSCRIPTION_ID " \
    "CUSTOMER_SUBSCRIPTION_NOT_FOUND UNAUTHORIZED_CSP_REGISTRATION CUSTOMER_SUBSCRIPTIONS_NOT_ALLOWED " \
    "INVALID_CSP_SUBSCRIPTION METADATA_RESOLVER_BAD_GATEWAY_ERROR", enumerators, " ")
}

/^\| [A-Z][A-Za-z]+ / && $2 !~ /^ Error / {
  number++
  code = resolve($2)
  detail = resolve($3)
  gsub(/_[Cc]ustomer subscription identifier_/, "[C]", detail)
  gsub(/_subscription identifier_/, "[S]", detail)
  gsub(/_resource group_/, "[G]", detail)
  gsub(/_registration name_?/, "[R]", detail)
  emit_expected(number, code, enumerators[number], detail, resolve($4), detail ~ /Try again later/)
}

END {
  if (number != 8)
    exit 1
  emit(9, "TenantQuotaExceeded", "TENANT_QUOTA_EXCEEDED", \
    "[R] has too many tenants.\\nThe last one: [C].", "Remove one.\\nThen try again.", 1)
}
