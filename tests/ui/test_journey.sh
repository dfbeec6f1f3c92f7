#!/bin/sh
# A first evening in the window, by keyboard alone: the tutorial is offered and skipped, a short game is
# begun, something is taken back, the program is left and goes on with the game, a bot plays it to its
# end, it is looked at again, language and theme change.  What the player did is read in their files.
set -u
tpd=$1
. "${0%/*}/../support/faults.sh"
. "${0%/*}/../support/hands.sh"

journal_is_there()
{
    journal=$(ls data/tpd/*.journal) && grep -q '^round 1 ' "$journal"
}

decisions()
{
    grep -c '^[0-9]' "$journal"
}

has_more()
{
    [ "$(decisions)" -gt "$1" ]
}

has_grown()
{
    [ "$(wc -l <"$journal")" -gt "$1" ]
}

# tells PATTERN: a line of the journal.
tells()
{
    grep -q -e "$1" "$journal"
}

# play_card KEY: the first card of the hand that can be played so.
play_card()
{
    before=$(decisions)
    for card in 1 2 3 4 5 6 7 8 9; do
        press "$card" "$1"
        await 1 has_more "$before" && return 0
    done
    return 1
}

open_display

# ---- the first start
open_window
press_until 10 x set_to tutorial-offered=yes || give_up "the tutorial cannot be skipped"
[ -e data ] && fault "a game was begun by skipping the tutorial"


# ---- a new game with a seed of ours: the keyboard leads to its field past the three buttons of the
# sheet, six scenarios, two numbers of seats, two names and players, and the die
press n
settle
# shellcheck disable=SC2046 # many keys
press $(yes Tab | head -n 17)
settle
# shellcheck disable=SC2046
press $(yes BackSpace | head -n 20) 4 2
settle
press_until 5 Return journal_is_there || give_up "no game is begun"
tells '^journal 1 scenario=short seats=2 seed=42 ' || fault "another game: $(head -n 1 "$journal")"
tells '^seat US=human$' || fault "nobody sits at the table"

# ---- a card, and it is taken back: the bot has chosen behind it
play_card Return || give_up "no card can be committed"
await 10 tells '^1 CN headline [^ ]* by=bot' || give_up "the bot commits no card"
press_until 5 "Return z y" tells '^undo 0 by=hand.* take-back=1$' || give_up "nothing was taken back"
play_card Return || give_up "no card can be committed again"
await 10 has_more 3 || give_up "the bot does not commit again"

# ---- leaving, and going on where the game was
cp "$journal" before
settle
press_until 5 "Escape q" is_gone || give_up "the program cannot be left"
window_ended
cmp -s "$journal" before || fault "leaving changed the journal"
open_window
settle
press Return
settle
press Return s # what has happened is read
settle
press Tab Tab Tab

# ---- a bot takes the seat and plays on; the list of them is gone through up to a quick one
tries=12
until tells '^seat US bot greedy'; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || give_up "the seat cannot be handed to greedy: $(tail -n 1 "$journal")"
    before=$(wc -l <"$journal")
    press Return
    await 5 has_grown "$before" || give_up "the seat is not handed to a bot"
done
[ "$(ls data/tpd/*.journal | wc -l)" -eq 1 ] || fault "going on began another game"
press Escape
press_until 60 "f Return" tells '^end ' || give_up "the game does not end: $(tail -n 1 "$journal")"
"$tpd" verify "$journal" >verified 2>&1 || fault "verify: $(tail -n 1 verified)"

# ---- the end, and the game again from its first position: a step, and back
settle
end=$(still_picture)
press r
await 10 shows_other "$end" || give_up "no replay"
press Home
settle
start=$(still_picture)
press Right
await 10 shows_other "$start" || fault "the replay does not step"
press Left
await 10 shows "$start" || fault "the replay does not step back"
press Escape
settle
await 10 shows "$end" || fault "behind the replay is not the end"

# ---- theme and language
press t
settle
press s
settle
press Tab Tab Tab Tab Tab Return
await 10 set_to theme=projector || fault "the theme stays: $(grep theme config/tpd/settings)"
settle
press_until 5 "Escape q" is_gone || give_up "the program cannot be left"
window_ended
[ -s err ] && fault "said: $(head -n 1 err)"
[ "$(grep -c '^end ' "$journal")" -eq 1 ] || fault "the journal has not one end"

echo "$(decisions) decisions, $faults faults"
[ $faults -eq 0 ]
