. "$ROOT/tests/helpers.sh"

# Every rule is explained in both languages, and its examples keep their word: made into files, the bad one raises the
# rule and the good one does not. Example by example, since a text that is wrong here is believed.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def")
[ "$(echo "$slugs" | wc -l)" -ge 30 ] || fail "only these rules were found: $slugs"
printf 'report\n' >report.pdf # the file of evidence-changed
textless=' cannot-read not-utf8 remark-too-long unlinked-question not-text too-large locked-workbook unreadable-workbook one-mark cannot-fill cell-formula cell-locked cell-shared tick-by-hand form-hidden row-cut totals-reset ' # what a few lines of text cannot show
tables=' not-a-table unclosed-quote stray-quote lost-character table-shape ' # tried in tests/unit/test_read_cases.c

wrong=0
complain() {
    printf '%s\n' "$*"
    wrong=1
}

# example HEADING: the indented lines below it in the explanation.
example() {
    inside=''
    while IFS= read -r line; do
        case $inside$line in
        "$1") inside=1 ;;
        1'    '*) printf '%s\n' "${line#'    '}" ;;
        1*) return ;;
        esac
    done <"$explained"
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
    catalog=${text##*"${newline}catalog: "}
    [ "$catalog" != "$text" ] || catalog=METI
    "$CHECKSHEET" list "${catalog%%"$newline"*}" -f tsv --lang en | sed 1d | cut -f 1 | while read -r number; do
        has "  $number:" || echo "  $number: told yes"
    done
}

# has WORDS: whether a line of the example begins so. The shell looks itself: there are thousands of questions like that.
newline='
'
has() {
    case $text in
    *"$newline$1"*) return 0 ;;
    esac
    return 1
}

# The shell reads what is short itself: a process each would be a thousand.

# frame EXAMPLE: the example as a file; what stands before and behind it is what each profile has.
frame() {
    read_all "$1"
    text=$newline$all
    if ! has checksheet:; then
        echo 'checksheet: profile/1'
        has vendor: || echo 'vendor: Sample Inc.'
        has catalog: || echo 'catalog: {id: METI, edition: 2013年度版}'
        has date: || echo 'date: 2025-11-01'
    fi
    printf '%s\n' "${text#"$newline"}"
    has checksheet: || has answers: || has extends: || echo 'answers:'
    case $slug in
    unanswered | required-unanswered) others ;;
    esac
}

# part NAME: what stands below the line NAME: in an example of a form and a profile.
part() {
    inside=''
    while IFS= read -r line; do
        case $line in
        '  '*) [ -z "$inside" ] || printf '%s\n' "${line#'  '}" ;;
        *) [ "$line" = "$1:" ] && inside=1 || inside='' ;;
        esac
    done <example
}

# findings FILE LANGUAGE: puts the findings about it, or about the form that it fills, into the file found. What is good
# leaves no question of it, and what is bad leaves one, unless it is about a column or evidence.
findings() {
    if [ -s form.csv ]; then
        echo "language: $2" >>"$1"
        option='-c METI'
        [ $slug != held-back ] || option='-c METI --hold'
        [ $slug != left-by-level ] || option='-c SCS'
        # shellcheck disable=SC2086
        "$CHECKSHEET" fill form.csv -p "$1" -f short --dry-run --messages en $option >found 2>err
        code=$?
        case $1$code$slug in good.yaml0* | bad.yaml1* | bad.yaml0column-unclear | bad.yaml0evidence-left) ;; *) complain "the form of $slug is filled with exit $code: $(cat err)" ;; esac
    elif [ $slug = not-translated ]; then
        "$CHECKSHEET" render "$1" -f md --lang en --allow-errors >out 2>found
    else
        "$CHECKSHEET" validate -f short --as-of 2025-12-01 --lang en "$1" >found 2>err
    fi
}

try() { # LANGUAGE bad|good HEADING
    example "$3" >example
    [ -s example ] || complain "$slug has no $2 example in $1"
    if found example form.csv:; then
        part form.csv >form.csv
        part acme.yaml >answers
        frame answers >"$2.yaml"
    else
        : >form.csv
        frame example >"$2.yaml"
    fi
    findings "$2.yaml" $1
    if found found "[$slug]"; then raised=bad; else raised=good; fi
    if [ "$2" = good ] && found found ': error: '; then
        complain "the good example of $slug in $1 has errors: $(cat found example)"
    fi
    [ $raised = "$2" ] || complain "the $2 example of $slug in $1 does not do what it should: $(cat example found)"
}

printf '%s\n' 'checksheet: profile/1' 'vendor: Sample Inc.' 'catalog: METI' 'answers:' '  6-8: ○' >company.yaml
for slug in $slugs; do
    for language in ja en; do
        explained=$slug.$language.txt
        "$CHECKSHEET" explain $slug --lang $language >"$explained" || fail "$slug is not explained in $language"
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
    read_all $slug.ja.txt
    ja=$all
    read_all $slug.en.txt
    [ "$ja" != "$all" ] || complain "$slug is explained in one language only"
done
LC_ALL=C grep '[^ -~]' ./*.en.txt | grep -v ':    ' | tr -d '△×○－' | LC_ALL=C grep '[^ -~]' &&
    complain 'an English text is not in English'
[ $wrong -eq 0 ]
