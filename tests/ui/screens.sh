#!/bin/sh
# screens.sh TPD LANG THEME SCREEN…: for every size that screens are made for, a sum over the drawing
# commands and their last line, which counts the texts that do not fit.
set -eu
tpd=$1
lang=$2
theme=$3
shift 3
for screen; do
    for size in 1024x768 1280x720 1280x800 1366x768 1920x1080 1920x1080@2; do
        scale=1
        [ "${size%@2}" = "$size" ] || scale=2
        list=$("$tpd" shot --screen "$screen" --list --size "${size%@2}" --scale $scale --lang "$lang" --theme "$theme")
        sum=$(echo "$list" | cksum | cut -d ' ' -f 1)
        echo "$screen, $size: $sum, $(echo "$list" | tail -n 1)"
    done
done
