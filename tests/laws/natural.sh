. "$ROOT/tests/helpers.sh"

# Typed answers as vendors write them: a line of natural.good is a number of MIC and an answer, which is read without an
# error, and one of natural.bad is said to be no such value. What the values are is held in tests/unit/test_value.c.

# files LIST: a profile of each line, called by its number in the list; all are read in one run.
files() {
    mkdir "$1"
    count=0
    while IFS='|' read -r number text; do
        count=$((count + 1))
        printf 'checksheet: profile/1\nvendor: 株式会社サンプル\ncatalog: MIC\nanswers:\n  %s: "%s"\n' "$number" "$text" >"$1/$count.yaml"
    done <"$ROOT/tests/laws/natural.$1"
    [ "$count" -gt 10 ] || fail "natural.$1 has $count lines"
    run validate -f short "$1"/*.yaml
}

files good
lacks out ': error: '
files bad
grep ': error: ' out | sed 's/^bad\/\([0-9]*\).*/\1/' | sort -nu >refused
seq "$count" | diff - refused || fail 'the lines of natural.bad with these numbers are taken'
