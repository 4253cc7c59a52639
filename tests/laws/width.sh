. "$ROOT/tests/helpers.sh"

# On a terminal of 80 or 120 columns no command prints a wider line, in either language: what is too long goes on below. Only
# a command that is there to be pasted stays whole, on a line of its own.
script -q -e -c true /dev/null >/dev/null 2>&1 || skip 'no script(1): the terminal was not tried'
[ "$(printf '表○' | LC_ALL=C.UTF-8 wc -L 2>/dev/null)" = 3 ] || skip 'wc -L does not count cells here'

cp -R "$ROOT/profiles" "$ROOT/examples" .
cat >acme.yaml <<'END'
checksheet: profile/1
service: Acme
vendor: Acme Inc.
catalog: METI
date: 2025-11-30
answers:
  6-88: ○ Logs are kept.
  6-13: ◎ always
END
cat >commands <<'END'
validate acme.yaml
validate profiles examples
validate nothere-and-not-anywhere-else-either-however-long-one-looks-for-it
validate acme.yaml --rule mark-denied=loud
status profiles/krew.yaml
status
status profiles --evidence
status --sent examples/sending
list
list SCS
show METI 6-8 6-13 -p krew
explain
explain mark-denied changed-since-approval not-confirmed
render krew -o krew.xlsx -o krew.md
render acme.yaml -o acme.pdf
import krew.xlsx -o again.yaml
import examples/answering/shop.xlsx --as catalog -o shop.yaml
find バックアップを取っていますか。 -p krew
find 'Do you encrypt customer data at rest?'
diff krew callconnect
diff METI MIC
new other.yaml -c METI
new for-shop.yaml -c examples/answering/shop.xlsx -p examples/answering/acme.yaml
answer for-shop 1
fill examples/answering/shop.xlsx -p examples/answering/acme.yaml --dry-run
fill nothere.xlsx -p acme.yaml
help
help formats
help fill
help validate
frobnicate
END
for columns in 80 120; do
    for language in ja en; do
        rm -f other.yaml shop.* for-shop.* examples/answering/shop.catalog.yaml
        while read -r command; do
            echo "== $command"
            CHECKSHEET_LANG=$language COLUMNS=$columns TERM=xterm NO_COLOR=1 \
                script -q -c "$CHECKSHEET $command" /dev/null </dev/null 2>&1
        done <commands | tr -d '\r' | grep -v '^ *checksheet ' >shown
        # What each command has shown; a line of it is too wide by its cells, of which a character has two at most.
        awk '/^== / { if (silent != "") exit; silent = $0; next } { silent = "" } END { if (silent != "") print silent }' shown >silent
        [ ! -s silent ] || fail "$columns columns, $language: nothing is shown: $(cat silent)"
        grep -v '^== ' shown >lines
        [ "$(LC_ALL=C.UTF-8 wc -L <lines)" -le $columns ] ||
            fail "$columns columns, $language: $(LC_ALL=C.UTF-8 awk -v most=$columns '/^== / || length > most / 2' shown)"
    done
done
