. "$ROOT/tests/helpers.sh"

# A sheet and what was imported of it do not differ, whatever words a customer has for the states: diff(import(x), x) is
# empty both ways, the states are those that the words mean, and it is so for questions that are the sheet's own.
mkdir catalogs
cat >catalogs/ask.yaml <<'END'
checksheet: catalog/1
id: ASK
language: ja
title: 確認票
edition: 2025年版
items:
  1: 情報管理の責任者を決めていますか。
  2: 従業員に年1回の教育をしていますか。
  3: サーバー室の入退室を記録していますか。
  4: 委託先の管理の状況を確認していますか。
  5: 退職した人の口座をその日に止めていますか。
  6: 紙の控えを金庫に保管していますか。
END

# sheet NAME OK PART NG NA: the six answers, in CSV and in Markdown. An empty word: there is none for that state.
sheet() {
    {
        echo '番号,質問,回答,備考'
        echo "1,情報管理の責任者を決めていますか。,$2,社長"
        echo "2,従業員に年1回の教育をしていますか。,$3,正社員だけ"
        echo "3,サーバー室の入退室を記録していますか。,$4,来年から"
        echo "4,委託先の管理の状況を確認していますか。,$5,委託していません"
        echo "5,退職した人の口座をその日に止めていますか。,$2,"
        echo '6,紙の控えを金庫に保管していますか。,,'
    } >"$1.csv"
    sed 's/,/ | /g; s/^/| /; s/$/ |/; 1a\
|---|---|---|---|' "$1.csv" >"$1.md"
}

# come_back SHEET CATALOG PROFILE: what is imported differs from the sheet neither way, and says what was meant.
come_back() {
    wants 0 import -q "$1" -c "$2" --vendor 会社 --service 役務 -o "$3"
    wants 0 diff --exit-code "$3" "$1" -c "$2"
    wants 0 diff --exit-code "$1" "$3" -c "$2"
    wants 0 render "$3" -q -f json
    sed -n 's/.*"state": "\([a-z]*\)".*/\1/p' out | tr '\n' ' ' >states
    [ "$(cat states)" = 'ok part ng na ok unanswered ' ] || fail "$1 as $2 says $(cat states)"
}

while IFS='|' read -r name ok part ng na; do
    sheet "$name" "$ok" "$part" "$ng" "$na"
    for kind in csv md; do
        come_back "$name.$kind" ASK "$name-$kind.yaml"
    done
    wants 0 diff --exit-code "$name.csv" "$name.md"
    wants 0 diff --exit-code "$name-csv.yaml" "$name-md.yaml"
    wants 0 import -q --as catalog "$name.csv" -c "OWN-$name" -o "catalogs/$name.yaml"
    come_back "$name.csv" "OWN-$name" "$name-own.yaml"
done <<'END'
hai|はい|一部|いいえ|該当なし
yes|Yes|Partial|No|N/A
LOUD|YES|PARTIAL|NO|NA
done|対応済|一部対応|未対応|対象外
doing|実施|一部実施|未実施|非該当
round|○|△|×|－
zero|〇|△|✕|-
large|◯|▲|✖|―
english|Compliant|Partially compliant|Non-compliant|Not applicable
aru|あり|一部あり|なし|対象外
dekiru|できます|一部できます|できません|該当しません
END
