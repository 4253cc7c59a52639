. "$ROOT/tests/helpers.sh"

# What a careful reader finds in the shipped profiles is found, one by one, and nothing else: a place is that of the later
# answer, with what the other one states. Whoever changes a profile, a crosswalk or a rule looks at this list.
cd "$ROOT" || exit 1
rules='contradiction|differs-by-scope|less-exact|reach-mismatch|address-spelling|mark-denied|old-standard|old-period|one-mark'
wants=$TMP/wants
cat >"$wants" <<'LIST'
krew 6-13 mark-denied
krew 8-3 mark-denied
precena 12 mark-denied
precena 18 mark-denied
precena 76 mark-denied
precena 106 contradiction
precena 107 old-period
rescuenow-status-checker 40.1 contradiction
rescuenow-status-checker 46.2 old-period
rescuenow-status-checker 46.3 old-period
rescuenow-status-checker 50.1 less-exact
rescuenow-status-checker 58 differs-by-scope
rescuenow-status-checker 61.1 contradiction
rescuenow-status-checker 71 contradiction
rescuenow-status-checker 71 contradiction
rescuenow-status-checker 73 differs-by-scope
rescuenow-status-checker 76.1 contradiction
rescuenow-status-checker 88 differs-by-scope
rescuenow-status-checker 89.1 address-spelling
rescuenow-status-checker 92.1 contradiction
rescuenow 6-21 contradiction
rescuenow 6-22 contradiction
LIST

# numbers: findings of -f short as profile, number, rule; the number is the key at or above the line.
numbers() {
    awk -v rules="$rules" '
        function number_at(file, wanted,   line, text, number) {
            for (line = 1; line <= wanted && (getline text < file) > 0; line++)
                if (match(text, /^  [0-9][0-9.-]*:/))
                    number = substr(text, 3, RLENGTH - 3)
            close(file)
            return number
        }
        match($0, "\\[(" rules ")\\]$") {
            rule = substr($0, RSTART + 1, RLENGTH - 2)
            split($0, part, ":")
            name = part[1]
            gsub(/^.*\/|\.yaml$/, "", name)
            print name, number_at(part[1], part[2]), rule
        }'
}

"$CHECKSHEET" validate -f short --as-of 2025-12-01 profiles/*.yaml >"$TMP/all"
numbers <"$TMP/all" | diff -u "$wants" - || fail "all profiles in one run"

# Each alone finds the same: a service's profile brings the company's answers with it.
for profile in profiles/*.yaml; do
    "$CHECKSHEET" validate -f short --as-of 2025-12-01 "$profile"
done | numbers | diff -u "$wants" - || fail "each profile alone"

# What is allowed has been looked at, and says why.
wants=$TMP/allowed
cat >"$wants" <<'LIST'
callconnect one-mark
krew old-standard
krew old-standard
rescuenow old-standard
rescuenow old-standard
LIST
"$CHECKSHEET" validate -f json --as-of 2025-12-01 profiles/*.yaml >"$TMP/json"
sed -n '/^  "allowed": \[/,$p' "$TMP/json" |
    sed -n 's/.*"rule": "\([a-z-]*\)".*"path": "profiles\/\([a-z-]*\)\.yaml".*"reason": "..*/\2 \1/p' | LC_ALL=C sort |
    diff -u "$wants" - || fail "what is allowed"
