. "$ROOT/tests/helpers.sh"

# The first line of every finding in every expected file has the form that editors understand, and findings stand in
# the order of their places, those about the whole file last. Each is there once.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def" | tr '\n' '|')
form="^[^:]+:[0-9]+:[0-9]+: (error|warning|note): .+ \\\\[(${slugs%|})\\\\]\$"
cd "$ROOT/tests/cases" || exit 1
LC_ALL=C awk -v form="$form" '
    function complain(what) { print FILENAME ": " what ": " $0; bad = 1 }
    FNR == 1 { line = column = 0 }
    !/^[a-z0-9_]+\.yaml:[0-9]/ { next }
    $0 !~ form { complain("not of the form path:line:column: level: words [rule]") }
    # two words in one text whose place is the answer have one line in traces
    seen[FILENAME, $0]++ && FILENAME !~ /\/traces\./ { complain("said twice") }
    /\[(required-unanswered|unanswered|unlinked-question|above-level|one-mark|missing-guide|missing-translation|without-effect)\]$/ { next }
    {
        split($0, place, ":")
        if (place[2] + 0 < line || (place[2] + 0 == line && place[3] + 0 < column))
            complain("not in order")
        line = place[2] + 0
        column = place[3] + 0
    }
    END { exit bad }' */*.txt */*.short */*.wide */*.complete || fail 'see above'

# Both languages find the same.
ja='' en=''
for file in */*.ja.txt; do
    other=${file%.ja.txt}.en.txt
    [ ! -f "$other" ] || ja="$ja $file" en="$en $other"
done
places() {
    LC_ALL=C awk 'match($0, /^[a-z0-9_]*\.yaml:[0-9]*:[0-9]*: [a-z]*: /) {
        place = substr($0, 1, RLENGTH)
        if (match($0, / \[[a-z0-9-]*\]$/))
            print substr(FILENAME, 1, length(FILENAME) - 7), place, substr($0, RSTART)
    }' "$@"
}
# shellcheck disable=SC2086 # a word a file
places $ja >"$TMP/ja"
# shellcheck disable=SC2086
places $en >"$TMP/en"
[ -s "$TMP/ja" ] || fail 'no places were found'
diff "$TMP/ja" "$TMP/en" || fail 'a case differs in more than words between Japanese (<) and English (>)'
