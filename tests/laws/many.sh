. "$ROOT/tests/helpers.sh"

# However many work, the files and what is said of them are the same, and those that each profile gets when it is rendered
# alone: every case, whole and broken, and the profiles that are shipped, as every kind of file.
copy_cases
cp "$ROOT"/profiles/*.yaml .
export CHECKSHEET_PATH="$TMP/catalogs" SOURCE_DATE_EPOCH=1764547200
formats=$(sheet_formats | tr ' ' ,)
[ "$(ls ./*.yaml | wc -l)" -gt 100 ] || fail 'hardly any profile'

for jobs in 1 2 8; do
    run render ./*.yaml --to sheets -f "$formats" -j $jobs --messages en
    echo "exit $code" >>err
    mv err "said.$jobs"
    mv sheets "sheets.$jobs"
    empty out
    same said.1 said.$jobs
    diff -r sheets.1 sheets.$jobs || fail "-j $jobs gives other files"
done
[ "$(ls sheets.1 | wc -l)" -gt 300 ] || fail 'hardly any sheet'

alone=0
for profile in ./*.yaml; do
    name=${profile##*/}
    name=${name%.yaml}
    name=${name%.checksheet}
    alone=$((alone + 1))
    [ $((alone % 10)) -eq 0 ] || continue # those behind each other in a folder share what is loaded: one in ten shows it
    for format in csv md xlsx; do
        run render "$profile" -q -o "alone.$format"
        if [ -f "sheets.1/$name.$format" ]; then
            same "alone.$format" "sheets.1/$name.$format"
        elif [ "$code" -eq 0 ]; then
            fail "$profile is rendered alone, not among others"
        fi
        rm -f "alone.$format"
    done
done
