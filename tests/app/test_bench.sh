#!/bin/sh
# The benchmark says what it promises in both formats, and refuses rules that its twins do not know.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

"$tpd" bench --quick --format json >json 2>err || fault "bench: $(cat err)"
[ ! -s err ] || fault "bench: $(head -n 1 err)"
cmake -D JSON=json -P "$TPD_SOURCE/tests/app/bench.cmake" 2>err || fault "bench: $(cat err)"

"$tpd" bench --quick >text 2>err || fault "bench: $(cat err)"
sed -n 's/^  "\([a-z_]*\)": [0-9].*/\1/p' json | while read -r key; do
    grep -q "$key" text || [ "$key" = games ] || [ "$key" = repeats ] || echo "$key"
done >missing
[ ! -s missing ] || fault "text: nothing about $(tr '\n' ' ' <missing)"

"$tpd" bench --bots --quick --format json >bots 2>err || fault "bench --bots: $(cat err)"
cmake -D BOTS=ON -D JSON=bots -P "$TPD_SOURCE/tests/app/bench.cmake" 2>err ||
    fault "bench --bots: $(cat err)"
"$tpd" bench --bots --quick >text_bots 2>err || fault "bench --bots: $(cat err)"
grep -q '^scenario short, 2 seats' text_bots || fault "bench --bots: another scenario"
grep -q '^lua_open_ms ' text_bots || fault "bench --bots: no lua_open_ms as text"
grep -q 'signature\|clone_ns' text_bots && fault "bench --bots: figures of the kernel"

# The games are those of the seeds, so the signature is always the same.
signature=$(sed -n 's/.*"signature": "\([0-9a-f]*\)".*/\1/p' json)
grep -q "^signature  *$signature\$" text || fault "another signature in the second run"

# One nation less: the card is not what its twin in C is.
cp -R "$TPD_SOURCE/rules" changed
sed 's/choose(2, { side = "zero" }, "align")/choose(1, { side = "zero" }, "align")/' \
    "$TPD_SOURCE/rules/cards/1-early.lua" >changed/cards/1-early.lua
cmp -s "$TPD_SOURCE/rules/cards/1-early.lua" changed/cards/1-early.lua && fault "E22 was not found"
status=0
"$tpd" bench --quick --rules changed --format json >out 2>err || status=$?
[ $status -eq 1 ] || fault "a changed card: ended with $status"
[ ! -s out ] || fault "a changed card: something on stdout"
grep -q '^tpd bench: seed [0-9]* of the twinned deck: expected the same game' err ||
    fault "a changed card: $(cat err)"

# The twin's card is gone.
sed 's/id = "E22"/id = "X22"/' "$TPD_SOURCE/rules/cards/1-early.lua" >changed/cards/1-early.lua
status=0
"$tpd" bench --quick --rules changed >out 2>err || status=$?
[ $status -eq 1 ] || fault "a missing card: ended with $status"
grep -q "expected a card 'E22'" err || fault "a missing card: $(cat err)"

exit $((faults > 0))
