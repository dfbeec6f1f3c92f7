#!/bin/sh
# `tpd bot check`: good bots pass every rule, and of broken ones it names what is wrong.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
bad=$TPD_SOURCE/tests/script/bad_bots
examples=$TPD_SOURCE/scripts/bots/examples

passes()
{
    before=$(date +%s)
    "$tpd" bot check "$1" >out 2>err || fault "$1: exit $?, $(cat err)$(grep FAIL out)"
    [ $(($(date +%s) - before)) -le 30 ] || fault "$1: its check takes more than 30 s"
    [ "$(grep -c '^pass  ' out)" = 7 ] || fault "$1: $(grep -c '^pass  ' out) of 7 rules pass"
    grep -q '^wins [0-9]* of [0-9]* against random$' out || fault "$1: no games against random"
    grep -q '^wins [0-9]* of [0-9]* against greedy$' out || fault "$1: no games against greedy"
    [ -s err ] && fault "$1: $(head -n 1 err)"
}

# names BOT RULE FAULT: the first rule that fails, and words of the fault
names()
{
    "$tpd" bot check "$1" >out 2>err
    [ $? -eq 1 ] || fault "$1: no exit status 1"
    [ "$(sed -n 's/^FAIL  //p' out | head -n 1)" = "$2" ] || fault "$1: $(grep FAIL out | head -n 1), expected: $2"
    grep -q -F "$3" out || fault "$1: $(head -n 1 out), expected: $3"
    grep -q '^      .' out || fault "$1: no advice"
}

# The whole of the check is played, so the slow builds try fewer bots.
passes "$TPD_SOURCE/scripts/bots/template.lua"
grep -q '^of decision 0 it says: worth [+-][0-9]*\.[0-9]*$' out || fault "template: no reason: $(cat out)"
if [ "$TPD_SCALE" -ge 100 ]; then
    cat >talk.sh <<'EOS'
echo "hello 1 talk"
while read -r word n; do
    [ "$word" = choose ] && echo "explain because $n" && echo "choose $n 0"
    [ "$word" = bye ] && exit
done
EOS
    passes 'cmd:"sh talk.sh"'
    grep -q '^of decision 0 it says: because 0$' out || fault "talk.sh: no reason: $(cat out)"
    passes random
    passes "$TPD_SOURCE/scripts/bots/greedy.lua"
    passes "cmd:\"sh $examples/first.sh\""
    grep -q '^of decision' out && fault "first.sh gives reasons: $(cat out)"
fi

names "$bad/no_name.lua" "it gives its name" "no_name.lua:1: the table that the file returns has no 'name'"
names "$bad/syntax_error.lua" "it starts" "syntax_error.lua:6: "
names "$bad/no_choose.lua" "it starts" "has no function 'choose'"
names "$bad/endless_load.lua" "it keeps its budget" "endless_load.lua:2: runs for more than"
names "$bad/endless_loop.lua" "it keeps its budget" "endless_loop.lua:4: runs for more than"
names "$bad/memory_bomb.lua" "it keeps its budget" "memory_bomb.lua:6: needs more than"
names "$bad/too_many_samples.lua" "it keeps its budget" "too_many_samples.lua:"
names "$bad/returns_nothing.lua" "it plays legal actions" "choose returned nothing"
names "$bad/returns_old_action.lua" "it plays legal actions" "is not one of its actions now"
names "$bad/runtime_error.lua" "it has no faults" "runtime_error.lua:3: attempt to index"
names "$bad/os_and_io.lua" "it has no faults" "'io' is not available here"

names 'cmd:"exit 3"' "it starts" "the program ended with exit status 3"
names 'cmd:"echo hi"' "it gives its name" "expected hello 1 NAME"
cat >illegal.sh <<'EOS'
echo hello 1 illegal
while read -r word n; do [ "$word" = choose ] && echo "choose $n fly"; done
EOS
names 'cmd:"sh illegal.sh"' "it plays legal actions" "'fly' is not one of its legal actions now"
# Each process chooses by its own number: another game each time.
cat >chance.sh <<'EOS'
echo hello 1 chance
while read -r word n; do
    case $word in
    legal) count=$(echo "$n" | tr ';' '\n' | wc -l) ;;
    choose) echo "choose $n $((($$ * 7919 / 8 + n) % count))" ;;
    esac
done
EOS
names 'cmd:"exec sh chance.sh"' "it chooses the same when it is shown the same" "give your own chance a fixed number"

# Silence takes three times its limit, and the check half a minute at most.
before=$(date +%s)
names 'cmd:"echo hello 1 silent; exec sleep 1000"' "it keeps its budget" "no answer within 5.0 s"
[ $(($(date +%s) - before)) -le 30 ] || fault "a check takes more than 30 s"

"$tpd" bot check none.lua 2>err && fault "a missing file passes"
[ "$(cat err)" = "none.lua: there is no such file or directory" ] || fault "$(cat err)"
"$tpd" bot check 2>err
[ $? -eq 2 ] || fault "no bot at all: no exit status 2"

[ $faults -eq 0 ]
