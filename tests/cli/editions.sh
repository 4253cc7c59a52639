. "$ROOT/tests/helpers.sh"

# Numbers alone never join answers to another edition: what an answer goes out with refuses one, with the line that mends it;
# what shows says so and goes on. A profile that says no edition is joined where all editions ask the same.
mkdir -p catalogs
cat >catalogs/old.yaml <<'YAML'
checksheet: catalog/1
id: LOG
language: ja
title: ログ
edition: 第1版
items:
  LOG-01: ログを取得していますか。
  LOG-02: ログを13か月保管していますか。
  LOG-03: ログの担当者を決めていますか。
YAML
cat >catalogs/new.yaml <<'YAML'
checksheet: catalog/1
id: LOG
language: ja
title: ログ
edition: 第2版
items:
  LOG-01: ログへのアクセスを制限していますか。
  LOG-02: ログを取得していますか。
  LOG-03: ログの担当者を決めていますか。
  LOG-04: ログを13か月保管していますか。
YAML
profile() {
    printf 'checksheet: profile/1\nvendor: V社\ncatalog: %s\nanswers:\n  LOG-02: ○ 13か月です。\n  LOG-03: ○ 情報部です。\n' "$1"
}
profile '{id: LOG, edition: 第1版}' >p.yaml
cp p.yaml as_it_was.yaml
printf '番号,質問,回答,補足説明\nLOG-01,ログへのアクセスを制限していますか。,,\nLOG-02,ログを取得していますか。,,\n' >form.csv

refuses() {
    wants 1 "$@"
    holds err '[edition-differs]'
    holds err 'checksheet new --update p.yaml --from-edition "LOG@第1版"'
    [ ! -e out.csv ] || fail "$1 wrote something"
    same p.yaml as_it_was.yaml
}
refuses render p.yaml -c LOG@第2版 -o out.csv --lang en
refuses diff p.yaml p.yaml -c LOG@第2版 -o out.csv
refuses fill form.csv -p p.yaml -c LOG@第2版 -o out.csv
refuses new --update p.yaml -c LOG@第2版
refuses validate p.yaml -c LOG@第2版 -o err

goes_on() {
    wants 0 "$@"
    holds err '[edition-differs]'
    [ "$(wc -l <err)" -eq 1 ] || fail "$1 says more than a line of it"
    [ -s out ] || fail "$1 shows nothing"
}
goes_on status p.yaml -c LOG@第2版
goes_on show LOG@第2版 LOG-02 -p p.yaml
goes_on list LOG@第2版 -p p.yaml

wants 0 render p.yaml -c LOG@第2版 --allow-errors -f csv -o -
holds out 'LOG-03,ログの担当者を決めていますか。,○,情報部です。'
holds out 'LOG-02,ログを取得していますか。,,'
wants 0 render p.yaml -f csv -o -
holds out 'LOG-02,ログを13か月保管していますか。,○,13か月です。'

# The line that mends it works, once; a second time there is nothing to do.
wants 0 new --update p.yaml --from-edition LOG@第1版
holds p.yaml '第2版'
holds p.yaml 'LOG-04: ○ 13か月です。'
cp p.yaml as_it_was.yaml
wants 0 new --update p.yaml --from-edition LOG@第1版 --messages en
holds err 'there is nothing to do'
same p.yaml as_it_was.yaml

# Without an edition, what the editions ask alike is joined, and nothing else.
profile LOG >p.yaml
for command in 'render p.yaml -f csv -o -' 'diff p.yaml p.yaml' 'new --update p.yaml' 'validate p.yaml -o err'; do
    wants 1 $command --messages en
    holds err 'the editions ask different things here: LOG-02 [edition-differs]'
    holds err 'catalog: {id: LOG, edition: 第2版}'
done
wants 0 render p.yaml --allow-errors -f csv -o -
holds out 'LOG-03,ログの担当者を決めていますか。,○,情報部です。'
holds out 'LOG-02,ログを取得していますか。,,'
sed '/LOG-02/d' p.yaml >q.yaml
wants 0 validate q.yaml
holds out '[no-edition]'
lacks out '[edition-differs]'
profile 'LOG' >r.yaml
wants 0 new --update r.yaml --from-edition LOG@第1版
holds r.yaml 'LOG-04: ○ 13か月です。'

