. "$ROOT/tests/helpers.sh"

# A catalog on the path that is not valid is no catalog, and does no harm to what does not use it.
write_small
cat >catalogs/broken.yaml <<'END'
checksheet: catalog/1
id: BROKEN
items:
  1-1: "
END
wants 0 validate acme.yaml
holds out 'acme.yaml: OK'
wants 0 render acme -o out.csv
wants 0 list
lacks out BROKEN
wants 1 validate catalogs/broken.yaml
