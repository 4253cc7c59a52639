. "$ROOT/tests/helpers.sh"

# answer sets one answer at its place in the file; all else stays byte for byte, and what is wrong is not written.
write_small
cat >mine.yaml <<'END'
# ours
checksheet: profile/1
service:   サンプルクラウド   # odd blanks stay
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
answers:

  # 責任者を決めていますか。
  1-1: ○ 社長が務めます。   # asked in May
  2-1:
    # in the contract
    status: ×
    remark: 予定はありません。
    evidence: 契約書
    owner: 基盤チーム
END
cp mine.yaml before

# A question that is not in the file yet goes behind the one before it in the catalog; it is dated.
wants 0 answer mine 1-2 '△ 年に1回: 正社員だけ' --as-of 2025-11-30
diff before mine.yaml >changed
is changed <<'END'
9a10,13
>   1-2:
>     status: △
>     remark: "年に1回: 正社員だけ"
>     reviewed: 2025-11-30
END
wants 0 validate mine.yaml
lacks out error

# A short answer becomes a long one, its comment stays; a long one keeps what the new answer says nothing of.
cp mine.yaml before
SOURCE_DATE_EPOCH=1764460800 wants 0 answer mine 1-1 '○ 情報システム部長'
wants 0 answer mine 'SMALL 2-1' '○ 毎日' --as-of 2025-12-02
cat >expected <<'END'
# ours
checksheet: profile/1
service:   サンプルクラウド   # odd blanks stay
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
answers:

  # 責任者を決めていますか。
  1-1:   # asked in May
    status: ○
    remark: 情報システム部長
    reviewed: 2025-11-30
  1-2:
    status: △
    remark: "年に1回: 正社員だけ"
    reviewed: 2025-11-30
  2-1:
    # in the contract
    status: ○
    remark: 毎日
    evidence: 契約書
    owner: 基盤チーム
    reviewed: 2025-12-02
END
same mine.yaml expected

# The same answer on the same day changes nothing; one that points to another is written so.
wants 0 answer mine 2-1 '○ 毎日' --as-of 2025-12-02
same mine.yaml expected
wants 0 answer mine 1-2 '= 1-1' --as-of 2025-12-02
holds mine.yaml '    same: 1-1'
wants 0 render mine -f csv -o - -q
holds out '教育をしていますか。,○,情報システム部長'
cp mine.yaml before

# Slips and faults write nothing.
wants 1 answer mine 1-1 '◎ とても'
holds err '[unknown-mark]'
wants 2 answer mine 9-9 ○
holds err "has no question '9-9'"
wants 2 answer mine 1-1
wants 2 answer mine
wants 2 answer - 1-1 ○ <mine.yaml
wants 3 answer nosuch 1-1 ○
wants 2 answer mine 1-1 ○ --as-of tomorrow
same mine.yaml before
sed 's/edition: 2025年版/edition: 2024年版/' mine.yaml >old.yaml
wants 1 answer old 1-1 '○ x'
holds err '[edition-differs]'

# Between braces there is no room for keys of its own: the short form.
printf 'checksheet: profile/1\nvendor: x\ncatalog: {id: SMALL, edition: 2025年版}\nanswers: {1-1: ○, 2-1: ○}\n' >flow.yaml
wants 0 answer flow 1-1 '△ x, y'
holds flow.yaml 'answers: {1-1: "△ x, y", 2-1: ○}'
