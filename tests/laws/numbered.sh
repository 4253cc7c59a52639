. "$ROOT/tests/helpers.sh"

# A form's own wording of a question at that question's number is answered; a question about something else at the number is
# not. The figures are those measured when this was written, less a few of the first and none more of the second.
reworded=$ROOT/tests/match/reworded.tsv

# form FILE: the form with the numbers and questions on stdin, number and text apart by a tab.
form() {
    awk -F '\t' 'BEGIN {print "番号,質問,回答,備考"} {gsub(/"/, "\"\"", $2); printf "%s,\"%s\",,\n", $1, $2}' >"$1"
}

# agree: how many numbers of the form a plan believes.
agree() {
    run fill form.csv -p vendor.yaml -c "$1" --dry-run --messages en
    grep -q '^  found ' err || fail "$1: $(sed -n 1,3p err)"
    by_number=$(sed -n 's/^  found .*by number \([0-9]*\).*/\1/p' err)
    by_number=${by_number:-0}
}

# vendor ID: a profile of a catalog.
vendor() {
    printf 'checksheet: profile/1\ncatalog: %s\nvendor: Example\nservice: Example\nanswers: {}\n' "$1" >vendor.yaml
}

export CHECKSHEET_PATH="$TMP"
for side in 1 2; do
    other=$((3 - side))
    {
        printf 'checksheet: catalog/1\nid: KNOWN\nlanguage: ja\ntitle: 知られている設問\nedition: 1\npublisher: Example\n'
        printf 'marks: {○: ok, ×: ng}\nitems:\n'
        cut -f $side "$reworded" | awk '{printf "  Q%d: {ask: \"%s\"}\n", NR, $0}'
    } >known.yaml
    vendor KNOWN
    cut -f $other "$reworded" | awk '{printf "Q%d\t%s\n", NR, $0}' | form form.csv
    agree KNOWN
    [ "$by_number" -ge 115 ] || fail "of $(wc -l <"$reworded") rewordings only $by_number are known"
done
rm known.yaml

# The questions of one catalog at the numbers of another.
ids='METI MIC PRECENA CALLCONNECT SLA SCS ISO27001'
count=0
for language in ja en; do
    previous=ISO27001
    for id in $ids; do
        "$CHECKSHEET" list "$id" -f tsv --lang $language | sed 1d | cut -f 1 >numbers
        "$CHECKSHEET" list "$previous" -f tsv --lang $language | sed 1d | cut -f 2 >questions
        paste numbers questions | awk -F '\t' '$1 != "" && $2 != ""' | form form.csv
        vendor "$id"
        agree "$id"
        count=$((count + by_number))
        previous=$id
    done
done
[ "$count" -le 6 ] || fail "$count numbers are believed beside a question that is another one's"

# Questions at the number of an item in nearly its words: `other` asks for something else (how often, in the past, with what
# result, by whom else, a part of it), `same` for the same in other words. In forms of their own, no number twice in one.
pairs=$ROOT/tests/match/at_number.tsv
[ "$(grep -c '	other	' "$pairs")" -ge 340 ] || fail 'fewer than 340 other questions'
believed() {
    rm -f layer-*
    grep "	$1	" "$pairs" | LC_ALL=C awk -F '\t' '{
        language = $4 ~ /[^ -~]/ ? "ja" : "en"
        print $2 "\t" $4 >("layer-" $1 "-" language ++layers[$1, $2, language])
    }'
    count=0
    for layer in layer-*; do
        id=${layer#layer-}
        id=${id%%-*}
        form form.csv <"$layer"
        vendor "$id"
        agree "$id"
        count=$((count + by_number))
    done
}
believed other
[ "$count" -le 5 ] || fail "$count numbers are believed beside a question in nearly the item's words that is another one"
believed same
[ "$count" -ge 90 ] || fail "of $(grep -c '	same	' "$pairs") wordings of items at their numbers only $count are known"
