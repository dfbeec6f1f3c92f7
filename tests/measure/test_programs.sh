#!/bin/sh
# The programs of tests/measure run in small, go on where they were ended, and replace no outcome.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
programs=$(dirname "$tpd")/tests/measure
. "${0%/*}/../support/recorded.sh"

recorded doctrines-lesson-1 "$measure/doctrines" --blocks 1 lesson-1 "$tpd"
for file in "$TPD_SOURCE"/scripts/bots/*.lua; do
    bot=$(basename "$file" .lua)
    [ "$(grep -c "^ *[0-9]*  $bot " measured/doctrines-lesson-1.txt)" -ge 2 ] || fault "$bot is not in the matrix"
done
grep -q '^run hash [0-9a-f]*$' measured/doctrines-lesson-1.txt || fault "no run hash"
"$measure/doctrines" --again --blocks 1 lesson-1 "$tpd" >out 2>err || fault "again: $(cat err)"
"$measure/doctrines" --frobnicate >out && fault "an unknown option is taken"
grep -q 'tests/measure/doctrines \[--again\]' out || fault "no help: $(cat out)"

# What is measured is not measured again: a number from before is in the outcome.
mkdir -p work
echo "e4-1 100 0.5 0.25 7.77" >work/speed-lab-100.lines
recorded speed-lab "$measure/speed-lab" --short "$tpd"
grep -q '^ *100 games *200/s by the clock *400/s of one processor  load 7.77$' measured/speed-lab.txt ||
    fault "measured again: $(cat measured/speed-lab.txt)"
[ "$(grep -c ' games .*/s by the clock' measured/speed-lab.txt)" -eq 11 ] || fault "rates: $(cat measured/speed-lab.txt)"
grep -q '^storing: .*: x[0-9]*\.[0-9]* by the clock' measured/speed-lab.txt || fault "storing: $(cat measured/speed-lab.txt)"

# Chances and blunders: a game of each that was there before is told, not played again.
mkdir -p work
echo "10001 3 4 6000 6200 1" >work/calibration-lesson-1-2.lines
recorded calibration-lesson-1-2 "$measure/calibration" --games 1 lesson-1 2 "$programs/chances"
grep -q '^ 60 % and more:    1 positions, said  62.0 %, won 100.0 %$' measured/calibration-lesson-1-2.txt ||
    fault "chances: $(cat measured/calibration-lesson-1-2.txt)"
{
    echo "plain lesson-1 seed 101 key 1: 50 decisions, 3 mistakes; 1.0 s"
    echo "planted lesson-1 seed 201 key 1: 50 decisions, 3 mistakes; planted 9 costs 11.0 by searches, loses 9.00 ± 1.00, place 2; 1.0 s"
    echo "planted lesson-1 seed 201 key 2: 50 decisions, 3 mistakes; planted 9 costs 11.0 by searches, loses 1.00 ± 1.00, place 0; 1.0 s"
} >work/blunders-lesson-1.lines
recorded blunders-lesson-1 "$measure/blunders" --games 1 lesson-1 "$programs/mistakes"
grep -q '^mistakes a game: 3.0 of 1 games' measured/blunders-lesson-1.txt || fault "mistakes: $(cat measured/blunders-lesson-1.txt)"
grep -q '^key 1 named among the three worst: 1 of 1' measured/blunders-lesson-1.txt || fault "key 1"
grep -q '^key 2 named among the three worst: 0 of 1' measured/blunders-lesson-1.txt || fault "key 2"
"$programs/chances" play games lesson-1 2 search:4 7 1 0 || fault "chances play"
[ "$(wc -l <games)" -eq 1 ] || fault "chances play: $(cat games)"
"$programs/mistakes" planted lesson-1 3 20 4 2 >out || fault "mistakes planted"
grep -q '^planted lesson-1 seed 3 key 2: ' out || fault "mistakes planted: $(cat out)"

[ $faults -eq 0 ]
