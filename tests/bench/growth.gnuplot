# SPDX-License-Identifier: MIT
#
# gnuplot -e "csv='results.csv'; svg='growth.svg'" growth.gnuplot
set datafile separator ","
set datafile missing NaN
set terminal svg size 900,450 font "sans-serif,13" background "white"
set output svg
set grid
set key outside below center horizontal maxcols 3 samplen 2 width -2
set logscale x 8
set xtics (8, 64, 512, 4096)
set xrange [6:5500]
set xlabel "codes in the catalog" offset 0,0.3
set multiplot layout 1,2

row(name, contender) = strcol(1) eq "growth" && strcol(4) eq name && strcol(5) eq contender
array who[3] = ["azsreg", "gperf -l", "gperf"]

set title "Looking codes up in random order"
set ylabel "ns a call"
set yrange [0:*]
plot for [i=1:3] csv using 3:(row("hits", who[i]) ? $7 : NaN) with linespoints pointsize 0.7 linecolor i \
  title who[i]." hits", \
  for [i=1:3] csv using 3:(row("misses", who[i]) ? $7 : NaN) with linespoints pointsize 0.7 linecolor i \
  dashtype 2 title who[i]." misses"

set title "Lookup code and tables"
set ylabel "bytes"
set yrange [100:*]
set logscale y
set format y "%.0f"
plot for [i=1:2] csv using 3:(row("size", who[i]) ? $7 : NaN) with linespoints title who[i]
unset multiplot
