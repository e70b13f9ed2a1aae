# SPDX-License-Identifier: MIT
#
# usage: awk -F , -v table=FILE -v picture=FILE -f report.awk results.csv
#
# Writes a table of azsreg's time divided by that of each other way, with the ratio that is
# promised for the first of them, and a picture of three tasks. Times do not repeat, so none fails;
# instructions do, and fail over their bound.

# Promised ratios of times, and bounds of the ratios of instructions.
function promise(task, name, time, instructions) {
  promised[task, name] = time
  bound[task, name] = instructions
}

BEGIN {
  promise("code", "own hits", 0.75, 0.75)
  promise("code", "own misses", 0.75, 1)
  promise("find", "prose", 1, 1)
  promise("find", "log", "", 1)
  promise("find", "JSON", 0.6, 0.6)
  promise("process", "prose", 1, "")
  promise("process", "log", 1, "")
  promise("process", "JSON", 1, "")
  promise("detail", "longest", 0.5, 0.5)
  promise("detail", "mixed", 0.5, 0.5)
  promise("detail", "ASCII", 0.5, 0.5)
  promise("detail", "German", 2.2, 2.2)
  promise("detail", "Greek", 2.2, 2.2)
  promise("detail", "Chinese", 2.2, 2.2)
  title["code"] = "look a code up, ns"
  title["find"] = "find all codes in a KiB, ns"
  title["process"] = "azsreg explain of 64 MiB, us"
  title["detail"] = "render a detail, ns"
}

# A task's row is its first line; azsreg's comes before those of the other ways.
!(($2, $3, $4) in count) {
  rows++
  task[rows] = $2
  name[rows] = $3
  way[rows] = $4
}

$1 == "instructions" { instructions[$2, $3, $4] = $5 }

# Sorted, for the median.
$1 == "ns" {
  place = ++count[$2, $3, $4]
  for (; place > 1 && values[$2, $3, $4, place - 1] > $5 + 0; place--)
    values[$2, $3, $4, place] = values[$2, $3, $4, place - 1]
  values[$2, $3, $4, place] = $5 + 0
}

function median(task, name, way) {
  return values[task, name, way, int((count[task, name, way] + 1) / 2)]
}

function check(what, ratio, most) {
  checked++
  if (ratio > most) {
    printf "%s: the ratio of instructions is %.2f, expected at most %s\n", what, ratio, most
    failed = 1
  }
}

function write_row(task, name, own, way, is_first,    most) {
  most = task == "code" ? 0.75 : promised[task, name]
  if (task != last_task)
    printf "\n%-29s %8s %8s  %-12s %6s %8s\n", title[task], "azsreg", "", "other way", "ratio", "promised" > table
  last_task = task
  printf "%-29s %8.1f %8.1f  %-12s %6.2f %8s\n", name, median(task, name, own), median(task, name, way), way,
    median(task, name, own) / median(task, name, way), is_first ? most : "" > table
}

function write_table(    i, own, is_first) {
  for (i = 1; i <= rows; i++) {
    if (task[i] == "generator")
      printf "\n%s: %d ms; promised: less than 1000\n", name[i], values[task[i], name[i], way[i], 1] > table
    else if (way[i] ~ /^azsreg/) {
      own = way[i]
      is_first = 1
    } else if (is_first || name[i] ~ /^own/) {
      write_row(task[i], name[i], own, way[i], is_first)
      is_first = 0
    }
  }
}

# 16 times the bytes, and 1 % for what is cut at the end of a text.
function check_instructions(    i, key, own) {
  for (i = 1; i <= rows; i++) {
    key = task[i] SUBSEP name[i]
    own = instructions[key, "azsreg"]
    if (task[i] == "1 MiB")
      check(name[i], own / instructions["64 KiB", name[i], way[i]], 16.2)
    else if (way[i] ~ /^(gperf -l|memmem|snprintf)$/ && bound[key] != "")
      check(task[i] " " name[i], own / instructions[key, way[i]], bound[key])
  }
  if (checked != 18) {
    print "expected 18 bounds, checked " checked
    failed = 1
  }
}

function text(x, y, anchor, weight, words) {
  printf "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>\n", x, y, anchor, weight, words > picture
}

# The longest bar of a task has the full width; it comes last.
function draw(heading, task, name, ways,    list, i, ns, width, weight, longest) {
  y += 36
  text(10, y, "start", "bold", heading)
  n = split(ways, list, ",")
  longest = median(task, name, list[n])
  for (i = 1; i <= n; i++) {
    ns = median(task, name, list[i])
    width = 400 * ns / longest
    weight = i == 1 ? "bold" : "normal"
    y += 24
    text(110, y, "end", weight, list[i])
    printf "<rect x=\"120\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>\n", y - 14, width,
      i == 1 ? "#0b62d6" : "#bbb" > picture
    text(126 + width, y, "start", weight, sprintf(ns < 10 ? "%.1f ns" : "%.0f ns", ns))
  }
}

END {
  write_table()
  check_instructions()
  print "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"620\" height=\"352\" font-family=\"sans-serif\"" \
    " font-size=\"14\">\n<title>Time of a call</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>" > picture
  draw("Look up one of 8 codes", "code", "own hits", "azsreg,gperf -l,strcmp chain,bsearch")
  draw("Find codes in 1 KiB of JSON logs", "find", "JSON", "azsreg,memmem")
  draw("Render the longest message", "detail", "longest", "azsreg,snprintf")
  print "</svg>" > picture
  exit failed
}
