#!/bin/sh
# tpd analyse --keep: an analysis lies beside its journal and is read from there, unless it is broken or
# of another game.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
quick="--playouts 2 --iterations 2 --lang en"

# analyse WHAT OPTION…: what it prints, and what it says beside that
analyse()
{
    # shellcheck disable=SC2086 # words
    "$tpd" analyse $quick "$@" >out 2>err || fault "analyse $*: $(cat err)"
}

"$tpd" match --scenario lesson-1 --seed 5 --journal game >/dev/null || fault "no game"
analyse game
cp out first
[ ! -e game.analysis ] || fault "kept without being asked to"
analyse game --keep
cmp -s out first || fault "--keep prints something else"
[ "$(head -c 11 game.analysis)" = "analysis 1 " ] || fault "no analysis beside the journal"
[ "$(tail -n 1 game.analysis)" = end ] || fault "the analysis has no end"

# It is read: a figure that nobody could find stands in it.
sed 's/^1 win=[^ ]* loss=-\{0,1\}[0-9]* half=[0-9]*/1 win=1234,9876 loss=8642 half=7/' game.analysis >changed
mv changed game.analysis
analyse game --format json
grep -q '"number": 1, .*"loss": 8642, "half_width": 7, "mistake": true' out || fault "it is not read: $(cat err)"
analyse game --again
cmp -s out first || fault "--again reads it: $(cat out)"
grep -q 8642 game.analysis || fault "--again alone writes"

# Other numbers, another game, a broken file: a line, and the analysis is made.
analyse game --key 2
grep -q '^tpd analyse: game.analysis: .*(expected key=2, found .key=1.)' err || fault "other numbers: $(cat err)"
"$tpd" match --scenario lesson-1 --seed 6 --journal other >/dev/null || fault "no other game"
cp game.analysis other.analysis
analyse other
grep -q '^tpd analyse: other.analysis: this analysis is of another game' err || fault "another game: $(cat err)"
head -n 4 game.analysis >cut
mv cut game.analysis
analyse game
cmp -s out first || fault "a cut analysis is read"
grep -q '^tpd analyse: game.analysis:5: expected the figures of a decision' err || fault "cut: $(cat err)"
analyse game --keep
analyse game
cmp -s out first || fault "kept again: $(cat out)"
[ ! -s err ] || fault "kept again: $(cat err)"

# Where nothing can be kept.
expect 2 "--keep: expected a journal that is a file" "$tpd" analyse - --keep
mkdir folder
cp game folder/game
mkdir folder/game.analysis
# shellcheck disable=SC2086
"$tpd" analyse $quick folder/game --keep >out 2>err && fault "kept in a folder's place"
grep -q 'folder/game.analysis' err || fault "kept in a folder's place: $(cat err)"
[ "$(find folder -name '*.new')" = "" ] || fault "a draft is left"

[ $faults -eq 0 ]
