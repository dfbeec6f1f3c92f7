#!/bin/sh
# A run that is killed at any moment, again and again, ends as if nothing had happened.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1

# Long enough that twenty kills fall into it.
if [ "${TPD_SCALE:-2}" -ge 100 ]; then
    blocks=40000
else
    blocks=6000
fi
set -- tournament --scenario short --blocks $blocks --seed 9 --threads 2 random random

begun=$(date +%s%N)
"$tpd" "$@" >whole || fault "whole"
took=$((($(date +%s%N) - begun) / 1000000)) # milliseconds

kills=0
grown=0 # kills that left games
tries=0
while [ $kills -lt 20 ] && [ $tries -lt 200 ]; do
    tries=$((tries + 1))
    "$tpd" "$@" -o run.db >killed 2>&1 &
    pid=$!
    # Spread from the making of the file to well into the games, by a fixed rule.
    sleep "$(awk -v n=$tries -v took=$took 'BEGIN { print (n * 0.618034 % 1) * took / 4000 }')"
    if kill -KILL $pid 2>/dev/null; then
        wait $pid 2>/dev/null
        [ $? -eq 137 ] && kills=$((kills + 1))
        # What is left is whole, unless nothing was written yet.
        if "$tpd" verify run.db --sample 1 >left 2>&1; then
            grep -q ': ok, 0 of' left || grown=$((grown + 1))
        else
            grep -q -e 'found an empty file' -e 'no such file' left || fault "kill $kills: $(cat left)"
        fi
    else
        wait $pid
        rm -f run.db run.db-* # it was done: from the beginning
    fi
done
[ $kills -eq 20 ] || fault "only $kills kills in $tries tries"
[ $grown -ge 5 ] || fault "only $grown of $kills kills left games behind"
"$tpd" "$@" -o run.db >ended || fault "the command after $kills kills: $(cat ended)"
cmp whole ended || fault "another end after $kills kills"
[ "$("$tpd" verify run.db --hash | tail -n 1)" = "$(sed -n 's/^run hash //p' whole)" ] || fault "another run hash"

[ $faults -eq 0 ]
