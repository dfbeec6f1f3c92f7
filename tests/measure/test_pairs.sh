#!/bin/sh
# Programs that let bots play pairs of games run in small, go on where they were ended, and replace no
# outcome.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
. "${0%/*}/../support/recorded.sh"

recorded levels "$measure/levels" --small "$tpd"
[ "$(grep -c ' 2 games  ' measured/levels.txt)" -eq 10 ] || fault "levels: $(cat measured/levels.txt)"
grep -q '^lesson-1, 4 seats: level:5 against level:4 ' measured/levels.txt || fault "levels: $(cat measured/levels.txt)"
[ -z "$(ls work)" ] || fault "levels leaves $(ls work)"
"$measure/levels" --pairs none >out 2>err && fault "a word is taken as a number"
grep -q 'levels: --pairs: expected a number from 1' err || fault "--pairs none: $(cat err)"

# What has been measured is not measured again.
printf 'lesson-1 cut 1 1.0\nlesson-1 full 1 2.5\n' >work/playouts.costs
recorded playouts "$measure/playouts" --small "$tpd"
grep -q '^lesson-1  search:2:full  *2.50 times the cost .* 2 games$' measured/playouts.txt || fault "measured again: $(cat measured/playouts.txt)"
[ "$(grep -c ' times the cost .* 2 games$' measured/playouts.txt)" -eq 2 ] || fault "playouts: $(cat measured/playouts.txt)"

[ $faults -eq 0 ]
