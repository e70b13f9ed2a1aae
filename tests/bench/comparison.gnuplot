# SPDX-License-Identifier: MIT
#
# gnuplot -e "csv='results.csv'; svg='comparison.svg'" comparison.gnuplot
set datafile separator ","
set terminal svg size 900,450 font "sans-serif,13" background "white"
set output svg
set style fill solid
set boxwidth 0.9
set grid ytics
set key outside below center horizontal maxcols 3 samplen 2 width -2
set ylabel "ns a call"
set yrange [0:*]
set multiplot layout 1,2

set title "Looking a code up, in random order"
array cases[3] = ["hits", "misses", "near misses"]
array who[5] = ["azsreg", "gperf -l", "azsreg (C string)", "bsearch", "strcmp chain"]
place(name) = name eq cases[1] ? 0 : name eq cases[2] ? 6 : name eq cases[3] ? 12 : NaN
set xtics ("hits" 2, "misses" 8, "near misses" 14) scale 0
set xrange [-1:17]
plot for [i=1:5] csv using \
  (strcol(1) eq "lookup" && strcol(2) eq "static" && strcol(6) eq "ns" && strcol(5) eq who[i] ? \
  place(strcol(4)) + i - 1 : NaN):7 with boxes title who[i]

set title "Rendering a message"
array shown[3] = ["RegistrationNotFound", "InvalidCSPSubscription", "random mix"]
array how[3] = ["azsreg", "snprintf", "memcpy"]
at(name) = name eq shown[1] ? 0 : name eq shown[2] ? 4 : name eq shown[3] ? 8 : NaN
set xtics ("longest" 1, "short" 5, "random mix" 9) scale 0
set xrange [-1:11]
plot for [i=1:3] csv using \
  (strcol(1) eq "render" && strcol(2) eq "static" && strcol(6) eq "ns" && strcol(5) eq how[i] ? \
  at(strcol(4)) + i - 1 : NaN):7 with boxes title how[i]
unset multiplot
