#!/bin/sh
# readme.sh TOP BUILD NM: the commands of scripts/capi/README.md do what the page says, as they stand
# there, but for the building, which is done.
set -eu
top=$1
build=$2
nm=$3

if "$nm" -D "$build/libtpd.so" | grep -q -E '__(asan|tsan)_'; then
    echo "capi/readme: these commands know of no sanitizers, the test is skipped"
    exit 0
fi
if ! command -v python3 >/dev/null || ! command -v cc >/dev/null; then
    echo "capi/readme: this system has no python3 or no cc, the test is skipped"
    exit 0
fi

# A checkout as the page has it in mind, built in build/release.
mkdir -p tree/build home
ln -s "$build" tree/build/release
ln -s "$top/rules" tree/rules
ln -s "$top/scripts" tree/scripts
HOME=$PWD/home
PYTHONDONTWRITEBYTECODE=1
export HOME PYTHONDONTWRITEBYTECODE
sed -n '/^```sh$/,/^```$/ { /^```/d; p }' "$top/scripts/capi/README.md" >commands
[ "$(grep -c . commands)" -ge 6 ] || {
    echo "the page has lost its commands"
    exit 1
}
grep -v '^cmake --preset' commands >run
cd tree
sh -eu ../run >../out 2>&1 || {
    cat ../out
    exit 1
}
cat ../out
grep -q '^500 games, [0-9]* steps: [0-9]* games/s' ../out
grep -q '^5000 games, [0-9]* steps: [0-9]* games/s' ../out
[ -f ../home/tpd/lib/pkgconfig/tpd.pc ] && [ -f ../home/tpd/include/tpd.h ]
