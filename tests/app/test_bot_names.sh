#!/bin/sh
# Bots by their names: all that come with the program have one, and tell why they choose.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# Every file is listed, with what it is, and plays by its bare name, from any directory.
"$tpd" bots >list || fault "tpd bots: exit $?"
grep -q '^  random  *[a-z]' list || fault "random is not listed: $(cat list)"
names=random
for file in "$TPD_SOURCE"/scripts/bots/*.lua; do
    name=$(basename "$file" .lua)
    grep -q "^  $name  *[a-z]" list || fault "$name is not listed with what it is: $(cat list)"
    "$tpd" match --scenario lesson-1 --seats "US=$name,CN=random" >out || fault "$name in a match: $(cat out)"
    "$tpd" match --scenario lesson-1 --seats "US=$file,CN=random" | grep '^game' >by_path
    grep '^game' out | cmp -s - by_path || fault "$name is another bot than $file"
    names="$names $name"
done
[ "$(wc -l <list)" -eq "$(echo "$names" | wc -w)" ] || fault "other lines: $(cat list)"
awk 'length > 100' list | grep . && fault "a line is too long"
# shellcheck disable=SC2086 # a list of words
"$tpd" tournament --scenario lesson-1 --gauntlet --blocks 1 $names -o run.db >out || fault "tournament: $(cat out)"
for name in $names; do
    grep -q "^ *[0-9]*  $name " out || fault "$name is not in the standings"
done
# The run holds what it played.
"$tpd" verify run.db >out || fault "verify: $(cat out)"
"$tpd" bot check no-such-bot 2>err && fault "a bot that is not there"
"$tpd" bot check hawkk 2>err
grep -q "unknown bot 'hawkk': expected one of .tpd bots., .*, did you mean 'hawk'?$" err || fault "no hint: $(cat err)"
"$tpd" play --text --seats US=hawkk 2>err </dev/null
grep -q "unknown player 'hawkk': expected human, one of .*, did you mean 'hawk'?$" err || fault "no hint: $(cat err)"
# One's own file is known by its path alone.
echo 'return { name = "hawk", choose = function(view, actions) return 7 end }' >hawk.lua
"$tpd" match --scenario lesson-1 --seats US=hawk | grep -q fault && fault "hawk is the file that lies here"
"$tpd" match --scenario lesson-1 --seats US=hawk.lua | grep -q fault || fault "hawk.lua is not the file that lies here"
"$tpd" match --seats US=../none 2>err && fault "a path without its ending"

cat >json.cmake <<'CMAKE'
file(READ json text)
string(JSON count LENGTH "${text}")
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON name GET "${text}" ${i} bot)
  string(JSON kind GET "${text}" ${i} kind)
  string(JSON summary GET "${text}" ${i} summary)
  message("  ${name}|${kind}|${summary}")
endforeach()
CMAKE
"$tpd" bots --format json >json || fault "json: exit $?"
cmake -P json.cmake 2>rows || fault "json: $(cat rows)"
sed 's/^  \([^|]*\)|[a-z]*|/\1 /; ' rows >from_json
sed 's/^  \([^ ]*\)  */\1 /' list | cmp -s - from_json || fault "json and text differ: $(cat rows)"
[ "$(grep -c '|lua|' rows)" -eq "$(($(wc -l <list) - $(grep -c '|program|' rows)))" ] || fault "kinds: $(cat rows)"

# Why they choose: declared, Lua, and a program.
cat >talk.sh <<'EOS'
echo "hello 1 talk"
while read -r word n; do
    [ "$word" = choose ] && echo "explain because $n" && echo "choose $n 0"
    [ "$word" = bye ] && exit
done
EOS
"$tpd" match --scenario lesson-1 --seats 'US=hawk,CN=cmd:"sh talk.sh"' --reasons >out || fault "reasons: $(cat out)"
grep -q '^reason US decision [0-9]* [a-z].*: [A-Za-z][A-Za-z ]* [+-][0-9]*\.[0-9][0-9][0-9]' out || fault "hawk says nothing: $(cat out)"
grep -q '^reason CN decision \([0-9]*\) [a-z].*: because \1$' out || fault "the program says nothing: $(cat out)"
"$tpd" match --scenario lesson-1 --seats 'US=hawk,CN=cmd:"sh talk.sh"' >quiet
grep -q reason quiet && fault "reasons nobody asked for"
grep -v '^reason ' out | cmp -s - quiet || fault "reasons change the game"

[ $faults -eq 0 ]
