. "$ROOT/tests/helpers.sh"

# No heading stands alone at the foot of a page of a workbook's print, and none runs over the edge of its page: a page of the
# check sheet begins with its header row, which would be missing on one that only takes what did not fit.
command -v soffice >/dev/null && command -v pdftotext >/dev/null || skip 'soffice and pdftotext are not there'
command -v fc-list >/dev/null && [ -n "$(fc-list 'Noto Sans CJK JP')" ] && [ -n "$(fc-list Carlito)" ] || skip 'the fonts are not there'
for profile in "$ROOT"/profiles/*.yaml; do
    wants 0 render "$profile" --font 'Noto Sans CJK JP' -q -o "$(basename "$profile" .yaml).xlsx"
done
LC_ALL=C.UTF-8 soffice "-env:UserInstallation=file://$TMP/office" --headless --convert-to pdf ./*.xlsx >office.log 2>&1 || fail "$(cat office.log)"
for profile in "$ROOT"/profiles/*.yaml; do
    name=$(basename "$profile" .yaml)
    "$CHECKSHEET" render "$profile" -q -f md -o - | sed -n 's/^##* //p; s/\\//g' | sed 's/\\//g' >headings
    header=$("$CHECKSHEET" render "$profile" -q -f json -o - | sed -n 's/.*"role": "question", "title": "\([^"]*\)".*/\1/p')
    pdftotext -layout "$name.pdf" text
    awk -v RS='\f' -v header="$header" -v name="$name" '
        FILENAME == "headings" { count = split($0, line, "\n"); for (i = 1; i <= count; i++) heading[line[i]] = 1; next }
        {
            count = split($0, line, "\n")
            last = ""
            for (i = 1; i <= count; i++) {
                sub(/^ */, "", line[i]); sub(/ *$/, "", line[i])
                if (line[i] == "") continue
                before = last; last = line[i]
            }
            if (last == "" || index($0, header) == 0) next # the overview
            pages++
            if (before in heading) { print name ": page " FNR " ends with the heading " before; bad = 1 }
        }
        END { if (!pages) { print name ": no page has the header row"; bad = 1 } exit bad }' headings text || fail "the pages of $name"
done
