. "$ROOT/tests/helpers.sh"

# validate --fix, over every case there is: fixing twice changes nothing; a file keeps its lines; what was mended is not found
# again; --dry-run writes nothing and shows what would be written; a file that was read is read still, with as many answers.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
count=0
for file in "$ROOT"/tests/cases/*/*.yaml; do
    name=${file##*/}
    cp "$file" "$TMP/$name"
    run validate --fix --dry-run "$name"
    cmp -s "$file" "$name" || fail "$name: --dry-run has written to it"
    mv out shown
    run validate --fix "$name"
    [ $code -le 1 ] || fail "$name: exit $code: $(cat err)"
    if cmp -s "$file" "$name"; then
        lacks shown '@@ '
        rm -f "$name"
        continue
    fi
    found shown '@@ ' || fail "$name: --dry-run shows nothing of what is mended"
    count=$((count + 1))
    cp "$name" once
    cp out report
    run validate --fix "$name"
    same "$name" once
    same out report
    run validate "$name"
    same out report
    awk 'FNR == 1 { side++ } { lines[side]++ } /#/ { comments[side]++ }
        END { exit lines[1] != lines[2] || comments[1] != comments[2] }' "$file" "$name" ||
        fail "$name has other lines or comments than before"
    run validate -f json "$file"
    mv out before
    run validate -f json "$name"
    awk 'FNR == 1 { side++ }
        match($0, /"(yaml-syntax|fullwidth-colon|missing-space|tab-indent|fullwidth-indent|trailing-space|mark-variant)"/) {
            key = substr($0, RSTART, RLENGTH); count[side, key]++; keys[key]
        }
        END { for (key in keys) if (count[2, key] > count[1, key]) { print "more of " key " than before"; bad = 1 } exit bad }' \
        before out || fail "in $name"
    rm -f "$name"
done
[ $count -ge 25 ] || fail "only $count cases had anything to mend"
