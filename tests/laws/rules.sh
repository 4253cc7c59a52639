. "$ROOT/tests/helpers.sh"

# Every rule has a case that raises it, one that does not, and a paragraph in the manual.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def")
[ "$(echo "$slugs" | wc -l)" -ge 30 ] || fail "only these rules were found: $slugs"
cd "$ROOT/tests/cases" || exit 1
for slug in $slugs; do
    [ $slug != cannot-read ] || continue # said on stderr before there is a report: see cli/unreadable.sh
    grep -l -F "[$slug]" ./*.ja.* ../import/*.ja.report ../fill/*.ja.txt >/dev/null || missing="$missing $slug"
    manual=$ROOT/man/checksheet.1
    [ ! -f "$manual" ] || grep -E "^\.It (Sy |Li |Cm |Ql |Dv |Ic )?$slug( |\$)" "$manual" >/dev/null || untold="$untold $slug"
done
[ -z "${missing-}" ] || echo "no expected file tests/cases/*.ja.*, tests/import/*.ja.report or tests/fill/*.ja.txt shows:$missing"
[ -z "${untold-}" ] || echo "man/checksheet.1 has no paragraph (.It) on:$untold"
[ -z "${missing-}${untold-}" ] || exit 1
[ -f "$ROOT/man/checksheet.1" ] || skip 'man/checksheet.1 is not there yet'
