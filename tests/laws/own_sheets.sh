. "$ROOT/tests/helpers.sh"

# Whatever layout and language a sheet is rendered in, it comes back with its answers: the titles that layouts write are
# read, in both languages and in every format that is read.
layouts_of() {
    sed -n '/^layouts:/,/^[a-z]*:$/s/^  \([a-z0-9-]*\):.*/\1/p' "$ROOT"/controls/*.yaml | sort -u
}

# comes_back PROFILE LANGUAGE FORMAT [LAYOUT]
comes_back() {
    rm -f "sheet.$3"
    wants 0 render "$1" --lang "$2" ${4:+--layout "$4"} -o "sheet.$3" -q
    "$CHECKSHEET" import "sheet.$3" --lang en >back.yaml 2>err || [ $? -eq 1 ] || fail "$1 $2 $3 ${4:-}: not imported"
    sed -i 's/^vendor:$/vendor: x/; s/^service:$/service: x/' back.yaml
    wants 0 diff "$1" back.yaml --only answers --exit-code
}

tried=0
for profile in "$ROOT"/profiles/*.yaml; do
    for language in ja en; do
        for format in csv md xlsx; do
            comes_back "$profile" $language $format
            for layout in $(layouts_of); do
                "$CHECKSHEET" render "$profile" --layout "$layout" -f csv -o - >/dev/null 2>&1 || continue
                comes_back "$profile" $language $format "$layout"
                tried=$((tried + 1))
            done
        done
    done
done
[ $tried -gt 0 ] || fail 'no layout was tried'
