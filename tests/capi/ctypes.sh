#!/bin/sh
# ctypes.sh TOP LIBRARY NM: the Python example plays, and is told in one line what is wrong.
set -eu
top=$1
library=$2
nm=$3

if ! command -v python3 >/dev/null 2>&1; then
    echo "capi/ctypes: this system has no python3, the test is skipped"
    exit 0
fi
if "$nm" -D "$library" | grep -q -E '__(asan|tsan)_'; then
    echo "capi/ctypes: python3 cannot load a library with sanitizers, the test is skipped"
    exit 0
fi
example()
{
    PYTHONDONTWRITEBYTECODE=1 python3 "$top/scripts/capi/random_games.py" --library "$library" "$@"
}
fails()
{
    expected=$1
    shift
    ! message=$(example "$@" 2>&1) || exit 1
    case $message in
    *"$expected"*) ;;
    *)
        echo "$message"
        exit 1
        ;;
    esac
}

example --games 50 | tee /dev/stderr | grep -q '^50 games, [0-9]* steps: [0-9]* games/s'
example --games 5 --scenario full --seats 4 --views | tee /dev/stderr | grep -q '^5 games'
fails "unknown scenario 'shrot': did you mean 'short'?" --scenario shrot
fails "3 seats: expected 2 or 4" --seats 3
fails "nowhere" --rules nowhere
