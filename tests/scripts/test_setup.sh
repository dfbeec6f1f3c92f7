#!/bin/sh
# scripts/setup on four machines made of links: one that has all, one that lacks a compiler and has
# no apt-get, one whose apt-get works, one where nobody may install.
set -eu
setup=$TPD_SOURCE/scripts/setup

fail()
{
    echo "$*"
    cat out 2>/dev/null
    exit 1
}

# machine NAME PROGRAM…: a PATH with these programs of this machine only.
machine()
{
    name=$1
    shift
    mkdir "$name"
    for program in "$@"; do
        path=$(command -v "$program") || fail "this test needs $program"
        ln -s "$path" "$name/$program"
    done
}

# script FILE TEXT: a stand-in.
script()
{
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

tools="sh cat head tail grep sed ls mktemp rm find"
build="cmake ninja pkg-config msgfmt"

# All is there: not a word, and apt-get is not called.
# shellcheck disable=SC2086 # lists of words
machine full $tools $build cc gcc
script full/apt-get 'echo apt-get was called; exit 1'
PATH=$PWD/full "$setup" >out 2>&1 || fail "a full machine: it fails"
[ ! -s out ] || fail "a full machine: it says something"

# shellcheck disable=SC2086
machine foreign $tools $build
if PATH=$PWD/foreign "$setup" >out 2>&1; then
    fail "no compiler, no apt-get: it succeeds"
fi
grep -q 'no apt-get; please install what Debian calls gcc' out || fail "no apt-get: it names no package"
! grep -q 'ninja-build' out || fail "no apt-get: it names what is there"

# A machine with apt-get: the lists are read first, then exactly what is missing is installed.
# shellcheck disable=SC2086
machine debian $tools cmake cc gcc pkg-config msgfmt
script debian/apt-get "echo \"\$*\" >>'$PWD/calls'"
script debian/id 'echo 0'
script debian/apt-cache 'exit 0'
PATH=$PWD/debian "$setup" >out 2>&1 || fail "a machine with apt-get: it fails"
grep -q '^setup: installing ninja-build$' out || fail "a machine with apt-get: it does not say what it installs"
[ "$(cat calls)" = "-qq update
-y -qq install --no-install-recommends ninja-build" ] || fail "apt-get was called with: $(cat calls)"

# The same for somebody who is not root.
script debian/id 'echo 1000'
if PATH=$PWD/debian "$setup" >out 2>&1; then
    fail "neither root nor sudo: it succeeds"
fi
grep -q 'needs root or sudo.*installed: ninja-build$' out || fail "neither root nor sudo: it does not say so"
rm calls
ln -s "$(command -v env)" debian/env
script debian/sudo "echo sudo >>'$PWD/calls'; exec \"\$@\""
PATH=$PWD/debian "$setup" >out 2>&1 || fail "sudo: it fails"
[ "$(cat calls)" = "sudo
-qq update
sudo
-y -qq install --no-install-recommends ninja-build" ] || fail "sudo: it called $(cat calls)"

# An apt-get that fails: the reason, and exit 1.
script debian/apt-get 'echo E: no network; exit 100'
if PATH=$PWD/debian "$setup" >out 2>&1; then
    fail "apt-get fails: it succeeds"
fi
grep -q 'E: no network' out || fail "apt-get fails: it does not say why"

# A cmake that is too old for presets.
rm full/cmake
script full/cmake 'echo cmake version 3.18.4'
if PATH=$PWD/full "$setup" >out 2>&1; then
    fail "cmake 3.18: it succeeds"
fi
grep -q '3.18.4, and 3.21' out || fail "cmake 3.18: it does not say so"

if "$setup" everything >out 2>&1; then
    fail "an unknown word: it succeeds"
fi
