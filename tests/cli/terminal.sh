. "$ROOT/tests/helpers.sh"

# On a terminal: colour, excerpts cut to its width, no workbook; elsewhere none of that.
write_small
sed 's/△ 年に.*/△/' acme.yaml >broken.yaml
esc=$(printf '\033')
wants 1 validate broken.yaml
lacks out "$esc"
for setting in CLICOLOR_FORCE=1 FORCE_COLOR=1; do
    env $setting "$CHECKSHEET" validate broken.yaml >out 2>err
    holds out "$esc"
    env $setting NO_COLOR=1 "$CHECKSHEET" validate broken.yaml >out 2>err
    lacks out "$esc"
    env $setting "$CHECKSHEET" validate --color never broken.yaml >out 2>err
    lacks out "$esc"
done
env CLICOLOR_FORCE=0 "$CHECKSHEET" validate broken.yaml >out 2>err
lacks out "$esc"
env NO_COLOR=1 "$CHECKSHEET" validate --color=always broken.yaml >out 2>err
holds out "$esc"

script -q -e -c true /dev/null >/dev/null 2>&1 || skip 'no script(1): the terminal was not tried'
# at WORD...: runs the words on a terminal of 60 columns; what it shows is then in the file shown.
at() {
    TERM=xterm COLUMNS=60 script -q -e -c "$*" /dev/null </dev/null >shown 2>&1
    code=$?
    tr -d '\r' <shown >shown.plain && mv shown.plain shown
}
at "$CHECKSHEET" validate broken.yaml
holds shown "$esc"
at env TERM=dumb "$CHECKSHEET" validate broken.yaml
lacks shown "$esc"
at env NO_COLOR=1 CHECKSHEET_PATH="$ROOT/tests/cases/catalogs" "$CHECKSHEET" validate "$ROOT/tests/cases/report/long_line.yaml"
lacks shown "$esc"
holds shown '...'
at "$CHECKSHEET" render acme -f xlsx -o -
[ $code -eq 2 ] || fail "a workbook for a terminal: exit $code"
holds shown 'xlsx is not for a terminal.'
holds shown 'file: -o sheet.xlsx.'
at "$CHECKSHEET" render acme -f csv -o -
[ $code -eq 0 ] || fail "CSV for a terminal: exit $code"
at "$CHECKSHEET" render acme -o sheet.xlsx
[ $code -eq 0 ] || fail "a workbook from a terminal: exit $code"

# In colour, what diff prints is coloured, and what files hold steers nothing in any format.
mkdir old new
"$CHECKSHEET" render acme -q -o old/acme.csv
sed "s/社長が務めます。/社長$esc[7mが務めます。/" old/acme.csv >new/acme.csv
for sides in 'old/acme.csv new/acme.csv' 'old new'; do
    for format in text md csv json; do
        at "$CHECKSHEET" diff $sides -f $format
        [ $code -eq 0 ] || fail "diff $sides -f $format: exit $code"
        lacks shown "$esc[7m"
        [ $format = text ] || continue
        holds shown "$esc[1m"
        lacks shown '\x1b'
    done
done

# Further lines hang below the words of the first one, and a head is broken between its counts.
"$CHECKSHEET" render acme -q -o before.csv
sed 's/社長が務めます。/情報セキュリティの責任者は取締役会の選んだ担当の役員が務めており、名前を公開しています。/' acme.yaml >after.yaml
NO_COLOR=1 at "$CHECKSHEET" diff before.csv after.yaml
is shown <<'END'
SMALL 2025年版  2025-11-01   変更 1 (改善 0、後退 0、ほか 1)
追加 0  削除 0

1-1  責任者を決めていますか。
     補足  [-社長が務めます。-]
           {+情報セキュリティの責任者は取締役会の選んだ担当
           の役員が務めており、名前を公開しています。+}
END

# Where counts find no room beside the names, they stand below them; nothing is wider than the terminal.
cat >status.yaml <<'YAML'
checksheet: profile/1
language: en
service: S
vendor: V
catalog: {id: METI, edition: 2013 edition}
answers:
  6-8: ○ Backed up every day.
  6-9: △ Watched on working days.
  6-10: － No such service.
YAML
for columns in 40 50 60; do
    NO_COLOR=1 TERM=xterm COLUMNS=$columns script -q -e -c "$CHECKSHEET status --lang en --messages en status.yaml" /dev/null \
        </dev/null 2>&1 | tr -d '\r' >shown
    holds shown '  Questions 31  Yes 1  Partly 1'
    # a command to be pasted stays in one line
    sed 's/…/./g; /^Next /d' shown | LC_ALL=C awk -v columns=$columns 'length > columns { print columns ": " $0; bad = 1 } END { exit bad }' ||
        fail 'the status is wider than the terminal'
done
NO_COLOR=1 at "$CHECKSHEET" status --lang ja --messages ja acme.yaml
holds shown '合計'
