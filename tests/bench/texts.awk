# SPDX-License-Identifier: MIT
#
# usage: awk -v SIZE=BYTES -v JSON=1 -f texts.awk CODES
#
# Prints a log of at least SIZE bytes, always the same: of JSON, or of plain lines if JSON is empty.
# One line of 50 has one of the codes.
{ codes[n++] = $1 }

END {
  for (i = 1; size < SIZE; i++) {
    time = sprintf("2026-03-%02dT%02d:%02d:%02d.%03dZ", 1 + i % 28, i % 24, i % 60, i * 7 % 60, i * 77 % 1000)
    guid = sprintf("%08x-2d4b-4a8e-9c1c-%04xd4a5b6c7", (i * 48271) % 2147483647, (i * 16807) % 65536)
    path = "/subscriptions/" guid "/resourceGroups/rg-" i % 100 \
      "/providers/Microsoft.AzureStack/registrations/AzureStack-" i * 7 % 1000
    code = i % 50 ? "" : codes[i / 50 % n]
    if (JSON)
      line = "{\"time\":\"" time "\",\"level\":\"Information\",\"operationName\":\"PUT\",\"resourceId\":\"" path \
        "\",\"durationMs\":" i * 13 % 900 ",\"correlationId\":\"" guid "\"" \
        (code ? ",\"message\":\"The service refused:\\n" code "\"" : "") "}"
    else
      line = time " INFO  [worker-" i % 16 "] registration agent: PUT " path " answered in " i * 13 % 900 " ms" \
        (code ? ": " code " (will not be tried again)" : "")
    print line
    size += length(line) + 1
  }
}
