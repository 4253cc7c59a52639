. "$ROOT/tests/helpers.sh"

# Below each line of an excerpt the caret stands beside it: the gutters of a report are all of one width.
cd "$ROOT/tests/cases" || exit 1
set -- */*.ja.txt */*.en.txt */*.wide
beside() { # LINES RIGHT FILE...: of the lines, those that are not right are a fault
    lines=$1 right=$2
    shift 2
    grep -a -h -E "$lines" "$@" | grep -a -v -E "$right" >"$TMP/odd"
    [ ! -s "$TMP/odd" ] || fail "in $(grep -a -l -F -f "$TMP/odd" "$@"): $(cat "$TMP/odd")"
}
beside '^ +[0-9]* \| ' '^ {6} \| |^ {0,5}[0-9]+ \| ' "$@"
beside '\| +\^' '^ {6} \| +\^+( .+)?$' "$@"

# With colour the words are the same: taking the colour off gives the plain report.
esc=$(printf '\033')
for file in */*.color; do
    plain=${file%.color}.ja.txt
    [ -f "$plain" ] || continue
    sed "s/$esc\[[0-9;]*m//g" "$file" | cmp - "$plain" || fail "$file without its colours is not $plain"
done
