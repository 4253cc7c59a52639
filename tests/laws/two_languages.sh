. "$ROOT/tests/helpers.sh"

# The Japanese and the English rendering of one profile say the same, in every format that is read back, whichever is the
# older and whatever the language of messages; and what is changed in one of them is found.
render() {
    for language in ja en; do
        "$CHECKSHEET" render "$1" --lang $language -q --force -o $language.xlsx -o $language.csv -o $language.md -o $language.yaml \
            2>err || fail "$1 is not rendered in $language: $(cat err)"
    done
}

try() {
    render "$1"
    for format in xlsx csv md yaml; do
        for messages in ja en; do
            wants 0 diff --exit-code --messages $messages ja.$format en.$format
            wants 0 diff --exit-code --messages $messages en.$format ja.$format
        done
        wants 0 diff --exit-code "$1" en.$format
        wants 0 diff --exit-code ja.$format "$1" --lang en
    done
}
for profile in "$ROOT"/profiles/*.yaml; do
    try "$profile"
done
for example in states/cloud facts/cloud products/cloud products/left-out disclosure/cloud gates-and-polarity/cloud \
    layouts/cloud layouts/own languages/cloud applicability/cloud house/cloud allowed/cloud inheritance/service \
    levels/acme sending/acme trust-page/sample; do
    export CHECKSHEET_PATH="$ROOT/examples/${example%/*}"
    try "$ROOT/examples/$example.yaml"
done
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
for case in cmd/good derive/layouts derive/english derive/audiences derive/by_product derive/layout_own \
    derive/layout_states derive/kinds; do
    try "$ROOT/tests/cases/$case.yaml"
done

# Profiles that have what those have not: questions of their own in both languages, products whose evidence differs, facts
# that are put differently, a title and questions that no language gives away.
unset CHECKSHEET_PATH
mkdir catalogs
for catalog in demo kinds page plain spellings other; do
    cp "$ROOT/tests/cases/catalogs/$catalog.yaml" catalogs || fail "there is no $catalog"
done
cp "$ROOT/tests/cases/load/inherited.yaml" .
for case in load/house_english load/inherits load/parts load/typed_facts load/parts_base emit/page derive/plain \
    derive/layout_in_words; do
    cp "$ROOT/tests/cases/$case.yaml" .
    render "${case##*/}.yaml"
    for format in xlsx csv md yaml; do
        wants 0 diff --exit-code ja.$format en.$format
        wants 0 diff --exit-code en.$format ja.$format
    done
done
