# Hands at the window, for shell tests: a display of our own, `tpd play` on it, keys that are pressed,
# and things that are waited for.  Read behind faults.sh; `tpd` is the program's path.  The folder the
# test is in holds the display's number and the player's files.
export XDG_DATA_HOME="$PWD/data" XDG_CONFIG_HOME="$PWD/config" LC_ALL=C.UTF-8
export XDG_RUNTIME_DIR="$PWD"
export ASAN_OPTIONS=detect_leaks=0 # of the fonts' and the display's libraries
unset WAYLAND_DISPLAY SDL_VIDEODRIVER
display=""
window=""

for program in Xvfb xdotool; do
    if ! command -v $program >/dev/null 2>&1; then
        echo "$program: this system does not offer it, the check is skipped"
        exit 0
    fi
done

# await SECONDS COMMAND…: until it succeeds; false where it does not in that time.
await()
{
    left=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ $left -gt 0 ] || return 1
        sleep 0.05
    done
}

# The rest of a test means nothing without it.
give_up()
{
    fault "$*"
    cp Xvfb_screen0 last.xwd 2>/dev/null # what was to be seen then
    [ -f "$PWD/err" ] && tail -n 5 "$PWD/err"
    exit 1
}

close_all()
{
    [ -z "$window" ] || kill -9 "$window" 2>/dev/null
    [ -z "$display" ] || kill "$display" 2>/dev/null
}

has_lines()
{
    [ "$(wc -l <"$1")" -gt 0 ]
}

# A display with a number that was free, which ends with the test.
open_display()
{
    trap close_all EXIT
    : >display
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -fbdir "$PWD" 3>display 2>display.err &
    display=$!
    await 20 has_lines display || give_up "Xvfb does not start: $(tail -n 1 display.err)"
    DISPLAY=:$(cat display)
    export DISPLAY
}

shows_window()
{
    xdotool search --onlyvisible --name '^Trillion-Parameter Diplomacy$'
}

# Keys that come before that are lost.
listens()
{
    [ "$(xdotool getwindowfocus)" = "$(shows_window)" ]
}

# open_window ARGUMENT…: `tpd play` up to its first frame; `window` is the process.
open_window()
{
    empty=$(picture)
    "$tpd" play "$@" >out 2>err &
    window=$!
    await 20 shows_window || give_up "tpd play $*: no window"
    await 20 shows_other "$empty" || give_up "tpd play $*: nothing to be seen"
    await 20 listens || give_up "tpd play $*: keys do not come to it"
}

# The program must have ended by itself, and well.
window_ended()
{
    await 10 is_gone || give_up "the window is still open"
    ended=0
    wait "$window" || ended=$?
    window=""
    [ $ended -eq 0 ] || give_up "the window ended with $ended"
}

# What stands on the display, as one word.
picture()
{
    cksum <Xvfb_screen0
}

# The same, when nothing moves any more.
still_picture()
{
    now=$(picture)
    last=""
    until [ "$now" = "$last" ]; do
        last=$now
        sleep 0.5
        now=$(picture)
    done
    echo "$now"
}

# shows WORD, shows_other WORD: whether that is what picture() said.
shows()
{
    [ "$(picture)" = "$1" ]
}

shows_other()
{
    ! shows "$1"
}

is_gone()
{
    ! grep -q '^State:[[:space:]]*[^Z[:space:]]' "/proc/$window/status"
}

kill_window()
{
    kill -9 "$window" 2>/dev/null
    wait "$window" 2>/dev/null
    window=""
}

press()
{
    xdotool key "$@"
}

set_to()
{
    grep -qx "$1" config/tpd/settings
}

# All keys so far are answered, each in its frame, when the language is the other one, which F2 makes
# it.  Keys for a screen that a key opens come behind it: focus moves among what has been drawn.
settle()
{
    other=zh
    if set_to language=zh; then
        other=en
    fi
    press F2
    await 20 set_to language=$other || give_up "F2 does not lead to language=$other"
}

# press_until SECONDS KEYS COMMAND…: keys that may be pressed once more do no harm; the first may come
# before the window listens.
press_until()
{
    tries=$1
    keys=$2
    shift 2
    while [ "$tries" -gt 0 ]; do
        # shellcheck disable=SC2086 # several keys
        press $keys
        await 1 "$@" && return 0
        tries=$((tries - 1))
    done
    return 1
}
