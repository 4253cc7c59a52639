. "$ROOT/tests/helpers.sh"

# Short names, the only profile of a directory, -C.
write_small
rm -f out.csv
wants 0 render acme -o out.csv
wants 0 render ./acme -o out.csv
mv acme.yaml acme.checksheet.yaml
wants 0 render acme -o out.csv
wants 0 status acme
holds out 'acme.checksheet.yaml'
wants 0 render -o out.csv # the only one
mkdir profiles
mv acme.checksheet.yaml profiles/other.yaml
wants 0 render other -o out.csv
wants 0 render profiles/other.yaml -o out.csv
wants 3 render -o out.csv
echo "checksheet: there is no profile here. 'checksheet new' writes one." | is err
wants 3 render acme -o out.csv
holds err "there is no 'acme', nor acme.yaml or acme.checksheet.yaml, here or in profiles/"
cp profiles/other.yaml one.yaml
cp profiles/other.yaml two.yaml
wants 3 render -o out.csv
echo 'checksheet: there are 2 profiles here; name one of them: one.yaml two.yaml' | is err
wants 0 -C profiles render -o out.csv
[ -f profiles/out.csv ] || fail '-C does not hold for outputs'
wants 0 render other -C profiles -o out2.csv
[ -f profiles/out2.csv ] || fail '-C behind the command is not heard'
wants 0 status one two
holds out 'one.yaml'
holds out 'two.yaml'
