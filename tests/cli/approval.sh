. "$ROOT/tests/helpers.sh"

# Approval: short and long answers get it, and nothing else in the file changes; whatever changes what is sent is found.
cat >p.yaml <<'YAML'
# a comment
checksheet: profile/1
language: ja
vendor: 株式会社サンプル
catalog: METI
facts:
  kept: 1年
answers:
  6-8: ○ 毎日取得し、${kept}保管します。  # 注
  6-9:
    status: ○
    remark: 監視しています。
  6-10: = 6-9
  6-14: 予定 2026-03 導入
  MIC 46.1: 99.9%以上 月間
  MIC 49: あり アプリケーション
YAML
cp p.yaml before.yaml
"$CHECKSHEET" render p.yaml -o before.csv 2>/dev/null
"$CHECKSHEET" answer p.yaml 6-8 6-9 6-10 6-14 'MIC 46.1' 'MIC 49' --approve --by 総務 --as-of 2025-11-01 2>err || fail "answer --approve: $(cat err)"
[ "$(grep -c 'approved:' p.yaml)" = 6 ] || fail "not six approvals"
grep -F '# 注' p.yaml >/dev/null && grep -F '# a comment' p.yaml >/dev/null || fail "a comment is lost"
"$CHECKSHEET" render p.yaml -o after.csv 2>/dev/null
cmp before.csv after.csv || fail "the sheet is another one"
"$CHECKSHEET" validate -f short p.yaml | grep -F '[changed-since-approval]' && fail "changed at once"
grep -F '総務' after.csv && fail "who approved it went out"
for format in md json yaml; do
    "$CHECKSHEET" render p.yaml -f $format 2>/dev/null | grep -F '総務' && fail "who approved it went out as $format"
done

changes() {
    sed "$1" p.yaml >changed.yaml
    cmp -s p.yaml changed.yaml && fail "the test changes nothing: $1"
    "$CHECKSHEET" validate -f short changed.yaml | grep -c -F '[changed-since-approval]'
}
[ "$(changes 's/監視しています/監視します/')" = 2 ] || fail "a remark, and what is the same as it"
[ "$(changes 's/kept: 1年/kept: 2年/')" = 1 ] || fail "a fact"
[ "$(changes 's/99.9%以上/99.5%以上/')" = 1 ] || fail "a value"
[ "$(changes 's/status: あり/status: なし/')" = 1 ] || fail "a state"
[ "$(changes 's/# 注//')" = 0 ] || fail "a comment"

"$CHECKSHEET" answer p.yaml 6-8 --approve --by 監査 2>/dev/null || fail "approved anew"
[ "$(grep -c 'approved:' p.yaml)" = 6 ] || fail "approved twice"
sed 's/監視しています/監視します/' p.yaml >changed.yaml
"$CHECKSHEET" render changed.yaml -o only.csv --approved-only 2>/dev/null
grep '6-8' only.csv | grep -F '○' >/dev/null || fail "an approved answer is missing"
grep 'METI 6-9' only.csv | grep -F '○' && fail "an answer that nobody approved went out"
cp p.yaml same.yaml
"$CHECKSHEET" answer p.yaml 6-99 --approve --by 監査 2>/dev/null && fail "a question that is not there"
"$CHECKSHEET" answer p.yaml 1-1 --approve --by 監査 2>/dev/null && fail "an open question"
cmp p.yaml same.yaml || fail "the file changed all the same"

# What is left out of a form for want of approval is said with its cell; what is the same as an approved answer counts as
# approved with it, in a profile that takes it over, too.
"$CHECKSHEET" list METI -f tsv --lang ja | awk -F '\t' 'BEGIN {print "番号,質問,回答,補足説明"} $1 ~ /^6-(8|9|10)$/ {print $1 "," $2 ",,"}' >form.csv
wants 0 fill form.csv -p p.yaml -c METI --approved-only -o all.csv
wants 1 fill form.csv -p changed.yaml -c METI --approved-only -o two.csv --messages en
holds err 'left: the answer to METI 6-9 is held back, nobody has approved it as it is now (--approved-only) [held-back]'
holds err 'METI 6-10 is held back'
wants 1 fill form.csv -p changed.yaml -c METI --approved-only --dry-run -f json --messages en
holds out 'checksheet answer FILE \"METI 6-9\" --approve --by NAME'
"$CHECKSHEET" answer changed.yaml 'METI 6-9' --approve --by 総務 2>/dev/null || fail 'the named step does not run'
awk '/^  6-10:/ {print "  6-10: = 6-9"; inside = 1; next} /^  [^ ]/ {inside = 0} !inside' changed.yaml >same.yaml
wants 0 fill form.csv -p same.yaml -c METI --approved-only -o three.csv
grep '^6-10,.*○' three.csv >/dev/null || fail 'what is the same as an approved answer is held back'
