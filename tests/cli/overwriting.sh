. "$ROOT/tests/helpers.sh"

# One rule for all: an input is never written over, a file of ours is replaced, any other only with --force.
write_small
cp acme.yaml before

# What checksheet wrote is replaced, whatever has changed in it since.
for format in $(sheet_formats); do
    wants 0 render acme -o sheet.$format
    cp sheet.$format first
    wants 0 render acme -o sheet.$format --template
    echo 'minutes of the meeting' >sheet.$format
    cp sheet.$format first
    wants 3 render acme -o sheet.$format
    holds err "'sheet.$format' does not look like a file that checksheet wrote"
    same sheet.$format first
    wants 0 render acme -o sheet.$format --force
done

# A file of answers is a person's, also where checksheet wrote it first.
wants 0 render acme -o again.yaml
echo '# a note' >>again.yaml
wants 3 render acme -o again.yaml
holds again.yaml '# a note'

# Reports.
for format in text json sarif junit github gitlab rdjson; do
    run validate acme.yaml -f $format -o report
    run validate acme.yaml -f $format -o report
    [ "$code" -lt 3 ] || fail "validate -f $format does not replace its own report"
    echo 'minutes of the meeting' >report
    wants 3 validate acme.yaml -f $format -o report
    echo 'minutes of the meeting' | is report
    wants 3 validate acme.yaml -f $format -o acme.yaml
    wants 3 validate acme.yaml --report $format=acme.yaml --force
    rm report
done
same acme.yaml before

# Inputs of every kind, by path and by link, even with --force: what is extended, the catalog, the standard input.
sed 's/^answers:/extends: acme.yaml\nanswers:/' acme.yaml | sed '/1-1/d' >child.yaml
ln acme.yaml hard.csv
ln -s catalogs/small.yaml link.csv
cp catalogs/small.yaml catalog
for output in acme.yaml hard.csv link.csv; do
    wants 3 render child -f csv -o $output --force
    holds err "'$output' is an input and is not overwritten"
done
wants 3 render - -f csv -o acme.yaml --force <acme.yaml
holds err "'acme.yaml' is an input"
wants 3 diff acme child -f csv -o acme.yaml --force
same acme.yaml before
same catalogs/small.yaml catalog

# Nothing is written where one of the outputs may not be, or twice.
rm -f sheet.csv
wants 3 render acme -o sheet.csv -f csv -o acme.yaml
[ ! -e sheet.csv ] || fail 'one output was written beside another that may not be'
wants 3 render acme -o sheet.csv -o ./sheet.csv
holds err "'./sheet.csv' would be written twice"
[ ! -e sheet.csv ] || fail 'an output was written before another was refused'
wants 0 render acme -o sheet.csv

# new and import make files.
wants 0 new fresh.yaml -c SMALL
echo '# mine' >>fresh.yaml
wants 3 new fresh.yaml -c SMALL
holds fresh.yaml '# mine'
wants 0 new fresh.yaml -c SMALL --force
lacks fresh.yaml '# mine'
wants 3 import sheet.csv -c SMALL -o fresh.yaml
wants 3 import sheet.csv -c SMALL -o sheet.csv --force
holds err 'is an input'

# Links to nowhere, files that nobody may write to, pipes.
ln -s nowhere dangling.csv
wants 3 render acme -o dangling.csv --force
holds err 'is a link to a file that is not there'
[ ! -e nowhere ] || fail 'a file was made behind the link'
chmod a-w sheet.csv
wants 3 render acme -o sheet.csv --force
holds err 'is read-only'
mkfifo pipe
cat pipe >through &
wants 0 render acme -f csv -o pipe
wait $!
[ -s through ] || fail 'nothing came through the pipe'
wants 0 render acme -f csv -o /dev/null

# A name as long as names may be; a folder for temporary files that is none.
long=$(printf '%0251d' 0).csv
wants 0 render acme -o "$long"
wants 0 render acme -o "$long"
TMPDIR=$TMP/none run render acme -o other.xlsx
[ "$code" -eq 3 ] || fail "a bad TMPDIR: exit $code"
holds err "$TMP/none"
[ ! -d /proc/self ] || {
    TMPDIR=/proc run render acme -o other.xlsx # it is there, and lets nobody make a file
    [ "$code" -eq 3 ] || fail "a TMPDIR that takes no file: exit $code"
    holds err "TMPDIR, '/proc'"
}
[ -z "$(ls -A | grep '^\.checksheet\.')" ] || fail "left behind: $(ls -A)"
