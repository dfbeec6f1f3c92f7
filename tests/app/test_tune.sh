# tpd tune: it improves weights, says how good they are, goes on after a kill, and refuses wrong input
# in one line.
tpd=$1
bots="$TPD_SOURCE/scripts/bots/balanced.lua $TPD_SOURCE/scripts/bots/open-flood.lua"

fail() {
    echo "$1"
    exit 1
}

# Each wrong command: its exit status and one line.
refuse() {
    status=$1 expected=$2
    shift 2
    "$tpd" "$@" >out 2>err </dev/null
    found=$?
    [ "$found" -eq "$status" ] || fail "tpd $*: exit $found, expected $status"
    [ "$(wc -l <err)" -eq 1 ] || fail "tpd $*: more than a line: $(cat err)"
    grep -qF -- "$expected" err || fail "tpd $*: expected '$expected', found '$(cat err)'"
}

refuse 2 'expected -o DIR' tune
refuse 2 '--games' tune -o d --games 3
refuse 1 'no/such/d: No such file' tune -o no/such/d
refuse 2 "unknown bot 'hwak'" tune -o d1 hwak eval
refuse 1 'nowhere.def' tournament eval:nowhere.def eval
printf 'WEIGHT(FULL, LEAD, 1)\n' >broken.def
refuse 2 'broken.def:1: expected 4 numbers, found 1' match --seats US=eval:broken.def,CN=random
refuse 2 'broken.def:1: expected 4 numbers, found 1' tune -o d2 eval:broken.def eval

tune() {
    folder=$1
    shift
    # shellcheck disable=SC2086
    "$tpd" tune -o "$folder" --games 20 --pairs 10 --every 20 "$@" $bots
}

# A whole run; the same again on two threads, killed on the way.
tune whole --table whole.def >whole.out || fail "tune: $(cat whole.out)"
cmp -s whole.out whole/evidence.txt || fail 'what is printed is not the evidence'
for words in 'round 1' 'held out full, 2 seats' 'held out short, 4 seats' 'by round and VP lead' \
    'calibration short' 'self-play full' 'proof full: new weights won' 'proof short: new weights won'; do
    grep -q "$words" whole.out || fail "no '$words' in the evidence: $(cat whole.out)"
done
for pause in 0.1 0.3 0.6; do
    # shellcheck disable=SC2086
    "$tpd" tune -o killed --games 20 --pairs 10 --every 20 --threads 2 $bots >killed.out 2>&1 &
    pid=$!
    sleep $pause
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
done
tune killed --threads 2 >killed.out || fail "tune after a kill: $(cat killed.out)"
cmp whole/evaluation.def killed/evaluation.def || fail 'a kill has changed the weights'
cmp whole/evidence.txt killed/evidence.txt || fail 'a kill has changed the evidence'

# The table is written if there was a gain in the proof, and only then.
if grep -q 'a gain, taken' whole/evidence.txt; then
    cmp whole.def whole/evaluation.def || fail '--table is not what the folder holds'
elif [ -e whole.def ]; then
    fail 'a table was written though nothing was gained'
fi
tune whole --force --table forced.def >forced.out || fail "tune --force: $(cat forced.out)"
[ -s forced.def ] || fail '--force wrote no table'
grep -q 'WEIGHT(FULL, LEAD, ' forced.def || fail 'no weight of the lead'

# Another command in the same folder is refused, and its games stay.
refuse 1 'expected the same command, or another file' tune -o whole --games 200 --pairs 10 \
    --every 20 "$TPD_SOURCE/scripts/bots/balanced.lua" "$TPD_SOURCE/scripts/bots/open-flood.lua"

# Weights of a file play, as their text is kept with the run.
"$tpd" tournament --blocks 3 -o run.db eval:forced.def random >first || fail 'eval:FILE does not play'
rm forced.def
"$tpd" verify run.db >second 2>&1 || fail "a run with weights: $(cat second)"
