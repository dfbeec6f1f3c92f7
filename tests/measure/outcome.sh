# What the programs here share: where work in progress lies, and how an outcome is written.  A recorded
# outcome is a measurement: it is replaced only where --again asks for it.
#
#   outcome_begin NAME COMMAND   refuses if NAME.txt is recorded; writes its head
#   outcome_end                  puts it in its place
# shellcheck shell=sh

measured=${TPD_MEASURED:-$top/tests/measured}
work=${TPD_MEASURE_WORK:-$top/build/measure}
again=${again-}

commit_of()
{
    git -C "$top" rev-parse HEAD 2>/dev/null || echo unknown
    git -C "$top" diff --quiet HEAD -- CMakeLists.txt CMakePresets.json engine rules scripts 2>/dev/null ||
        echo "  with changes that are not committed"
}

machine()
{
    sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1
    echo "  $(nproc) processors, $(uname -s -m), $("${CC:-cc}" --version 2>/dev/null | head -n 1)"
}

load()
{
    cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown
}

outcome_begin()
{
    outcome=$measured/$1.txt
    if [ -e "$outcome" ] && [ -z "$again" ]; then
        echo "$outcome: is recorded already: the first outcome counts, --again replaces it" >&2
        exit 1
    fi
    mkdir -p "$work" "$measured"
    {
        echo "command: $2"
        echo "commit:  $(commit_of)"
        echo "machine: $(machine)"
        echo "load:    $(load) at the beginning (1, 5, 15 minutes)"
    } >"$work/$1.txt"
    draft=$work/$1.txt
}

outcome_end()
{
    echo "load:    $(load) at the end" >>"$draft"
    mv "$draft" "$outcome"
    echo "written to $outcome"
}
