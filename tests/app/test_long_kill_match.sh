#!/bin/sh
# A match is killed at each of its writes, one run a write.  What its journal holds is all that was
# written before, and resumed it ends as the game that nobody disturbed, to the byte.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
export ASAN_OPTIONS=detect_leaks=0 # which cannot be done while another program traces

# killed K COMMAND…: runs it up to its K-th write, and not that.
killed()
{
    at=$1
    shift
    strace -o trace -e trace=write -e inject=write:signal=SIGKILL:when="$at" "$@" >out 2>err
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

# The long numbers play a longer game.
if [ "${TPD_SCALE:-2}" -ge 100 ]; then
    set -- --scenario short --seed 7
else
    set -- --scenario lesson-1 --seed 8
fi
"$tpd" match "$@" --journal whole >whole.out || fault "match --journal"
lines=$(wc -l <whole)
head=$(grep -c -E '^(journal|seat|item) ' whole)

k=0
while :; do
    k=$((k + 1))
    rm -f killed killed.*
    (killed $k "$tpd" match "$@" --journal killed) 2>/dev/null && break
    if [ ! -e killed ]; then
        [ $k -eq 1 ] || fault "killed at write $k: the journal is gone"
        continue
    fi
    # The head is one write, then each line is.
    expected=$((head + k - 2))
    [ $expected -le "$lines" ] || expected=$lines
    [ "$(wc -l <killed)" -eq $expected ] ||
        fault "killed at write $k: $(wc -l <killed) lines, and $expected were written"
    "$tpd" match --resume killed >resumed.out 2>&1 || fault "killed at write $k: $(cat resumed.out)"
    cmp -s whole.out resumed.out || fault "killed at write $k: the resumed game ends otherwise"
    cmp -s whole killed || fault "killed at write $k: the resumed journal is another one"
done
cmp -s whole killed || fault "a traced game is another one"
[ $k -gt $((lines - head)) ] || fault "only $k writes for $lines lines"

echo "killed at $((k - 1)) writes, $faults faults"
[ $faults -eq 0 ]
