. "$ROOT/tests/helpers.sh"

write_small
mkdir dir.yaml
wants 3 validate dir.yaml
printf 'checksheet: dir.yaml: cannot be read: Is a directory\n' | is err
wants 3 render dir.yaml -o out.csv
wants 3 validate nosuch.yaml
wants 3 list ./nosuch.yaml
wants 3 validate -c nosuch/catalog.yaml acme.yaml
chmod 000 acme.yaml
[ ! -r acme.yaml ] || skip 'root may read everything: the rest was not tried'
wants 3 validate acme.yaml
printf 'checksheet: acme.yaml: cannot be read: Permission denied\n' | is err
