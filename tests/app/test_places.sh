#!/bin/sh
# tpd works from any directory and finds its rules where it says it looks for them.
set -u
. "${0%/*}/../support/faults.sh"
tpd=$1
here=$(pwd)
unset TPD_DATA

# Every command once from /.
trace=$here/game.trace
cd / || exit 1
"$tpd" trace --scenario short --seats 4 --seed 5 >"$trace" || fault "trace"
"$tpd" state --scenario short --seats 4 --seed 5 --at 20 | grep -q '^round=' || fault "state"
"$tpd" verify "$trace" | grep -q ': ok, ' || fault "verify"
"$tpd" verify - <"$trace" | grep -q -e '^-: ok, ' || fault "verify -"
"$tpd" perft --scenario lesson-1 --depth 2 | grep -q '^depth 2: [1-9]' || fault "perft"
"$tpd" match --games 2 | grep -q '^games 2 ' || fault "match"
yes 1 | "$tpd" play --text --scenario lesson-1 | grep -q 'The game is over' || fault "play"
"$tpd" rules check | grep -q ': ok, ' || fault "rules check"
"$tpd" rules cards | grep -q '^E01 ' || fault "rules cards"
"$tpd" rules diff "$TPD_SOURCE/rules" || fault "rules diff"
cd "$here" || exit 1

# --rules before TPD_DATA before the source tree.
mkdir data
cp -R "$TPD_SOURCE/rules" data/rules
cp -R "$TPD_SOURCE/rules" other
sed -i 's/id *= *"E01"/id = "X01"/' data/rules/cards/1-early.lua
sed -i 's/id *= *"E01"/id = "Y01"/' other/cards/1-early.lua
"$tpd" rules cards | grep -q '^E01 ' || fault "not the rules of the source tree"
TPD_DATA= "$tpd" rules cards | grep -q '^E01 ' || fault "an empty TPD_DATA is not as none"
TPD_DATA=$here/data "$tpd" rules cards | grep -q '^X01 ' || fault "not the rules of TPD_DATA"
TPD_DATA=$here/data "$tpd" rules cards --rules other | grep -q '^Y01 ' || fault "not --rules"
TPD_DATA=$here/data "$tpd" rules cards --rules=other | grep -q '^Y01 ' || fault "not --rules="
TPD_DATA=/nowhere "$tpd" trace >out 2>err && fault "TPD_DATA=/nowhere: no failure"
[ ! -s out ] || fault "TPD_DATA=/nowhere: wrote $(head -n 1 out)"
grep -q '^/nowhere/rules: .*TPD_DATA' err || fault "TPD_DATA=/nowhere: $(cat err)"

# Installed: a program whose source tree is gone finds ../share/tpd beside itself.
mkdir -p installed/bin installed/share/tpd
gone=$(printf '%s' "$TPD_SOURCE/rules" | sed 's/.$/_/')
LC_ALL=C sed "s|$TPD_SOURCE/rules|$gone|g" "$tpd" >installed/bin/tpd
chmod +x installed/bin/tpd
installed/bin/tpd state >out 2>err && fault "installed without rules: no failure"
[ "$(wc -l <err)" -eq 1 ] && grep -q 'share/tpd/rules: no rules there' err || fault "installed without rules: $(cat err)"
cp -R "$TPD_SOURCE/rules" installed/share/tpd/rules
(cd / && "$here/installed/bin/tpd" state >/dev/null) || fault "not the rules of ../share/tpd"

[ $faults -eq 0 ]
