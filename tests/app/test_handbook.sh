# tpd rules handbook: the page follows the rules that it is asked for, and says what is wrong.
set -eu
tpd=$1
cp -R "$TPD_SOURCE/rules" mine

fail()
{
    echo "test_handbook: $*" >&2
    exit 1
}

# expect_line TEXT LANGUAGE: the page of the rules in mine/ has this line.
expect_line()
{
    "$tpd" rules handbook --rules mine --lang "$2" >page.md
    grep -qxF -- "$1" page.md || fail "no line in $2: $1"
}

# expect_fault TEXT OPTION…: one line on stderr, nothing on stdout, exit 1.
expect_fault()
{
    expected=$1
    shift
    status=0
    "$tpd" rules handbook "$@" >out.txt 2>err.txt || status=$?
    [ "$status" -eq 1 ] || fail "$*: exit $status"
    [ ! -s out.txt ] || fail "$*: printed a page"
    [ "$(cat err.txt)" = "$expected" ] || fail "$*: said $(cat err.txt)"
}

# A changed number and a new card stand in both languages without compiling anything.
sed -i '/name = "vpHeg"/s/54/41/' mine/params.lua
cat >mine/cards/4-mine.lua <<'CARD'
card {
  id = "X01", title = { en = "Harbour Talks", zh = "港口会谈" },
  concept = { en = "Whoever hosts sets the agenda.", zh = "谁办会，谁定议程。" },
  side = "neutral", era = "mid", ops = 2,
  event = { gain("B", -1), draw("you", 1) },
}
CARD
languages=en
if "$tpd" rules handbook --lang zh >/dev/null 2>&1; then
    languages='en zh'
fi
for language in $languages; do
    "$tpd" rules handbook --lang "$language" >before.md
    "$tpd" rules handbook --lang "$language" --rules mine >after.md
    grep -q '[^0-9]54 ' before.md || fail "$language: the page does not say 54"
    ! grep -q '[^0-9]54 ' after.md || fail "$language: the page still says 54"
    grep -q '[^0-9]41 ' after.md || fail "$language: the page does not say 41"
    grep -q '^- X01 ' after.md || fail "$language: the page lacks the new card"
done
expect_line '- X01 Harbour Talks · neutral · mid · 2 operation points' en
expect_line '  - *Whoever hosts sets the agenda.*' en

# One section; its number is that of the rules.
[ "$("$tpd" rules handbook --section 9.4 | head -n 1)" = '### 9.4 Backlash' ] || fail "section 9.4"
[ "$("$tpd" rules handbook --section 1 | grep -c '^## ')" = 1 ] || fail "section 1"
expect_fault "mine/handbook/en.md: no section '99': expected a number such as 9 or 9.1" \
    --rules mine --lang en --section 99

# The first thing that is wrong, with its place, and nothing printed.
printf 'to {param:vpHeag}\n' >>mine/handbook/en.md
line=$(wc -l <mine/handbook/en.md)
expect_fault "mine/handbook/en.md:$line: unknown parameter 'vpHeag', did you mean 'vpHeg'?" \
    --rules mine --lang en

# A set without a page of its own takes the one that came with the program.
rm -r mine/handbook
expect_line '- X01 Harbour Talks · neutral · mid · 2 operation points' en
