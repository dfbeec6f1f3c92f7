#!/bin/sh
# traces.sh TOP TPD REPLAY: games through libtpd are those of `tpd trace` and of the specification.
set -eu
top=$1
tpd=$2
replay=$3

for trace in "$top"/tests/golden/conformance/*.trace; do
    "$replay" "$top/rules" <"$trace" || {
        echo "$trace: played otherwise through libtpd"
        exit 1
    }
done
for scenario in full short lesson-1 lesson-2 lesson-3 lesson-4; do
    for seats in 2 4; do
        for seed in 1 18446744073709551615; do
            "$tpd" trace --legal --scenario $scenario --seats $seats --seed $seed |
                "$replay" "$top/rules" || {
                echo "$scenario, $seats seats, seed $seed: played otherwise through libtpd"
                exit 1
            }
        done
    done
done

# It sees a difference: another hash at the end, another action than the one that gave the hash.
"$tpd" trace --legal --seed 3 >whole.trace
sed '$ s/h=\(.\)/h=\1x/' whole.trace >end.trace
sed '0,/ ops / s/ ops / event /' whole.trace >action.trace
for bad in end action; do
    ! "$replay" "$top/rules" <$bad.trace >/dev/null 2>&1 || {
        echo "replay sees no difference in $bad.trace"
        exit 1
    }
done
