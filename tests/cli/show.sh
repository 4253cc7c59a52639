. "$ROOT/tests/helpers.sh"

write_small
wants 0 show SMALL 1-2
holds out 教育をしていますか。
lacks out 年に1回
wants 0 show SMALL 1-2 -p acme
holds out 年に1回、正社員だけ
holds out 'acme.yaml:8'
wants 0 list SMALL -p acme
holds out △
wants 0 list -p acme
holds out △
holds out 教育をしていますか。
wants 0 show 1-2 2-1 -p acme
holds out 'SMALL 1-2'
holds out 'acme.yaml:8'
wants 2 show 9-9 -p acme
holds err "SMALL has no question '9-9'"
wants 2 show 1-2
wants 0 show SMALL 1-1 1-2 2-1 -f json
wants 3 show METI 1-1 -p acme
echo "checksheet: 'acme.yaml' does not answer METI." | is err

# What asks the same.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
wants 0 show SAME 2 --lang ja
holds out '同じ設問'
holds out '3, DEMO 6-8'

# What it was called in other editions.
wants 0 show ISO27001 A.5.9 --lang ja
holds out '番号 (2013)'
holds out 'A.8.1.1, A.8.1.2'
wants 0 show ISO27001 A.5.7
lacks out 2013

# A question that the vendor added keeps what it asks the same as, and what it was, when it is written again.
cat >catalogs/parts.yaml <<'END'
checksheet: catalog/1
id: PARTS
title: 章のあるカタログ
edition: 2025年版
sections:
  1 体制:
    1-1: 責任者を決めていますか。
END
cat >parts.yaml <<'END'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: PARTS
items:
  add:
    1 体制:
      1-9: {ask: 足した質問ですか。, same: [1-1, SMALL 2-1], was: {"2013": [A.1, A.2], "2005": "1.1"}}
answers:
  1-1: ○
  1-9: ○
END
export CHECKSHEET_PATH="$TMP/catalogs"
wants 0 render parts.yaml -o again.yaml
wants 0 show PARTS 1-9 -p again --lang ja
holds out '番号 (2013)   A.1, A.2'
holds out '番号 (2005)   1.1'
holds out '1-1, SMALL 2-1'
