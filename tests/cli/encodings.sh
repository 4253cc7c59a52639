. "$ROOT/tests/helpers.sh"

# One sheet in every encoding that is read: the profile is the same, by the system's iconv and by ours.
command -v iconv >/dev/null || skip 'iconv is not installed'
export CHECKSHEET_PATH="$ROOT/tests/import/catalogs"
cat >sheet.csv <<'END'
番号,確認項目,回答,備考
1.1,情報を守る責任者を社内で指名していますか。,○,社長が務め、表と能とソに判子を押します
1.2,全社員が年に一度は研修を受けますか。,△,ｱﾙﾊﾞｲﾄは２年に一度
END
wants 0 import -q -c UMI sheet.csv -o whole.yaml
for name in cp932 euc-jp iso-2022-jp utf-16 utf-16le utf-16be; do
    iconv -f UTF-8 -t "$name" sheet.csv >"$name.csv" 2>/dev/null || # JIS has no kana of half the width
        sed 's/ｱﾙﾊﾞｲﾄ/アルバイト/' sheet.csv | iconv -f UTF-8 -t "$name" >"$name.csv"
    run import -q -c UMI --encoding "$name" "$name.csv" -o "$name.yaml"
    [ "$code" -eq 0 ] || fail "$name: exit $code"
    sed 's/アルバイト/ｱﾙﾊﾞｲﾄ/' "$name.yaml" >"$name.back"
    same "$name.back" whole.yaml
done

# Which it is, is found out, but for EUC-JP, whose bytes are good kanji of CP932 too.
for name in cp932 iso-2022-jp utf-16 utf-16le utf-16be; do
    wants 0 import -q -c UMI "$name.csv" -o "$name.found.yaml"
    same "$name.found.yaml" "$name.yaml"
done

# Names that people use; one that nobody knows is said with those that are known.
wants 0 import -q -c UMI --encoding Shift_JIS cp932.csv -o sjis.yaml
same sjis.yaml cp932.yaml
wants 2 import -c UMI --encoding gbk cp932.csv --lang en
holds err "no encoding that can be read is called 'gbk': it is utf-8, utf-16, cp932, cp1252, euc-jp or iso-2022-jp"
wants 2 import -c UMI --encoding gbk cp932.csv --lang ja
holds err "文字コード 'gbk' は読めません"

# A file that is in another is refused with its byte.
wants 1 import -c UMI --encoding euc-jp cp932.csv --lang en
holds err '[not-text]'
wants 1 import -c UMI --encoding utf-8 cp932.csv --lang en
holds err '[not-text]'

# A western form is filled in its own encoding, its line ends kept; what that cannot hold is left, and said.
cat >shelf.yaml <<'YAML'
checksheet: catalog/1
id: WEST
language: en
title: A western form
edition: "1"
items:
  1-1: {ask: Is the café data encrypted?}
  1-2: {ask: Are résumés of staff checked?}
YAML
cat >west.yaml <<'YAML'
checksheet: profile/1
language: en
catalog: {id: WEST, edition: "1"}
service: Sample Cloud
vendor: Sample Inc.
date: 2025-11-01
answers:
  1-1: ○ Oui, déjà fait – “AES”.
  1-2: ○ 人事部が見ます。
YAML
printf 'No.,Question,Answer (Yes/No),Remarks,Note\r\n1-1,Is the caf\351 data encrypted?,,,na\357ve\r\n1-2,Are r\351sum\351s of staff checked?,,,\351\r\n' >west.csv
CHECKSHEET_PATH=. wants 1 fill west.csv -p west.yaml -o west.filled.csv --messages en
holds err 'the text for WEST 1-2 has a character that the file cannot hold [lost-character]'
printf 'No.,Question,Answer (Yes/No),Remarks,Note\r\n1-1,Is the caf\351 data encrypted?,Yes,"Oui, d\351j\340 fait \226 \223AES\224.",na\357ve\r\n1-2,Are r\351sum\351s of staff checked?,Yes,,\351\r\n' >wanted
same west.filled.csv wanted

# An escape character makes no Japanese mail of a file: only those that announce kanji do.
printf 'No.,Question,Answer\n1,Does it cost \033$5 a month?,Yes\n2,Are logs kept for a year?,No\n' >escape.csv
wants 0 import escape.csv --as catalog -o -
holds out 'Does it cost ␛$5 a month?'
