. "$ROOT/tests/helpers.sh"

# Evidence as data: files by their digest, all of it by its date; what no longer holds is said wherever answers go out, and
# left out on request.
printf 'report\n' >report.txt
digest=$(sha256sum report.txt 2>/dev/null | cut -d' ' -f1)
[ -n "$digest" ] || digest=$(shasum -a 256 report.txt | cut -d' ' -f1)
profile() {
    cat <<YAML
checksheet: profile/1
language: ja
vendor: 株式会社サンプル
catalog: METI
answers:
  6-6:
    status: ○
    remark: 年1回
    evidence: {title: 診断報告書, path: report.txt, edition: 第3版, observed: 2025-01-10, valid-until: $1, sha256: $digest}
  6-8: ○ 毎日
YAML
}
profile 2026-03-31 >p.yaml
"$CHECKSHEET" validate -f short --as-of 2025-12-01 p.yaml >out
grep -F '[evidence-' out && fail "good evidence is found fault with"
"$CHECKSHEET" validate -f short --as-of 2026-04-01 p.yaml | grep -F '[evidence-expired]' >/dev/null || fail "not expired"
"$CHECKSHEET" validate -f short --as-of 2026-03-31 p.yaml | grep -F '[evidence-expired]' && fail "expired on its last day"
"$CHECKSHEET" status --evidence --as-of 2026-04-01 -f tsv p.yaml | grep -F '2026-03-31	expired	6-6	診断報告書' >/dev/null || fail "status --evidence"

printf 'other\n' >report.txt
"$CHECKSHEET" validate -f short p.yaml | grep -F '[evidence-changed]' >/dev/null || fail "not changed"
"$CHECKSHEET" render p.yaml -o held.csv --hold 2>err || fail "render --hold"
grep -F '[evidence-changed]' err >/dev/null || fail "render does not say what is held"
grep '6-6' held.csv | grep -F '○' && fail "a held answer went out"
grep '6-8' held.csv | grep -F '○' >/dev/null || fail "another answer was held"
"$CHECKSHEET" render p.yaml -o all.csv 2>/dev/null
grep '6-6' all.csv | grep -F '診断報告書' | grep -F '第3版' >/dev/null || fail "evidence is not shown"
grep -F 'report.txt' all.csv && fail "a path went out"

rm report.txt
"$CHECKSHEET" validate -f short p.yaml | grep -F '[evidence-lost]' >/dev/null || fail "not lost"
sed "s/$digest/ABC/" p.yaml >wrong.yaml
"$CHECKSHEET" validate -f short wrong.yaml | grep -F '[wrong-type]' >/dev/null || fail "a digest of three digits"
