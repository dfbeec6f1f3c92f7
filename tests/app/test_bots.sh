#!/bin/sh
# Lua bots in `tpd match`: what they are worth, what a fault does, and who may start one.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
greedy=scripts/bots/greedy.lua
games=$((200 * TPD_SCALE / 100))
[ $games -ge 20 ] || games=20

# wins SEAT: of the series in the file `out`
wins()
{
    sed -n "s/^wins .*$1([^)]*)=\([0-9]*\).*/\1/p" out
}

# beats FILE PERCENT: of the games against chance, half of them on either side
beats()
{
    "$tpd" match --scenario short --games $games --seats "US=$1,CN=random" >out || fault "$1 as US: exit $?"
    won=$(wins US)
    grep -q fault out && fault "$1 has faults: $(grep fault out | head -n 1)"
    "$tpd" match --scenario short --games $games --seed 5001 --seats "US=random,CN=$1" >out || fault "$1 as CN: exit $?"
    won=$((won + $(wins CN)))
    echo "$(basename "$1"): $won of $((2 * games)) games against random"
    [ $((won * 100)) -ge $((2 * games * $2)) ] || fault "$1 wins only $won of $((2 * games))"
}

# Found beside the rules from any directory, this one included.
beats $greedy 75

# The example of the page for authors is a whole bot, and short.
sed -n '/^```lua$/,/^```$/p' "$TPD_SOURCE/scripts/bots/README.md" | sed '1d;/^```$/,$d' >example.lua
[ "$(wc -l <example.lua)" -le 25 ] || fault "the example of the page has more than 25 lines"
beats "$PWD/example.lua" 80

# Harmless bots have no faults, in any game.
for bot in "$TPD_SOURCE"/tests/script/good_bots/*.lua; do
    for scenario in short lesson-1; do
        for seats in "US=$bot,CN=$bot" "UC=$bot,CC=$bot,CO=$bot"; do
            "$tpd" match --scenario $scenario --games 2 --seats "$seats" >out 2>err || fault "$bot, $scenario: $(head -n 1 out)"
            grep -q fault out && fault "$bot: $(grep fault out | head -n 1)"
            [ -s err ] && fault "$bot: $(head -n 1 err)"
        done
    done
done

# A fault is one line and forfeits one choice; after twenty the seat is asked no more in this game.
cat >fails.lua <<'EOF'
local asked = 0
return {
  name = "fails",
  choose = function(view, actions)
    asked = asked + 1
    if asked % 2 == 0 then error("at " .. asked) end
    return actions[#actions]
  end,
}
EOF
"$tpd" match --scenario full --games 2 --seats US=fails.lua,CN=fails.lua >out 2>err
[ $? -eq 1 ] || fault "a fault leaves the exit status 0"
[ -s err ] && fault "a fault is told on stderr: $(head -n 1 err)"
for seat in US CN; do
    [ "$(grep -c "^fault $seat decision [0-9]* fails.lua:6: at [0-9]*$" out)" = 40 ] || fault "faults of $seat"
    [ "$(grep -c "^fault $seat .*: at 40$" out)" = 2 ] || fault "$seat is asked after 20 faults"
done
[ "$(grep -c '^game ' out)" = 2 ] || fault "games with faults do not end"
[ "$(grep -c fault out)" = 80 ] || fault "other lines speak of faults"
[ "$(sed -n 's/^forfeits //p' out)" = "US(fails.lua)=40 CN(fails.lua)=40" ] || fault "count of forfeits"

# The same game again is the same, whatever was played before it.
"$tpd" match --scenario short --games 3 --seed 11 --seats US=$greedy,CN=example.lua >first
"$tpd" match --scenario short --games 1 --seed 13 --seats US=$greedy,CN=example.lua >out
[ "$(sed -n 's/^game 2 seed=13 //p' first)" = "$(sed -n 's/^game 0 seed=13 //p' out)" ] ||
    fault "a game depends on those before it"

# In other formats the lines of faults are on stderr.
"$tpd" match --scenario short --seats US=fails.lua --format json >json 2>err
"$tpd" match --scenario short --seats US=fails.lua >text
cmake -D JSON=json -D TEXT=text -P "$TPD_SOURCE/tests/app/json.cmake" 2>why || fault "json: $(cat why)"
grep '^fault ' text | cmp -s - err || fault "faults of a series in json"

expect 1 "none.lua: there is no such file or directory" "$tpd" match --seats US=none.lua
expect 1 "scripts/none.lua: there is no such file" "$tpd" match --seats US=scripts/none.lua
mkdir -p folder.lua
expect 1 "folder.lua: expected a file" "$tpd" match --seats US=folder.lua
"$tpd" match --scenario lesson-1 --seats US=greedy >out || fault "the bot that comes with the program has no name: $?"
expect 2 "unknown bot 'randon': expected one of \`tpd bots\`, a file that ends in .lua, or cmd:\"COMMAND\", did you mean 'random'?" \
    "$tpd" match --seats US=randon
expect 2 "unknown bot ''" "$tpd" match --seats US=
expect 2 "unknown bot '.lua'" "$tpd" match --seats US=.lua
expect 2 "of less than 256 bytes" "$tpd" match --seats "US=$(printf '%0300d' 0).lua"

# A journal does not start the bots that it names; asked for again, they go on as if nothing had been.
"$tpd" match --scenario short --seed 4 --seats US=$greedy,CN=example.lua --journal whole.journal >out ||
    fault "a journal with Lua bots: exit $?"
lines=$(wc -l <whole.journal)
head -n $((lines - 40)) whole.journal >half.journal
expect 1 "which no journal may start" "$tpd" match --resume half.journal
"$tpd" match --resume half.journal --seats US=$greedy,CN=example.lua >again || fault "resume: exit $?"
cmp -s whole.journal half.journal || fault "a resumed game of bots without memory goes another way"
"$tpd" verify whole.journal >out || fault "verify of a journal with Lua bots: $(head -n 1 out)"

[ $faults -eq 0 ]
