. "$ROOT/tests/helpers.sh"

# What diff writes as JSON is valid by our schema, which refuses broken copies; its counts are those of its items, and
# the segments of a text put together are the text before and after.
SCHEMA=$ROOT/tests/schemas/diff.schema.json
set -- ajv
. "$ROOT/tests/editor/packages.sh"
accepts() {
    node "$ROOT/tests/schemas/accepts.js" "$SCHEMA" "$1" >said 2>&1
}

cat >agrees.js <<'END'
const fs = require("fs");
const diff = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const wrong = [];
const count = (what, is, said) => { if (is !== said) wrong.push(`${what}: ${said} said, ${is} there`); };
const changes = diff.items.map((item) => item.change);
for (const kind of ["added", "removed", "changed", "moved"])
    count(kind, changes.filter((change) => change.class === kind).length, diff.comparison[kind]);
for (const turn of ["better", "worse"])
    count(turn, changes.filter((change) => change.turn === turn).length, diff.comparison[turn]);
for (const aspect of Object.keys(diff.comparison.aspects))
    count(aspect, changes.filter((change) => change.aspects.includes(aspect)).length, diff.comparison.aspects[aspect]);
const heads = diff.notes.filter((note) => note.class).length;
if (diff.comparison.head !== heads + (diff.title !== diff.comparison.title && heads > 0)) wrong.push("head");
for (const item of diff.items)
    for (const [key, segments] of Object.entries(item.change.segments || {})) {
        const side = (other) => segments.filter((part) => part[0] !== other).map((part) => part[1]).join("");
        const was = item.change.old[key] === undefined ? item[key] : item.change.old[key];
        if (side("added") !== was) wrong.push(`${item.id}.${key} before`);
        if (!(side("removed") === item[key] || side("removed") === `${item[key]} ${item[key + "-url"]}`)) wrong.push(`${item.id}.${key} after`);
    }
if (wrong.length) { console.log(wrong.slice(0, 5).join("\n")); process.exit(1); }
END

# check NAME OLD NEW
check() {
    wants 0 diff "$2" "$3" -q -f json -o "$1.json"
    accepts "$1.json" || fail "$1.json: $(cat said)"
    node agrees.js "$1.json" >said || fail "$1.json: $(cat said)"
}
cp "$ROOT"/tests/diff/*.yaml "$ROOT"/profiles/*.yaml .
for old in answers editions heads meaning evidence same; do
    check $old $old.old.yaml $old.new.yaml
    check "${old}_back" $old.new.yaml $old.old.yaml
done
check companies rescuenow.yaml krew.yaml
check catalogs krew.yaml precena.yaml
check nothing /dev/null krew.yaml
check gone krew.yaml /dev/null
wants 0 render -q krew.yaml -o krew.csv
sed 's/,○,/,△,/' krew.csv >filled.csv
check filled krew.yaml filled.csv
printf '番号,質問,回答,備考\n1,責任者はいますか,○,社長\n2,教育をしますか,×,"なし\tです"\n' >own.csv
printf '番号,質問,回答,備考\n1,教育をしますか,○,"a""b\\c"\n2,責任者はいますか,○,会長\n' >own2.csv
check own own.csv own2.csv

refused() {
    ! cmp -s broken.json "$2" || fail "$1: the copy is not broken"
    ! accepts broken.json || fail "our schema accepts $1"
}
sed 's/"turn": "better"/"turn": "good"/' answers.json >broken.json
refused 'a turn that is none' answers.json
sed 's/"class": "changed", "turn"/"class": "moved", "turn"/' answers.json >broken.json
refused 'a moved item with another answer' answers.json
sed 's/\["added", "○"\]/["added", "○", 1]/' answers.json >broken.json
refused 'a segment of three' answers.json
sed '/"worse":/d' answers.json >broken.json
refused 'counts without one' answers.json
sed 's/"position": null/"position": 3/' editions.json >broken.json
refused 'a removed item that has a place' editions.json
sed 's/, "class": "changed", "old"/, "old"/' heads.json >broken.json
refused 'a note of old that is not changed' heads.json
sed 's/"better": 2/"better": 3/' answers.json >broken.json
! node agrees.js broken.json >said || fail 'a wrong count passes'
