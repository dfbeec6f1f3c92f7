#!/bin/sh
# broken_runs.sh TPD EDIT: a run's file that is not as it was written gets one clear line.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
edit=$2

run="tournament --scenario lesson-1 --blocks 40 --seed 5 random random random"
# shellcheck disable=SC2086 # a list of words
"$tpd" $run -o whole.db >whole || fault "a run"

# edited SQL: the run as run.db, with a change
edited()
{
    cp whole.db run.db
    "$edit" run.db "$1" || fault "edit: $1"
}

# wrong WORDS SQL: tpd verify finds the change.
wrong()
{
    edited "$2"
    refused "$1" "$tpd" verify run.db
}

# A summary that is not what the games say.
wrong 'its summary has another run hash than its games' "UPDATE summary SET run_hash = 'a' || substr(run_hash, 2)"
wrong 'its summary has another run hash' "UPDATE game SET returns_uc = 1000 - returns_uc WHERE game = 7"
wrong 'its summary has another number of games and decisions' "UPDATE summary SET decisions = decisions + 1"
wrong 'its summary has another count of endings' "UPDATE summary SET points = points + 1"
wrong 'its summary has another count of endings' "UPDATE game SET winner = 1 - winner WHERE game = 7"
wrong 'its summary has another count of a bot' "UPDATE summary_bot SET wins = wins + 1 WHERE bot = 2"
wrong 'its summary has another table of scores' "UPDATE summary_cell SET sum = sum + 1 WHERE lineup = 1"
wrong 'its summary has another table of scores' "DELETE FROM summary_cell WHERE lineup = 1"

# One that cannot be read, by whoever asks.
for sql in "DELETE FROM summary" "UPDATE summary SET games = 3" "DELETE FROM summary_bot WHERE bot = 1" \
    "UPDATE summary_cell SET lineup = 99 WHERE lineup = 1" "UPDATE summary_cell SET first = '[1]'"; do
    edited "$sql"
    # shellcheck disable=SC2086
    refused 'is broken: its summary is not that of a whole run' "$tpd" $run -o run.db
    refused 'is broken: its summary' "$tpd" verify run.db
done
edited "DROP TABLE summary"
# shellcheck disable=SC2086
refused 'no such table: summary' "$tpd" $run -o run.db

# Games that are missing or never were.
wrong 'is broken: its games are not those of its run' "DELETE FROM game WHERE game = 239"
wrong 'game 100 is missing' "DELETE FROM game WHERE game = 100"
wrong 'game 100 ends as no game does' "UPDATE game SET ending = 9 WHERE game = 100"
# A column that no summary has is found by playing: all games, so that it is among them.
edited "UPDATE game SET lead = '[0]' WHERE game = 100"
"$tpd" verify run.db --sample 240 >out 2>err && fault "an edited lead passes"
grep -q 'game 100 is not what is played now' err || fault "an edited lead: $(cat err)"

# Another version, another database, and what no schedule can be made of.
for asked in "verify run.db" "merge run.db -o y.db" "$run -o run.db"; do
    edited "PRAGMA user_version = 1"
    # shellcheck disable=SC2086
    refused 'expected a run of version 2, found version 1' "$tpd" $asked
    edited "PRAGMA application_id = 7"
    # shellcheck disable=SC2086
    refused 'found another database' "$tpd" $asked
    edited "UPDATE run SET seats = 3"
    # shellcheck disable=SC2086
    refused 'run.db: ' "$tpd" $asked
    edited "DELETE FROM run"
    # shellcheck disable=SC2086
    refused "expected one row in 'run'" "$tpd" $asked
done
[ ! -e y.db ] || fault "a refused merge left a file"
wrong 'the rules that it holds have the hash' "UPDATE rule SET source = replace(source, 'value = 54', 'value = 53')"
wrong "this program has no bot 'nobody'" "UPDATE bot SET name = 'nobody' WHERE bot = 0"

# A command in a file is a text, whatever the file says of it.
for set in "kind = 'command'" "kind = 'program'" "kind = 'lua', source = 'return 1'"; do
    edited "UPDATE bot SET name = 'cmd:\"echo started >started\"', $set WHERE bot = 0"
    "$tpd" verify run.db >out 2>&1
    "$tpd" verify run.db --game 0 --journal 0.journal >out 2>err && fault "a game of a command: $set"
    "$tpd" merge run.db -o y.db >out 2>&1
    rm -f y.db 0.journal
    # shellcheck disable=SC2086
    refused "bot 1 of its run is 'cmd:" "$tpd" $run -o run.db
    [ ! -e started ] || fault "a stored command was started: $set"
done

# Cut short: at any length it is one line, and the file is left alone.
size=$(wc -c <whole.db)
for part in 1 2 3 4 5 6 7; do
    head -c $((size * part / 8)) whole.db >cut.db
    cp cut.db before.db
    refused 'cut.db: ' "$tpd" verify cut.db
    refused 'cut.db: ' "$tpd" merge cut.db -o y.db
    cmp -s cut.db before.db || fault "verify of a part of a file changes it"
done
: >empty.db
refused 'found an empty file' "$tpd" merge empty.db -o y.db
[ ! -e y.db ] || fault "a refused merge left a file"

# None of this has touched the run.
# shellcheck disable=SC2086
"$tpd" $run -o whole.db | cmp - whole || fault "the run says something else"
"$tpd" verify whole.db >/dev/null || fault "the run does not verify"

[ $faults -eq 0 ]
