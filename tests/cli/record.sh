. "$ROOT/tests/helpers.sh"

# What was sent is recorded, and later held against what is true now.
cat >p.yaml <<'YAML'
checksheet: profile/1
language: ja
vendor: 株式会社サンプル
service: 帳票便
catalog: METI
answers:
  6-8: ○ 毎日取得します。
  6-9: ○ 監視しています。
  6-11: × 記録していません。
YAML
mkdir sent
export SOURCE_DATE_EPOCH=1764547200
"$CHECKSHEET" render p.yaml -o sheet.csv --record sent/a.json --customer 株式会社ほくと 2>/dev/null || fail "render --record"
case $(ls -l sent/a.json) in
-rw-------*) ;;
*) fail "others can read the record" ;;
esac
cp sent/a.json again.json
"$CHECKSHEET" render p.yaml -o sheet.csv --record sent/a.json 2>/dev/null && fail "a record was written over"
cmp sent/a.json again.json || fail "the record changed"
digest=$(sha256sum sheet.csv 2>/dev/null | cut -d' ' -f1)
[ -z "$digest" ] || grep -F "$digest" sent/a.json >/dev/null || fail "the digest of the result"
grep -F '"customer": "株式会社ほくと"' sent/a.json >/dev/null || fail "the customer"
grep -F '{"number": "6-8", "state": "ok", "answer": "○", "remark": "毎日取得します。"' sent/a.json >/dev/null || fail "an answer"
if command -v jq >/dev/null; then jq -e . sent/a.json >/dev/null || fail "no JSON"; fi
"$CHECKSHEET" validate sent/a.json >/dev/null || fail "a record is a file of ours"

rows() {
    "$CHECKSHEET" status --sent sent -f tsv p.yaml | grep -c '6-'
}
[ "$(rows)" = 0 ] || fail "something changed at once"
"$CHECKSHEET" diff sent/a.json p.yaml --exit-code >/dev/null || fail "a difference at once"
sed 's/毎日/毎週/; s/6-11: ×.*/6-11:/' p.yaml >q.yaml && mv q.yaml p.yaml
"$CHECKSHEET" status --sent sent -f tsv p.yaml >out
grep -F '株式会社ほくと	2025-12-01	6-8	○ 毎日取得します。	○ 毎週取得します。' out >/dev/null || fail "6-8: $(cat out)"
grep -F '6-11	× 記録していません。' out >/dev/null || fail "6-11: $(cat out)"
[ "$(rows)" = 2 ] || fail "what is still true is listed"
"$CHECKSHEET" diff sent/a.json p.yaml --exit-code >out && fail "no difference"
grep -F '6-8' out >/dev/null && grep -F '6-11' out >/dev/null || fail "diff of a record: $(cat out)"
grep -F '6-20' out && fail "diff lists what nobody was told"

# A form: cells, and how each question was known.
"$CHECKSHEET" render p.yaml --template -o form.xlsx 2>/dev/null
"$CHECKSHEET" fill form.xlsx -c METI -p p.yaml -o filled.xlsx --record sent/f.json >/dev/null 2>err
[ -s sent/f.json ] || fail "fill --record: $(cat err)"
grep -F '"form": {"name": "form.xlsx", "sha256": "' sent/f.json >/dev/null || fail "the form"
"$CHECKSHEET" status --sent sent -f tsv p.yaml | grep -c '6-8' | grep -qx 1 || fail "the form's record holds"
"$CHECKSHEET" status --sent nowhere p.yaml 2>/dev/null && fail "a folder that is not there"
exit 0
