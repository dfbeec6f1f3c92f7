#!/bin/sh
# Bots that search, by their words: in matches on any number of threads, in journals, in tournaments.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# Threads grow the trees, they do not choose.
for threads in 1 2 3; do
    "$tpd" match --scenario short --seats US=search:40x3,CN=level:2:hawk --seed 3 --games 2 \
        --threads $threads >match.$threads || fault "match --threads $threads"
done
cmp match.1 match.2 && cmp match.1 match.3 || fault "threads change a game"
"$tpd" match --scenario short --seats US=search:41x3,CN=level:2:hawk --seed 3 --games 2 >other
sed 's/41x3/40x3/' other | cmp -s - match.1 && fault "one more iteration changes nothing"

# A journal that was cut goes on with its bots, a level's strategy too, and ends as it would have.
seats=US=search:40:quiet,CN=level:2:diplomat
"$tpd" match --scenario short --seats $seats --seed 4 --journal whole >/dev/null || fault "journal"
head -n "$(($(wc -l <whole) - 40))" whole >cut
"$tpd" match --resume cut >/dev/null || fault "resume"
cmp whole cut || fault "a resumed game goes on in another way"
"$tpd" verify whole >/dev/null || fault "verify"

# A tournament keeps words and the strategy's text, and plays its games again from there.
games="--scenario lesson-1 --blocks 3 --seed 5 search:20 level:2:hawk level:1 random"
# shellcheck disable=SC2086 # a list of words
"$tpd" tournament $games -o run.db >one || fault "tournament"
# shellcheck disable=SC2086
"$tpd" tournament $games --threads 3 >three || fault "tournament --threads"
[ "$(grep '^run hash' one)" = "$(grep '^run hash' three)" ] || fault "threads change a tournament"
"$tpd" verify run.db --sample 9 >/dev/null || fault "a tournament's games are not played again"

# What is wrong is told in one line.
expect 2 "expected search:N or search:NxR" "$tpd" match --seats US=search:0
expect 2 "expected level:1 to level:5" "$tpd" match --seats US=level:6
expect 2 "unknown strategy 'howk': expected one of scripts/bots, as in level:3:hawk, did you mean 'hawk'?" \
    "$tpd" match --seats US=level:3:howk
expect 2 "expected search:N" "$tpd" play --text --seats US=search:
expect 2 "--threads" "$tpd" match --threads 0
"$tpd" tournament --blocks 1 search:1x9 random >out 2>err && fault "search:1x9 is not refused"
grep -q "R trees from 1 to 8" err || fault "search:1x9: $(cat err)"

[ $faults -eq 0 ]
