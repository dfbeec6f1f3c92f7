#!/bin/sh
# conformance.sh PROGRAM FOLDER: every trace in FOLDER verifies, and the command that its first line
# describes prints the same bytes (TRACE.md R5).
set -u
. "${0%/*}/support/faults.sh"
tpd=$1
folder=$2
count=0
now=$(mktemp)
trap 'rm -f "$now"' EXIT

"$tpd" verify "$folder"/*.trace >"$now" || {
    grep -v ': ok, ' "$now"
    fault "tpd verify $folder/*.trace fails"
}
for file in "$folder"/*.trace; do
    count=$((count + 1))
    grep -q "^$file: ok, [0-9]* decisions\$" "$now" || fault "$file: tpd verify does not say ok"
done

for file in "$folder"/*.trace; do
    read -r word version settings <"$file"
    [ "$word $version" = "trace 1" ] || fault "$file:1: expected trace 1"
    set --
    for setting in $settings; do
        case $setting in
        scenario=* | seats=* | seed=*) set -- "$@" "--${setting%%=*}" "${setting#*=}" ;;
        legal=1) set -- "$@" --legal ;;
        states=1) set -- "$@" --states ;;
        *) fault "$file:1: unknown setting $setting" ;;
        esac
    done
    "$tpd" trace "$@" >"$now" || fault "tpd trace $* fails"
    cmp -s "$file" "$now" || {
        fault "$file is not what tpd trace $* prints (< file, > now):"
        diff "$file" "$now" | head -n 4 | cut -c 1-300
    }
done

# A trace with one wrong digit must not verify.
for file in "$folder"/*.trace; do
    sed '3s/h=./h=x/' "$file" >"$now"
    if "$tpd" verify "$now" >/dev/null; then
        fault "$file with a wrong hash in line 3 verifies"
    fi
    break
done

echo "$count traces, $faults faults"
[ $count -gt 0 ] && [ $faults -eq 0 ]