# The cure keeps the level that stands there.
printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: SCS, level: ★3}\nanswers:\n' >s.yaml
wants 0 validate s.yaml --messages ja
holds out '2026年3月27日, level: ★3}'

# The same of a second catalog, whose edition stands below `catalogs`: what is written of it picks the edition, is refused where
# another is in use, and is moved on by an update; the profile's own catalog is not touched.
cat >catalogs/own.yaml <<'YAML'
checksheet: catalog/1
id: OWN
language: ja
title: 自社
edition: 第1版
items:
  "1": 鍵を掛けていますか。
YAML
second() {
    printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: OWN, edition: 第1版}\n%b' "$1"
    printf 'answers:\n  "1": ○\n  LOG LOG-02: ○ 13か月です。\n  LOG LOG-03: = OWN 1\n'
}
second 'catalogs: {LOG: 第1版}  # 昨年の版\n' >p.yaml
cp p.yaml as_it_was.yaml
wants 0 validate p.yaml
lacks out 'edition'
wants 0 render p.yaml -c LOG -f csv -o -
holds out 'LOG-02,ログを13か月保管していますか。,○,13か月です。'
refuses render p.yaml -c LOG@第2版 -o out.csv --lang en
refuses diff p.yaml p.yaml -c LOG@第2版 -o out.csv
refuses fill form.csv -p p.yaml -c LOG@第2版 -o out.csv
refuses validate p.yaml -c LOG@第2版 -o err
goes_on status p.yaml -c LOG@第2版
goes_on show LOG@第2版 LOG-02 -p p.yaml
wants 0 render p.yaml -f csv -o -
holds out '鍵を掛けていますか。,○'
wants 0 new --update p.yaml --from-edition LOG@第1版
holds p.yaml 'catalogs: {LOG: 第2版}  # 昨年の版'
holds p.yaml 'catalog: {id: OWN, edition: 第1版}'
holds p.yaml 'LOG LOG-04: ○ 13か月です。'
wants 0 new --update p.yaml --from-edition LOG@第1版 --messages en
holds err 'there is nothing to do'
second 'catalogs:\n  LOG:\n    edition: 第1版\n' >p.yaml
wants 0 new --update p.yaml --from-edition LOG@第1版
holds p.yaml '    edition: 第2版'

# Without one, it is found, with the line that says it; that line works.
second '' >p.yaml
wants 1 validate p.yaml --messages en
holds out 'the editions ask different things here: LOG-02 [edition-differs]'
holds out 'catalogs: {LOG: 第2版}'
second 'catalogs: {LOG: 第2版}\n' >p.yaml
wants 0 validate p.yaml
second 'catalogs: {OWN: 第1版, LOG: 第2版}\n' >p.yaml
wants 1 validate p.yaml --messages en
holds out "OWN is the profile's own catalog"
printf 'checksheet: profile/1\nvendor: V\nextends: q2.yaml\nanswers: {LOG LOG-03: ○}\n' >x.yaml
second 'catalogs: {LOG: 第1版}\n' >q2.yaml
wants 0 render x.yaml -c LOG -f csv -o -
holds out 'LOG-02,ログを13か月保管していますか。,○,13か月です。'

# import --into says the edition of what it puts in, and puts nothing into another one.
printf '番号,質問,回答,補足説明\nLOG-01,ログを取得していますか。,○,\nLOG-02,ログを13か月保管していますか。,○,13か月です。\nLOG-03,ログの担当者を決めていますか。,○,\n' >old.csv
printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: OWN, edition: 第1版}\n\n# 自社の回答\nanswers:\n  "1": ○\n' >p.yaml
wants 0 import old.csv -c LOG@第1版 --into p.yaml
is p.yaml <<'YAML'
checksheet: profile/1
vendor: V社
catalog: {id: OWN, edition: 第1版}

catalogs:
  LOG: 第1版
# 自社の回答
answers:
  "1": ○
  LOG LOG-01: ○
  LOG LOG-02: ○ 13か月です。
  LOG LOG-03: ○
YAML
wants 0 validate p.yaml
cp p.yaml as_it_was.yaml
wants 1 import old.csv -c LOG@第2版 --into p.yaml --messages en
holds err 'checksheet new --update p.yaml --from-edition "LOG@第1版"'
same p.yaml as_it_was.yaml
wants 0 new --update p.yaml --from-edition LOG@第1版
holds p.yaml 'LOG: 第2版'

