. "$ROOT/tests/helpers.sh"

# What fill makes, what it refuses, and what it leaves behind when it cannot.
export CHECKSHEET_PATH="$ROOT/tests/fill/catalogs"
cp "$ROOT"/tests/fill/*.xlsx "$ROOT"/tests/fill/*.yaml "$ROOT"/tests/fill/*.form.csv .

# Beside the form, under its own name; a second time it is there already.
wants 1 fill lists.xlsx -p lists
[ -f lists.filled.xlsx ] || fail 'lists.filled.xlsx is not there'
cp lists.filled.xlsx first.xlsx
wants 3 fill lists.xlsx -p lists
same first.xlsx lists.filled.xlsx
wants 1 fill lists.xlsx -p lists --force
same first.xlsx lists.filled.xlsx

# Nothing that is read is written over, by whatever name.
ln lists.xlsx link.xlsx
for output in lists.xlsx link.xlsx lists.yaml; do
    wants 3 fill lists.xlsx -p lists -o $output --force
done
same lists.xlsx "$ROOT/tests/fill/lists.xlsx"
wants 3 fill lists.xlsx -p lists -o new.xlsx --review lists.yaml
[ ! -e new.xlsx ] || fail 'it was filled although the review could not be written'

# What was filled is filled already: nothing changes, and nothing is said of what is there.
wants 1 fill lists.filled.xlsx -c FORM -p lists -o again.xlsx
same lists.filled.xlsx again.xlsx
holds err 'cells 0'

# A file that would become another one is refused, and nothing is made.
wants 3 fill signed.xlsx -p marks -o new.xlsx
holds err '[cannot-fill]'
[ ! -e new.xlsx ] || fail 'a signed workbook was filled'
printf 'not a workbook' >broken.xlsx
wants 1 fill broken.xlsx -p lists -c FORM -o new.xlsx
[ ! -e new.xlsx ] || fail 'a broken workbook was filled'

# A dry run says the same and makes nothing.
wants 1 fill lists.xlsx -p lists -o new.xlsx --dry-run
[ ! -e new.xlsx ] || fail 'a dry run made a file'
holds err '[no-word]'

# What is there is written over only when that is asked for.
wants 1 fill lists.xlsx -p lists -o replaced.xlsx --replace-answers
lacks err '[already-answered]'
wants 1 import -q -c FORM replaced.xlsx -o replaced.yaml
holds replaced.yaml 'B-1: ○ Patched within 14 days.'

# The preface, the worksheets and the levels.
wants 1 fill lists.xlsx -p lists -o bare.xlsx --no-preface
holds err 'cells 12'
wants 1 fill columns.xlsx -p columns -o a.xlsx --sheet A
holds err '3 questions'
wants 0 fill lists.xlsx -p lists -o never.xlsx --fail-on never
wants 2 fill lists.xlsx -p lists -o new.xlsx --fail-on sometimes
wants 2 fill lists.xlsx -p lists -o new.xlsx -f sarrif
holds err sarif

# An audience that may see more.
wants 1 fill locked.xlsx -p locked -o nda.xlsx --audience nda
lacks err '[withheld]'

# Findings for programs: each with its cell.
wants 1 fill lists.xlsx -p lists -o json.xlsx -f json
holds out '"cell": "C5"'
holds out '"rule": "no-word"'
wants 1 fill columns.xlsx -p columns -o junit.xlsx -f junit --report json=report.json
holds report.json '"cell": "A!D2"'

# Rows grow where nobody has set their height.
wants 1 fill lists.xlsx -p lists -o fit.xlsx --fit-rows
holds err '[row-cut]'

# CSV keeps its bytes.
wants 1 fill table.form.csv -p table -o table.csv
sed -n 2p table.form.csv >head
sed -n 2p table.csv | cmp - head || fail 'the titles have changed'

# To a stream.
wants 1 fill lists.xlsx -p lists -o -
same out lists.filled.xlsx
