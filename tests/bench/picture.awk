# SPDX-License-Identifier: MIT
#
# Draws what a call takes as an SVG of horizontal bars: for three tasks, azsreg and what a program
# would have instead. The longest bar of a task has the full width.
BEGIN {
  tasks = split("code,own,hits|find,own,JSON log|detail,own,longest", keys, "|")
  split("Look up one of 8 codes|Find codes in 1 KiB of JSON logs|Render the longest message", titles, "|")
  split("azsreg,gperf -l,bsearch,strcmp chain|azsreg,memmem,strstr|azsreg,snprintf", bars, "|")
}

$5 == "ns" { time[$1 "," $2 "," $3, $4] = $6 }

function text(x, y, anchor, weight, words) {
  body = body sprintf("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n",
    x, y, anchor, weight, words)
}

END {
  for (task = 1; task <= tasks; task++) {
    count = split(bars[task], who, ",")
    longest = 0
    for (i = 1; i <= count; i++)
      longest = time[keys[task], who[i]] > longest ? time[keys[task], who[i]] : longest
    y += 36
    text(10, y, "start", "bold", titles[task])
    for (i = 1; i <= count; i++) {
      ns = time[keys[task], who[i]]
      width = 400 * ns / longest
      weight = who[i] == "azsreg" ? "bold" : "normal"
      y += 24
      text(110, y, "end", weight, who[i])
      body = body sprintf("<rect x=\"120\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>\n",
        y - 14, width, who[i] == "azsreg" ? "#0b62d6" : "#bbb")
      text(126 + width, y, "start", weight, sprintf(ns < 10 ? "%.1f ns" : "%.0f ns", ns))
    }
  }
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"620\" height=\"%d\" " \
    "font-family=\"sans-serif\" font-size=\"14\">\n<title>Time of a call</title>\n" \
    "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n%s</svg>\n", y + 16, body
}
