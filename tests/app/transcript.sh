#!/bin/sh
# transcript.sh PROGRAM FILE: runs each line of FILE as a shell command in which `tpd` is PROGRAM, and
# prints it, what it wrote (2> marks stderr) and its exit status.  Lines that begin with # and empty
# lines are copied.  Commands run from the top of the source tree.
set -u
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

tpd()
{
    "$program" "$@"
}

while IFS= read -r line; do
    case $line in
    "" | "#"*)
        printf '%s\n' "$line"
        continue
        ;;
    esac
    printf '$ %s\n' "$line"
    status=0
    eval "$line" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    cat "$scratch/out"
    sed 's/^/2> /' "$scratch/err"
    if [ $status -ne 0 ]; then
        echo "=> $status"
    fi
done <"$2"
