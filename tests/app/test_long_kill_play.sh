#!/bin/sh
# A game of a person is killed at each of its writes, one run a write.  What the person has seen answered
# is in the journal, and with the same choices it ends as the game that nobody disturbed.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
export ASAN_OPTIONS=detect_leaks=0 # which cannot be done while another program traces
export XDG_DATA_HOME="$PWD/state" LC_ALL=C

# killed K COMMAND…: runs it up to its K-th write, and not that.
killed()
{
    at=$1
    shift
    yes 1 | strace -o trace -e trace=write -e inject=write:signal=SIGKILL:when="$at" "$@" >out 2>err
}

# The shell says on its own stderr that something was killed.
if ! command -v strace >/dev/null 2>&1; then
    echo "strace: this system does not offer it, the check is skipped"
    exit 0
fi
if (killed 2 true) 2>/dev/null; then :; else
    echo "strace: tracing is not permitted here, the check is skipped"
    exit 0
fi

# The long numbers go through all writes of a longer game, the others through some of a short one.
if [ "${TPD_SCALE:-2}" -ge 100 ]; then
    step=1
    set -- --text --scenario lesson-4 --seed 8
else
    step=9
    set -- --text --scenario lesson-1 --seed 8
fi
yes 1 | "$tpd" play --text "$@" --journal whole >whole.out || fault "play --journal"
sed 's/ t=[0-9]*//' whole >expected
grep -q '^end ' expected || fault "the game does not end"

k=1
runs=0
while :; do
    rm -f killed killed.*
    (killed $k "$tpd" play --text "$@" --journal killed) 2>/dev/null && break
    runs=$((runs + 1))
    if [ -e killed ]; then
        asked=$(grep -c '^US> ' out)
        chosen=$(grep -c '^[0-9][0-9]* US ' killed)
        # The last question had no answer yet that the person could see.
        [ "$chosen" -ge $((asked - 1)) ] || fault "killed at write $k: $asked questions, only $chosen choices"
        yes 1 | "$tpd" play --text --resume killed >resumed.out 2>&1 || fault "killed at write $k: $(tail -n 1 resumed.out)"
        sed 's/ t=[0-9]*//' killed | cmp -s - expected || fault "killed at write $k: the resumed game is another one"
    elif grep -q '^US> ' out; then
        fault "killed at write $k: a question was asked, and there is no journal"
    fi
    k=$((k + step))
done
sed 's/ t=[0-9]*//' killed | cmp -s - expected || fault "a traced game is another one"
[ $((runs * step)) -gt "$(grep -c "^[0-9]" whole)" ] || fault "only $runs writes"

echo "killed at $runs writes, $faults faults"
[ $faults -eq 0 ]
