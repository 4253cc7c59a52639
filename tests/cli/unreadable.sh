. "$ROOT/tests/helpers.sh"

write_small
mkdir dir.yaml
wants 3 validate dir.yaml
printf 'checksheet: nothing to check below dir.yaml (YAML files that open with checksheet:).\n' | is err
wants 2 render dir.yaml -o out.csv # a folder is all that is in it, which needs a folder as well
wants 3 list ./dir.yaml
holds err 'Is a directory'
wants 3 validate nosuch.yaml
wants 3 list ./nosuch.yaml
wants 3 validate -c nosuch/catalog.yaml acme.yaml
chmod 000 acme.yaml
[ ! -r acme.yaml ] || skip 'root may read everything: the rest was not tried'
wants 3 validate acme.yaml
printf 'checksheet: acme.yaml: cannot be read: Permission denied\n' | is err
