# SPDX-License-Identifier: MIT
#
# usage: awk -v out=DIRECTORY -v count=NUMBER -f mutants.awk FILE
#
# Writes the mutants of a C file: DIRECTORY/N/FILE, with one change each, and
# DIRECTORY/N/change, which says the function, the changed line and the change in it,
# as in `file.c function: while (i [-<-]{+<=+} size)`. NUMBER mutants are there
# already, and it prints how many there are then.
#
# A line here is a statement, or what stands before the body of a loop or of an
# if, without comments: the same however the source is wrapped.

# What the text has instead of a token, in all variants, separated by tabs.
function variants(line, token, is_binary) {
  if (token in others)
    return is_binary || token ~ /^(!|\+\+|--)$/ ? others[token] : ""
  if (token ~ /^[0-9]/)
    return "(" token " + 1)" (token ~ /^0[xX]?0*[uUlL]*$/ ? "" : "\t(" token " - 1)")
  if (token ~ /^'/)
    return "(" token " + 1)"
  if (token ~ /^".+"$/ && token != "\"\"")
    return "\"\""
  if (in_function[line] && token ~ /^[A-Z][A-Z0-9_]+$/ && token != "NULL")
    return "(" token " + 1)\t(" token " - 1)"
  return ""
}

function write(line, before, was, is, after,    i, directory) {
  directory = out "/" ++count
  system("mkdir " directory)
  for (i = 1; i <= line_count; i++)
    print i == line ? before is after : lines[i] > (directory "/" name)
  close(directory "/" name)
  print name function_of[line] ": " before "[-" was "-]{+" is "+}" after > (directory "/change")
  close(directory "/change")
}

function mutate_tokens(line,    text, at, token, list, n, i, is_binary) {
  text = lines[line]
  for (at = 1; at <= length(text); at += length(token)) {
    match(substr(text, at), /^("([^"\\]|\\.)*"|'([^'\\]|\\.)+'|[A-Za-z0-9_]+|<<=|>>=|->|\+\+|--|<<|>>|&&|\|\||[-+*\/%&|^<>=!]=|.)/)
    token = substr(text, at, RLENGTH)
    is_binary = substr(text, at - 1, 1) == " " && substr(text, at + RLENGTH, 1) == " "
    n = split(variants(line, token, is_binary), list, "\t")
    # An array may have more elements than are used.
    for (i = substr(text, at + RLENGTH) ~ /^] = {/ ? 2 : 1; i <= n; i++)
      write(line, substr(text, 1, at - 1), token, list[i], substr(text, at + length(token)))
  }
}

# The condition of an if or a while; in `do {} while (x);` it ends with `);`.
function mutate_condition(line,    text, start, end, condition) {
  text = lines[line]
  if (!match(text, /^(} )?(else )?(if|while) \(/))
    return
  start = RLENGTH
  match(text, /\)( {|;)?$/)
  end = RSTART
  condition = substr(text, start + 1, end - start - 1)
  write(line, substr(text, 1, start), condition, "!(" condition ")", substr(text, end))
  write(line, substr(text, 1, start), condition, "false", substr(text, end))
  if (text !~ /while/)
    write(line, substr(text, 1, start), condition, "true", substr(text, end))
}

function balance(text, open, close_,    copy) {
  copy = text
  return gsub(open, "", text) - gsub(close_, "", copy)
}

function add(line) {
  lines[++line_count] = line
  if (depth == 0) {
    is_function = line ~ /\(.*{$/ && match(line, /[a-z0-9_]+\(/)
    name_of_function = substr(line, RSTART, RLENGTH - 1)
  }
  in_function[line_count] = is_function && depth > 0
  if (is_function)
    function_of[line_count] = " " name_of_function
  depth += balance(line, "[{]", "[}]")
}

BEGIN {
  others["<"] = "<=\t>="; others["<="] = "<\t>"; others[">"] = ">=\t<="; others[">="] = ">\t<"
  others["=="] = "!="; others["!="] = "=="; others["&&"] = "||"; others["||"] = "&&"; others["!"] = ""
  others["+"] = "-"; others["-"] = "+"; others["*"] = "/"; others["/"] = "*"; others["%"] = "*"
  others["&"] = "|\t^"; others["|"] = "&"; others["^"] = "|\t&"; others["<<"] = ">>"; others[">>"] = "<<"
  others["+="] = "-=\t="; others["-="] = "+=\t="; others["*="] = "/=\t="; others["|="] = "&=\t="
  others["&="] = "|=\t="; others["^="] = "|=\t="; others["++"] = "--"; others["--"] = "++"
}

FNR == 1 {
  name = FILENAME
  sub(/.*\//, "", name)
}

{
  while (inside || match($0, /\/\*/)) {
    if (inside) {
      if (!match($0, /\*\//)) next
      $0 = substr($0, RSTART + 2)
      inside = 0
    } else {
      rest = substr($0, 1, RSTART - 1)
      $0 = substr($0, RSTART + 2)
      inside = 1
      if (rest ~ /[^ ]/) kept = kept rest
    }
  }
  $0 = kept $0
  kept = ""
}

{
  gsub(/^ +| +$/, "")
  gsub(/  +/, " ") # in no string of the library
}

# A directive is a line, whatever it ends with, but for a backslash.
directive != "" || /^#/ {
  directive = directive $0
  if (!sub(/\\$/, "", directive)) {
    add(directive)
    directive = ""
  }
  next
}

{ joined = joined (joined == "" || $0 == "" ? "" : " ") $0 }

joined ~ /([;{}]|},|^else)$/ && (joined !~ /^(} )?(else )?(if|for|while) \(/ || balance(joined, "[(]", "[)]") == 0) ||
joined ~ /^(} )?(else )?(if|for|while) \(/ && balance(joined, "[(]", "[)]") == 0 {
  add(joined)
  joined = ""
}

END {
  for (i = 1; i <= line_count; i++) {
    if (lines[i] ~ /^#/)
      continue
    mutate_tokens(i)
    mutate_condition(i)
    if (in_function[i] && lines[i] ~ /;$/)
      write(i, "", lines[i], ";", "")
  }
  print count
}
