# SPDX-License-Identifier: MIT
#
# usage: awk -v name=FILE -f equivalent.awk equivalent.txt
#
# Prints each change of FILE that the list has, one a line. A line of the list may mark several changes,
# of which each is one by itself: `if ([-a-]{+b+}{+c+} < [-0-]{+1+})` has three.
index($0, name " ") == 1 || index($0, name ":") == 1 {
  text = $0
  for (marks = 0; (at = index(text, "[-")) > 0;) {
    plain[++marks] = substr(text, 1, at - 1)
    text = substr(text, at + 2)
    at = index(text, "-]{+")
    was[marks] = substr(text, 1, at - 1)
    text = substr(text, at + 2)
    for (count[marks] = 0; substr(text, 1, 2) == "{+"; text = substr(text, at + 2)) {
      at = index(text, "+}")
      is[marks, ++count[marks]] = substr(text, 3, at - 3)
    }
  }
  for (mark = 1; mark <= marks; mark++)
    for (n = 1; n <= count[mark]; n++) {
      for (i = 1; i <= marks; i++)
        printf "%s%s", plain[i], i == mark ? "[-" was[i] "-]{+" is[mark, n] "+}" : was[i]
      print text
    }
}
