. "$ROOT/tests/helpers.sh"

# What fill makes, what it refuses, and what it leaves behind when it cannot.
export CHECKSHEET_PATH="$ROOT/tests/fill/catalogs"
cp "$ROOT"/tests/fill/*.xlsx "$ROOT"/tests/fill/*.yaml "$ROOT"/tests/fill/*.form.csv .

# A form that is not there is said before what is wrong with the answers.
printf 'checksheet: profile/1\ncatalog: {id: METI}\nanswers:\n  6-8: ◎\n' >faulty.yaml
wants 3 fill nothere.xlsx -p faulty
echo 'checksheet: nothere.xlsx: cannot be read: No such file or directory' | is err
rm faulty.yaml

# Beside the form, under its own name; a second time it is there already.
wants 1 fill lists.xlsx -p lists
[ -f lists.filled.xlsx ] || fail 'lists.filled.xlsx is not there'
cp lists.filled.xlsx first.xlsx
wants 3 fill lists.xlsx -p lists
same first.xlsx lists.filled.xlsx
wants 1 fill lists.xlsx -p lists --force
same first.xlsx lists.filled.xlsx

# Nothing that is read is written over, by whatever name.
ln lists.xlsx link.xlsx
for output in lists.xlsx link.xlsx lists.yaml; do
    wants 3 fill lists.xlsx -p lists -o $output --force
done
same lists.xlsx "$ROOT/tests/fill/lists.xlsx"
wants 3 fill lists.xlsx -p lists -o new.xlsx --review lists.yaml
[ ! -e new.xlsx ] || fail 'it was filled although the review could not be written'
echo mine >notes.md
for other in '--review notes.md' '--report json=lists.yaml' '--report json=lists.xlsx'; do
    # shellcheck disable=SC2086
    wants 3 fill lists.xlsx -p lists -o new.xlsx $other
    [ ! -e new.xlsx ] || fail "it was filled although $other could not be written"
done
[ "$(cat notes.md)" = mine ] || fail 'a file of somebody was replaced'

# Two outputs are never one file, be it there already or not, by whatever name: nothing is made of any of them.
for twice in '--review new.xlsx' '--review ./new.xlsx' "--review $TMP/new.xlsx" '--record new.xlsx' '--report json=new.xlsx' \
    '--review one.md --review ./one.md' '--review one.json --record one.json'; do
    wants 3 fill lists.xlsx -p lists -o new.xlsx $twice --messages en
    holds err 'would be written twice'
    [ ! -e new.xlsx ] && [ ! -e one.md ] && [ ! -e one.json ] || fail "something was written with $twice"
done
: >there.md
ln there.md other.md
wants 3 fill lists.xlsx -p lists -o new.xlsx --review there.md --review other.md --force --messages en
holds err "'other.md' would be written twice"
wants 2 fill lists.xlsx -p lists -o new.xlsx --review one.nothing --messages en
holds err 'names no format'
[ ! -e new.xlsx ] || fail 'it was filled although the review has no format'
wants 1 fill lists.xlsx -p lists -o new.xlsx --review new.md --record new.json --report json=report.json
rm new.xlsx new.md new.json report.json

# What was filled is filled already: nothing changes, and nothing is said of what is there.
wants 1 fill lists.filled.xlsx -c FORM -p lists -o again.xlsx
same lists.filled.xlsx again.xlsx
holds err 'cells 0'

# A file that would become another one is refused, and nothing is made.
wants 3 fill signed.xlsx -p marks -o new.xlsx
holds err '[cannot-fill]'
[ ! -e new.xlsx ] || fail 'a signed workbook was filled'
printf 'not a workbook' >broken.xlsx
printf '\320\317\021\340\241\261\032\341' >old.xls # what .xls and locked workbooks begin with
cp old.xls locked_file.xlsx
# zip64: the end of the directory says that its figures stand elsewhere
size=$(wc -c <lists.xlsx)
head -c $((size - 12)) lists.xlsx >zip64.xlsx
printf '\377\377\377\377\377\377\377\377\377\377\000\000' >>zip64.xlsx
wants 1 fill broken.xlsx -p lists -c FORM -o new.xlsx
[ ! -e new.xlsx ] || fail "what is no workbook was filled"
for file in old.xls locked_file.xlsx zip64.xlsx; do
    wants 3 fill $file -p lists -c FORM -o new.xlsx
    holds err $file
    [ ! -e new.xlsx ] || fail "$file was filled"
done

# Numbers alone never join answers to another edition: nothing is written, and the line that mends it is named.
mkdir shelf
cp "$CHECKSHEET_PATH/FORM.yaml" shelf/one.yaml
sed 's/edition: "1"/edition: "2"/; s/A-1: Is somebody.*/A-1: Is the roof inspected every spring?/' shelf/one.yaml >shelf/two.yaml
printf 'No.,Question,Answer\nA-1,Is the roof inspected every spring?,\nA-2,Is there a written security policy?,\n' >two.csv
cat >one.yaml <<'END'
checksheet: profile/1
language: en
service: Sample Cloud
vendor: Sample Inc.
catalog: {id: FORM, edition: "1"}
date: 2025-11-01
answers:
  A-1: ○ The head of IT is.
  A-2: ○ The policy is ISMS-01.
