#!/bin/sh
# screens.sh PROGRAM SCREENS: games of people without a plan, in every scenario, with two seats and four,
# in both languages and with both sets of names: every game ends, and every screen fits a terminal.
set -u
tpd=$1
screens=$2
faults=0
export XDG_DATA_HOME="$PWD/state" LC_ALL=C

# Numbers, some of them out of range, as such a person might type, and commands with long answers.
numbers()
{
    awk -v seed="$1" 'BEGIN { for (i = 0; i < 4000; i++) { seed = (seed * 1103515245 + 12345) % 2147483648
        print int(seed / 65536) % 25
        if (i % 50 == 10) print "forecast"
        if (i % 50 == 20) print "why appeal india CO"
        if (i % 50 == 30) print "hand"
        if (i % 50 == 40) print "log" } }'
}

# look NAME OPTION…: a game of that kind.
look()
{
    name=$1
    shift
    numbers ${#name} | "$tpd" play --text --journal "$name.journal" "$@" >"$name" 2>err ||
        { echo "$name: ended with $?: $(cat err)"; faults=$((faults + 1)); }
    [ ! -s err ] || { echo "$name: $(head -n 1 err)"; faults=$((faults + 1)); }
    "$screens" 5 "$name" || faults=$((faults + 1))
    [ "$(tail -n 1 "$name.journal" | cut -c1-4)" = "end " ] || { echo "$name: the game is not finished"; faults=$((faults + 1)); }
}

languages=en
if "$tpd" rules cards --lang zh >/dev/null 2>&1; then # the system offers msgfmt
    languages="en zh"
fi
for language in $languages; do
    for scenario in lesson-1 lesson-2 lesson-3 lesson-4 short full; do
        look "$scenario-2-$language" --scenario $scenario --seed 3 --lang $language
        look "$scenario-4-$language" --scenario $scenario --seed 4 --lang $language --names neutral \
            --seats UC=random,CO=human
    done
    look "hot-2-$language" --scenario short --seed 6 --lang $language --seats US=human,CN=human
    look "hot-4-$language" --scenario full --seed 7 --lang $language \
        --seats UC=human,UO=human,CC=human,CO=human
done
[ $faults -eq 0 ]
