. "$ROOT/tests/helpers.sh"

# What is made of a file has bounds, not only what comes in: each of these stops soon, in little memory, and says why.
# Of one line, so many findings of a rule are shown, and how many more there are.
head='checksheet: profile/1\nlanguage: en\nvendor: v\nservice: s\ncatalog: SMALL\ndate: 2025-11-01\n'
write_small
repeat() { # COUNT TEXT
    awk -v count="$1" -v text="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}

# facts NAME FACT USES: a fact so long, used so often, in one answer or in its evidence.
{
    printf "$head"'facts:\n  a: '
    repeat 300000 y
    printf '\nanswers:\n  1-1: ○ '
    repeat 100000 '${a}'
    echo
} >remark.yaml
{
    printf "$head"'facts:\n  a: '
    repeat 100000 y
    printf '\nanswers:\n  1-1: {status: ○, remark: x, evidence: ['
    repeat 9999 '"${a}", '
    echo '"${a}"]}'
} >evidence.yaml
# In a gigabyte, but for a sanitizer, which maps far more than it uses.
in_bounds() {
    ([ -n "${SANITIZE-}" ] || ulimit -v 1000000 2>/dev/null; exec "$CHECKSHEET" "$@" >out 2>err)
}
in_bounds validate remark.yaml --lang en
[ $? -le 1 ] || fail "a fact in a remark: $(cat err)"
holds out '[remark-too-long]'
in_bounds validate evidence.yaml --lang en
[ $? -eq 1 ] || fail "a fact in evidence: $(cat err)"
holds out 'texts with facts come to more than 8 MB: none is filled in from here on [too-large]'

# A line of a hundred thousand words that were not meant to leave.
{
    printf "$head"'answers:\n  1-1: ○ '
    repeat 100000 'TODO '
    echo
} >line.yaml
wants 0 validate line.yaml -f short --lang en
[ "$(grep -c 'TODO' out)" -eq 200 ] || fail 'not 200 findings of a line'
holds out '(and 99800 more of this kind in this line)'
wants 0 validate line.yaml -f json --lang ja
holds out 'この行に同じ種類のものがほかに 99800 件'

# ★ by the hundred thousand, none beside another.
{
    printf "$head"'answers:\n  1-1: ○ '
    repeat 200000 '★ '
    echo
} >stars.yaml
wants 0 validate stars.yaml -f short --lang en
holds out 'more of this kind in this line'

# A chain of extends has an end, which is called by its name; a circle is one by whatever path it comes back.
mkdir chain
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do
    printf "$head"'extends: p%s.yaml\nanswers: {1-1: ○}\n' $((i + 1)) >chain/p$i.yaml
done
printf "$head"'answers: {1-1: ○, 1-2: ○}\n' >chain/p17.yaml
wants 0 validate chain/p1.yaml --lang en --fail-on error
lacks out '[broken-extends]'
printf "$head"'extends: p18.yaml\nanswers: {1-1: ○}\n' >chain/p17.yaml
wants 1 validate chain/p1.yaml --lang en
holds out 'chain/p17.yaml:7:10: error: extends leads through more than 16 files; what follows is not taken over: chain/p18.yaml'
printf "$head"'extends: ../chain/other.yaml\nanswers: {1-1: ○}\n' >chain/round.yaml
ln -s round.yaml chain/other.yaml
wants 1 validate chain/round.yaml --lang en
holds out 'chain/round.yaml:7:10: error: extends leads back to this file: chain/../chain/other.yaml'

# A megabyte of faults ends in seconds of the processor (half a minute and more before), and what is shown of a line of a
# megabyte is a stretch of it. The inputs of make bench, kind by kind, say the rest.
soon() {
    ([ -n "${SANITIZE-}" ] || ulimit -t 12; exec "$CHECKSHEET" "$@" >out 2>err)
    code=$?
    [ $code -le 3 ] || fail "$*: exit $code, not soon"
}
{
    printf "$head"
    awk 'BEGIN { for (i = 0; i < 80000; i++) printf "k%d: 1\n", i }'
    echo 'answers: {1-1: ○}'
} >keys.yaml
soon validate keys.yaml --lang en
{
    printf "$head"'answers:\n'
    awk 'BEGIN { for (i = 0; i < 80000; i++) print "\t1-1: ○" }'
} >tabs.yaml
soon validate tabs.yaml --lang en
{
    awk 'BEGIN { for (i = 0; i < 60000; i++) printf "%%TAG !a%d! a\n", i }'
    echo ---
    printf "$head"'answers: {1-1: ○}\n'
} >directives.yaml
soon validate directives.yaml --lang en
{
    printf '番号,質問,回答,補足説明\n1-1,"'
    awk 'BEGIN { for (i = 0; i < 400000; i++) print "a" }'
    echo '",○,'
} >lines.csv
soon import -c SMALL lines.csv -o -
"$CHECKSHEET" validate line.yaml --lang en >out
[ "$(wc -c <out)" -lt 3000000 ] || fail "of a line of 500,000 bytes $(wc -c <out) are shown"
holds out '...'

# A sheet says the same of a thousand and five rows: a thousand are said, then how many more, and the last one.
{
    echo '番号,質問,回答'
    echo '1-1,体制はありますか。,○'
    for number in $(seq 1 1005); do echo "1-1,また $number 行目ですか。,○"; done
} >again.csv
wants 1 import -c "$ROOT/controls/meti-2013.yaml" again.csv -o again.yaml --messages en
[ "$(grep -c 'kept as a comment' err)" -eq 1001 ] || fail "$(wc -l err)"
holds err 'more remarks like the following, which is the last of them'
holds again.yaml 'また 1005 行目ですか'

