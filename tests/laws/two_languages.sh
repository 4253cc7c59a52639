. "$ROOT/tests/helpers.sh"

# The Japanese and the English rendering of one profile say the same, in every format that is read back, whichever is the
# older and whatever the language of messages; and what is changed in one of them is found.
try() {
    for format in xlsx csv md yaml; do
        for language in ja en; do
            "$CHECKSHEET" render "$1" --lang $language -q -o "$language.$format" 2>err || fail "$1 has no $format in $language"
        done
        for messages in ja en; do
            wants 0 diff --exit-code --messages $messages ja.$format en.$format
            wants 0 diff --exit-code --messages $messages en.$format ja.$format
        done
        wants 0 diff --exit-code "$1" en.$format
        wants 0 diff --exit-code ja.$format "$1" --lang en
    done
    rm -f ja.* en.*
}
for profile in "$ROOT"/profiles/*.yaml; do
    try "$profile"
done
for example in states facts products disclosure gates-and-polarity layouts languages applicability; do
    export CHECKSHEET_PATH="$ROOT/examples/$example"
    try "$ROOT/examples/$example/cloud.yaml"
done
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
for case in cmd/good derive/layouts derive/english derive/audiences; do
    try "$ROOT/tests/cases/$case.yaml"
done
