#!/bin/sh
# sizes.sh TPD LANG THEME: for every size that the table is made for, and four kinds of decision, a
# sum over the drawing commands and their last line, which counts the texts that do not fit.
set -eu
tpd=$1
lang=$2
theme=$3
for size in 1024x768 1280x720 1280x800 1366x768 1920x1080 1920x1080@2; do
    for at in 30 88 92 100; do
        scale=1
        [ "${size%@2}" = "$size" ] || scale=2
        list=$("$tpd" shot --list --size "${size%@2}" --scale $scale --lang "$lang" --theme "$theme" --at $at)
        sum=$(echo "$list" | cksum | cut -d ' ' -f 1)
        echo "$size, decision $at: $sum, $(echo "$list" | tail -n 1)"
    done
done
