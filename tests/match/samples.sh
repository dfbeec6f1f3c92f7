#!/bin/sh
# samples.sh PROGRAM FOLDER: every journal in FOLDER verifies, and none does when a letter of its last
# line is another one.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
count=0
now=$(mktemp)
trap 'rm -f "$now"' EXIT

for file in "$2"/*.journal; do
    count=$((count + 1))
    "$tpd" verify "$file" >"$now" || fault "$file does not verify"
    grep -q "^$file: ok, [0-9]* decisions\$" "$now" || fault "$file: tpd verify does not say ok"
    sed '$s/[0-9]/x/' "$file" | "$tpd" verify - >/dev/null 2>&1 && fault "$file verifies with a wrong last line"
done

echo "$count journals, $faults faults"
[ $count -gt 0 ] && [ $faults -eq 0 ]
