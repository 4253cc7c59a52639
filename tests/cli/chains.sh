. "$ROOT/tests/helpers.sh"

# Whatever a command prints as the next step works: from a sheet that nobody knows to a catalog, a profile, a workbook.
printf '番号,質問,回答,備考\n1,板を取り替えていますか。,はい,毎年\n2,電球を置いていますか。,いいえ,\n3,手すりはありますか。,該当なし,\n' >f.csv

# next FILE: runs what the file says comes next.
next() {
    step=$(sed -n 's/.*Next: checksheet //p; s/.*then: checksheet //p' "$1" | tail -1)
    [ -n "$step" ] || fail "$1 names no next step: $(cat "$1")"
    eval "set -- $step"
    wants 0 "$@"
}

# Without a catalog: both cures that are named.
wants 2 import f.csv --lang en
holds err '-c ID'
holds err '--as catalog'
wants 0 import f.csv --as catalog -c PORT -o port.yaml --lang en
cp err said
next said

# The catalog lies here and is known by its id, by its path, and to what is imported beside it.
wants 0 import f.csv -o a.yaml --lang en
cp err said
next said # no vendor: a warning
holds out '[no-vendor]'
wants 0 import f.csv -c PORT -q
wants 0 import f.csv -c port.yaml -q
for command in 'validate a.yaml' 'status a.yaml' 'render a.yaml -o a.xlsx' 'diff a.yaml a.yaml' 'diff f.csv a.yaml' 'schema PORT' \
    'show PORT 1 -p a.yaml' 'list PORT' 'validate port.yaml' 'answer a.yaml 2 ○' 'import a.xlsx -o again.yaml' 'diff a.yaml again.yaml'; do
    wants 0 $command
done
wants 0 new b.yaml -c PORT --lang en
cp err said
next said
wants 0 new --update b.yaml
sed '/^  3:/d' b.yaml >c.yaml
wants 0 new --update c.yaml
holds c.yaml '  3:'

# A catalog of one's own from the start.
wants 0 new --kind catalog own.yaml --lang en
sed 's/^id: .*/id: OWN/' own.yaml >mine.yaml
rm own.yaml
wants 0 validate mine.yaml
wants 0 new d.yaml -c OWN
wants 0 validate d.yaml
wants 0 schema OWN
