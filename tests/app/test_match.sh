#!/bin/sh
# A series is the games that `tpd trace` prints, in three formats that say the same.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# check SCENARIO SEATS SEED GAMES
check()
{
    set -- "$@" --scenario "$1" --seats "$2" --seed "$3" --games "$4"
    shift 4
    "$tpd" match "$@" >text || fault "match $*"
    "$tpd" match "$@" --format json >json || fault "match $* --format json"
    "$tpd" match "$@" --format csv >csv || fault "match $* --format csv"
    cmake -D JSON=json -D TEXT=text -P "$TPD_SOURCE/tests/app/json.cmake" 2>err ||
        fault "match $*: $(cat err)"
    sed -n 's/^game \([0-9]*\) seed=\([0-9]*\) winner=\(..\) seat=\(..\) ending=\([a-z]*\) vp=\([-0-9]*\),\([-0-9]*\) decisions=\([0-9]*\) h=\([0-9a-f]*\)$/\1,\2,\3,\4,\5,\6,\7,\8,\9/p' \
        text >rows
    sed 1d csv | cmp -s - rows || fault "match $*: csv and text differ"
    [ "$(head -n 1 csv)" = "game,seed,winner,seat,ending,vp_us,vp_cn,decisions,hash" ] || fault "csv header"
}

check full 2 7 5
check short 4 1 20
check lesson-1 2 18446744073709551614 4
[ "$(cut -d, -f2 rows | tr '\n' ' ')" = "18446744073709551614 18446744073709551615 0 1 " ] ||
    fault "seeds do not go on from 0 after 2^64-1"

# Each game is the trace's.
"$tpd" match --scenario full --seats 4 --seed 3 --games 4 | sed -n 's/^game .* winner/end winner/p' >games
for seed in 3 4 5 6; do
    "$tpd" trace --scenario full --seats 4 --seed $seed | tail -n 1
done >ends
cmp games ends || fault "match plays other games than trace"

# The summary adds up.
"$tpd" match --scenario full --seats 2 --seed 1 --games 50 >text
for seat in US CN; do
    [ "$(grep -c "^game .* seat=$seat " text)" = "$(sed -n "s/^wins .*$seat(random)=\([0-9]*\).*/\1/p" text)" ] ||
        fault "wins of $seat"
done
for ending in points hegemony catastrophe; do
    [ "$(grep -c "^game .* ending=$ending " text)" = "$(sed -n "s/^endings .*$ending=\([0-9]*\).*/\1/p" text)" ] ||
        fault "endings by $ending"
done
[ "$(sed -n 's/^decisions mean=//p' text)" = "$(sed -n 's/^game .* decisions=\([0-9]*\) .*/\1/p' text |
    awk '{ sum += $1; n++ } END { printf "%.1f", int(10 * sum / n + 0.5) / 10 }')" ] || fault "mean of decisions"

# Seats may be named, in any order; the rest is random.
"$tpd" match --seats CN=random,US=random --games 3 --seed 9 >named
"$tpd" match --seats 2 --games 3 --seed 9 | cmp - named || fault "--seats CN=random,US=random"
"$tpd" match --seats CO=random --games 3 --seed 9 >named
"$tpd" match --seats=4 --games=3 --seed=9 | cmp - named || fault "--seats CO=random"

[ $faults -eq 0 ]