# A sheet that checksheet wrote is read as the edition that it was written for; as another one, by its questions.
printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: LOG, edition: 第1版}\nanswers:\n  LOG-01: ○ 取得\n  LOG-02: ○ 13か月\n  LOG-03: △ 兼任\n' >first.yaml
printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: LOG, edition: 第2版}\nanswers:\n  LOG-01: × 予定\n  LOG-02: ○ 取得\n  LOG-03: △ 兼任\n  LOG-04: ○ 13か月\n' >second.yaml
for format in csv md xlsx; do
    wants 0 render first.yaml -q -o first.$format
    wants 0 render second.yaml -q -o second.$format
    wants 0 import first.$format -q -o -
    holds out 'edition: 第1版'
    holds out 'LOG-02: ○ 13か月'
    wants 0 import second.$format -q -o -
    holds out 'edition: 第2版'
    holds out 'LOG-04: ○ 13か月'
    wants 0 diff --exit-code second.yaml second.$format
    wants 0 import first.$format -c LOG@第2版 -o - --messages en
    holds out 'edition: 第2版'
    holds out 'LOG-02: ○ 取得'
    holds out 'LOG-04: ○ 13か月'
    lacks out 'LOG-01: '
    wants 1 import second.$format -c LOG@第1版 -q -o -
    holds out 'LOG-02: ○ 13か月'
    lacks out 'LOG-01: × 予定'
done
wants 0 import first.xlsx -c LOG@第2版 -o - --messages en
holds err 'written for another edition of LOG'
holds out 'LOG-01:' # it is new, not left out
mkdir new_only
cp catalogs/new.yaml first.xlsx new_only
"$CHECKSHEET" -C new_only import first.xlsx -q -o - >out || fail 'a sheet of an edition that is not there is not read'
holds out 'edition: 第2版'
holds out 'LOG-04: ○ 13か月'

# A customer's list of this year and of last year, which ask nearly the same.
list() { # EDITION MINIMUM
    printf 'checksheet: catalog/1\nid: LIST\nlanguage: ja\ntitle: 顧客の設問\nedition: "%s"\nitems:\n' "$1"
    printf '  L-1: 責任者を決めていますか。\n  L-2: 教育を毎年していますか。\n  L-3: 入退室を記録していますか。\n'
    printf '  L-4: パスワードは%s文字以上ですか。\n  L-5: 通信を暗号化していますか。\n  L-6: 退職者の権限を消していますか。\n' "$2"
}
list 2024 12 >catalogs/a.yaml
list 2025 14 >catalogs/b.yaml
for catalog in a b; do
    printf '番号,質問,回答,補足説明\n' >$catalog.csv
    sed -n 's/^  \(L-[1-6]\): \(.*\)/\1,\2,○,/p' catalogs/$catalog.yaml >>$catalog.csv
done
wants 0 import a.csv -q -o -
holds out 'edition: 2024'
wants 0 import b.csv -q -o -
holds out 'edition: 2025'

# Of two years' forms on one worksheet, the one that has more of the questions says which column is what.
wants 0 import "$ROOT/tests/fill/cover.xlsx" --as catalog -c YEARLY -q -o catalogs/form-b.yaml
sed 's/^edition: .*/edition: form-00000000/; s/C: answer/C: remark/; s/D: remark/D: answer/; /A-3/d' catalogs/form-b.yaml \
    >catalogs/form-a.yaml
wants 0 import "$ROOT/tests/fill/cover.xlsx" -o - --messages en
holds err 'column Questions!C  Answer'

# What shows says it and goes on, and shows no answer at a question that it was not given to.
profile '{id: LOG, edition: 第1版}' >p.yaml
goes_on show LOG@第2版 LOG-02 LOG-03 -p p.yaml
lacks out '13か月です。'
holds out '情報部です。'
goes_on list LOG@第2版 -p p.yaml --lang ja
grep -q '^LOG-02  *ログを' out || fail 'an answer to another question is listed'
grep -q '^LOG-03  ○' out || fail 'the answer to an equal text is not listed'
goes_on status p.yaml -c LOG@第2版 --lang en
holds out 'Answered  1/4'
profile LOG >p.yaml
goes_on list LOG -p p.yaml
grep -q '^LOG-02  *ログを' out || fail 'an answer to an edition that is not named is listed'

