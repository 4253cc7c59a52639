. "$ROOT/tests/helpers.sh"

# Contradictions as people write them, one by one: a line of planted.list is the rule that finds it, an answer, and the other answer if it
# takes two. What honest vendors write without contradicting themselves stands in tests/cases/check/honest_*.yaml.
while IFS='|' read -r rule one other; do
    {
        printf 'checksheet: profile/1\nservice: S\nvendor: 株式会社サンプル\ncatalog: METI\ndate: 2025-11-01\nanswers:\n'
        printf '  %s\n' "$one"
        [ -z "$other" ] || printf '  %s\n' "$other"
    } >profile.yaml
    "$CHECKSHEET" validate -f short --as-of 2025-12-01 profile.yaml >out 2>&1 </dev/null
    found out "[$rule]" || fail "not found as $rule: $one | $other"
done <"$ROOT/tests/laws/planted.list"
