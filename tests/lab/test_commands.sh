#!/bin/sh
# Tournaments with programs of their own: played, marked, gone on with, and started by the command
# line alone.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# Every start leaves a line.
cat >bot.sh <<'EOS'
echo started >>starts
echo "hello 1 first"
while read -r word n; do
    [ "$word" = choose ] && echo "choose $n 0"
    [ "$word" = bye ] && exit
done
EOS
starts()
{
    wc -l <starts
}

options="--scenario lesson-1 --blocks 6 --seed 5"
command='cmd:"sh bot.sh"'

# shellcheck disable=SC2086 # lists of words
{
    "$tpd" tournament $options random "$command" greedy -o run.db >text || fault "a run: $(cat text)"
    [ "$(starts)" -eq 24 ] || fault "24 games of a command start it $(starts) times"
    "$tpd" tournament $options --threads 2 random "$command" greedy >two || fault "two threads"
    # A bot without chance plays the same again, though nobody promises it.
    cmp text two || fault "two threads give other standings"
    "$tpd" tournament $options random 'cmd:sh bot.sh' greedy | cmp - text || fault "without quotes"

    # Marked in every format, and no run hash.
    grep -q '^not reproducible: cmd:"sh bot.sh" is a program outside the cage$' text || fault "text is not marked: $(cat text)"
    grep -q 'run hash' text && fault "text has a run hash"
    before=$(starts)
    "$tpd" tournament $options random "$command" greedy -o run.db >again || fault "again"
    cmp text again || fault "a finished run says something else"
    "$tpd" tournament $options random "$command" greedy -o run.db --format json >json || fault "json"
    "$tpd" tournament $options random "$command" greedy -o run.db --format csv >csv || fault "csv"
    [ "$(starts)" -eq "$before" ] || fault "a finished run starts its command"
}
cat >json.cmake <<'CMAKE'
file(READ json text)
string(JSON reproducible GET "${text}" reproducible)
string(JSON hash GET "${text}" run_hash)
foreach(i RANGE 2)
  string(JSON name GET "${text}" bots ${i} bot)
  string(JSON own GET "${text}" bots ${i} reproducible)
  list(APPEND bots "${name}=${own}")
endforeach()
list(SORT bots)
message("${reproducible} '${hash}' ${bots}")
CMAKE
[ "$(cmake -P json.cmake 2>&1)" = "OFF '' cmd:\"sh bot.sh\"=OFF;greedy=ON;random=ON" ] || fault "json: $(cmake -P json.cmake 2>&1)"
[ "$(grep -c ',no$' csv)" -eq 9 ] || fault "csv is not marked: $(cat csv)"
head -n 1 csv | grep -q ',reproducible$' || fault "csv: $(head -n 1 csv)"

# What is stored never starts it.
before=$(starts)
"$tpd" verify run.db --sample 36 >out 2>err || fault "verify: $(cat err)"
grep -q '36 of 36 games, 12 of them played again; those of commands cannot be' out || fault "verify: $(cat out)"
refused 'has no run hash: cmd:"sh bot.sh" is a program outside the cage' "$tpd" verify run.db --hash
refused 'that game cannot be played again: cmd:"sh bot.sh"' "$tpd" verify run.db --game 0 --journal g.journal
[ ! -e g.journal ] || fault "a refused journal is there"
"$tpd" verify run.db --game 2 --journal g.journal || fault "a game without the command"
# shellcheck disable=SC2086
{
    refused "is 'cmd:\"sh bot.sh\"', not 'random'" "$tpd" tournament $options random random greedy -o run.db
    refused "is 'cmd:\"sh bot.sh\"', not 'cmd:\"sh bot.sh 2\"'" "$tpd" tournament $options random 'cmd:sh bot.sh 2' \
        greedy -o run.db
}
[ "$(starts)" -eq "$before" ] || fault "a command in a file is started"

# Shards.
# shellcheck disable=SC2086
for i in 1 2; do
    "$tpd" tournament $options --shard $i/2 random "$command" greedy -o part$i.db >/dev/null || fault "shard $i"
done
before=$(starts)
"$tpd" merge part1.db part2.db -o merged.db >out || fault "merge: $(cat out)"
grep -q '^not reproducible: ' out || fault "merge is not marked: $(cat out)"
grep -q 'run hash' out && fault "merge prints a run hash"
[ "$(starts)" -eq "$before" ] || fault "merge starts a command"
# shellcheck disable=SC2086
"$tpd" tournament $options random "$command" greedy -o merged.db | cmp - text || fault "merged: other standings"

# Interrupted, it goes on to the same end, and leaves no process.
cat >slow.sh <<'EOS'
echo "hello 1 slow"
while read -r word n; do
    [ "$word" = choose ] && sleep 0.01 && echo "choose $n 0"
    [ "$word" = bye ] && exit
done
EOS
slow="--scenario lesson-1 --blocks 10 --seed 5 --threads 2"
# shellcheck disable=SC2086
{
    "$tpd" tournament $slow random 'cmd:"sh slow.sh"' -o slow.db >out 2>err &
    pid=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ -s slow.db ] && break
        sleep 0.1
    done
    sleep 0.3
    kill -TERM $pid
    wait $pid
    [ $? -eq 1 ] || fault "interrupted: exit status, $(cat err)"
    "$tpd" verify slow.db >part || fault "interrupted: verify"
    "$tpd" tournament $slow random 'cmd:"sh slow.sh"' -o slow.db >on || fault "gone on with"
    "$tpd" tournament $slow random 'cmd:"sh slow.sh"' | cmp - on || fault "gone on with: other standings"
}

# A program is not spared the signals that a tournament waits for.
"$tpd" tournament --scenario lesson-1 --blocks 1 random "cmd:kill -TERM \$\$; echo blocked >blocked" >out
[ ! -e blocked ] || fault "a command cannot be ended by a signal"

# Faults of a command are counted, and the run goes on.
# shellcheck disable=SC2086
"$tpd" tournament --scenario lesson-1 --blocks 1 random 'cmd:"exit 3"' >out || fault "a command that ends"
awk '$2 == "cmd:\"exit" && $10 == 40 { n++ } END { exit n != 1 }' out || fault "faults: $(cat out)"
refused 'expected cmd:"COMMAND"' "$tpd" tournament random 'cmd:""'
refused 'expected cmd:"COMMAND"' "$tpd" tournament random 'cmd:"sh'

[ $faults -eq 0 ]
