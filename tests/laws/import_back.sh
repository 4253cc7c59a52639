. "$ROOT/tests/helpers.sh"

# What render wrote, import reads back: every shipped profile, in every format that both know, with the same answers to the
# same questions, and nothing that was not understood.
same_answers() {
    rm -f "sheet.$2"
    wants 0 render "$1" -o "sheet.$2" -q
    wants 0 import "sheet.$2" --lang en
    grep -E 'no question fits|answered before|more than one answer' err && fail "$1 does not come back from $2"
    sed 's/^vendor:$/vendor: x/; s/^service:$/service: x/' out >back.yaml
    wants 0 diff "$1" back.yaml --only answers --exit-code
}

# The notes of the preface, in full and in their order. CSV has none; in Markdown a note is one line. The x is
# same_answers's own.
notes_of() {
    rm -f notes.json
    wants 0 render "$1" -o notes.json -q
    sed -n '/^  "notes"/,/^  "items"/p' notes.json | sed -n 's/,$//; s/\\n/ /g; /"text": "x"/d; /"text"/p'
}
same_notes() {
    notes_of "$1" >wanted
    notes_of back.yaml >found
    [ -s wanted ] || fail "$1 has no notes"
    diff wanted found || fail "the notes of $1 do not come back from $2"
}
for profile in "$ROOT"/profiles/*.yaml; do
    for format in csv md xlsx; do
        same_answers "$profile" $format
        [ $format = csv ] || same_notes "$profile" $format
    done
done
for example in states facts products disclosure gates-and-polarity layouts languages; do
    export CHECKSHEET_PATH="$ROOT/examples/$example"
    for format in csv md xlsx; do
        same_answers "$ROOT/examples/$example/cloud.yaml" $format
    done
done
