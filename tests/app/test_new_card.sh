#!/bin/sh
# A new file of cards is in play in both languages at once: nothing is compiled.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
export XDG_DATA_HOME="$PWD/state" LC_ALL=C

cp -R "$TPD_SOURCE/rules" rules
cat >rules/cards/9-new.lua <<'LUA'
-- Enough of them for every hand to hold one.
for i = 10, 45 do
  card { id = "X" .. i, title = { en = "Harbour Works " .. i, zh = "港口工程" .. i },
    concept = { en = "What is built stays.", zh = "建成之物，长久留存。" },
    side = "neutral", era = "early", ops = 3,
    event = { gain("you", "D", 2), gain("rival", "capital", -1) } }
end
LUA

# shows LANGUAGE TEXT…: the first screen, or the card when it is asked for, holds the texts.
shows()
{
    language=$1
    shift
    printf 'card X10\nquit\n' | "$tpd" play --text --rules rules --scenario full --seed 1 --lang "$language" \
        --journal "new-$language" >out || fault "$language: ended with $?"
    for text in "$@"; do
        grep -q -F -e "$text" out || fault "$language: '$text' is not shown"
    done
}
shows en 'Harbour Works' 'Gain 2 Datacentres. Your rival loses 1 capital.' 'What is built stays.'
if "$tpd" rules cards --lang zh >/dev/null 2>&1; then # the system offers msgfmt
    shows zh '港口工程' '你的数据中心 +2。对手资本 −1。' '建成之物，长久留存。'
fi

# It is played, and does what it says.
card=$(sed -n 's/^item card:\(X[0-9]*\).*/\1/p' new-en | head -n 1)
[ -n "$card" ] || fault "the journal does not name the new cards"
awk 'BEGIN { for (i = 10; i < 46; i++) print "event X" i; print "quit" }' |
    "$tpd" play --text --rules rules --scenario lesson-1 --seed 1 --lang en --journal played >out || fault "played: $?"
grep -q 'plays X.. Harbour Works .*: Event: .*Datacentres 3→5' out || fault "the event of a new card does not happen"

[ $faults -eq 0 ]
