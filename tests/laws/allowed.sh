. "$ROOT/tests/helpers.sh"

# What `explain` says may be allowed in an answer can be: of each such rule, a case shows a finding that is allowed. And the
# schema offers just these rules.
"$CHECKSHEET" explain --lang en | sed 's/ .*//' | while read -r slug; do
    "$CHECKSHEET" explain "$slug" --lang en >explained
    ! found explained "To let one answer be: write allow: [$slug]" || echo "$slug"
done | sort >allowed
[ "$(grep -c . allowed)" -ge 15 ] || fail "only these may be allowed: $(cat allowed)"
"$CHECKSHEET" schema METI --lang en | sed -n '/"rule-of-answer": {/,/"enum"/s/.*"enum": *\[\([^]]*\)\].*/\1/p' | tr -d ' "' |
    tr ',' '\n' | sort >offered
diff -u allowed offered || fail 'the schema (+) offers other rules than explain (-) names'

grep -h '"reason": ' "$ROOT"/tests/cases/*/*.report.json >reasons
for slug in $(cat allowed); do
    case $slug in
    not-translated) ;;  # found by render, which lists nothing
    remark-too-long) ;; # made below
    *)
        found reasons "\"rule\": \"$slug\"" || missing="${missing-} $slug"
        ;;
    esac
done
[ -z "${missing-}" ] || fail "no tests/cases/*/*.report.json has an allowed finding of:$missing"

{
    printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: METI, edition: 2013 edition}\nallow: unanswered\nreason: R\nanswers:\n  6-8:\n    status: ○\n'
    printf '    allow: remark-too-long\n    reason: R\n    remark: '
    awk 'BEGIN { for (i = 0; i < 4000; i++) printf "all of it " }'
    echo
} >long.yaml
wants 0 validate --fail-on warning -f json long.yaml
holds out '"allowed": 2}'
sed 's/ allow: remark-too-long/ x-allow: remark-too-long/; s/    reason: R/    x-reason: R/' long.yaml >found.yaml
wants 1 validate --fail-on warning found.yaml
holds out '[remark-too-long]'

# What render finds in another language.
printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: METI, edition: 2013 edition}\nanswers:\n  6-8: ○ 毎日\n' >ja.yaml
wants 0 render ja.yaml -f md --lang en -o sheet.md
holds err '[not-translated]'
printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: METI, edition: 2013 edition}\nanswers:\n  6-8: {status: ○, remark: 毎日, allow: not-translated, reason: R}\n' >ja.yaml
wants 0 render ja.yaml -f md --lang en -o sheet.md
lacks err '[not-translated]'
