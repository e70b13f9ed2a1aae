# SPDX-License-Identifier: MIT
#
# Draws times next to those of azsreg's alternatives: a row for each case and
# contender, with azsreg's bar in a strong colour and the length of a bar its time
# divided by the longest of the case. A label at the bar has the time.
function add(kind, link, codes, name, who, label) {
  key = kind "," link "," codes "," name
  wanted[key "," who] = ++rows
  title[rows] = label
  whose[rows] = who
  of[rows] = key
}
BEGIN {
  add("code", "static", 8, "hits", "azsreg", "look a code up")
  add("code", "static", 8, "hits", "gperf -l", "")
  add("code", "static", 8, "hits", "bsearch", "")
  add("find", "static", 8, "log.json", "azsreg", "find codes in 1 KiB of JSON")
  add("find", "static", 8, "log.json", "memmem", "")
  add("detail", "static", 8, "RegistrationNotFound", "azsreg", "render the longest detail")
  add("detail", "static", 8, "RegistrationNotFound", "snprintf", "")
}
{
  key = $1 "," $2 "," $3 "," $4
  row = wanted[key "," $5]
  if (row && $6 == "ns") {
    value[row] = $7
    longest[key] = $7 > longest[key] ? $7 : longest[key]
  }
}
END {
  for (row = 1; row <= rows; row++) {
    y += title[row] != "" ? 50 : 22
    if (title[row] != "")
      body = body sprintf("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>\n", y - 24, title[row])
    width = 420 * value[row] / longest[of[row]]
    own = whose[row] == "azsreg"
    body = body sprintf("<text x=\"90\" y=\"%d\" text-anchor=\"end\">%s</text>", y - 5, whose[row]) \
      sprintf("<rect x=\"100\" y=\"%d\" width=\"%.0f\" height=\"18\" fill=\"%s\"/>", y - 18, width, own ? "#c2410c" : "#b0b0b0") \
      sprintf("<text x=\"%.0f\" y=\"%d\">%.1f ns</text>\n", 106 + width, y - 5, value[row])
  }
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"620\" height=\"%d\" font-family=\"sans-serif\" font-size=\"14\">\n", y + 10
  printf "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n%s</svg>\n", body
}
