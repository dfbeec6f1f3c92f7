# What shell tests share, read by `. "${0%/*}/../support/faults.sh"`: faults are told one by one and
# counted, and a test ends with `[ $faults -eq 0 ]`.  `out` and `err` are files of the folder it is in.
faults=0

fault()
{
    echo "$*"
    faults=$((faults + 1))
}

# refused WORDS COMMAND…: it fails with one line that has the words, a pattern of grep, in it.
refused()
{
    words=$1
    shift
    "$@" >out 2>err && fault "not refused: $*"
    [ "$(wc -l <err)" -eq 1 ] || fault "$*: expected one line, found $(cat err)"
    grep -q -e "$words" err || fault "$*: expected '$words', found $(cat err)"
}

# expect STATUS TEXT COMMAND…: it ends so, with one line that has the text in it.
expect()
{
    status=$1
    text=$2
    shift 2
    ended=0
    "$@" >out 2>err || ended=$?
    [ $ended -eq "$status" ] || fault "$*: exit $ended instead of $status"
    [ "$(wc -l <err)" -eq 1 ] || fault "$*: $(wc -l <err) lines"
    case $(cat err) in
    *"$text"*) ;;
    *) fault "$*: $(cat err), expected: $text" ;;
    esac
}
