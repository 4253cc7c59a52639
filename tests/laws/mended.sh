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
    sed -n '/^@@/p; /^+++/p' out >shown
    run validate --fix "$name"
    [ $code -le 1 ] || fail "$name: exit $code: $(cat err)"
    if cmp -s "$file" "$name"; then
        empty shown
        rm -f "$name"
        continue
    fi
    [ -s shown ] || fail "$name: --dry-run shows nothing of what is mended"
    count=$((count + 1))
    cp "$name" once
    cp out report
    run validate --fix "$name"
    same "$name" once
    same out report
    run validate "$name"
    same out report
    [ "$(wc -l <"$file")" -eq "$(wc -l <"$name")" ] || fail "$name has other lines than before"
    grep '#' "$file" | sed 's/.*# //' >before
    grep '#' "$name" | sed 's/.*# //' >after
    [ "$(wc -l <before)" -eq "$(wc -l <after)" ] || fail "$name has other comments than before"
    run validate -f json "$file"
    cp out before
    run validate -f json "$name"
    for key in yaml-syntax fullwidth-colon missing-space tab-indent fullwidth-indent trailing-space mark-variant; do
        was=$(grep -c "\"$key\"" before)
        is=$(grep -c "\"$key\"" out)
        [ "$is" -le "$was" ] || fail "$name: more of $key than before"
    done
    rm -f "$name"
done
[ $count -ge 25 ] || fail "only $count cases had anything to mend"
