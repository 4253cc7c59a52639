. "$ROOT/tests/helpers.sh"

# Profiles of one vendor that are given together are held against each other, and only those; a difference between two
# services is one of scope.

# profile FILE VENDOR SERVICE ANSWER
profile() {
    printf '%s\n' 'checksheet: profile/1' "vendor: $2" "service: $3" 'catalog: METI' 'answers:' "  $4" >"$1.yaml"
}

# together FILE...: the findings of the rules that look at more than one answer.
together() {
    run validate -f short --lang en --as-of 2025-12-01 "$@"
    grep -E '\[(contradiction|differs-by-scope|less-exact|address-spelling)\]' out >found
    :
}

profile one '株式会社サンプル' '' '6-13: ○ ログは半年保存します。'
profile two '株式会社 サンプル' 'クラウド' '6-13: ○ ログは1年保存します。'
profile three '株式会社サンプル' 'ストレージ' '6-13: ○ ログは2年保存します。'
profile stranger 'サンプル合同会社' 'クラウド' '6-13: ○ ログは3年保存します。'

together one.yaml
[ ! -s found ] || fail "alone: $(cat found)"
together one.yaml stranger.yaml
[ ! -s found ] || fail "two vendors: $(cat found)"
together one.yaml two.yaml
grep '^two.yaml:6:14: warning: .*1年.*半年.*\[contradiction\]$' found >/dev/null || fail "the company and a service: $(cat found out)"
[ "$(grep -c . found)" -eq 1 ] || fail "said more than once: $(cat found)"
together three.yaml two.yaml
grep '^two.yaml:6:14: note: .*(service).*\[differs-by-scope\]$' found >/dev/null || fail "two services: $(cat found)"
wants 0 validate --lang en one.yaml two.yaml
holds out 'the other is at one.yaml:6:14'

# The other place is in the reports for programs, too.
wants 0 validate -f json one.yaml two.yaml
holds out '"related": [{"path": "one.yaml", "line": 6, "column": 14}]'
wants 0 validate -f sarif one.yaml two.yaml
holds out '"relatedLocations": [{"physicalLocation": {"artifactLocation": {"uri": "one.yaml"}'

# A run that is about one catalog, and one with the rule off, compare nothing.
together -c METI one.yaml two.yaml
[ ! -s found ] || fail "-c: $(cat found)"
together --rule contradiction=off one.yaml two.yaml
[ ! -s found ] || fail "off: $(cat found)"

# An answer may allow it, and alone the file is not told that nothing was found.
printf '%s\n' 'checksheet: profile/1' 'vendor: 株式会社サンプル' 'catalog: METI' 'answers:' '  6-13:' '    status: ○' \
    '    remark: ログは1年保存します。' '    allow: [contradiction]' '    reason: 契約による' >allowed.yaml
together one.yaml allowed.yaml
[ ! -s found ] || fail "allowed: $(cat found)"
wants 0 validate -f short --as-of 2025-12-01 allowed.yaml
lacks out unused-allow

# A crosswalk on CHECKSHEET_PATH is used, beside the catalogs or in a directory of its own; a faulty one is left out.
mkdir -p shelf/crosswalk
printf '%s\n' 'checksheet: catalog/1' 'id: LEFT' 'title: Left' 'edition: "1"' 'language: en' 'items:' \
    '  1: {ask: How long are logs kept?}' '  2: {ask: Who sees them?}' >shelf/left.yaml
sed 's/LEFT/RIGHT/; s/Left/Right/' shelf/left.yaml >shelf/right.yaml
cat >shelf/crosswalk/own.yaml <<'YAML'
checksheet: crosswalk/1
from: {id: LEFT, edition: "1"}
to: {id: RIGHT, edition: "1"}
items:
  1: [{to: 1, relation: equal, compare: [log-retention], reason: the same}]
  2: {none: none}
YAML
cat >both.yaml <<'YAML'
checksheet: profile/1
vendor: Sample
catalog: LEFT
language: en
answers:
  1: ○ Logs are kept for 6 months.
  RIGHT 1: ○ Logs are kept for 1 year.
YAML
CHECKSHEET_PATH=shelf together both.yaml
grep "^both.yaml:7:32: warning: .*'1 year'.*\[contradiction\]$" found >/dev/null || fail "own crosswalk: $(cat found out err)"
mv shelf/crosswalk/own.yaml shelf/own.yaml
CHECKSHEET_PATH=shelf together both.yaml
grep 'contradiction' found >/dev/null || fail "beside the catalogs: $(cat found out err)"
CHECKSHEET_PATH=shelf wants 0 validate --lang en shelf/own.yaml
holds out 'shelf/own.yaml: OK  LEFT -> RIGHT  2 questions'
sed 's/relation: equal/relation: same/' shelf/own.yaml >x && mv x shelf/own.yaml
CHECKSHEET_PATH=shelf run validate -f short --lang en both.yaml
holds err 'shelf/own.yaml:5:25: error:'
