# For tests of tests/measure: $measure, where its programs are, and a check of what they write.  Source it
# behind faults.sh.
# shellcheck shell=sh

measure=$TPD_SOURCE/tests/measure
TPD_MEASURED=$PWD/measured
TPD_MEASURE_WORK=$PWD/work
export TPD_MEASURED TPD_MEASURE_WORK

# recorded NAME COMMAND...: writes an outcome once, with its head, and not again
recorded()
{
    name=$1
    shift
    "$@" >out 2>err || fault "$*: $(cat err)"
    [ "$(cut -d : -f 1 "measured/$name.txt" 2>/dev/null | head -n 2 | tr '\n' ' ')" = "command commit " ] || fault "$name: head"
    grep -q '^machine: .' "measured/$name.txt" || fault "$name: no machine"
    grep -q '^load: .* at the end$' "measured/$name.txt" || fault "$name: no end"
    cp "measured/$name.txt" before
    "$@" >out 2>err && fault "$*: replaces its outcome"
    grep -q "$name.txt: is recorded already: the first outcome counts, --again" err || fault "$*: $(cat err)"
    cmp -s before "measured/$name.txt" || fault "$name: a refused command touches it"
    [ ! -e "work/$name.txt" ] || fault "$name: a draft is left"
}
