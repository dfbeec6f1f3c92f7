#!/bin/sh
# scripts/play: numbers piped into it finish a game, from any directory; the second start is quick;
# a build that fails says why and ends with 1.
set -eu

fail()
{
    echo "$*"
    tail -n 5 "$here/out" "$here/err" 2>/dev/null
    exit 1
}

here=$PWD
play=$TPD_SOURCE/scripts/play
(cd / && yes 1 2>/dev/null | "$play" --text --scenario short --seed 1 >"$here/out" 2>"$here/err") || fail "it ends with $?"
grep -q '^The game is over' out || fail "the game does not end"
[ ! -s err ] || fail "it says something beside the game"

# No display, and no word that the terminal will do: one line, and what would help.
status=0
env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER "$play" >out 2>err </dev/null || status=$?
[ $status -eq 1 ] || fail "without a display it ends with $status"
[ "$(wc -l <err)" -eq 1 ] && grep -q -e '--text' err || fail "without a display it does not say what would help"

begun=$(date +%s)
"$play" --help >out 2>err || fail "--help ends with $?"
grep -q '^usage: tpd play' out || fail "--help does not reach the game"
[ $(($(date +%s) - begun)) -le 5 ] || fail "the second start takes more than seconds"

# A copy of the source that does not compile.
mkdir copy
cp -r "$TPD_SOURCE"/CMakeLists.txt "$TPD_SOURCE"/CMakePresets.json "$TPD_SOURCE"/assets "$TPD_SOURCE"/engine "$TPD_SOURCE"/scripts \
    "$TPD_SOURCE"/tests copy/
echo 'this is not C' >>copy/engine/core/rng.c
status=0
copy/scripts/play --help >out 2>err </dev/null || status=$?
[ $status -eq 1 ] || fail "a source that does not compile: it ends with $status"
grep -q 'rng.c.*error' err || fail "a source that does not compile: it does not say where"
[ ! -s out ] || fail "a source that does not compile: something is opened"
