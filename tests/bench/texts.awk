# SPDX-License-Identifier: MIT
#
# usage: awk -v SIZE=BYTES -v JSON=1 -f texts.awk CODES
#
# Prints a log of at least SIZE bytes, always the same: of JSON, or of plain lines if JSON is empty.
# About one line of 50 has one of the codes.
{ codes[n++] = $1 }

# The minimal standard generator (Park and Miller 1988).
function below(bound) {
  seed = (seed * 16807) % 2147483647
  return seed % bound
}

function guid() {
  return sprintf("%04x%04x-%04x-4%03x-9%03x-%04x%04x%04x", below(65536), below(65536), below(65536),
    below(4096), below(4096), below(65536), below(65536), below(65536))
}

END {
  seed = 1
  while (size < SIZE) {
    time = sprintf("2026-03-%02dT%02d:%02d:%02d.%03dZ", 1 + below(28), below(24), below(60), below(60), below(1000))
    path = "/subscriptions/" guid() "/resourceGroups/rg-" below(100) \
      "/providers/Microsoft.AzureStack/registrations/AzureStack-" below(1000)
    code = below(50) ? "" : codes[below(n)]
    status = code ? 400 : 200
    if (JSON)
      line = "{\"time\":\"" time "\",\"level\":\"Information\",\"operationName\":\"PUT\",\"resourceId\":\"" path \
        "\",\"statusCode\":" status ",\"durationMs\":" below(900) ",\"correlationId\":\"" guid() "\"" \
        (code ? ",\"message\":\"The service refused:\\n" code "\"" : "") "}"
    else
      line = time " INFO  [worker-" below(16) "] registration agent: PUT " path \
        " answered with status " status " in " below(900) " ms" (code ? ": " code " (will not be tried again)" : "")
    print line
    size += length(line) + 1
  }
}
