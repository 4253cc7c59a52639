. "$ROOT/tests/helpers.sh"

# Every rule is explained in both languages, and its examples keep their word: made into files, the bad one raises the
# rule and the good one does not. Example by example, since a text that is wrong here is believed.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def")
[ "$(echo "$slugs" | wc -l)" -ge 30 ] || fail "only these rules were found: $slugs"
printf 'report\n' >report.pdf # the file of evidence-changed
textless=' cannot-read not-utf8 remark-too-long unlinked-question not-text too-large locked-workbook unreadable-workbook one-mark cannot-fill cell-formula cell-locked cell-shared tick-by-hand row-cut totals-reset ' # what a few lines of text cannot show
tables=' not-a-table unclosed-quote stray-quote lost-character table-shape ' # tried in tests/unit/test_read_cases.c

wrong=0
complain() {
    printf '%s\n' "$*"
    wrong=1
}

# example HEADING: the indented lines below it in the explanation.
example() {
    awk -v heading="$1" '$0 == heading { inside = 1; next } inside && !/^    / { exit } inside { print substr($0, 5) }' "$explained"
}

# How many lines say why: from the fourth on, up to an empty one.
reasons() {
    number=0 reasons=0
    while IFS= read -r line; do
        number=$((number + 1))
        [ $number -lt 4 ] && continue
        [ -n "$line" ] || break
        reasons=$((reasons + 1))
    done <"$explained"
}

# Answers to all the questions of the example's catalog that it does not name.
others() {
    catalog=$(sed -n 's/^catalog: //p' "$1")
    "$CHECKSHEET" list "${catalog:-METI}" -f tsv --lang en | sed 1d | cut -f 1 | while read -r number; do
        grep -F "  $number:" "$1" >/dev/null || echo "  $number: told yes"
    done
}

# frame EXAMPLE: the example as a file; what stands before and behind it is what each profile has.
frame() {
    if grep '^checksheet:' "$1" >/dev/null; then
        cat "$1"
        return
    fi
    echo 'checksheet: profile/1'
    while read -r key value; do
        grep "^$key" "$1" >/dev/null || echo "$key $value"
    done <<'KEYS'
vendor: Sample Inc.
catalog: {id: METI, edition: 2013年度版}
date: 2025-11-01
KEYS
    cat "$1"
    grep -e '^answers:' -e '^extends:' "$1" >/dev/null || echo 'answers:'
    case $slug in
    unanswered | required-unanswered) others "$1" ;;
    esac
}

# part NAME: what stands below the line NAME: in an example of a form and a profile.
part() {
    awk -v heading="$1:" '/^[^ ]/ { inside = $0 == heading; next } inside { print substr($0, 3) }' example
}

# findings FILE LANGUAGE: the findings about it, or about the form that it fills. What is good leaves no question of it.
findings() {
    if [ -s form.csv ]; then
        echo "language: $2" >>"$1"
        option=''
        [ $slug != held-back ] || option=--hold
        # shellcheck disable=SC2086
        run fill form.csv -p "$1" -c METI -f short --dry-run --messages en $option
        cat out
        case $1$code in good.yaml0 | bad.yaml1) ;; *) complain "the form of $slug is filled with exit $code: $(cat err)" ;; esac
    elif [ $slug = not-translated ]; then
        run render "$1" -f md --lang en --allow-errors
        cat err
    else
        run validate -f short --as-of 2025-12-01 --lang en "$1"
        cat out
    fi
}

try() { # LANGUAGE bad|good HEADING
    example "$3" >example
    [ -s example ] || complain "$slug has no $2 example in $1"
    part form.csv >form.csv
    [ ! -s form.csv ] || part acme.yaml >answers
    [ -s form.csv ] || cp example answers
    frame answers >"$2.yaml"
    findings "$2.yaml" $1 >found
    if grep -F "[$slug]" found >/dev/null; then raised=bad; else raised=good; fi
    if [ "$2" = good ] && grep ': error: ' found >said; then
        complain "the good example of $slug in $1 has errors: $(cat said example)"
    fi
    [ $raised = "$2" ] || complain "the $2 example of $slug in $1 does not do what it should: $(cat example found)"
}

printf '%s\n' 'checksheet: profile/1' 'vendor: Sample Inc.' 'catalog: METI' 'answers:' '  6-8: ○' >company.yaml
for slug in $slugs; do
    for language in ja en; do
        wants 0 explain $slug --lang $language
        explained=$slug.$language.txt
        mv out "$explained"
        reasons
        [ $reasons -ge 2 ] || fail "$slug is not explained in $language in two lines or more"
        case $language in
        ja) bad='知らせが出る例:' good='出ない例:' ;;
        en) bad='This is reported:' good='This is not:' ;;
        esac
        case $textless$tables in
        *" $slug "*"$tables") lacks "$explained" "$bad" ;;
        *" $slug "*) holds "$explained" "$bad" ;;
        *)
            try $language bad "$bad"
            try $language good "$good"
            ;;
        esac
    done
    ! cmp -s $slug.ja.txt $slug.en.txt || complain "$slug is explained in one language only"
done
LC_ALL=C grep '[^ -~]' ./*.en.txt | grep -v ':    ' | tr -d '△×○－' | LC_ALL=C grep '[^ -~]' &&
    complain 'an English text is not in English'
[ $wrong -eq 0 ]
