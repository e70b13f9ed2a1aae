# SPDX-License-Identifier: MIT
#
# Reads the table of the source document. The project's own catalog, with the stanza
# that is written here after it, has the errors of that table and one more.

function enumerator_of(code) {
  while (match(code, /[a-z][A-Z]/) || match(code, /[A-Z][A-Z][a-z]/))
    code = substr(code, 1, RSTART) "_" substr(code, RSTART + 1)
  return toupper(code)
}

function resolve(text) {
  gsub(/^ +| +$/, "", text)
  gsub(/<br>/, "\\n", text)
  gsub(/`/, "", text)
  return text
}

BEGIN {
  FS = "|"
}

/^\| [A-Z][A-Za-z]+ / && $2 !~ /^ Error / {
  number++
  code = resolve($2)
  detail = resolve($3)
  gsub(/_[Cc]ustomer subscription identifier_/, "[C]", detail)
  gsub(/_subscription identifier_/, "[S]", detail)
  gsub(/_resource group_/, "[G]", detail)
  gsub(/_registration name_?/, "[R]", detail)
  emit_expected(number, code, enumerator_of(code), detail, resolve($4), detail ~ /Try again later/)
}

END {
  if (number < 8)
    exit 1
  emit(number + 1, "TenantQuotaExceeded", "TENANT_QUOTA_EXCEEDED", \
    "[R] has too many tenants.\\nThe last one: [C].", "Remove one.\\nThen try again.", 1)
}
