#!/bin/bash
# bars.gnuplot HOW_MANY FOLDER
for i in $(seq 24); do echo "\"盟市$i\" $((12 + i * 17 % 60))"; done >"$2/bars.dat"
gnuplot <<G
set terminal pngcairo size 1200,675
set title "农村生活污水治理率"
set style data histogram
set style fill solid
set xtics rotate by -45
set grid ytics
do for [i=1:$1] {
    set output "$2/gnuplot.png"
    plot "$2/bars.dat" using 2:xtic(1) notitle
    set output
}
G
