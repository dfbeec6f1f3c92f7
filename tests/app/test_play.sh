#!/bin/sh
# People at a terminal: whatever is typed or piped in finishes a game or says how to go on with it; it
# shows nothing that a seat may not know; a game is never lost.  (Whether screens fit: app/screens.)
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
export XDG_DATA_HOME="$PWD/state" LC_ALL=C
unset TPD_PLAY NO_COLOR

play()
{
    "$tpd" play --text "$@"
}

# A file in which nothing but the clock may differ.
without_time()
{
    sed 's/ t=[0-9]*//' "$1"
}

# ---- words and numbers ----

# Canonical texts, beginnings of them and labels in either language do what their numbers do.
printf '%s\n' 1 1 1 quit | play --scenario full --seed 7 --journal by_number >out || fault "numbers: $?"
printf '%s\n' 'headline E06' 'OPS-EVENT E09' tr quit | play --scenario full --seed 7 --journal by_text >out ||
    fault "texts: $?"
printf '%s\n' 'e06' 'operations, then the rival' 'Train: F' quit |
    play --scenario full --seed 7 --journal by_label >out || fault "labels: $?"
without_time by_number >numbers
[ "$(wc -l <numbers)" -gt 10 ] || fault "nothing was played"
for other in by_text by_label; do
    without_time $other | cmp -s - numbers || fault "$other and numbers differ"
done

# reply INPUT TEXT: the answer to the first input holds the text, and the question comes again.
reply()
{
    printf '%s\n' "$1" | play --scenario full --seed 7 --journal reply >out 2>&1 || fault "$1: ended with $?"
    rm -f reply
    grep -q -F -e "$2" out || fault "$1: no '$2' in the answer"
    [ "$(grep -c '^US> ' out)" -eq 2 ] || fault "$1: the question does not come again"
}
reply 0 'Type a number from 1 to 3, an action, or help'
reply 4 'Type a number from 1 to 3'
reply 99999999999999999999 'Type a number from 1 to 3'
reply 1x 'Type a number from 1 to 3'
reply '' 'Type a number from 1 to 3'
reply headline '“headline” may be: headline E06, headline E19, headline E26'
reply 'hedline E06' 'did you mean “headline E06”?'
reply 'train' '“train” is none of the actions'
reply 'card E06' 'Hardware controls only work with the allies'
reply 'card moonshot' 'E01 Moonshot Training Run* · US · early'
reply 'card chip' 'E06 Chip Alliance, E11 National Chip Fund'
reply 'card Z99' 'Name a card by its id'
reply 'why court India' 'weight of India'
reply 'why nonsense' 'nonsense'
reply forecast 'The market, if the actions ended now'
reply hand 'E09 Distillation Pipeline'
reply rules '9.1 Serving'
reply 'rules 9.2' '9.2 Price'
reply 'rules 77' 'There is no such section'
reply log 'Nothing yet.'
reply 'log x' 'log shows this round'
reply save 'in reply'
reply undo 'There is no choice to take back'
reply redo 'There is nothing to do again'
reply 'lang xx' 'lang en: English'
reply 'names x' 'names geographic'
reply help 'an action: its number'
reply board '=== US · Round 1 of 8 · Headlines'
reply "$(head -c 5000 /dev/zero | tr '\000' x)" 'is none of the actions'
reply "$(printf 'a\033[31m')" '\x1B'
reply "$(printf '\377\376')" 'is none of the actions'

# ---- undo ----

# An operation is taken back freely; what was revealed only if the table agrees; both stay written.
printf '%s\n' 1 1 train undo train undo redo undo optimise quit | play --scenario full --seed 7 --journal undone >out ||
    fault "undo: ended with $?"
grep -q 'The table must agree' out && fault "a free undo asks the table"
[ "$(grep -c '^undo 4 ' undone)" -eq 3 ] || fault "the free undos are not in the journal"
[ "$(grep -c 'US train ' undone)" -eq 3 ] || fault "redo does not make the choice again"
printf '%s\n' 1 undo no undo yes 2 undo '' quit | play --scenario full --seed 7 --journal taken >out ||
    fault "take-back: ended with $?"
