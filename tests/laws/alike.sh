. "$ROOT/tests/helpers.sh"

# Questions that are alike and ask for something else are never taken for each other: what is likely is only proposed.
# A profile answers the one of each pair; the other is asked.
pairs=$ROOT/tests/match/alike.tsv
[ "$(grep -c '	' "$pairs")" -ge 100 ] || fail 'fewer than a hundred pairs'

# catalog COLUMN: a catalog of one side's questions, and a profile that answers them all.
catalog() {
    {
        printf 'checksheet: catalog/1\nid: KNOWN\nlanguage: ja\ntitle: 知られている設問\nedition: 1\npublisher: Example\nmarks: {○: ok, ×: ng}\nitems:\n'
        cut -f "$1" "$pairs" | awk '{gsub(/"/, "\\\""); printf "  Q%d: {ask: \"%s\"}\n", NR, $0}'
    } >known.yaml
    {
        printf 'checksheet: profile/1\ncatalog: KNOWN\nvendor: Example\nservice: Example\nanswers:\n'
        cut -f "$1" "$pairs" | awk '{printf "  Q%d: ○ はい。\n", NR}'
    } >vendor.yaml
}

# relations: how the best candidate of each question stands to it, counted.
relations() {
    awk '/"candidates": \[/ {first = 1; next}
         first && match($0, /"relation": "[a-z]*"/) {count[substr($0, RSTART + 13, RLENGTH - 14)]++; first = 0}
         END {for (r in count) print r, count[r]}' out | sort
}

export CHECKSHEET_PATH="$TMP"
for side in 1 2; do
    other=$((3 - side))
    catalog $side
    wants 0 validate known.yaml vendor.yaml
    cut -f $other "$pairs" | "$CHECKSHEET" find -p vendor.yaml -c KNOWN -f json >out 2>err
    [ $? -le 1 ] || fail "find: $(cat err)"
    [ "$(relations | cut -d ' ' -f 1)" = likely ] || fail "taken for another question: $(relations)"
    # The question itself, in another width and without its full stop, is its own.
    cut -f $side "$pairs" | sed 's/。$/ ./; s/ログ/ﾛｸﾞ/' | "$CHECKSHEET" find -p vendor.yaml -c KNOWN -n 1 -f json >out 2>err ||
        fail "find: $(cat err)"
    [ "$(relations)" = "own $(cut -f $side "$pairs" | sort -u | wc -l | tr -d ' ')" ] || fail "not its own: $(relations)"
done

# Nor does a form get the answer to a question whose number it happens to have, but for the few pairs that only a person
# can tell apart: a form with the one of each pair, at the numbers of the other, which are answered.
catalog 2
sed 's/^id: KNOWN/id: ASKED/' known.yaml >asked.yaml
printf 'checksheet: profile/1\ncatalog: ASKED\nvendor: E\nservice: E\nanswers: {}\n' >form.yaml
wants 0 render form.yaml --template -o form.xlsx -q
catalog 1
rm asked.yaml
run fill form.xlsx -p vendor.yaml --dry-run --lang en
count=$(grep -c 'number-doubtful\|not-confirmed' err)
[ "$count" -ge 179 ] || fail "only $count of the pairs are told apart: $(sed -n 1,3p err)"
