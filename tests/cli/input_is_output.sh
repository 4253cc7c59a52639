. "$ROOT/tests/helpers.sh"

write_small
cp acme.yaml before
for output in acme.yaml ./acme.yaml "$TMP/acme.yaml"; do
    wants 3 render acme -f csv -o "$output"
    echo "checksheet: '$output' is an input and is not overwritten." | is err
    same acme.yaml before
done
ln -s acme.yaml link.csv
wants 3 render acme -o link.csv
same acme.yaml before
ln acme.yaml hard.csv
wants 3 render acme -o hard.csv
same acme.yaml before

# The catalog is an input too.
cp catalogs/small.yaml before
wants 3 render acme -f csv -o catalogs/small.yaml
same catalogs/small.yaml before
