# What the programs share that let two bots play: options, and shares of pairs of games.  Source it
# behind outcome.sh's options are read:
#
#   options_read "$@"            sets again, threads, pairs, games, iterations, tpd; `--help` prints the head of $0;
#                                parts=yes before it: a word before TPD, in `named`
#                                --small sets small, pairs and games to 1 and iterations to 5: a test
#   pairs_play KEY SCENARIO SEATS BOT RIVAL
#                                "share low high games" in percent: games that BOT's side has won, its
#                                95 % interval by deal.  Kept in $work/$name-KEY.db until pairs_done,
#                                so that what was played is not played again.
#   pairs_done                   forgets all runs of $name
# shellcheck shell=sh

small=
parts=${parts-}

usage()
{
    sed -n '2,/^set/ s/^# \{0,1\}//p' "$0"
    exit "$1"
}

options_read()
{
    while [ $# -gt 0 ]; do
        case $1 in
        --again) again=yes ;;
        --threads | --pairs | --games | --iterations)
            case ${2-} in
            '' | *[!0-9]* | 0*)
                echo "$(basename "$0"): $1: expected a number from 1 behind it" >&2
                exit 2
                ;;
            esac
            case $1 in
            --threads) threads=$2 ;;
            --pairs) pairs=$2 ;;
            --games) games=$2 ;;
            *) iterations=$2 ;;
            esac
            shift
            ;;
        --small)
            small=yes
            pairs=1
            games=1
            iterations=5
            ;;
        --help) usage 0 ;;
        -*) usage 2 >&2 ;;
        *) break ;;
        esac
        shift
    done
    if [ -n "$parts" ]; then
        named=${1-}
        [ $# -gt 0 ] && shift
    fi
    tpd=${1:-$top/build/release/tpd}
}

pairs_play()
{
    key=$work/$name-$1
    scenario=$2
    seats=$3
    shift 3
    "$tpd" tournament --scenario "$scenario" --seats "$seats" --blocks "$pairs" --threads "$threads" \
        --format csv -o "$key.db" "$@" >"$key.csv"
    # With 4 seats a side's mean return is 0.8335 or 0.1665 (RULES.md section 11): the share follows.
    awk -F, -v seats="$seats" -v bot="$1" '
        function share(score) { return 100 * (seats == 4 ? (score - 0.1665) / 0.667 : score) }
        $1 == bot && $2 == "" { printf "%.1f %.1f %.1f %d\n", share($4), share($5), share($6), $7 }' "$key.csv"
}

pairs_done()
{
    rm -f "$work/$name-"*.db "$work/$name-"*.db-* "$work/$name-"*.csv
}
