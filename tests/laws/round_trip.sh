. "$ROOT/tests/helpers.sh"

# What leaves comes back: each shipped profile, rendered to a workbook, CSV and Markdown and imported again, has the same
# answers, dates, evidence and order, as has a workbook that LibreOffice has opened and saved, and the CSV that it makes
# of one. And of what came back, one remark that is changed is one change.

profiles=$(cd "$ROOT/profiles" && ls ./*.yaml | sed 's,^\./,,; s,\.yaml$,,')

# A table without a preface does not say whose it is, and a profile must.
name_vendor() {
    sed 's/^vendor:$/vendor: 株式会社サンプル/' "$1" >named && mv named "$1"
}

# check NAME FILE: the file came from the profile of that name.
check() {
    profile=$ROOT/profiles/$1.yaml
    wants 0 import -q "$2" -o "$2.yaml"
    name_vendor "$2.yaml"
    case $2 in
    *.csv | *.xlsx) # the one has no preface, the other has the longer notes in lines
        for what in answers remarks evidence dates wording; do
            wants 0 diff --exit-code --only "$what" "$profile" "$2.yaml"
        done
        ;;
    *) wants 0 diff --exit-code "$profile" "$2.yaml" ;;
    esac
    "$CHECKSHEET" render -q "$profile" -f csv --csv-plain >ought.csv || fail "$1 cannot be rendered"
    "$CHECKSHEET" render -q "$2.yaml" -f csv --csv-plain >is.csv || fail "$2.yaml cannot be rendered"
    cmp ought.csv is.csv >/dev/null || {
        diff ought.csv is.csv | sed -n 1,10p
        fail "$2 does not come back as it was"
    }
    change "$profile" "$2.yaml"
}

# Changes the first answer that is a line with a sentence in it, and looks for the change in a diff.
change() {
    awk '!done && /^  [0-9][^:"]*: [^"|].*。$/ { sub(/。$/, "。追記"); done = 1 } { print } END { exit !done }' "$2" >changed.yaml ||
        fail "$2 has no remark to change"
    wants 1 diff --exit-code -f csv --csv-plain "$1" changed.yaml
    [ "$(wc -l <out)" -eq 2 ] || {
        cat out
        fail "one change of $2 is not one"
    }
    holds out '追記'
}

for name in $profiles; do
    for format in csv md xlsx; do
        wants 0 render -q "$ROOT/profiles/$name.yaml" -o "$name.$format"
        check "$name" "$name.$format"
    done
done

command -v soffice >/dev/null || skip 'soffice is not there: the rest was not tried'
mkdir saved tables
office() {
    LC_ALL=C.UTF-8 soffice "-env:UserInstallation=file://$TMP/office" --headless "$@" ./*.xlsx >office.log 2>&1 || fail "$(cat office.log)"
}
office --convert-to xlsx --outdir saved
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir tables
for name in $profiles; do
    check "$name" "saved/$name.xlsx"
    check "$name" "tables/$name-チェックシート.csv"
done
