#!/bin/sh
# Output pipes well: a reader that leaves early is no failure, a full disk is one.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# Runs a command into a reader that reads one line and leaves.
for command in "trace --states" "match --games 20000" "match --games 20000 --format json" \
    "match --games 20000 --format csv" "rules cards" "verify $(ls "$TPD_SOURCE"/tests/golden/conformance/*.trace | tr '\n' ' ')"; do
    # shellcheck disable=SC2086 # the command is several words
    { "$tpd" $command 2>err; echo $? >status; } | head -n 1 >first
    [ -s first ] || fault "$command | head: no first line"
    [ ! -s err ] || fault "$command | head: $(head -n 1 err)"
    [ "$(cat status)" = 0 ] || fault "$command | head: ended with $(cat status)"
done
{ yes 1 | "$tpd" play --text --seed 1 2>err; echo $? >status; } | head -n 1 >/dev/null
[ ! -s err ] && [ "$(cat status)" = 0 ] || fault "play | head: ended with $(cat status): $(cat err)"

# One clear line when what is written cannot be kept.
for command in "--help" "--version" "trace" "trace --help" "state" "match --games 1000" \
    "match --format json" "perft --depth 2" "rules cards" "rules check" \
    "verify $TPD_SOURCE/tests/golden/conformance/full-2-7.trace"; do
    status=0
    # shellcheck disable=SC2086
    "$tpd" $command >/dev/full 2>err || status=$?
    [ $status -eq 1 ] || fault "$command >/dev/full: ended with $status"
    [ "$(wc -l <err)" -eq 1 ] || fault "$command >/dev/full: $(wc -l <err) lines on stderr"
    grep -q '^tpd: standard output: ' err || fault "$command >/dev/full: $(head -n 1 err)"
done
status=0
yes 1 | "$tpd" play --text --seed 1 >/dev/full 2>err || status=$?
[ $status -eq 1 ] || fault "play >/dev/full: ended with $status"
"$tpd" trace >&- 2>err && fault "trace with a closed stdout: no failure"

# Nothing but results on stdout, nothing on stderr that is no terminal.
"$tpd" match --games 200 >out 2>err || fault "match fails"
[ ! -s err ] || fault "match: $(head -n 1 err)"

[ $faults -eq 0 ]