[ "$(grep -c 'The table must agree' out)" -eq 3 ] || fault "an undo behind the headlines does not ask the table"
[ "$(grep -c '^undo 0 .*take-back=1' taken)" -eq 1 ] || fault "the take-back is not marked once"
"$tpd" verify undone taken >out || fault "undone games: $(cat out)"

# ---- the end of the input, and of the patience ----

play --seed 7 --journal none </dev/null >out || fault "no input: ended with $?"
grep -q '^The game is saved. To go on with it:$' out || fault "no input: nothing about going on"
grep -q '^  tpd play --text --resume none$' out || fault "no input: not how to go on"
echo quit | TPD_PLAY=scripts/play play --seed 7 --journal 'with blank' >out || fault "quit: ended with $?"
grep -q "^  scripts/play --resume 'with blank'\$" out || fault "quit: not how to go on: $(tail -n 1 out)"
printf 1 | play --scenario full --seed 7 --journal unfinished >out || fault "input without a line's end: $?"
grep -q ' US headline E06 ' unfinished || fault "input without a line's end is not read"

# Ctrl-C while it waits.
mkfifo keys
"$tpd" play --text --scenario full --seed 7 --journal interrupted <keys >out 2>err &
player=$!
exec 3>keys
echo 1 >&3
waited=0
until grep -q '^0 US ' interrupted 2>/dev/null || [ $waited -gt 100 ]; do
    waited=$((waited + 1))
    sleep 0.1
done
sleep 0.3
kill -INT $player
wait $player
status=$?
exec 3>&-
[ $status -eq 0 ] || fault "Ctrl-C: ended with $status"
grep -q '^  tpd play --text --resume interrupted$' out || fault "Ctrl-C: not how to go on"
[ ! -s err ] || fault "Ctrl-C: $(head -n 1 err)"

# ---- going on ----

# Cut into pieces a game ends as in one sitting, also in another language and with words of its own.
yes 1 | play --scenario lesson-4 --seed 5 --journal whole >out || fault "a whole game: $?"
grep -q '^The game is over: ' out || fault "the whole game is not finished"
printf '%s\n' 1 1 1 | play --scenario lesson-4 --seed 5 --journal pieces >out || fault "the first piece: $?"
printf '%s\n' 1 '' foo 1 | play --resume pieces --lang en --names neutral >out || fault "the second piece: $?"
yes 1 | play --resume pieces >out || fault "the last piece: $?"
without_time whole >expected
without_time pieces | cmp -s - expected || fault "in pieces the game is another one"
"$tpd" verify whole pieces >out || fault "verify: $(cat out)"
yes 1 | play --resume whole >out || fault "a finished game: ended with $?"
grep -q '^The game is over: ' out || fault "a finished game does not say so"

