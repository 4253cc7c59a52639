. "$ROOT/tests/helpers.sh"

# Below each line of an excerpt the caret stands beside it: the gutters of a report are all of one width.
cd "$ROOT/tests/cases" || exit 1
for file in */*.ja.txt */*.en.txt */*.wide; do
    grep -a -E '^ +[0-9]* \| ' "$file" | grep -a -v -E '^ {6} \| |^ {0,5}[0-9]+ \| ' >"$TMP/odd"
    [ ! -s "$TMP/odd" ] || fail "in $file: $(cat "$TMP/odd")"
    grep -a -E '\| +\^' "$file" | grep -a -v -E '^ {6} \| +\^+( .+)?$' >"$TMP/odd"
    [ ! -s "$TMP/odd" ] || fail "in $file: $(cat "$TMP/odd")"
done

# With colour the words are the same: taking the colour off gives the plain report.
esc=$(printf '\033')
for file in */*.color; do
    plain=${file%.color}.ja.txt
    [ -f "$plain" ] || continue
    sed "s/$esc\[[0-9;]*m//g" "$file" | cmp - "$plain" || fail "$file without its colours is not $plain"
done
