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
CHECKSHEET_PATH=catalogs wants 1 validate catalogs/broken.yaml # which was read, and told, before
CHECKSHEET_PATH=catalogs wants 0 validate acme.yaml
printf 'checksheet: crosswalk/1\nfrom: SMALL\nto: METI\nlinks: {}\n' >catalogs/crosswalk.yaml
CHECKSHEET_PATH=catalogs wants 1 validate catalogs/crosswalk.yaml
rm catalogs/crosswalk.yaml

# A comparison is about its two files: a broken one nearby is named, and says nothing of whether they differ.
mkdir beside
cat >beside/acme.yaml <<'YAML'
checksheet: profile/1
language: en
service: S
vendor: V
catalog: {id: METI, edition: 2013 edition}
answers: {6-8: ○ Daily.}
YAML
wants 0 -C beside render acme.yaml -q -o acme.csv
printf 'checksheet: catalog/1\nid: METI\nedition: "9"\nitems: [1\n' >beside/broken.yaml
wants 0 -C beside diff acme.yaml acme.csv --exit-code
holds err "broken.yaml: 1 error: checksheet -C beside validate broken"
lacks err "acme.yaml: 1 error"
printf 'checksheet: catalog/1\nid: OTHER\nitems: [1\n' >beside/broken.yaml
wants 0 -C beside diff acme.yaml acme.csv --exit-code
wants 0 -C beside diff acme.yaml acme.yaml --exit-code
