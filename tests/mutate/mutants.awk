# SPDX-License-Identifier: MIT
#
# usage: awk -v out=DIRECTORY -v count=NUMBER -v name=FILE -f mutants.awk SOURCE
#
# Writes the mutants of a C source, which has a statement in each line and no comments, with one change
# each, to DIRECTORY/N. Prints a line for each: the file, the function, and the changed line with the
# change, as in `file.c function: while (i [-<-]{+<=+} size)`. NUMBER mutants are there already.

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

function write(line, before, was, is, after,    i, path) {
  path = out "/" ++count
  for (i = 1; i <= line_count; i++)
    print i == line ? before is after : lines[i] > path
  close(path)
  print name function_of[line] ": " before "[-" was "-]{+" is "+}" after
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

BEGIN {
  others["<"] = "<=\t>="; others["<="] = "<\t>"; others[">"] = ">=\t<="; others[">="] = ">\t<"
  others["=="] = "!="; others["!="] = "=="; others["&&"] = "||"; others["||"] = "&&"; others["!"] = ""
  others["+"] = "-"; others["-"] = "+"; others["*"] = "/"; others["/"] = "*"; others["%"] = "*"
  others["&"] = "|\t^"; others["|"] = "&"; others["^"] = "|\t&"; others["<<"] = ">>"; others[">>"] = "<<"
  others["+="] = "-=\t="; others["-="] = "+=\t="; others["*="] = "/=\t="; others["|="] = "&=\t="
  others["&="] = "|=\t="; others["^="] = "|=\t="; others["++"] = "--"; others["--"] = "++"
}

# A function's name is the word before the first parenthesis of a line that opens a body.
{
  gsub(/^ +| +$/, "")
  gsub(/  +/, " ")
  lines[++line_count] = $0
  if (depth == 0) {
    is_function = /\(.*{$/ && match($0, /[a-z0-9_]+\(/)
    name_of_function = substr($0, RSTART, RLENGTH - 1)
  }
  in_function[line_count] = is_function && depth > 0
  if (is_function)
    function_of[line_count] = " " name_of_function
  depth += gsub(/{/, "{") - gsub(/}/, "}")
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
}
