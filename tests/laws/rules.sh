. "$ROOT/tests/helpers.sh"

# Every rule has a case that raises it and one that does not.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def")
[ "$(echo "$slugs" | wc -l)" -ge 30 ] || fail "only these rules were found: $slugs"
cd "$ROOT/tests/cases" || exit 1
grep -h -o '\[[a-z0-9-]*\]' ./*/*.ja.* ../import/*.ja.report ../fill/*.ja.txt | sort -u >"$TMP/shown"
for slug in $slugs; do
    [ $slug != cannot-read ] || continue # said on stderr before there is a report: see cli/unreadable.sh
    found "$TMP/shown" "[$slug]" || missing="$missing $slug"
done
[ -z "${missing-}" ] || echo "no expected file tests/cases/*/*.ja.*, tests/import/*.ja.report or tests/fill/*.ja.txt shows:$missing"
[ -z "${missing-}" ]
