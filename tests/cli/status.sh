. "$ROOT/tests/helpers.sh"

# status --missing lists what is open, --stale what was reviewed too long ago; both mind --as-of and --max-age.
cat >acme.yaml <<'YAML'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: {id: PRECENA, edition: 版の表示なし}
answers:
  1: {status: ○, reviewed: 2024-08-20, owner: 基盤}
  2: {status: ○, reviewed: 2025-11-01}
  109: – 委託しません
YAML
wants 0 status --lang en --as-of 2025-12-01 acme.yaml
holds out "Stale     1 (2024-08-20)"
holds out "Next      checksheet show PRECENA 3 -p acme"

wants 0 status --lang en --stale --as-of 2025-12-01 -f tsv acme.yaml
[ "$(sed 1d out | cut -f 1-3)" = "1	2024-08-20	基盤" ] || fail "--stale lists: $(cat out)"
wants 0 status --stale --as-of 2025-12-01 --max-age 0 -f tsv acme.yaml
[ "$(sed 1d out)" = "" ] || fail "--max-age 0 still finds stale answers"
wants 0 status --stale --as-of 2025-12-01 --max-age 10 -f tsv acme.yaml
[ "$(sed 1d out | wc -l)" -eq 2 ] || fail "--max-age 10 finds: $(cat out)"

# 110 and 111 are asked only where 109 is ○, so they are not missing.
wants 0 status --missing -f tsv acme.yaml
[ "$(sed 1d out | cut -f 1 | tr '\n' ' ')" = "$(seq -s ' ' 3 108) " ] || fail "--missing lists: $(cut -f 1 out)"
wants 2 status --max-age many acme.yaml

# Numbers that follow each other within a chapter stand as a range; -f md for a pull request.
wants 0 status --lang en acme.yaml
holds out 'Open      3…12 13…15'
wants 0 status -f md acme.yaml
holds out '|'
holds out ': 3/111'
lacks out '#\#'
for language in ja en; do # what a program asks for is called the same
    wants 0 status -f json --lang $language acme.yaml
    [ "$(sed -n 's/.*"role": "figure.*"name": "\(.*\)"}.*/\1/p' out | tr '\n' ' ')" = 'questions ok ng na unanswered met ' ] || fail "$(cat out)"
done