# Without --journal it is saved by date and scenario, and --resume finds the last one that is not over.
[ ! -e state ] || fault "games with --journal are saved elsewhere as well"
echo quit | play --scenario lesson-1 --seed 1 >out || fault "saved by itself: $?"
ls state/tpd | grep -q -E '^20[0-9-]*-lesson-1\.journal$' || fault "saved as $(ls state/tpd)"
echo quit | play --scenario lesson-2 --seed 2 >out || fault "saved by itself: $?"
yes 1 | play --scenario lesson-3 --seed 3 >out || fault "saved by itself: $?"
# The last one is the one that was written to last: by hand, without waiting for the clock.
touch -t 202601011000 state/tpd/*-lesson-1.journal
touch -t 202601011001 state/tpd/*-lesson-2.journal
touch -t 202601011002 state/tpd/*-lesson-3.journal
play --resume </dev/null >out || fault "--resume: ended with $?"
grep -q 'lesson-2\.journal' out || fault "--resume does not take the last one"
yes 1 | play --resume >out || fault "--resume: ended with $?"
play --resume </dev/null >out || fault "--resume: ended with $?"
grep -q 'lesson-1\.journal' out || fault "--resume takes one that is over"
yes 1 | play --resume >out
play --resume </dev/null >out 2>err && fault "--resume without a game: no failure"
[ "$(wc -l <err)" -eq 1 ] && grep -q 'state/tpd: no game there' err || fault "--resume without a game: $(cat err)"
# However long its path is, it can be copied from the screen.
deep="$PWD/a-folder-whose-name-is-longer-than-what-is-left-of-a-line-of-a-hundred-columns"
for language in en zh; do
    echo quit | XDG_DATA_HOME="$deep" play --scenario lesson-1 --seed 1 --lang $language >out
    [ "$(grep -c -F "$(ls "$deep"/tpd/*)" out)" -eq 2 ] || fault "a long path is cut: $(cat out)"
    rm -r "$deep"
done
echo quit | XDG_DATA_HOME='' HOME="$PWD/home" play >out || fault "without XDG_DATA_HOME: $?"
ls home/.local/share/tpd/*.journal >/dev/null || fault "not in ~/.local/share/tpd"
echo quit | XDG_DATA_HOME='' HOME='' play >out 2>err && fault "no place for games: no failure"
[ "$(wc -l <err)" -eq 1 ] && grep -q 'no place for saved games' err || fault "no place for games: $(cat err)"

# ---- seats ----

echo quit | play --seats 4 --journal four >out || fault "--seats 4: $?"
grep -q '^seat UC=human$' four && [ "$(grep -c '^seat .*=greedy$' four)" -eq 3 ] || fault "--seats 4: $(grep '^seat' four)"
echo quit | play --seats CO=human,UC=random --journal some >out || fault "--seats CO=human: $?"
[ "$(grep '^seat' some | tr '\n' ' ')" = 'seat UC=random seat UO=greedy seat CC=greedy seat CO=human ' ] ||
    fault "--seats CO=human: $(grep '^seat' some)"

# A bot of one's own: the journal tells of it but does not start it.
printf 'return { name = "mine", choose = function(view, actions) return actions[1] end }\n' >mine.lua
echo quit | play --scenario lesson-1 --seats US=human,CN=mine.lua --journal own >out || fault "a bot of one's own: $?"
cp own before
play --resume own </dev/null >out 2>err && fault "a journal starts a file"
[ "$(wc -l <err)" -eq 1 ] && grep -q 'the seats were US=human,CN=mine.lua: expected them again in --seats' err ||
    fault "a journal with a file: $(cat err)"
cmp -s own before || fault "a journal with a file is not untouched"
yes 1 | play --resume own --seats CN=mine.lua >out || fault "a bot named again: $?"
grep -q '^The game is over: ' out || fault "a bot named again does not play"
printf 'return { name = "poor", choose = function(view, actions) error("lost") end }\n' >poor.lua
yes 1 | play --scenario lesson-1 --seats CN=poor.lua --journal poor >out || fault "a bot that fails: $?"
grep -q 'The bot of China failed, and its first legal action is played: .*lost' out || fault "a bot's fault is not told"
grep -q '^The game is over: ' out || fault "a bot that fails stops the game"
yes 1 | play --seats US=random,CN=random --scenario lesson-1 --journal watched >out || fault "watching: $?"
grep -q '^The game is over: ' out || fault "nobody plays where no person does"

# ---- what a seat may know ----

# Neither the other hand nor the draw pile nor the plateau before they are seen.
play --scenario full --seed 7 --journal hidden_game </dev/null >screen
"$tpd" state --scenario full --seats 2 --seed 7 >state.txt
mine=$(sed -n 's/.* hand=\([^,]*\),.*/\1/p' state.txt | tr + '\n')
hidden=$(sed -n 's/.* hand=[^,]*,\([^ ]*\) deck=\([^ ]*\) .*/\1+\2/p' state.txt | tr '+,' '\n\n')
[ "$(echo "$hidden" | wc -l)" -ge 15 ] || fault "no hidden cards to look for"
for card in $hidden; do
    grep -q -w "$card" screen && fault "the first screen names $card, which is hidden"
