#!/bin/sh
# verdicts.sh PROGRAM FOLDER: what attack_time says of every bot of FOLDER, from five processes, which
# must agree to the byte: printed once.  Addresses, and Lua's order of names, differ in each of them.
set -u

said=$("$1" --verdicts "$2") || exit 1
for process in 2 3 4 5; do
    again=$("$1" --verdicts "$2") || exit 1
    [ "$again" = "$said" ] || { echo "process $process says otherwise:"; echo "$again"; exit 1; }
done
echo "$said"
