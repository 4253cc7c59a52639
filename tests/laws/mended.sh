. "$ROOT/tests/helpers.sh"

# validate --fix, over every case there is: fixing twice changes nothing; a file keeps its lines; what was mended is not found
# again; --dry-run writes nothing and shows what would be written; no file is worse to read than before.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
cp -r "$ROOT/tests/cases" before
cp -r before now
unchanged() {
    diff -rq "$1" now || fail "$2"
}

run validate --fix --dry-run now/*/*.yaml
cp out shown
unchanged before '--dry-run has written'
run validate --fix now/*/*.yaml
[ $code -le 1 ] || fail "exit $code: $(cat err)"
cp out report
cp -r now once
run validate --fix now/*/*.yaml
unchanged once 'fixing twice changes more'
same out report
run validate now/*/*.yaml
same out report

# What was mended is what was shown.
diff -rq before now | sed -n 's/^Files before\/\(.*\) and .*/\1/p' >mended
[ "$(wc -l <mended)" -ge 25 ] || fail "only $(wc -l <mended) cases had anything to mend"
sed -n 's/^+++ now\///p' shown | sort | diff -u - mended || fail '--dry-run shows others than are mended'

# It has the lines and comments that it had.
while IFS= read -r file; do
    set -- "$@" "before/$file" "now/$file"
done <mended
awk 'FNR == 1 { side++ } { lines[side]++ } /#/ { comments[side]++ }
    FNR == 1 && side % 2 { file[side] = FILENAME }
    END {
        for (s = 1; s < side; s += 2)
            if (lines[s] != lines[s + 1] || comments[s] != comments[s + 1]) { print file[s]; bad = 1 }
        exit bad
    }' "$@" || fail 'a file has other lines or comments than before'

# Of what is mended nothing is found that was not.
for side in before now; do
    run validate -f json $side/*/*.yaml
    mv out $side.json
done
awk 'FNR == 1 { side++ }
    match($0, /"(yaml-syntax|fullwidth-colon|missing-space|tab-indent|fullwidth-indent|trailing-space|mark-variant)"/) {
        rule = substr($0, RSTART, RLENGTH)
        match($0, /"path": "[a-z]*\/[^"]*"/)
        path = substr($0, RSTART, RLENGTH)
        sub(/^"path": "[a-z]*/, "", path)
        count[side, path " " rule]++; keys[path " " rule]
    }
    END { for (key in keys) if (count[2, key] > count[1, key]) { print "more than before: " key; bad = 1 } exit bad }' \
    before.json now.json || fail 'something broke'
