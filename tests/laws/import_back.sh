. "$ROOT/tests/helpers.sh"

# What render wrote, import reads back: every shipped profile, in every format that both know, with the same answers to the
# same questions, and nothing that was not understood.
same_answers() {
    wants 0 render "$1" -o "sheet.$2" -q
    wants 0 import "sheet.$2" --lang en
    grep -E 'no question fits|answered before|more than one answer' err && fail "$1 does not come back from $2"
    sed 's/^vendor:$/vendor: x/; s/^service:$/service: x/' out >back.yaml
    wants 0 diff "$1" back.yaml --only answers --exit-code
}
for profile in "$ROOT"/profiles/*.yaml; do
    for format in csv md xlsx; do
        same_answers "$profile" $format
    done
done
for example in states facts products disclosure gates-and-polarity layouts languages; do
    export CHECKSHEET_PATH="$ROOT/examples/$example"
    for format in csv md xlsx; do
        same_answers "$ROOT/examples/$example/cloud.yaml" $format
    done
done
