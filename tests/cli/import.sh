. "$ROOT/tests/helpers.sh"

# import writes a profile that validate takes, to stdout or to a file that is not there yet, and says what it understood.
write_small
cat >filled.csv <<'END'
番号,質問,回答,備考,社内
1-1,責任者を決めていますか。,○,社長が務めます。,
1-2,教育をしていますか。,△,年に1回です。,聞き取り済み
2-1,バックアップを取っていますか。,?,,
END
wants 1 import filled.csv --lang ja # an answer that nobody can read
holds out '  id: SMALL'
holds out '  1-1: ○ 社長が務めます。'
holds out 'x-社内: 聞き取り済み'
holds err 'filled.csv: SMALL 2025年版 として読みました。設問 3'
holds err 'filled.csv:C4: 「?」は回答として読めない'
wants 1 import filled.csv -q
empty err
wants 1 import filled.csv -o made.yaml --lang ja
empty out
holds err 'checksheet validate made'
[ -f .checksheet/SMALL@2025年版.schema.json ] || fail 'no schema beside the profile'
sed 's/^vendor:/vendor: 見本株式会社/; s/^service:/service: 見本/' made.yaml >whole.yaml
wants 0 validate whole.yaml
cp made.yaml before
wants 3 import filled.csv -o made.yaml
same made.yaml before
wants 1 import - -c SMALL -q <filled.csv
holds out '1-2:'

# A form says what recognition did not see; what it does not name is left alone.
wants 1 import filled.csv -q --save-form form.yaml
holds form.yaml '      E: other  # 社内'
sed 's/E: other.*/E: owner/; s/D: remark.*/D: evidence/' form.yaml >mended.yaml
wants 1 import filled.csv --form mended.yaml --lang ja
holds out 'owner: 聞き取り済み'
holds out 'evidence: 年に1回です。'
holds err 'フォームから'
wants 3 import filled.csv -q --save-form form.yaml
printf 'checksheet: form/1\nsheets:\n  - columns: {A: nunber, 3: question}\n    header: first\n' >wrong.yaml

# The spellings of before are understood, and said.
rm -f form.yaml
wants 1 import filled.csv --save-layout form.yaml --lang en
holds err '--save-layout is now --save-form'
[ -s form.yaml ] || fail '--save-layout wrote nothing'
wants 1 import filled.csv --layout mended.yaml --lang en
holds err '--layout is now --form'
wants 1 import filled.csv --form wrong.yaml
holds err 'nunber'
holds err 'first'
empty out
wants 3 import filled.csv --form none.yaml
wants 1 import filled.csv --form acme.yaml
holds err 'form/1'

wants 0 validate form.yaml --lang ja
holds out 'form.yaml: OK  シート 1  列 5'
wants 1 validate wrong.yaml
holds out 'nunber'

# Which catalog, where two fit alike; a new one where none does, and the same file again with that.
sed 's/id: SMALL/id: TWIN/' catalogs/small.yaml >catalogs/twin.yaml
wants 2 import filled.csv --lang ja
holds err '-c ID'
empty out
wants 1 import filled.csv -c TWIN
holds out '  id: TWIN'
rm catalogs/twin.yaml
cat >strange.csv <<'END'
項番,確認事項,回答
1,犬を飼っていますか。,○
2,猫を飼っていますか。,×
END
wants 2 import strange.csv
holds err '--as catalog'
wants 0 import strange.csv --as catalog -c PETS -o catalogs/pets.yaml
wants 0 validate catalogs/pets.yaml
wants 0 import strange.csv
holds out '  id: PETS'
holds out '  2: ×'

# Slips.
wants 2 import
wants 2 import a b
wants 2 import filled.csv --as nothing
wants 2 import filled.csv --sheet nothing
wants 2 import filled.csv -o a -o b
wants 3 import nothing.csv
printf 'a\n' >nothing.csv
wants 1 import nothing.csv
holds err '--form FILE'

# Two lists side by side come back through the form that a file and its catalog carry, the second as well as the first.
printf '%s\n' '番号,設問,回答,,番号,設問,回答' '1,桟橋に手すりがありますか。,はい,,3,浮き輪を置いていますか。,いいえ' \
    '2,灯りが夜もついていますか。,はい,,4,潮の表を貼っていますか。,はい' >beside.csv
wants 0 import beside.csv -q --as catalog -c BESIDE -o beside.yaml --save-form beside.form
wants 0 import beside.csv -q -c ./beside.yaml --form beside.form
holds out '  3: いいえ'
holds out '  4: はい'

# Questions above their answers: the form says how far below they stand. Labels decide where they agree with it, else the
# rows that it says.
printf '%s\n' 'Harbour list,' 'Q1,Is the pier lit at night?' ',Answer: ,yes' ',Comment:,until two' 'Q2,Is there a tide table?' \
    ',It should be of this year.' ',Answer:,no' ',Comment:,' 'Q3,Are ropes dry?' ',Answer:,yes' ',Comment:,' >above.csv
