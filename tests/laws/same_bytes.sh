. "$ROOT/tests/helpers.sh"

# The same input gives the same bytes, whatever the time zone, the locale, the directory and the hour.
cp "$ROOT"/profiles/*.yaml .
cp "$ROOT"/tests/cases/derive/kinds.yaml "$ROOT"/tests/cases/derive/plain.yaml .
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
mkdir one two deeper deeper/down
for profile in *.yaml; do
    name=${profile%.yaml}
    outputs='' others=''
    for format in $(sheet_formats); do
        outputs="$outputs -o one/$name.$format"
        others="$others -o $TMP/two/$name.$format"
    done
    # unquoted on purpose: each is several words
    wants 0 render "$profile" $outputs
    (
        cd deeper/down || exit 1
        export TZ=Asia/Tokyo LC_ALL=ja_JP.UTF-8 LANG=ja_JP.UTF-8 COLUMNS=40 CHECKSHEET_AMBIGUOUS=2 TMPDIR="$TMP/deeper" HOME=/nowhere
        "$CHECKSHEET" render "$TMP/$profile" $others 2>err
    ) || fail "$profile: $(cat deeper/down/err)"
done
sleep 1.1 2>/dev/null || sleep 2
wants 0 render krew.yaml -o two/krew.xlsx # a second later; the file before is replaced
for file in one/*; do
    same "$file" "two/${file#one/}"
done

# The date of a workbook comes from the profile or SOURCE_DATE_EPOCH; any other change of the hour does not show.
export SOURCE_DATE_EPOCH=1700000000
wants 0 render plain.yaml -o one/epoch.xlsx -o one/epoch.csv
wants 0 render plain.yaml -o two/epoch.xlsx
same one/epoch.xlsx two/epoch.xlsx
same one/epoch.csv one/plain.csv
