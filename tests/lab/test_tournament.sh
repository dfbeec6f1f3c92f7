#!/bin/sh
# The same results however a tournament is run, and one clear line for what cannot be.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# The run hash that a file holds, made anew from its games.
hash_of()
{
    "$tpd" verify "$1" --sample 3 --hash | tail -n 1
}

cat >first.lua <<'LUA'
return { name = "first", choose = function(view, actions) return actions[1] end }
LUA
cat >broken.lua <<'LUA'
return { name = "broken", choose = function(view, actions) return 7 end }
LUA
cat >draw.lua <<'LUA'
return { name = "draw", choose = function(view, actions) return actions[random(#actions)] end }
LUA
games="--scenario lesson-1 --blocks 40 --seed 5 first.lua random draw.lua"

# shellcheck disable=SC2086 # a list of words
{
    "$tpd" tournament $games -o one.db >one || fault "one thread: $(cat one)"
    "$tpd" tournament $games --threads 2 -o two.db >two || fault "two threads"
    "$tpd" tournament $games --threads 7 >seven || fault "seven threads, no file"
    for i in 1 2 3; do
        "$tpd" tournament $games --shard $i/3 -o part$i.db >/dev/null || fault "shard $i"
    done
    seq 5 | xargs -P2 -I{} "$tpd" tournament $games --shard {}/5 -o x{}.db >/dev/null || fault "xargs"
}
cmp one two || fault "two threads give other standings"
cmp one seven || fault "standings differ without a file"
"$tpd" merge part3.db part1.db part2.db -o merged.db >merged || fault "merge"
"$tpd" merge x?.db -o x.db >/dev/null || fault "merge of five"
hash=$(sed -n 's/^run hash //p' one)
[ ${#hash} -eq 64 ] || fault "no run hash: $hash"
[ "$(sed -n 's/^run hash //p' merged)" = "$hash" ] || fault "merge prints another hash"
for run in one two merged x; do
    [ "$(hash_of $run.db)" = "$hash" ] || fault "$run.db: another run hash"
done

# Another seed is another run.
"$tpd" tournament --scenario lesson-1 --blocks 40 --seed 6 first.lua random draw.lua >other
grep -q "$hash" other && fault "another seed has the same hash"

# A finished run says at once what it said, also when it is a merged one.
# shellcheck disable=SC2086
{
    begun=$(date +%s%N)
    "$tpd" tournament $games -o one.db >again || fault "again"
    ended=$(date +%s%N)
    "$tpd" tournament $games -o merged.db >whole || fault "merged again"
}
[ $((ended - begun)) -lt 1000000000 ] || fault "a finished run took $((ended - begun)) ns"
cmp one again || fault "a finished run says something else"
cmp one whole || fault "a merged run says something else"

# Formats agree; standard error is silent.
# shellcheck disable=SC2086
{
    "$tpd" tournament $games -o one.db --format json >json 2>err || fault "json"
    "$tpd" tournament $games -o one.db --format csv >csv 2>>err || fault "csv"
}
[ -s err ] && fault "stderr: $(cat err)"
cat >json.cmake <<'CMAKE'
file(READ json text)
string(JSON count LENGTH "${text}" bots)
string(JSON pairs LENGTH "${text}" pairs)
string(JSON hash GET "${text}" run_hash)
message("${count} ${pairs} ${hash}")
CMAKE
[ "$(cmake -P json.cmake 2>&1)" = "3 6 $hash" ] || fault "json: $(cmake -P json.cmake 2>&1)"
[ "$(wc -l <csv)" -eq 10 ] || fault "csv has $(wc -l <csv) lines"

# Faults are counted and the run goes on; two random ones are told apart.
"$tpd" tournament --scenario lesson-1 --blocks 5 broken.lua random random >out || fault "a broken bot"
grep -q 'random#2' out || fault "two of a name: $(cat out)"
awk '$2 == "broken.lua" && $9 == 20 * 20 { n++ } END { exit n != 1 }' out || fault "faults: $(cat out)"

# A game of the run, as a journal.
"$tpd" verify one.db --game 7 --journal seven.journal || fault "journal"
"$tpd" verify seven.journal >/dev/null || fault "journal does not verify"
refused 'no game 240' "$tpd" verify one.db --game 240 --journal eight.journal

# What is kept is enough: without the bots' files, from elsewhere.
mkdir -p far
mv first.lua draw.lua far
(cd far && rm -f -- *.lua && "$tpd" verify ../one.db >/dev/null) || fault "verify needs the files"
cat >first.lua <<'LUA'
return { name = "first", choose = function(view, actions) return actions[#actions] end }
LUA
cat >draw.lua <<'LUA'
return { name = "draw", choose = function(view, actions) return actions[random(#actions)] end }
LUA

# Wrong input: one line, nothing touched.
cp one.db before.db
# shellcheck disable=SC2086
{
    refused 'first.lua.*not what it was' "$tpd" tournament $games -o one.db
    refused 'has --blocks 40, not 41' "$tpd" tournament $games --blocks 41 -o one.db
    refused 'has --seed 5, not 4' "$tpd" tournament $games --seed 4 -o one.db
    refused "there is no such file" "$tpd" tournament random missing.lua
    refused "unknown bot 'rando'" "$tpd" tournament random rando
    refused 'two bots or more' "$tpd" tournament random
    refused 'expected I/N' "$tpd" tournament $games --shard 4/3 -o y.db
    refused 'expected I/N' "$tpd" tournament $games --shard 0/3 -o y.db
    refused 'expected I/N' "$tpd" tournament $games --shard 1 -o y.db
    refused 'expected -o FILE' "$tpd" tournament $games --shard 1/3
    refused 'No such file or directory' "$tpd" tournament random random -o nowhere/y.db
}
cmp one.db before.db || fault "a refused command touched the file"
cp -r "$TPD_SOURCE/rules" rules
sed -i 's/name = "vpHeg", value = 54/name = "vpHeg", value = 53/' rules/params.lua
cmp -s rules/params.lua "$TPD_SOURCE/rules/params.lua" && fault "the rules were not changed"
refused 'other rules' "$tpd" tournament --scenario lesson-1 --blocks 40 --seed 5 --rules rules \
    first.lua random draw.lua -o one.db
"$tpd" tournament --scenario lesson-1 --blocks 2 random random --shard 1/2 -o half.db >/dev/null || fault "half"
refused 'another part of the run' "$tpd" tournament --scenario lesson-1 --blocks 2 random random \
    --shard 2/2 -o half.db
refused "its run has" "$tpd" merge half.db part1.db -o y.db
refused 'no shard holds block 40' "$tpd" merge part1.db part3.db -o y.db
refused 'no shard holds block 80' "$tpd" merge part1.db part2.db -o y.db
refused 'which another shard holds' "$tpd" merge part1.db part1.db part2.db part3.db -o y.db
refused 'there already' "$tpd" merge part1.db part2.db part3.db -o merged.db
refused 'there is no such file' "$tpd" merge part1.db part4.db -o y.db
echo text >text.db
refused 'another kind of file' "$tpd" merge text.db -o y.db
refused 'another kind of file' "$tpd" tournament random random -o text.db
[ "$(cat text.db)" = text ] || fault "a file that is no run was touched"
dd if=one.db of=cut.db bs=1024 count=30 2>/dev/null
refused 'is broken' "$tpd" verify cut.db
[ ! -e y.db ] || fault "a refused merge left a file"
[ ! -e y.db.part ] || fault "a refused merge left a part"

# A full disk: one line, and what was stored goes on to the same end: while the tables are made, and among the games.
full="--scenario lesson-1 --blocks 800 random random"
# shellcheck disable=SC2086
{
    "$tpd" tournament $full -o roomy.db >roomy || fault "with room"
    end=$(($(wc -c <roomy.db) / 512))
    for limit in 2 100 $((end * 3 / 4)); do
        rm -f full.db full.db-*
        sh -c "ulimit -f $limit; exec '$tpd' tournament $full -o full.db" >out 2>err && fault "a limit of $limit is not met"
        [ "$(wc -l <err)" -eq 1 ] || fault "full disk, $limit: $(cat err)"
        grep -q 'full.db: cannot be written: ' err || fault "full disk, $limit: $(cat err)"
        "$tpd" tournament $full -o full.db >gone_on || fault "after a full disk, $limit"
        cmp roomy gone_on || fault "another run after a full disk, $limit"
        [ "$(hash_of full.db)" = "$(sed -n 's/^run hash //p' roomy)" ] || fault "another run hash, $limit"
    done
    for i in 1 2; do
        "$tpd" tournament $full --shard $i/2 -o half$i.db >/dev/null || fault "half $i"
    done
    for limit in 2 200; do
        sh -c "ulimit -f $limit; exec '$tpd' merge half1.db half2.db -o full2.db" >out 2>err && fault "merge meets no limit"
        [ "$(wc -l <err)" -eq 1 ] || fault "merge on a full disk: $(cat err)"
        [ ! -e full2.db ] && [ ! -e full2.db.part ] || fault "a merge without room left a file"
    done
    "$tpd" merge half1.db half2.db -o full2.db >out || fault "merge with room: $(cat out)"
    [ "$(hash_of full2.db)" = "$(sed -n 's/^run hash //p' roomy)" ] || fault "merge: another run hash"
}

# A second process is refused, and Ctrl-C ends the first cleanly.
"$tpd" tournament --scenario lesson-1 --blocks 1000000 random random -o busy.db >busy 2>busy.err &
pid=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s busy.db ] && break
    sleep 0.2
done
sleep 0.3
refused 'in use by another process' "$tpd" tournament --scenario lesson-1 --blocks 1000000 random random \
    -o busy.db
kill -TERM $pid
wait $pid
[ $? -eq 1 ] || fault "interrupted: exit status"
grep -q '^tpd tournament: stopped after [0-9]* of 2000000 games: the same command goes on' busy.err ||
    fault "interrupted: $(cat busy.err)"
[ ! -e busy.db-wal ] || fault "interrupted: the file has a neighbour"
"$tpd" verify busy.db >out || fault "interrupted: verify"

[ $faults -eq 0 ]