wants 0 import above.csv -q --as catalog -c ABOVE -o above.yaml --save-form above.form
holds above.form 'C: {answer: {below: 1}, remark: {below: 2}}'
wants 0 validate above.form above.yaml
wants 0 import above.csv -q -c ./above.yaml --form above.form
holds out '  Q1: yes until two'
holds out '  Q2: no'
printf '%s\n' 'Harbour list' '1. Is the pier lit at night?' yes '2. Is there a tide table?' no 'Ropes' '3. Are ropes dry?' >bare.csv
printf 'checksheet: form/1\nsheets:\n  - columns:\n      A: {question: {below: 0}, answer: {below: 1}}\n    first: 2\n' >bare.form
wants 0 import bare.csv -q --as catalog -c BARE --form bare.form -o bare.yaml
holds bare.yaml '  Ropes:'
holds bare.yaml 'A: {question: {below: 0}, answer: {below: 1}}'
wants 0 import bare.csv -q -c ./bare.yaml --form bare.form
holds out '  1: yes'
holds out '  2: no'
holds out '  3:'
printf 'checksheet: form/1\nsheets:\n  - columns: {A: {question: {below: up}}, B: {answer: {above: 1}}, C: {answer: x, remark: {below: 1}}}\n' >wrong.yaml
wants 1 validate wrong.yaml --lang en
holds out '0 - 99'
holds out 'above'

# A customer's own list is no catalog's because a few of its questions are: of METI's below, as METI asks them.
mkdir asked
(cd asked && "$CHECKSHEET" new meti.yaml -c METI -q && "$CHECKSHEET" render meti.yaml --template --lang ja -f csv -o - -q) |
    sed 1d | cut -d , -f 2 >questions
printf '%s\n' 桟橋に手すりがありますか。 潮の表を貼っていますか。 縄を乾かしていますか。 櫂の数を数えていますか。 \
    灯りが夜もついていますか。 浮き輪を置いていますか。 帆を畳んでいますか。 船底を洗っていますか。 >others
mixed() { # COUNT of METI's, in ten
    { head -n "$1" questions && head -n $((10 - $1)) others; } | awk 'BEGIN {print "番号,設問,回答"} {print NR "," $0 ","}'
}
mixed 4 >few.csv
mixed 8 >most.csv
[ "$(wc -l <few.csv)$(wc -l <most.csv)" = 1111 ] || fail 'the lists are not what they should be'
wants 2 import few.csv --lang en
holds err 'no catalog has the questions'
wants 1 import most.csv --lang en
holds out '  id: METI'

# Comments of cells are said, and so is a hidden worksheet; one that asks has to be looked at.
wants 1 import "$ROOT/tests/import/beside.xlsx" --as catalog -c BESIDES --lang en
holds err 'harbour!C3: a comment of the cell, which is not taken over: Only in summer.'
holds err 'worksheet more is hidden and was not read'
wants 0 import "$ROOT/tests/import/beside.xlsx" --as catalog -c BESIDES --sheet more
holds out '  5:'

# A comment of a title may say what the marks mean; one beside an answer may be the answer, and has to be looked at.
wants 0 import "$ROOT/tests/import/comments.xlsx" --as catalog -c BESIDES -o comments.yaml --lang en
holds err 'legend (C1)  ◎ Yes, ○ Partly, × No'
holds err 'B2: a comment of the cell'
wants 1 import "$ROOT/tests/import/comments.xlsx" -c ./comments.yaml --lang en
holds out '  1: ◎ 縄小屋で乾かします。'
holds err 'D3: the answer has a comment, which is not taken over; where it matters, write it into the remark (2): 東の桟橋だけです。 西は来年です。'
holds err 'C5: the answer has a comment'

# Questions above boxes without a label: what has no box below it asks nothing. The catalog's form finds them again.
wants 0 import "$ROOT/tests/import/boxes_empty.xlsx" --as catalog -c BOXES -o boxes.yaml --lang en
holds boxes.yaml '    4: Are lamps lit at night?'
lacks boxes.yaml 'Signature'
wants 1 import "$ROOT/tests/import/boxes_filled.xlsx" -c ./boxes.yaml --lang en
holds out "    x-answer: The harbour master."

# What stands on the cover is the title, where each chapter has a worksheet with a title of its own.
wants 0 import "$ROOT/tests/import/cover.xlsx" --as catalog -c COVERED --lang en
holds out 'title: Harbour Assurance Questionnaire'
holds out '  "A. Boats":'

# A remark that products share is divided among them, however many there are.
awk 'BEGIN {
    printf "No,Question"
    for (i = 1; i <= 70; i++) printf ",Answer (Product %d)", i
    printf ",Remarks\n1,Is the pier lit at night?"
    for (i = 1; i <= 70; i++) printf ",%s", i < 70 ? "Yes" : "No"
    printf ",\"[Product 70] in spring\n[Product 1] until two\"\n"
}' >seventy.csv
wants 0 import seventy.csv -q --as catalog -c SEVENTY -o seventy.yaml
wants 0 import seventy.csv -q -c ./seventy.yaml
holds out 'Product 1": Yes until two'
holds out 'Product 70": No in spring'

# A bare number is that of any list: where the sheet is not plainly one of the catalog, texts that ask something else
# take it back, and likeness in what all questions share finds nothing.
cat >plain.yaml <<'END'
checksheet: catalog/1
id: PLAIN
language: ja
title: 港
edition: "1"
items:
  1: 縄の教育を毎年していますか。
  2: 保存する油を量っていますか。
  3: 船の一覧を作っていますか。
END
cat >alien.csv <<'END'
No,確認事項,回答,備考
1,消火器を置いていますか。,○,
2,避難の訓練を毎年していますか。,×,来年から
3,来客の名を帳面に残していますか。,○,
END
wants 1 import alien.csv -c ./plain.yaml --lang en
holds err "alien.csv:A2: number '1' is that of 1, but the text asks something else; the number was not used"
holds err 'not found 3'
lacks out '  1: ○'
