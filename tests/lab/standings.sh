#!/bin/sh
# standings.sh PROGRAM: what tournaments print in each format, for a golden text.
tpd=$1
bots=tests/lab/bots
for format in text json csv; do
    "$tpd" tournament --scenario lesson-1 --blocks 40 --seed 3 $bots/first.lua $bots/last.lua random \
        --format $format
done
# Few blocks, a gauntlet, and the line-ups of four seats.
"$tpd" tournament --scenario lesson-1 --blocks 5 --gauntlet random $bots/first.lua $bots/last.lua random
"$tpd" tournament --scenario lesson-2 --blocks 12 --seats 4 random $bots/first.lua random $bots/last.lua
"$tpd" tournament --scenario lesson-2 --blocks 40 --seats 4 random $bots/first.lua
