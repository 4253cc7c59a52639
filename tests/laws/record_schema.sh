. "$ROOT/tests/helpers.sh"

# What render and fill record is valid by our schema, which refuses broken copies; and every record reads back.
SCHEMA=$ROOT/tests/schemas/record.schema.json
set -- ajv
. "$ROOT/tests/editor/packages.sh"
accepts() {
    node "$ROOT/tests/schemas/accepts.js" "$SCHEMA" "$1" >said 2>&1
}
for profile in "$ROOT"/profiles/*.yaml; do
    name=$(basename "$profile" .yaml)
    wants 0 render -q "$profile" -o "$name.xlsx" --record "$name.json"
    accepts "$name.json" || fail "$name.json: $(cat said)"
    wants 0 validate -q "$name.json"
    wants 0 status "$profile" --sent . -f tsv
done
wants 0 render -q "$ROOT/profiles/precena.yaml" --template -o form.xlsx
"$CHECKSHEET" fill -q form.xlsx -p "$ROOT/profiles/precena.yaml" -o filled.xlsx --record fill.json >/dev/null 2>&1
accepts fill.json || fail "fill.json: $(cat said)"

refused() {
    ! cmp -s broken.json fill.json || fail "$1: the copy is not broken"
    ! accepts broken.json || fail "our schema accepts $1"
}
sed 's/"audience": "public"/"audience": "all"/' fill.json >broken.json
refused 'an audience that is none'
sed 's/"cell": "\([A-Z]*\)[0-9]*"/"cell": "\1"/' fill.json >broken.json
refused 'a cell without a row'
sed '/"answers":/,$d' fill.json >broken.json
refused 'half a record'
sed 's/"sha256": "..../"sha256": "/' fill.json >broken.json
refused 'a short digest'
