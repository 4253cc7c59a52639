. "$ROOT/tests/helpers.sh"

# Commands that show how things stand go on with a profile that is not finished, and name the next step in a line; each next
# step that is named works as it stands.
write_small
rm acme.yaml
follow() { # follow FILE: runs the command that its last line names
    command=$(sed -n 's/.*\(checksheet [a-z-].*\)$/\1/p' "$1" | tail -n 1)
    [ -n "$command" ] || fail "$1 names no next step"
    printf '%s\n' "$command" >next
    (checksheet() { "$CHECKSHEET" "$@"; } && eval "$command") >followed 2>&1
    followed=$?
    [ $followed -le 1 ] || fail "$command: exit $followed: $(cat followed)"
}
wants 0 new acme.checksheet.yaml -c SMALL
follow err
echo 'checksheet validate acme' | is next
cp acme.checksheet.yaml fresh # with a fault, such as there may be
printf '  9-9: ○ あります\n' >>acme.checksheet.yaml
for words in 'status acme' 'list SMALL -p acme' 'show SMALL 1-1 -p acme' 'render acme --template -o form.csv' 'diff acme acme'; do
    wants 0 $words
    holds err 'acme.checksheet.yaml: 1 error: checksheet validate acme'
    follow err
done
cp acme.checksheet.yaml other.yaml
wants 0 diff acme other --messages en
is err <<'END'
acme.checksheet.yaml: 1 error: checksheet validate acme
other.yaml: 1 error: checksheet validate other
END
mv other.yaml faulty
mv fresh acme.checksheet.yaml
wants 0 status acme
follow out
wants 0 status -q acme
empty err
sed -e 's/^vendor: .*/vendor: V/' -e 's/^date: .*/date: 2025-13-01/' acme.checksheet.yaml >dated.yaml
sed -i.bak 's/^  1-1:/  1-1: ○ あります/' dated.yaml
wants 0 status dated
echo 'dated.yaml: 1 error: checksheet validate dated' | is err
wants 1 render dated -o dated.csv
sed -i.bak 's/^date: .*/date: 2025-12-01/' dated.yaml
wants 0 render dated -o dated.csv
holds err 'dated.csv  3 questions, unanswered 2  '
wants 0 render dated --template -o form2.csv
lacks err 'unanswered'
wants 0 status --lang ja - <faulty
echo '<stdin>: エラー 1 件: checksheet validate -' | is err

# A sheet that no catalog knows: each step says the next one, to the answers.
mkdir unknown
cp "$ROOT/tests/import/unknown.csv" 'unknown/her list.csv'
wants 2 import 'unknown/her list.csv'
follow err
echo "checksheet import 'unknown/her list.csv' --as catalog -o 'unknown/her list.catalog.yaml'" | is next
cp followed err
follow err
echo "checksheet import 'unknown/her list.csv' -o 'unknown/her list.checksheet.yaml'" | is next
cp followed err
follow err
holds next validate
holds followed 'her list.checksheet.yaml'

# A word is quoted where a shell would take it apart, and -C is part of the step.
mkdir 'my sheets'
cp faulty "my sheets/it's.yaml"
wants 0 -C 'my sheets' status "it's"
follow err
holds next "checksheet -C 'my sheets' validate 'it'\\''s'"

wants 0 -C 'my sheets' status "it's" --messages en
sed -n 's/^Next *//p' out >next
echo "checksheet -C 'my sheets' show SMALL 1-1 -p 'it'\\''s'" | is next
cp next err
follow err

# Names, short or almost right, and folders.
wants 0 validate acme
wants 1 validate .
holds out 'acme.checksheet.yaml:'
holds out 'dated.yaml:'
[ "$(grep -c '^dated.yaml: errors' out)" -eq 1 ] || fail 'dated.yaml once'
run validate . dated dated.yaml
[ "$(grep -c '^dated.yaml: errors' out)" -eq 1 ] || fail 'a file that is named three times is looked at so often'
wants 0 validate catalogs/
holds out 'catalogs/small.yaml: OK'
mkdir empty
wants 3 validate empty
echo 'checksheet: nothing to check below empty (YAML files that open with checksheet:).' | is err
wants 3 status empty
echo 'checksheet: there is no profile in empty.' | is err
wants 0 status 'my sheets'
holds out "my sheets/it's.yaml"
mkdir dated # a folder does not stand in the way of a file
wants 0 status dated
for command in validate status 'render -f csv'; do
    wants 3 $command acme.yaml
    echo "checksheet: there is no 'acme.yaml'. Did you mean 'acme.checksheet.yaml'?" | is err
done
wants 3 validate datde
holds err "Did you mean 'dated.yaml'?"
wants 3 validate nosuch
lacks err 'Did you mean'

# Catalogs by their ids.
wants 0 diff SMALL METI
holds out 'SMALL 2025年版 -> METI'
wants 2 diff METI@1999 METI
holds err "catalog METI has no edition '1999'"
wants 0 diff METI METI
wants 0 new -o out.yaml -c SMALL
holds err 'wrote out.yaml'
wants 2 new a.yaml -o b.yaml -c SMALL
wants 2 new -o a.yaml -o b.yaml -c SMALL
