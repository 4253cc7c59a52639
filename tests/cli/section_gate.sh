. "$ROOT/tests/helpers.sh"

# A section that is asked only where an answer is such: of its questions, and of the sections inside it.
cat >G.yaml <<'YAML'
checksheet: catalog/1
id: G
language: ja
title: 門のある区分
edition: 第1版
marks: {○: ok, ×: ng}
sections:
  委託:
    if: "1 ○"
    "1": {ask: 委託していますか。, good: none}
    "2": 委託先を確かめていますか。
    sections:
      再委託:
        "3": 再委託を許していますか。
        "4": {ask: 契約を確かめていますか。, if: "3 ○"}
  ほか:
    "5": 記録していますか。
YAML
export CHECKSHEET_PATH=.
profile() {
    printf 'checksheet: profile/1\nvendor: V\ncatalog: G\nanswers:\n  "1": %s\n  "5": ○\n%s' "$1" "$2" >p.yaml
    "$CHECKSHEET" validate -f short p.yaml
}
profile '×' '' | grep -F '(1): 4' >/dev/null || fail "closed: $(profile '×' '')"
profile '○' '' | grep -F '(3): 2…4' >/dev/null || fail "open: $(profile '○' '')"
profile '×' '  "2": ○
' | grep -F '[closed-gate]' >/dev/null || fail "answered behind a closed gate"
sed 's/if: "1 ○"/if: "9 ○"/' G.yaml >H.yaml && sed -i.bak 's/id: G/id: H/' H.yaml
"$CHECKSHEET" validate -f short H.yaml | grep -F '[unknown-number]' >/dev/null || fail "a gate that is not there"
exit 0
