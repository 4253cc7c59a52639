. "$ROOT/tests/helpers.sh"

# A sheet, or a file of another kind, where YAML is meant: one finding that calls it by its name, and a next step that works.
write_small
printf '番号,質問,回答,備考\n1-1,責任者を決めていますか。,○,社長です。\n' >filled.csv
printf '| 番号 | 質問 | 回答 |\n|---|---|---|\n| 1-1 | 責任者を決めていますか。 | ○ |\n' >table.md
wants 0 render acme.yaml -q -o book.xlsx
printf '%%PDF-1.7\n\377\376 x\n' >paper.pdf
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >photo.png
printf '<html><table><tr><td>1</td></tr></table></html>\n' >page.html
cp "$ROOT/tests/import/locked.xlsx" old.xls
printf 'checksheet: profile/1\nservice: \033$B%%F%%9%%H\033(B\n' >mail.yaml

# one FILE TEXT: each command that takes a profile says TEXT of the file, and only that.
one() {
    for command in validate status 'render -f csv -o -' 'show SMALL 1-1 -p'; do
        run $command "$1" --lang en
        [ "$code" -eq 1 ] || fail "$command $1: exit $code"
        [ "$(grep -c ': error: ' err out | awk -F: '{ sum += $2 } END { print sum }')" -eq 1 ] || {
            cat out err
            fail "$command $1: not one error"
        }
        cat out err >said
        holds said "$2"
    done
}

# step FILE WORDS...: what is said of the file names this command, and it works.
step() {
    file=$1
    shift
    run validate "$file" --lang en
    cat out err >said
    holds said "checksheet $*"
    wants 0 "$@"
}

one filled.csv 'this is a sheet in CSV'
one table.md 'this is a sheet in Markdown'
one book.xlsx 'this is a sheet in Excel'
one paper.pdf 'this is PDF'
one page.html 'this is HTML'
one photo.png 'this is PNG'
wants 1 import photo.png
holds err 'this is PNG'

# The other way about: a profile or a catalog where a sheet is meant.
wants 1 import acme.yaml
echo "checksheet: 'acme.yaml' is no filled sheet, but a file of checksheet: checksheet validate acme" | is err
wants 1 import catalogs/small.yaml
holds err 'checksheet validate catalogs/small'
one old.xls 'soffice --headless --convert-to xlsx old.xls'
one mail.yaml 'iconv -f ISO-2022-JP -t UTF-8 mail.yaml'
cp filled.csv "it's new.csv"
run validate "it's new.csv" --lang en
sed -n 's/.* \(checksheet import .*\)$/\1/p' out >next
echo "checksheet import 'it'\\''s new.csv' -o 'it'\\''s new.yaml'" | is next
(checksheet() { "$CHECKSHEET" "$@"; } && eval "$(cat next)") >out 2>err || fail "$(cat out err)"
step filled.csv import filled.csv -o filled.yaml
step table.md import table.md -o table.yaml
step book.xlsx import book.xlsx -o book.yaml
wants 0 validate book.yaml

# What begins as our files do is one of them, whatever its name.
cp acme.yaml acme.md
wants 0 validate acme.md

# A run that was started with -C names commands that work where it was started: pasted and run, for each kind of message.
folder="it's there"
mkdir -p "$folder/catalogs"
pasted() { # WHAT WORDS...: what the run says names the command WHAT ..., which then works
    what=$1
    shift
    run -C "$folder" "$@" --lang en
    cat out err | sed -n "s/^.*[ :(]\($what .*\)\$/\1/p" | sed -n 1p >next
    [ -s next ] || {
        cat out err
        fail "$*: no next step $what"
    }
    (checksheet() { "$CHECKSHEET" "$@"; } && eval "$(cat next)") >out 2>err || fail "$(cat next): $(cat out err)"
}
cp catalogs/small.yaml "$folder/catalogs"
cp filled.csv mail.yaml "$folder"
printf 'checksheet: profile/1\nservice: \203T\201[\203r\203X\n' >"$folder/cp932.yaml"
pasted 'checksheet -C' validate filled.csv
printf '\377\376' >"$folder/utf16.yaml"
printf 'checksheet: profile/1\nservice: サービス\n' | iconv -f UTF-8 -t UTF-16LE >>"$folder/utf16.yaml"
for old in mail cp932 utf16; do
    pasted iconv validate $old.yaml
    grep -q '^service: .*ス' out || fail "$old is not in UTF-8: $(cat out)"
done
sed 's/2025年版/2026年版/' catalogs/small.yaml >"$folder/catalogs/later.yaml"
cp acme.yaml "$folder/mine.yaml"
cp acme.yaml "$folder/yours.yaml"
unset CHECKSHEET_PATH
pasted 'checksheet -C' render mine -f csv -c SMALL@2026年版 -o out.csv
holds "$folder/mine.yaml" 'edition: 2026年版'
pasted 'checksheet -C' import filled.csv -c SMALL@2026年版 --into yours.yaml
holds "$folder/yours.yaml" 'edition: 2026年版'
pasted 'checksheet -C' list
printf 'checksheet: profile/1\nextends: base.yaml\n' >"$folder/child.yaml"
printf 'checksheet: profile/1\nanswers: 1\n' >"$folder/base.yaml"
run -C "$folder" validate child.yaml --lang en
cat out err >said
holds said "checksheet -C 'it'\\''s there' validate base.yaml"
cp "$ROOT/tests/import/locked.xlsx" "$folder/old.xls"
run -C "$folder" validate old.xls --lang en
cat out err >said
holds said "--convert-to xlsx 'it'\\''s there'/old.xls"
