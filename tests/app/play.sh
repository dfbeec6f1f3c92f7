#!/bin/sh
# play.sh PROGRAM SCREENS NAME [-- OPTION…]: plays the recorded input tests/app/play/NAME.input with
# the options, and prints the transcript, then the last line of the journal and what `tpd verify` says of
# it.  SCREENS looks whether the transcript fits a terminal.  Runs from the top of the source tree.
set -u
tpd=$1
screens=$2
name=$3
shift 4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
input=$PWD/tests/app/play/$name.input
top=$PWD

cd "$scratch" || exit 1
unset TPD_PLAY LANGUAGE
LC_ALL=C "$tpd" play --text --rules "$top/rules" --journal game.journal "$@" <"$input" >transcript ||
    { cat transcript; exit 1; }
cat transcript
tail -n 1 game.journal
"$tpd" verify --rules "$top/rules" game.journal
"$screens" 20 transcript
