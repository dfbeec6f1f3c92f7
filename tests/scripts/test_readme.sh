#!/bin/sh
# The commands that README.md shows do what it says: each runs in a copy of what it names.
set -eu
tpd=$1
mkdir -p build/release
ln -s "$tpd" build/release/tpd
ln -s "$TPD_SOURCE/tests" tests
cp -r "$TPD_SOURCE/rules" rules

# shellcheck disable=SC2016 # backquotes of markdown
sed -n '/^```sh$/,/^```$/p' "$TPD_SOURCE/README.md" | grep -E '^(build/release/tpd|cp) ' >commands
[ "$(wc -l <commands)" -ge 8 ] || {
    echo "README.md shows too few commands"
    exit 1
}
while read -r command; do
    case $command in
    *" bench") continue ;; # half a minute, and a test of its own
    esac
    yes 1 2>/dev/null | sh -c "$command" >out 2>err || {
        echo "$command: ended with $?"
        tail -n 3 out err
        exit 1
    }
done <commands
