. "$ROOT/tests/helpers.sh"

# A customer's list from 0 to 3, and one of words that say neither yes nor no, are the choices of the catalog that is made
# of the form; a list of yes and no makes marks. What is answered by them stands in the form letter by letter, and is read
# back. The form is a workbook of ours, saved where nobody knows its catalog.
cat >made.yaml <<'END'
checksheet: catalog/1
id: MADE
language: en
title: Levels
edition: 2026
marks:
  "Yes": {id: ok, label: in place}
  "No": {id: ng, label: not in place}
items:
  1: {ask: How mature is the patching of servers?, kind: choice, choices: {0: 0, 1: 1, 2: 2, 3: 3}}
  2:
    ask: How are backups tested?
    kind: choice
    choices: {Please select: Please select, By machine: By machine, By hand: By hand, "By hand with a record": "By hand with a record"}
  3: Is the staff trained?
END
wants 0 new -c made.yaml -o blank.yaml
wants 0 render blank.yaml -q --allow-errors -o form.xlsx
mkdir customer && mv form.xlsx customer/ && cd customer
wants 0 import -q --as catalog form.xlsx -c LEVELS -o levels.yaml
sed -n '/^items/,$p' levels.yaml >items
is items <<'END'
items:
  1:
    ask: How mature is the patching of servers?
    kind: choice
    choices:
      0: 0
      1: 1
      2: 2
      3: 3
  2:
    ask: How are backups tested?
    kind: choice
    choices:
      "By machine": By machine
      "By hand": By hand
      "By hand with a record": By hand with a record
  3: Is the staff trained?
END
wants 0 validate levels.yaml
wants 0 new -c levels.yaml -o mine.yaml
sed 's/^  1:.*/  1: 2/; s/^  2:.*/  2: By hand with a record/; s/^  3:.*/  3: Yes/
    s/^vendor:.*/vendor: V/; s/^service:.*/service: S/' mine.yaml >answered.yaml
wants 0 validate answered.yaml
wants 0 fill form.xlsx -p answered.yaml -o filled.xlsx
holds err 'filled 3  left 0'
wants 0 import -q filled.xlsx -c levels.yaml --vendor V --service S -o back.yaml
wants 0 diff --exit-code answered.yaml back.yaml
wants 0 render answered.yaml -q -f tsv
holds out 'By hand with a record'
