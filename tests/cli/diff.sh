. "$ROOT/tests/helpers.sh"

# The command line of diff: exit codes, outputs, streams, sides of each kind.
write_small
sed 's/△ 年に1回、正社員だけ/○ 年に1回、全員/; s/2025-11-01/2026-11-01/' acme.yaml >better.yaml

wants 0 diff acme.yaml better.yaml
holds out '回答  △ -> ○  改善'
empty err
wants 1 diff acme.yaml better.yaml --exit-code
wants 0 diff acme.yaml better.yaml --fail-on worse
wants 1 diff better.yaml acme.yaml --fail-on worse
holds out '回答  ○ -> △  後退'
wants 0 diff acme acme --exit-code --fail-on worse
is out <<'END'
SMALL 2025年版  2025-11-01   変更なし
END

# Only the date of the sheet is another: that is a difference, but none of the items'.
sed 's/2025-11-01/2026-11-01/' acme.yaml >later.yaml
wants 1 diff acme.yaml later.yaml --exit-code
wants 0 diff acme.yaml later.yaml --exit-code --only answers

# Standard input is either side; the format goes by -f or by the ending, and several outputs are one run.
"$CHECKSHEET" diff - better.yaml <acme.yaml >out || fail 'not from the standard input'
holds out '改善'
wants 0 diff acme.yaml better.yaml -o changes.md -o changes.json -o changes.csv -o changes.xlsx
empty out
holds changes.md '| 1-2 | 教育をしていますか。 | 改善・補足 | △ | ○ |'
holds changes.json '"turn": "better"'
holds changes.csv 'SMALL 1-2,教育をしていますか。,改善・補足,△,○,'
[ "$(head -c 2 changes.xlsx)" = PK ] || fail 'changes.xlsx is no workbook'
wants 3 diff acme.yaml better.yaml -f md -o acme.yaml
wants 3 diff acme.yaml better.yaml -f md -o better.yaml
holds better.yaml '全員'

# Catalogs, an empty file, and one that is not there.
sed 's/2025年版/2026年版/; s/教育をしていますか/教育を年1回していますか/' catalogs/small.yaml >edition.yaml
wants 0 diff catalogs/small.yaml edition.yaml
holds out 'SMALL 2025年版 -> 2026年版'
holds out '設問  教育を{+年1回+}していますか。'
wants 0 diff /dev/null edition.yaml
holds out '追加 3  削除 0'
wants 3 diff acme.yaml nowhere.yaml
wants 2 diff acme.yaml
wants 2 diff acme.yaml better.yaml later.yaml
wants 2 diff acme.yaml better.yaml --only prices
holds err "not one of answers, remarks, evidence, dates, wording"
wants 2 diff acme.yaml better.yaml --fail-on error
wants 2 diff acme.yaml better.yaml -o changes.txz

# A side with errors is compared as far as it is right.
sed 's/  2-1:/  2-9:/' better.yaml >broken.yaml
wants 0 diff acme.yaml broken.yaml
echo 'broken.yaml: 1 error: checksheet validate broken' | is err
wants 1 diff acme.yaml broken.yaml --fail-on worse # an answer that was not understood may be worse
wants 0 diff acme.yaml broken.yaml --allow-errors

# What an audience may not see stands in no comparison either.
cat >>acme.yaml <<'END'
  1-1.note: ignored
END
sed -i.bak '$d' acme.yaml
sed 's/  1-1: ○ 社長が務めます。/  1-1:\n    status: ○\n    remark: 社長が務めます。\n    internal: 後任は未定/' acme.yaml >inside.yaml
wants 0 diff acme.yaml inside.yaml -f json
lacks out '後任'
wants 0 diff acme.yaml inside.yaml --audience internal
holds out '後任'

# render --base: the workbook has the sheet, and a base with errors stops it.
wants 0 render better.yaml --base acme.yaml -o base.xlsx
wants 0 render better.yaml -o plain.xlsx
if command -v unzip >/dev/null; then
    unzip -p base.xlsx xl/workbook.xml | grep -q 前回からの変更 || fail 'there is no sheet of changes'
    unzip -p base.xlsx xl/worksheets/sheet3.xml | grep -q '<strike/>' || fail 'nothing is struck through'
    unzip -p plain.xlsx xl/workbook.xml >book
    lacks book 前回からの変更

    # The workbook of a comparison is laid out as ever: evidence that has no column there is among the changes alone.
    wants 0 diff "$ROOT/tests/diff/evidence.old.yaml" "$ROOT/tests/diff/evidence.new.yaml" -o evidence.xlsx
    unzip -p evidence.xlsx 'xl/worksheets/*.xml' >strings
    holds strings '根拠: '
    lacks strings '根拠・証跡'
    wants 0 diff "$ROOT/tests/diff/heads.old.yaml" "$ROOT/tests/diff/heads.new.yaml" -o heads.xlsx
    unzip -p heads.xlsx xl/worksheets/sheet3.xml | grep -q '<strike/>' || fail 'what the head lost is not struck through'
fi
wants 1 render better.yaml --base broken.yaml -o base.xlsx
wants 3 render better.yaml --base acme.yaml -f csv -o acme.yaml

# A customer's form of this and of next year, with no answers yet: the questions are compared as they are, though some
# resemble those of a catalog; so are workbooks, and what is the same has no changes.
mkdir years && cp "$ROOT"/tests/diff/forms*.csv years/
for year in old new; do
    wants 0 import -q --as catalog "years/forms.$year.csv" -c "FORM-$year" -o "$year-year.yaml"
    wants 0 new -c "$year-year.yaml" -o "$year-answers.yaml"
    wants 0 render "$year-answers.yaml" -q --allow-errors -o "years/forms.$year.xlsx"
    wants 0 -C years diff "forms.$year.csv" "forms.$year.csv" --exit-code
done
for kind in csv xlsx; do
    wants 1 -C years diff "forms.old.$kind" "forms.new.$kind" --exit-code
    holds out '番号  6 -> 4'
    holds out '{+年間で+}'
    wants 1 -C years diff "forms.old.$kind" "forms.new.$kind" --exit-code --only wording
    wants 0 -C years diff "forms.old.$kind" "forms.new.$kind" --exit-code --only answers
    wants 0 -C years diff "forms.old.$kind" "forms.new.$kind" --fail-on worse
    wants 0 -C years diff "forms.old.$kind" "forms.new.$kind" --lang en
    holds out 'Added 1  Removed 1'
done