done
for card in $mine; do
    grep -q -w "$card" screen || fault "the first screen does not name $card of the own hand"
done
grep -q 'Plateau ?' screen || fault "the first screen does not hide the plateau"
{ awk 'BEGIN { for (i = 0; i < 400; i++) { print i % 7 + 1; if (i % 20 == 0) print "log all" } }'; } |
    play --scenario full --seed 7 --journal told >out
grep -E -q 'China (draws|commits) [A-Z][0-9]' out && fault "cards that China draws or commits are told"
grep -q 'China draws a card' out || fault "the log does not tell that China draws"

# Between people hands are shown only behind a step of one line, and never while a public choice is made.
printf '%s\n' '' 1 '' 1 1 quit | play --scenario full --seed 7 --seats US=human,CN=human --journal hot >out ||
    fault "two people: ended with $?"
[ "$(grep -c 'press Enter when only you look' out)" -eq 3 ] || fault "three hands are not shown behind three steps"
sed -n '/^China, the next screen/,/^China> /p' out >second
for card in $(sed -n 's/.* hand=\([^,]*\),.*/\1/p' state.txt | tr + '\n'); do
    grep -q -w "$card" second && fault "China is shown $card of the US"
done
grep -A 60 '^US, the next screen' out | sed -n '2,/^US> /p' | grep -q -w E10 && fault "the US is shown a card of China"

# The US chooses hearts while China, who chose last, looks on.
printf '%s\n' '' 'headline E02' '' 1 hand quit | play --scenario short --seed 3 --seats US=human,CN=human --journal look >out ||
    fault "a public choice: ended with $?"
awk '/^=== / { screen = "" } { screen = screen "\n" $0 } END { print screen }' out >public
grep -q '^>>> Hearts won' public || fault "there is no public choice to look at"
grep -q -w -E 'Hand|E11|E21|M17|M24' public && fault "a public choice shows a hand"
grep -q 'There is no hand to show now' public || fault "a public choice shows a hand when asked"

# ---- terminals ----

if command -v script >/dev/null 2>&1 && script -qec true /dev/null >/dev/null 2>&1; then
    on_terminal()
    {
        script -qec "$*" /dev/null </dev/null | tr -d '\r'
    }
    escape=$(printf '\033')
    TERM=xterm on_terminal "$tpd play --text --seed 7 --journal tty1" | grep -q "$escape\\[1m===" || fault "no colour on a terminal"
    TERM=xterm NO_COLOR=1 on_terminal "$tpd play --text --seed 7 --journal tty2" | grep -q "$escape" && fault "NO_COLOR is not obeyed"
    TERM=dumb on_terminal "$tpd play --text --seed 7 --seats US=human,CN=human --journal tty3" | grep -q "$escape" &&
        fault "escapes on a dumb terminal"
    TERM=xterm NO_COLOR=1 on_terminal "$tpd play --text --seats US=human,CN=human --journal tty4" | grep -q "$escape\\[2J" ||
        fault "the screen is not cleared between people"
fi
play --seed 7 --journal piped </dev/null | LC_ALL=C grep -q '[^ -~[:space:]]*'"$(printf '\033')" && fault "escapes in a pipe"

# ---- options ----

play --journal piped </dev/null >out 2>err && fault "a journal that exists: no failure"
[ "$(wc -l <err)" -eq 1 ] && grep -q '^piped: ' err || fault "a journal that exists: $(cat err)"
play --journal /nowhere/x </dev/null >out 2>err && fault "a journal nowhere: no failure"
[ "$(wc -l <err)" -eq 1 ] || fault "a journal nowhere: $(cat err)"
play --resume nothing </dev/null >out 2>err && fault "a journal that is not there: no failure"
[ "$(wc -l <err)" -eq 1 ] || fault "a journal that is not there: $(cat err)"

# Without --seed each game is another one, and says which.
play --journal any </dev/null | grep -q '(seed [1-9][0-9]*)' || fault "the seed is not told"

[ $faults -eq 0 ]
