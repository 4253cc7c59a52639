. "$ROOT/tests/helpers.sh"

write_small
wants 0 validate acme.yaml
wants 0 validate --fail-on error acme.yaml
sed 's/△ 年に.*/△/' acme.yaml >broken.yaml
wants 1 validate broken.yaml
wants 1 validate acme.yaml broken.yaml
wants 0 validate --fail-on never broken.yaml
wants 2 validate --nosuch acme.yaml
wants 3 validate nosuch.yaml
echo "checksheet: there is no 'nosuch.yaml'." | is err
wants 3 validate acme.yaml nosuch.yaml # what there is, is reported all the same
holds out 'acme.yaml: OK'
wants 3 validate broken.yaml nosuch.yaml
printf '"' >notyaml.yaml
wants 1 validate notyaml.yaml # a file that is not YAML is a finding
wants 1 render broken.yaml -o out.csv
[ ! -e out.csv ] || fail 'an invalid profile was rendered'
holds err 'missing-remark'
holds err '--allow-errors'
wants 0 render broken.yaml --allow-errors -o out.csv
wants 3 render nosuch -o out.md
[ ! -e out.md ] || fail 'something was rendered out of nothing'
wants 3 -C nosuch list
wants 0 status broken.yaml
wants 3 status nosuch