# Where the edition that was answered is there, and an older one was asked for, nothing needs to be put anywhere.
profile '{id: LOG, edition: 第2版}' >p.yaml
wants 1 render p.yaml -c LOG@第1版 -f csv -o - --messages en
holds err 'leave out -c, or give -c "LOG@第2版"'

# A catalog near is found by what stands in its file, however that is written and wherever the id stands; list and find
# know it, schema and new take it where it is the newest, and import reads a sheet of it from another folder.
mkdir near near/catalogs near/sub
near() { # ID NAME LINES
    printf "checksheet: catalog/1\n$3\nlanguage: ja\ntitle: 近く\nedition: '1'\nitems: {'1': 屋上の菜園に水をやる当番はいますか。, '2': 猫に餌をやる当番はいますか。}\n" >near/catalogs/$2.yaml
    printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: "%s", edition: "1"}\nanswers: {"1": ○}\n' "$1" >near/$2.p.yaml
    wants 0 validate near/$2.p.yaml -f short
}
near QUOTED quoted '"id": QUOTED'
near 'Foo Bar Inc.' blank 'id: Foo Bar Inc.'
near 'Foo & Baz' signs 'id: "Foo & Baz" # a customer'
near "O'Hara" apostrophe "id: 'O''Hara'"
near SPACED spaced 'id : SPACED'
near FAR far "note: |\n$(printf '  %01000d\\n' 1 2 3 4 5 6 7 8 9)id: FAR"
printf '{\n  "checksheet": "catalog/1",\n  "language": "ja", "title": "t", "id": "JSON",\n  "edition": "1", "items": {"1": "鍵を掛けますか。"}\n}\n' >near/catalogs/json.yaml
printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: JSON, edition: "1"}\nanswers: {"1": ○}\n' >near/json.p.yaml
wants 0 validate near/json.p.yaml
wants 0 -C near list
holds out "O'Hara"
holds out 'Foo Bar Inc.'
wants 0 -C near find 猫に餌をやる当番はいますか。
holds out 'QUOTED 2'
printf 'checksheet: catalog/1\nid: METI\nlanguage: ja\ntitle: 新しい版\nedition: 2999年版\nitems: {1-1: 鍵を掛けますか。}\n' >near/catalogs/meti.yaml
for file in new.yaml sub/new.yaml; do
    wants 0 -C near new $file -c METI -q
done
holds near/new.yaml 2999年版
lacks near/sub/new.yaml 2999年版
holds near/sub/new.yaml 2013
wants 0 -C near schema METI
holds out 2999年版
printf '番号,質問,回答\n1,屋上の菜園に水をやる当番はいますか。,○\n2,猫に餌をやる当番はいますか。,×\n' >near/sub/in.csv
rm near/catalogs/[bsafq]*.yaml
near 'Foo Bar Inc.' blank 'id: Foo Bar Inc.'
wants 0 -C near import sub/in.csv -q -o -
holds out 'id: Foo Bar Inc.'

# A customer's form that has last year's numbers and other questions becomes a catalog of its own.
mkdir year
cp catalogs/a.yaml year
for form in a b; do
    sed 's/○//' $form.csv >year/$form.csv
done
CHECKSHEET_PATH=$TMP/year wants 0 new year/a-p.yaml -c year/a.csv
holds year/a-p.yaml 'id: LIST'
CHECKSHEET_PATH=$TMP/year wants 0 new year/b-p.yaml -c year/b.csv
lacks year/b-p.yaml 'id: LIST'
holds year/b-p.yaml '14文字'

