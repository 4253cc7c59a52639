. "$ROOT/tests/helpers.sh"

# render --template has no answer in it: the same sheet comes out of a profile from which all answers were taken.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
mkdir full open
cp "$ROOT"/profiles/*.yaml "$ROOT"/tests/cases/derive/kinds.yaml "$ROOT"/tests/cases/derive/plain.yaml full
for profile in full/*.yaml; do
    sed '/^answers:/q' "$profile" >"open/${profile#full/}"
done
for profile in full/*.yaml; do
    for format in csv md json; do
        wants 0 render "$profile" --template -f $format -o -
        cp out template.$format
        wants 0 render "open/${profile#full/}" --template -f $format -o -
        same out template.$format
    done
    wants 0 render "$profile" -f json -o -
    grep -o '"state": "[a-z]*"' out | grep -v '"unanswered"' >/dev/null || fail "$profile answers nothing"
    grep -o '"state": "[a-z]*"' template.json | grep -v '"unanswered"' && fail "the template of $profile has answers"
done
true
