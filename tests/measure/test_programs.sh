#!/bin/sh
# The programs of tests/measure run in small, go on where they were ended, and replace no outcome.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
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

[ $faults -eq 0 ]
