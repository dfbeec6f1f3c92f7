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

recorded strength-strategies "$measure/strength" --small strategies "$tpd"
[ "$(grep -c '^search:20 .* 2 games  ' measured/strength-strategies.txt)" -eq "$(ls "$TPD_SOURCE"/scripts/bots/*.lua | wc -l)" ] ||
    fault "strategies: $(cat measured/strength-strategies.txt)"
recorded strength-doublings "$measure/strength" --small doublings "$tpd"
grep -q '^search:80 .* against search:40 .* 2 games$' measured/strength-doublings.txt || fault "no doubling"
grep -q '^all doublings together: [-+][0-9]* Elo (95 % interval ' measured/strength-doublings.txt || fault "no Elo"
"$measure/strength" --small >out 2>err && fault "strength without a part"
grep -q 'TPD\]$' err || fault "strength without a part: $(cat err)"

# A finished part is not played again, whatever it holds.
printf 'game,seed,winner,seat\n0,1,CN,CC\n1,2,US,UO\n' >work/strength-seats-seat-UO.csv
recorded strength-seats "$measure/strength" --small --games 2 seats "$tpd"
grep -q '^UO   50.0  2 games  as wanted$' measured/strength-seats.txt || fault "played again: $(cat measured/strength-seats.txt)"
[ -z "$(ls work)" ] || fault "strength leaves $(ls work)"

printf '1 CN\n2 US\n' >work/balance-lesson-4-US-nothing.games
echo '1 US' >work/balance-lesson-4-CN-court.games
recorded balance "$measure/balance" --small --games 1 "$tpd"
grep -q '^lesson-4   50.0  .* 2 games$' measured/balance.txt || fault "played again: $(cat measured/balance.txt)"
grep -q '^court  .*  100.0 +- [0-9.]*$' measured/balance.txt || fault "not the difference: $(cat measured/balance.txt)"
[ -z "$(ls work)" ] || fault "balance leaves $(ls work)"

barred=${tpd%/*}/tests/measure/barred
[ "$("$barred" lesson-2 search:9 US court,release,train 4 3 | wc -l)" -eq 3 ] || fault "barred: three games"
"$barred" lesson-2 search:9 US courting 1 1 2>err && fault "a verb that is none"
grep -q "found 'lesson-2', 'search:9' and 'courting'" err || fault "courting: $(cat err)"

[ $faults -eq 0 ]
