. "$ROOT/tests/helpers.sh"

# The first line of every finding in every expected file has the form that editors understand, and findings stand in
# the order of their places, those about the whole file last. Each is there once.
slugs=$(sed -n 's/^CS_RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$ROOT/include/checksheet/rules.def" | tr '\n' '|')
form="^[^:]+:[0-9]+:[0-9]+: (error|warning|note): .+ \\[(${slugs%|})\\]\$"
cd "$ROOT/tests/cases" || exit 1
for file in */*.txt */*.short */*.wide */*.complete; do
    grep -a -E '^[a-z0-9_]+\.yaml:[0-9]' "$file" >"$TMP/findings" || continue
    grep -a -v -E "$form" "$TMP/findings" && fail "in $file: not of the form path:line:column: level: words [rule]"
    grep -a -v -E '\[(required-unanswered|unanswered|unlinked-question|above-level|one-mark|missing-guide|missing-translation|without-effect)\]$' "$TMP/findings" | cut -d : -f 2,3 >"$TMP/places"
    sort -t : -k 1,1n -k 2,2n -s "$TMP/places" | cmp -s - "$TMP/places" || fail "in $file: not sorted"
    case $file in
    */traces.*) ;; # two words in one text whose place is the answer's
    *) [ -z "$(sort "$TMP/findings" | uniq -d)" ] || fail "in $file: said twice: $(sort "$TMP/findings" | uniq -d)" ;;
    esac
done
for file in */*.ja.txt; do
    other=${file%.ja.txt}.en.txt
    [ -f "$other" ] || continue
    for side in "$file" "$other"; do
        mkdir -p "$TMP/${side%/*}"
        sed -n 's/^\([a-z0-9_]*\.yaml:[0-9]*:[0-9]*: [a-z]*\): .* \(\[[a-z0-9-]*\]\)$/\1 \2/p' "$side" >"$TMP/$side"
    done
    cmp "$TMP/$file" "$TMP/$other" || fail "$file and $other differ in more than words"
done
