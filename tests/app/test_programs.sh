#!/bin/sh
# Bots that are programs of their own, in `tpd match` and `tpd play`: the examples play, and what does
# not answer ends as scripts/bots/PROTOCOL.md says.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
examples=$TPD_SOURCE/scripts/bots/examples

# plays NAME COMMAND: both seats and all four, without a fault
plays()
{
    name=$1
    cp "$2" "./$(basename "$2")" 2>/dev/null
    shift 2
    for seats in "US=cmd:\"$*\"" "CN=cmd:\"$*\"" "UC=cmd:\"$*\",CO=cmd:\"$*\""; do
        "$tpd" match --scenario short --games 2 --seats "$seats" >out 2>err || fault "$name, $seats: $(head -n 1 out)"
        [ "$(grep -c '^game ' out)" = 2 ] || fault "$name: $(grep -c '^game ' out) of 2 games"
        grep fault out && fault "$name has faults"
        [ -s err ] && fault "$name: $(head -n 1 err)"
        grep -q '^not reproducible: ' out || fault "$name: not marked as not reproducible"
    done
}

plays first.sh "$examples/first.sh" sh first.sh
if cc -std=c11 -Wall -Wextra -Werror -O1 -o court "$examples/court.c" 2>why; then
    plays court.c "$examples/court.c" ./court
else
    fault "court.c: $(head -n 1 why)"
fi
if command -v python3 >/dev/null; then
    plays thumb.py "$examples/thumb.py" python3 thumb.py
    "$tpd" match --scenario full --games 1 --seats 'US=cmd:"python3 thumb.py"' >out || fault "thumb.py, a full game: $?"
    # It has no chance of its own, so its games are the same again.
    "$tpd" match --scenario full --games 1 --seats 'US=cmd:"python3 thumb.py"' | cmp -s - out || fault "thumb.py plays another game"
else
    echo "python3 is not there: that part of the test is left out"
fi

# Quotes may be left out, and hold commas; the word is kept with quotes.
cat >args.sh <<'EOS'
echo "hello 1 args"
while read -r word n; do
    [ "$word" = choose ] && { [ "$1" = a,b ] && echo "choose $n 0" || echo "no $1"; }
done
EOS
"$tpd" match --scenario lesson-1 --seats 'CN=cmd:"sh args.sh a,b",US=random' >out || fault "a comma in quotes: $(head -n 1 out)"
grep -q 'CN(cmd:"sh args.sh a,b")=' out || fault "the command is not named: $(grep wins out)"
"$tpd" match --scenario lesson-1 --seats 'CN=cmd:"sh args.sh \"a,b\""' >out || fault "quotes in quotes: $(head -n 1 out)"
"$tpd" match --scenario lesson-1 --seats 'CN=cmd:sh first.sh,US=cmd:sh first.sh' >out || fault "no quotes: $(head -n 1 out)"
grep -q 'US(cmd:"sh first.sh")=. CN(cmd:"sh first.sh")=' out || fault "no quotes: $(grep wins out)"

for word in 'cmd:' 'cmd:""' 'cmd:"' 'cmd:"sh' 'cmd:"sh" x' 'cmd:" "' "cmd:\"$(printf '%0300d' 0)\""; do
    expect 2 '--seats: expected cmd:"COMMAND" of less than 240 bytes, found' "$tpd" match --seats "US=$word"
done

# What goes wrong.  fails WHY COUNT BODY: in a game of which it has COUNT faults, the first of them WHY
fails()
{
    why=$1
    count=$2
    printf '%s\n' "$3" >bad.sh
    "$tpd" match --scenario short --seed 5 --seats 'US=cmd:"exec sh bad.sh"' >out 2>err
    [ $? -eq 1 ] || fault "$why: no exit status 1"
    [ "$(grep -c '^fault US decision [0-9]* exec sh bad.sh: ' out)" -eq "$count" ] || fault "$why: $(grep -c '^fault ' out) faults"
    grep '^fault' out | head -n 1 | grep -q -F "$why" || fault "$why: $(head -n 1 out)"
    [ "$(grep -c '^game ' out)" = 1 ] || fault "$why: the game did not end"
    [ -s err ] && fault "$why: $(head -n 1 err)"
}
fails "no answer within 10.0 s" 20 'sleep 1000'
fails "the program ended with exit status 3, and is asked no more" 20 'echo hello 1 ends; read -r x; exit 3'
fails "the program was ended by signal 9, and is asked no more" 20 'echo hello 1 killed; kill -9 $$'
fails "writes more than 65536 bytes for one choice or 4096 in a line" 20 'echo hello 1 flood; exec yes explain'
fails "expected hello 1 NAME" 20 'exec yes'
fails "expected choose" 20 'echo hello 1 garbage; while read -r word n; do [ $word = choose ] && echo hm; done'
fails "'fly' is not one of its legal actions now" 20 'echo hello 1 illegal; while read -r word n; do [ $word = choose ] && echo choose $n fly; done'
fails "'fly' is not one of its legal actions now" 1 'echo hello 1 once; a=fly; while read -r word n; do [ $word = choose ] && { echo choose $n $a; a=0; }; done'

# Both marks in the other formats.
"$tpd" match --scenario short --seats 'US=cmd:"sh first.sh"' --format json | grep -q '"reproducible":false' || fault "json is not marked"
"$tpd" match --scenario short --format json | grep -q '"reproducible":true' || fault "json of C bots is marked"
"$tpd" match --scenario short --seats 'US=cmd:"sh first.sh"' --format csv >out
[ "$(head -n 1 out | grep -c ',reproducible$')$(tail -n 1 out | grep -c ',no$')" = 11 ] || fault "csv is not marked"

# A journal starts no command: it shows it, and wants it named again.
"$tpd" match --scenario short --seed 4 --seats 'US=cmd:"sh first.sh"' --journal whole.journal >out || fault "a journal: $?"
grep -q '^seat US="cmd:\\"sh first.sh\\""' whole.journal || fault "$(grep '^seat US' whole.journal)"
head -n $(($(wc -l <whole.journal) - 30)) whole.journal >half.journal
sed 's/sh first.sh/touch started/' half.journal >evil.journal
expect 1 'US is that of the bot '\''cmd:"touch started"'\'', which no journal may start: expected --seats US=cmd:"touch started"' "$tpd" match --resume evil.journal
"$tpd" play --text --resume evil.journal </dev/null >out 2>err && fault "play starts a journal's command"
grep -q 'the seats were US=cmd:"touch started",CN=random: expected them again in --seats' err || fault "play: $(cat err)"
[ -e started ] && fault "a journal's command was run"
"$tpd" match --resume half.journal --seats 'US=cmd:sh first.sh' >out || fault "resume: $(head -n 1 out)"
cmp -s whole.journal half.journal || fault "a resumed game goes another way"
"$tpd" verify whole.journal >out || fault "verify: $(head -n 1 out)"

# People play against a program.
yes 1 | "$tpd" play --text --scenario lesson-1 --seed 3 --seats 'US=human,CN=cmd:"sh first.sh"' --journal played.journal >out 2>err ||
    fault "play: $(cat err)"
grep -q 'The game is over' out || fault "play against a program has no end"
grep -q 'cmd:"sh first.sh"' out || fault "play does not say who plays"

[ $faults -eq 0 ]