END
for catalog in FORM@2 shelf/two.yaml; do
    CHECKSHEET_PATH=shelf wants 1 fill two.csv -p one.yaml -c $catalog -o new.csv --messages en
    holds err '[edition-differs]'
    holds err 'checksheet new --update one.yaml --from-edition "FORM@1"'
    [ ! -e new.csv ] || fail 'answers to another edition were written'
done
cp one.yaml moved.yaml
CHECKSHEET_PATH=shelf wants 0 new --update moved.yaml --from-edition "FORM@1" -q
CHECKSHEET_PATH=shelf wants 1 fill two.csv -p moved.yaml -o new.csv --messages en
lacks err '[edition-differs]'
rm new.csv
# with --allow-errors what is asked in the same words counts, and nothing else
CHECKSHEET_PATH=shelf wants 1 fill two.csv -p one.yaml -c FORM@2 -o same.csv --allow-errors --messages en
lacks same.csv 'head of IT'
holds same.csv 'ISMS-01'

# A dry run says the same and makes nothing.
wants 1 fill lists.xlsx -p lists -o new.xlsx --dry-run
[ ! -e new.xlsx ] || fail 'a dry run made a file'
holds err '[no-word]'

# What is there is written over only when that is asked for.
wants 1 fill lists.xlsx -p lists -o replaced.xlsx --replace-answers
lacks err '[already-answered]'
wants 1 import -q -c FORM replaced.xlsx -o replaced.yaml
holds replaced.yaml 'B-1: ○ Patched within 14 days.'

# The preface, the worksheets and the levels.
wants 1 fill lists.xlsx -p lists -o bare.xlsx --no-preface
holds err 'cells 12'
wants 1 fill columns.xlsx -p columns -o a.xlsx --sheet A
holds err '3 questions'
wants 0 fill lists.xlsx -p lists -o never.xlsx --fail-on never
wants 2 fill lists.xlsx -p lists -o new.xlsx --fail-on sometimes
wants 2 fill lists.xlsx -p lists -o new.xlsx -f sarrif
holds err sarif

# An audience that may see more.
wants 1 fill locked.xlsx -p locked -o nda.xlsx --audience nda
lacks err '[withheld]'

# Findings for programs: each with its cell.
wants 1 fill lists.xlsx -p lists -o json.xlsx -f json
holds out '"cell": "C5"'
holds out '"rule": "no-word"'
wants 1 fill columns.xlsx -p columns -o junit.xlsx -f junit --report json=report.json
holds report.json '"cell": "A!D2"'

# Rows grow where nobody has set their height.
wants 1 fill lists.xlsx -p lists -o fit.xlsx --fit-rows
holds err '[row-cut]'

# CSV keeps its bytes.
wants 1 fill table.form.csv -p table -o table.csv
sed -n 2p table.form.csv >head
sed -n 2p table.csv | cmp - head || fail 'the titles have changed'

# To a stream.
wants 1 fill lists.xlsx -p lists -o -
same out lists.filled.xlsx

# CSV in other encodings: the bytes of what is not answered stay, whatever they are; a character that the encoding lacks is
# left. A second fill changes nothing.
if command -v iconv >/dev/null; then
    cat >form.utf8 <<'END'
注: ∵①,,,
番号,質問,回答,補足説明
A-1,Is somebody in charge of information security?,,
A-2,"Is there a written security policy?","",""
A-3,Is every employee trained once a year?
END
    cat >codes.yaml <<'END'
checksheet: profile/1
language: ja
service: サンプルクラウド
vendor: 株式会社サンプル
catalog: {id: FORM, edition: "1"}
date: 2025-11-01
answers:
  A-1: "○ \"髙橋\"班, 1名"
  A-2: ○ 方針は 🙂 です
  A-3: × 来年です
