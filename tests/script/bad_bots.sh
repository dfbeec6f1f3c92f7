#!/bin/sh
# bad_bots.sh PROGRAM FOLDER: one game by each bot of FOLDER, which fails.  Prints what is said of it:
# how often, and whether the game went on to its end.  Runs from the top of the source tree.
set -u
tpd=$1
folder=$2

for file in "$folder"/*.lua; do
    out=$("$tpd" match --scenario short --seed 1 --seats "US=$file,CN=random" 2>&1)
    status=$?
    faults=$(echo "$out" | grep -c '^fault US decision [0-9]* ')
    over=$(echo "$out" | grep -c '^game 0 .* ending=')
    # Which action it was hangs on the deal, and so on the rules.
    echo "$out" | sed -n 's/^fault US decision [0-9]* //p' |
        sed "s/'[^']*' is not legal/'ACTION' is not legal/; s/returned '[^']*'/returned 'ACTION'/" | sort -u
    echo "    exit $status, $faults faults, $over game over"
done
