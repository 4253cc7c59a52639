. "$ROOT/tests/helpers.sh"

# Every report of every case is valid: JUnit by our schema (xmllint), JSON by ours, SARIF by the official one (ajv, npm).
# Each schema refuses a broken copy, so it is a gate.
SCHEMAS=$ROOT/tests/schemas
copy_cases
cp "$ROOT"/profiles/*.yaml .
export CHECKSHEET_PATH="$TMP/catalogs"
mkdir made
for file in *.yaml; do
    name=made/${file%.yaml}
    run validate --as-of 2025-12-01 -q -f json -o "$name.json" --report sarif="$name.sarif" --report junit="$name.xml" \
        --report gitlab="$name.gitlab" --report rdjson="$name.rdjson" "$file"
    [ $code -le 1 ] || fail "$file: exit $code: $(cat err)"
done
run validate -q -f json -o made/all.json --report sarif=made/all.sarif --report junit=made/all.xml ./*.yaml catalogs/*.yaml

if command -v xmllint >/dev/null 2>&1; then
    xmllint --noout --schema "$SCHEMAS/junit.xsd" made/*.xml >xml.said 2>&1 || fail "$(grep -v validates xml.said | sed -n 1,10p)"
    sed 's/<skipped message/<ignored message/' made/reports.xml >broken.xml
    ! xmllint --noout --schema "$SCHEMAS/junit.xsd" broken.xml >/dev/null 2>&1 || fail 'the JUnit schema accepts a broken file'
fi

set -- ajv @microsoft/sarif-multitool-linux
. "$ROOT/tests/editor/packages.sh"
SARIF=$MODULES/@microsoft/sarif-multitool-linux/sarif-2.1.0.json
accepts() {
    node "$SCHEMAS/accepts.js" "$1" "$2" >said 2>&1
}
for name in reports reports_none kinds catalog_broken all; do
    accepts "$SCHEMAS/report.schema.json" made/$name.json || fail "made/$name.json: $(cat said)"
    accepts "$SARIF" made/$name.sarif || fail "made/$name.sarif: $(cat said)"
done
for file in made/*.json made/*.sarif made/*.gitlab made/*.rdjson; do
    echo "JSON.parse(require('fs').readFileSync('$file', 'utf8'));"
done >parse.js
node parse.js || fail 'not JSON'

sed 's/"severity": "error"/"severity": "fatal"/' made/reports.json >broken.json
! accepts "$SCHEMAS/report.schema.json" broken.json || fail 'our schema accepts a broken file'
sed 's/"startLine": \([0-9]*\)/"startLine": "\1"/' made/reports.sarif >broken.sarif
! accepts "$SARIF" broken.sarif || fail 'the SARIF schema accepts a broken file'
sed '/^ *"version"/d' made/reports.sarif >broken.sarif
! accepts "$SARIF" broken.sarif || fail 'the SARIF schema accepts a file without its version'

# What GitHub wants beyond the schema: rules in their order, results that point to them, paths that are URIs.
cat >wants.js <<'END'
const fs = require("fs");
const run = JSON.parse(fs.readFileSync("made/all.sarif", "utf8")).runs[0];
const rules = run.tool.driver.rules;
const ids = new Set(rules.map((rule) => rule.id));
const wrong = [];
if (ids.size !== rules.length) wrong.push("a rule twice");
for (const rule of rules)
    if (!rule.shortDescription.text || !rule.fullDescription.text || !rule.help.text || !rule.defaultConfiguration.level ||
        !rule.properties["problem.severity"] || !rule.properties.precision) wrong.push(`rule ${rule.id}`);
for (const result of run.results) {
    const uri = result.locations[0].physicalLocation.artifactLocation.uri;
    if (rules[result.ruleIndex].id !== result.ruleId) wrong.push(`ruleIndex of ${result.ruleId}`);
    if (!/^[A-Za-z0-9\-._~\/%]+$/.test(uri) || uri.startsWith("/")) wrong.push(uri);
    if (!/^[0-9a-f]{16}:[1-9][0-9]*$/.test(result.partialFingerprints.primaryLocationLineHash)) wrong.push("fingerprint");
}
if (wrong.length) { console.log(wrong.slice(0, 5).join("\n")); process.exit(1); }
END
node wants.js >said || fail "$(cat said)"
command -v xmllint >/dev/null 2>&1 || skip 'xmllint is not there: JUnit was not held against its schema'