END
    sed 's/$/\r/' form.utf8 | iconv -f UTF-8 -t CP932 >cp932.csv
    wants 1 fill cp932.csv -p codes -o cp932.out.csv --lang ja
    holds err '[lost-character]'
    iconv -f CP932 -t UTF-8 cp932.out.csv | tr -d '\r' >decoded
    is decoded <<'END'
注: ∵①,,,
番号,質問,回答,補足説明
A-1,Is somebody in charge of information security?,○,"""髙橋""班, 1名"
A-2,"Is there a written security policy?","○",""
A-3,Is every employee trained once a year?,×,来年です
END
    wants 1 fill cp932.out.csv -p codes -o again.csv -q --force --lang ja
    same cp932.out.csv again.csv
    # a character that CP932 has twice, at the place where nobody writes it
    LC_ALL=C sed "s/$(printf '\201\346')/$(printf '\207\232')/" cp932.csv >twice.csv
    wants 1 fill twice.csv -p codes -o twice.out.csv -q --lang ja
    LC_ALL=C sed "s/$(printf '\201\346')/$(printf '\207\232')/" cp932.out.csv >wanted
    ! cmp -s twice.csv cp932.csv || fail 'there is no such character in the form'
    same wanted twice.out.csv
    for encoding in UTF-16LE UTF-16BE; do
        { [ $encoding = UTF-16LE ] && printf '\377\376' || printf '\376\377'; iconv -f UTF-8 -t $encoding form.utf8; } >$encoding.csv
        wants 0 fill $encoding.csv -p codes -o $encoding.out.csv -q --lang ja
        tail -c +3 $encoding.out.csv | iconv -f $encoding -t UTF-8 >decoded
        is decoded <<'END'
注: ∵①,,,
番号,質問,回答,補足説明
A-1,Is somebody in charge of information security?,○,"""髙橋""班, 1名"
A-2,"Is there a written security policy?","○","方針は 🙂 です"
A-3,Is every employee trained once a year?,×,来年です
END
        head -c 2 $encoding.csv >mark
        head -c 2 $encoding.out.csv | cmp -s - mark || fail "the byte order mark of $encoding has changed"
    done
    iconv -f UTF-8 -t EUC-JP form.utf8 2>/dev/null | sed 's/x/x/' >eucjp.csv
    run fill eucjp.csv -p codes -o eucjp.out.csv --encoding euc-jp
    [ "$code" -eq 3 ] && [ ! -e eucjp.out.csv ] || fail "EUC-JP is filled (exit $code)"
fi

# A form names columns to the right of all that the sheet holds yet.
printf 'checksheet: catalog/1\nid: LIST\nlanguage: en\ntitle: List\nedition: "1"\nitems:\n  1: Is the pier lit at night?\n  2: Are ropes kept dry?\n' >LIST.yaml
printf 'checksheet: profile/1\nlanguage: en\nservice: S\nvendor: V\ncatalog: {id: LIST, edition: "1"}\nanswers:\n  1: ○ until two\n  2: × in spring\n' >list.yaml
printf 'checksheet: form/1\nsheets:\n  - columns: {A: number, B: question, D: answer, E: remark}\n    first: 1\n' >list.form
printf '1,Is the pier lit at night?\n2,Are ropes kept dry?\n' >list.csv
wants 0 fill list.csv --form list.form -p list -c ./LIST.yaml -o list.out.csv
is list.out.csv <<'END'
1,Is the pier lit at night?,,○,until two
2,Are ropes kept dry?,,×,in spring
END

# Of a form with columns for products, --product fills that of one and leaves the others as they are.
run fill products_beside.form.csv -p products_beside --product Beta -o beta.csv -q
sed -n '3,5p' beta.csv | tr -d '\r' >rows
is rows <<'END'
A-1,Is somebody in charge of information security?,,,○,There is a CISO.
A-2,Is there a written security policy?,,,×,Being written.
A-3,Is every employee trained once a year?,,,－,"In June.
END

