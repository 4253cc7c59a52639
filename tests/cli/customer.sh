. "$ROOT/tests/helpers.sh"

# A catalog made of somebody's form is called after them, where the form says who they are; the id is a finding where it is
# taken; and what is filled is recorded as sent to them.
form() {
    printf '%s\nセキュリティチェックシート\nNo,確認事項,回答,備考\n1,責任者はいますか,,\n2,%s,,\n3,点検をしますか,,\n' "$1" "$2"
}
form '株式会社青空商事 御中' '教育をしますか' >one.csv
form '提出先: 青空商事株式会社　様,,' '研修をしますか' >two.csv
form 'お客様のセキュリティ対策の状況についてご回答ください。よろしくお願いします。お客様' '教育をしますか' >none.csv
form 'Customer:,"Blue Sky Trading, Ltd."' '教育をしますか' >english.csv
form '株式会社サンプル 御中' '教育をしますか' >ours.csv
id_of() {
    wants 0 import "$1" --as catalog -q --vendor 株式会社サンプル
    holds out "id: $2"
}
id_of one.csv 青空商事
id_of two.csv 青空商事
id_of none.csv NONE
id_of english.csv BLUE-SKY-TRADING
id_of ours.csv OURS

wants 0 import one.csv --as catalog -q -o one.yaml
wants 1 import two.csv --as catalog -o two.yaml --messages en
holds err "there is a catalog 青空商事 already"
wants 0 import two.csv --as catalog -c AOZORA2 -q -o other.yaml
wants 0 validate one.yaml other.yaml

printf 'checksheet: profile/1\nvendor: 株式会社サンプル\ncatalog: {id: 青空商事, edition: %s}\nanswers:\n  1: ○ 社長\n  2: ○ 年1回\n  3: ○ 毎月\n' \
    "$(sed -n 's/^edition: //p' one.yaml)" >p.yaml
rm two.yaml
wants 0 fill one.csv -p p.yaml -o filled.csv --record sent.json
holds sent.json '"customer": "株式会社青空商事"'
wants 0 fill one.csv -p p.yaml -o again.csv --customer 別の会社 --record again.json
holds again.json '"customer": "別の会社"'

# Its edition is what the form states, in a cell with a label, alone in one, or at the end of the title; else a digest.
edition_of() { # EDITION LINES
    printf "$2\nNo,確認事項,回答,備考\n1,責任者はいますか,,\n2,教育をしますか,,\n" >stated.csv
    wants 0 import stated.csv --as catalog -q
    holds out "edition: $1"
}
edition_of 3.2 'セキュリティチェックシート Ver.3.2'
edition_of 第2版 'セキュリティチェックシート（第２版）'
edition_of 2025年度版 'セキュリティチェックシート2025年度版'
edition_of 1.4 'Security questionnaire (Version 1.4)'
edition_of '2nd edition' 'Supplier checklist 2nd edition'
edition_of 2.1 'セキュリティチェックシート\nVersion 2.1'
edition_of 3.0 'セキュリティチェックシート\nVer.,3.0'
edition_of 2025年4月改訂 'セキュリティチェックシート\n2025年4月改訂'
edition_of form- 'セキュリティチェックシート\n第3版\n第4版'
edition_of form- 'IPv6 移行のチェックシート'
edition_of form- '第2版から第3版への移行チェックシート'

# An id that a catalog there has, too: another edition of it may be the same customer's, but of one edition with other
# questions one would never be found. What is only looked at may be written over.
rm -f *.yaml
named() {
    printf 'Customer:,"Red Hill, Ltd."\nVersion:,%s\nNo,確認事項,回答,備考\n1,%s,,\n2,点検をしますか,,\n' "$1" "$2"
}
named 1 責任者はいますか >one.csv
named 1 猫はいますか >two.csv
named 2 犬はいますか >three.csv
wants 0 import one.csv --as catalog -q -o one.yaml
wants 3 import one.csv --as catalog -q -o one.yaml
wants 0 import one.csv --as catalog -q -o one.yaml --force
wants 0 import one.csv --as catalog -q -o again.yaml
wants 1 import two.csv --as catalog -q -o two.yaml --messages en
holds err 'there is a catalog RED-HILL already'
rm *.yaml
wants 0 new p1.yaml -c one.csv -q
wants 1 new p2.yaml -c two.csv --messages en
holds err 'change the id in two.catalog.yaml'
rm p2.yaml two.catalog.yaml
wants 0 new p3.yaml -c three.csv --messages en
holds err 'there is a catalog RED-HILL already'
