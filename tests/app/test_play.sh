#!/bin/sh
# A person at a terminal: whatever is piped in finishes a game or says why it stopped, on screens of
# 100 columns and 40 lines without control codes, and shows nothing that the seat may not know.
set -u
tpd=$1
faults=0

fault()
{
    echo "$*"
    faults=$((faults + 1))
}

# Numbers, half of them out of range, as a person without a plan might type.
numbers()
{
    awk -v seed="$1" 'BEGIN { for (i = 0; i < 6000; i++) { seed = (seed * 1103515245 + 12345) % 2147483648
        print int(seed / 65536) % 20 } }'
}

# look FILE: what holds for every screen.
look()
{
    grep -q '^The game is over: .. wins' "$1" || fault "$1: the game is not finished"
    awk '/^--- You are/ { lines = 0; inside = 1 }
        { lines++ }
        length($0) > 100 { print FILENAME ":" NR ": wider than 100 columns"; bad = 1 }
        /[^\200-\377 -~]/ { print FILENAME ":" NR ": a control character"; bad = 1 }
        / $/ && !/> $/ { print FILENAME ":" NR ": blanks at the end of a line"; bad = 1 }
        inside && /^(US|CN|UC|UO|CC|CO)> / { inside = 0; screens++
            if (lines > 40) { print FILENAME ":" NR ": a screen of " lines " lines"; bad = 1 } }
        END { if (screens < 5) { print FILENAME ": only " screens " screens"; bad = 1 } exit bad }' "$1" ||
        faults=$((faults + 1))
}

for scenario in lesson-1 lesson-2 lesson-3 lesson-4 short full; do
    for seats in 2 4; do
        numbers $seats | LC_ALL=C "$tpd" play --text --scenario $scenario --seats $seats --seed 3 \
            >"$scenario-$seats" 2>err || fault "$scenario, $seats seats: ended with $?: $(cat err)"
        [ ! -s err ] || fault "$scenario, $seats seats: $(head -n 1 err)"
        LC_ALL=C look "$scenario-$seats"
    done
done
for seat in US CN; do
    yes 1 | "$tpd" play --text --scenario short --seed 8 --as $seat >as || fault "--as $seat"
    grep -q "^--- You are $seat\\." as || fault "--as $seat sits elsewhere"
    look as
done
for seat in UC UO CC CO; do
    yes 1 | "$tpd" play --text --scenario short --seats 4 --seed 8 --as $seat >as || fault "--as $seat"
    grep -q "^--- You are $seat\\." as || fault "--as $seat sits elsewhere"
    look as
done

# Canonical texts and beginnings of them do what their numbers do.
"$tpd" play --text --scenario full --seed 7 </dev/null >screen
printf '%s\n' 1 1 1 quit | "$tpd" play --text --scenario full --seed 7 | sed 's/^US> .*/US>/' >by_number
printf '%s\n' 'headline E06' 'OPS-EVENT E09' tr quit | "$tpd" play --text --scenario full --seed 7 |
    sed 's/^US> .*/US>/' >by_text
cmp by_number by_text || fault "texts and numbers differ"

# reply INPUT TEXT: the answer to the first input holds the text, and the question comes again.
reply()
{
    printf '%s\n' "$1" | "$tpd" play --text --scenario full --seed 7 >out 2>&1 || fault "$1: ended with $?"
    grep -q -F -e "$2" out || fault "$1: no '$2' in the answer"
    [ "$(grep -c '^US> ' out)" -eq 2 ] || fault "$1: the question does not come again"
}
reply 0 'expected a number from 1 to 3, found 0'
reply 4 'expected a number from 1 to 3, found 4'
reply 99999999999999999999 'expected a number from 1 to 3'
reply 1x 'expected a number from 1 to 3, found 1x'
reply '' 'type a number from 1 to 3, or help'
reply headline "'headline' may be headline E06, headline E19 or headline E26"
reply 'hedline E06' "did you mean 'headline E06'?"
reply 'train' "expected one of the actions above, found 'train'"
reply 'card E06' 'Hardware controls only work with the allies'
reply 'card Z99' 'expected the id of a card'
reply help 'Type the number of an action'
reply board '--- You are US. Round 1 of 8, headline.'
reply "$(head -c 5000 /dev/zero | tr '\000' x)" 'expected one of the actions above'
reply "$(printf 'a\033[31m')" '\x1B'

# The end of the input, and of the patience.
"$tpd" play --text --seed 7 </dev/null >out || fault "no input: ended with $?"
grep -q '^End of input: the game stops in round 1\.$' out || fault "no input is not told"
echo quit | "$tpd" play --text --seed 7 >out || fault "quit: ended with $?"
grep -q '^The game stops in round 1\.$' out || fault "quit is not told"
printf 1 | "$tpd" play --text --seed 7 >out || fault "input without a line's end: ended with $?"
grep -q 'US commits a headline' out || fault "input without a line's end is not read"

# Nothing hidden: neither the other hand nor the draw pile nor the plateau before they are seen.
"$tpd" state --scenario full --seats 2 --seed 7 >state
mine=$(sed -n 's/.* hand=\([^,]*\),.*/\1/p' state | tr + '\n')
hidden=$(sed -n 's/.* hand=[^,]*,\([^ ]*\) deck=\([^ ]*\) .*/\1+\2/p' state | tr '+,' '\n\n')
[ "$(echo "$hidden" | wc -l)" -ge 15 ] || fault "no hidden cards to look for"
for card in $hidden; do
    grep -q -w "$card" screen && fault "the first screen names $card, which is hidden"
done
for card in $mine; do
    grep -q -w "$card" screen || fault "the first screen does not name $card of the own hand"
done
grep -q 'T plateau ?' screen || fault "the first screen does not hide the plateau"
numbers 5 | "$tpd" play --text --scenario full --seed 7 | grep -E '^(  |    ).*(CN draws [A-Z]|CN commits a headline [A-Z])' &&
    fault "cards that CN draws or commits are told"

# Without --seed each game is another one, and says which.
"$tpd" play --text </dev/null | grep -q '^Scenario full, 2 seats, seed [1-9][0-9]*\.' || fault "the seed is not told"

[ $faults -eq 0 ]