# The record of such a form names the answer and the cell of each product; compared later, it is one answer.
mkdir by_product
run fill products_beside.form.csv -p products_beside -o both.csv --record by_product/a.json -q
grep '"number": "A-2"' by_product/a.json | grep -o '"product": [^}]*' >rows
is rows <<'END'
"product": "Alpha", "state": "ok", "answer": "○", "remark": "The policy is ISMS-01.", "worksheet": "", "cell": "C4"
"product": "Beta", "state": "ng", "answer": "×", "remark": "Being written.", "worksheet": "", "cell": "E4"
END
wants 0 status --sent by_product -f tsv products_beside.yaml
[ "$(wc -l <out)" -eq 1 ] || fail "what was sent by product holds no longer: $(cat out)"

# A catalog made of the empty form does not know the products; the profile that names them does.
printf 'No,Question,Alpha,Beta,Comments\n1,Is the pier lit at night?,,,\n2,Are ropes kept dry?,,,\n' >two.csv
run import two.csv --as catalog -c TWO -o TWO.yaml -q
printf 'checksheet: profile/1\nlanguage: en\nservice: S\nvendor: V\ncatalog: {id: TWO, edition: %s}\nproducts: [Alpha, Beta]\nanswers:\n  1: ○ until two\n  2: {Alpha: ○ in sheds, Beta: × in spring}\n' \
    "$(sed -n 's/^edition: //p' TWO.yaml)" >two.yaml
wants 0 fill two.csv -p two -o two.out.csv -q
is two.out.csv <<'END'
No,Question,Alpha,Beta,Comments
1,Is the pier lit at night?,○,○,until two
2,Are ropes kept dry?,○,×,"[Alpha] in sheds
[Beta] in spring"
END

# A form with one cell for mark and words: what stands there of a plan comes back as the plan.
printf 'No,質問,回答\n1,鍵は掛かりますか。,\n2,窓は閉まりますか。,\n3,灯りはありますか。,\n' >words.csv
wants 0 new words.yaml -c words.csv -q --messages ja
sed -i 's/^service:.*/service: S/; s/^vendor:.*/vendor: V/; s/^  1:.*/  1: 予定 2029-03-31 付けます。/; s/^  2:.*/  2: 非公開 契約のあとで。/; s/^  3:.*/  3: 予定 2029-04/' words.yaml
wants 0 fill words.csv -p words.yaml -o words.out.csv -q
is words.out.csv <<'END_OF_FORM'
No,質問,回答
1,鍵は掛かりますか。,予定 (2029年3月31日): 付けます。
2,窓は閉まりますか。,非公開: 契約のあとで。
3,灯りはありますか。,予定 (2029年4月)
END_OF_FORM
run import words.out.csv -c words.catalog.yaml -o words.back.yaml -q
sed -n '/^  [123]:/p' words.yaml >there
sed -n '/^  [123]:/p' words.back.yaml >rows
cmp there rows || fail "other answers come back: $(cat words.back.yaml)"

# Titles that come again below a form with columns that nobody named are no questions; words beside columns of choices are
# remarks.
cat >again.csv <<'END_OF_FORM'
お尋ね
番号,チェック項目,できている,一部できている,できていない,担当部門,対応状況・今後の予定
1,鍵は掛かりますか。,,,,,
番号,チェック項目,できている,一部できている,できていない,担当部門,対応状況・今後の予定
2,窓は閉まりますか。,,,,,
END_OF_FORM
wants 0 new again.yaml -c again.csv -q --messages ja
sed -i 's/^service:.*/service: S/; s/^vendor:.*/vendor: V/; s/^  1:.*/  1: △ 裏口だけです。/; s/^  2:.*/  2: × 来月直します。/' again.yaml
wants 0 fill again.csv -p again.yaml -o again.out.csv -q
sed -n '3p;5p' again.out.csv >rows
is rows <<'END_OF_ROWS'
1,鍵は掛かりますか。,,○,,,裏口だけです。
2,窓は閉まりますか。,,,○,,来月直します。
END_OF_ROWS

# Labels of the preface in two languages.
printf 'Company 会社名,,,\n回答日（Date）,,,\nNo,Question 質問,Answer 回答,Remarks 備考\n6-8,Are backups taken regularly? バックアップを定期的に取っていますか,,\n' >both.csv
printf 'checksheet: profile/1\nlanguage: ja\nservice: S\nvendor: 見本\ndate: 2025-11-30\ncatalog: METI\nanswers:\n  6-8: ○ 毎日\n' >both.yaml
run fill both.csv -c METI -p both.yaml -o both.out.csv -q
sed -n 1,2p both.out.csv >rows
is rows <<'END_OF_ROWS'
Company 会社名,見本,,
回答日（Date）,2025-11-30,,
END_OF_ROWS