# A profile that takes its catalog over and names no edition of its own: its numbers are joined where the editions ask the
# same, since the other profile may be carried over alone. An update names the edition, and a second one does nothing.
profile '{id: LOG, edition: 第1版}' >base.yaml
printf 'checksheet: profile/1\nvendor: V\nextends: base.yaml\nanswers:\n  LOG-03: △ 兼任です。\n' >alike.yaml
printf 'checksheet: profile/1\nvendor: V\nextends: base.yaml\n\n# 自社\nanswers:\n  LOG-02: △ 一部です。\n' >child.yaml
cp child.yaml other.yaml
wants 0 validate alike.yaml
wants 1 validate child.yaml --messages en
holds out 'the editions ask different things here: LOG-02 [edition-differs]'
holds out 'catalog: {id: LOG, edition: 第1版}'
wants 0 new --update child.yaml --from-edition LOG@第1版
holds child.yaml '  edition: 第2版'
holds child.yaml 'LOG-04: △ 一部です。'
wants 0 new --update child.yaml --from-edition LOG@第1版 --messages en
holds err 'there is nothing to do'
wants 0 new --update base.yaml --from-edition LOG@第1版
wants 0 validate child.yaml
wants 1 render other.yaml -f csv -o -
wants 0 render other.yaml -f csv -o - --allow-errors
holds out 'LOG-04,ログを13か月保管していますか。,○,13か月です。'
lacks out 一部です。
wants 0 new --update other.yaml --from-edition LOG@第1版
holds other.yaml '  edition: 第2版'
holds other.yaml 'LOG-04: △ 一部です。'

# A crosswalk is for the editions that it names: it joins no answers to another one, whichever is newer or given with -c.
mkdir links
cp catalogs/old.yaml catalogs/new.yaml links
cat >links/links.yaml <<'YAML'
checksheet: crosswalk/1
language: ja
from: {id: LOG, edition: 第1版}
to: {id: METI, edition: 2013年度版}
items:
  LOG-01: {none: 対応なし}
  LOG-02: [{to: 6-8, relation: equal, compare: [state], reason: 同じ}]
  LOG-03: [{to: 6-9, relation: equal, compare: [state], reason: 同じ}]
YAML
export CHECKSHEET_PATH=$TMP/links
wants 0 validate links/links.yaml
holds out 'LOG -> METI  3'
sed 's/第1版/第9版/' links/links.yaml >ninth.yaml
wants 1 validate ninth.yaml --messages en
holds out 'made for LOG 第9版, while the catalog that there is is 第2版'
lacks out 'new --update'
printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: METI, edition: 2013年度版}\nanswers:\n  6-8: ○ 毎日\n  6-9: ○ 毎日\n' >meti.yaml
for edition in 第1版 第2版; do
    printf 'checksheet: profile/1\nvendor: V社\ncatalog: {id: LOG, edition: %s}\nanswers:\n  LOG-02: × ない\n  LOG-03: × ない\n' $edition >log.yaml
    wants 0 validate meti.yaml log.yaml --messages ja
    holds out 'METI 6-9「○」とLOG LOG-03「×」' # which both editions ask
    case $edition in
    第1版) holds out 'METI 6-8「○」とLOG LOG-02「×」' ;;
    第2版) lacks out 'METI 6-8「○」とLOG LOG-02「×」' ;;
    esac
    wants 0 validate log.yaml -c LOG@$edition
    empty err
done

# A profile on the standard input is in this directory.
unset CHECKSHEET_PATH
printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: LIST, edition: "2024"}\nanswers: {L-1: ○}\n' >list.yaml
for command in 'render - -f csv -o -' 'status -' 'diff - list.yaml' 'validate -'; do
    wants 0 $command <list.yaml
done

# The forms of two catalogs are on one worksheet: which column holds the answers says the one of which it has more.
mkdir two
cp "$ROOT/tests/import/two_years.xlsx" two/sheet.xlsx
catalog_of() { # ID COLUMN LINES
    printf '%s\n' 'checksheet: catalog/1' "id: $1" 'language: ja' 'title: t' 'edition: "1"' 'form:' "  - sheet: 回答" \
        '    columns:' '      A: number' '      B: question' "      $2: answer" '    header: 1' '    first: 2' 'items:'
    printf '%s\n' '  1: 体制を定めていますか。' '  2: 教育を行っていますか。' '  3: 記録を取っていますか。' \
        '  4: 複製を取っていますか。' '  5: 委託先を点検していますか。' | sed -n "1,$3p"
}
for ids in 'AA ZZ' 'ZZ AA'; do
    catalog_of "${ids% *}" C 3 >two/few.yaml
    catalog_of "${ids#* }" D 5 >two/all.yaml
    run import two/sheet.xlsx -o two/answers.yaml --force
    holds two/answers.yaml "id: ${ids#* }"
    holds two/answers.yaml '  5: ×'
    lacks two/answers.yaml ': ○'
done
