. "$ROOT/tests/helpers.sh"

# Questions that are alike and ask for something else are never taken for each other: what is likely is only proposed.
# A profile answers the one of each pair; the other is asked.
pairs=$ROOT/tests/match/alike.tsv
[ "$(grep -c '	' "$pairs")" -ge 400 ] || fail 'fewer than four hundred pairs'

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

# Nor does a form get the answer to a question whose number it happens to have: a form with the one of each pair, at the
# numbers of the other, which are answered; beside as many rows whose texts are the catalog's, so that its numbers can be
# trusted.
for side in 1 2; do
    other=$((3 - side))
    catalog $side
    seq 200 | sed 's/.*/  R&: {ask: "第&条の定めに従っていますか。"}/' >>known.yaml
    {
        printf '番号,質問,回答,備考\n'
        cut -f $other "$pairs" | awk '{gsub(/"/, "\"\""); printf "Q%d,\"%s\",,\n", NR, $0}'
        seq 200 | sed 's/.*/R&,第&条の定めに従っていますか。,,/'
    } >form.csv
    run fill form.csv -p vendor.yaml -c KNOWN --dry-run --messages en
    grep -q 'by number 200 ' err || fail "an answer to another question: $(sed -n 1,3p err)"
    [ "$(grep -c '^form.csv.*Q.*number-doubtful' err)" -gt 0 ] || fail "nothing is said of the numbers: $(sed -n 1,3p err)"
done
