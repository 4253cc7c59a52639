. "$ROOT/tests/helpers.sh"

# A profile and the sheet that was made of it do not differ, in any format that is read back; what is changed in the sheet
# by hand is found, and nothing else.
cp -R "$ROOT/profiles" "$ROOT/controls" .
for profile in profiles/*.yaml; do
    name=$(basename "$profile" .yaml)
    wants 0 diff --exit-code "$profile" "$profile"
    for format in csv xlsx md; do
        wants 0 render "$profile" -q -o "$name.$format"
        wants 0 diff --exit-code "$profile" "$name.$format"
        wants 0 diff --exit-code "$name.$format" "$profile"
    done
    wants 0 diff --exit-code "$name.csv" "$name.xlsx"
    for format in xlsx md; do # what these say of title, source and notes comes back as well
        wants 0 import -q "$name.$format" -o "$name-$format.yaml"
        wants 0 diff --exit-code "$profile" "$name-$format.yaml"
    done
done
for catalog in $(ls controls/*.yaml | grep -v thesaurus); do
    wants 0 diff --exit-code "$catalog" "$catalog"
done

sed 's/^METI 6-9,\(.*\),○,/METI 6-9,\1,×,/' krew.csv >filled.csv
wants 1 diff --lang ja krew.xlsx filled.csv --fail-on worse --only answers
holds out '変更 1 (改善 0、後退 1)'
holds out '回答  ○ -> ×  後退'
sed 's/| ○ |/| △ |/' krew.md >filled.md
wants 0 diff profiles/krew.yaml filled.md -f json --only answers
holds out '"changed": 64'
"$CHECKSHEET" diff --lang ja krew.csv - <filled.csv >out || fail 'not from the standard input'
holds out '後退 1'

# A sheet of questions that no catalog has is compared by its own questions.
printf '番号,質問,回答,備考\n1,責任者はいますか,○,社長\n2,教育をしますか,×,なし\n3,点検をしますか,○,毎年\n' >own.csv
printf '番号,質問,回答,備考\n1,責任者はいますか,○,会長\n2,委託先を見ますか,○,毎月\n3,教育をしますか,○,毎年\n4,点検をしますか,○,毎年\n' >own2.csv
wants 0 diff --lang ja own.csv own2.csv
holds out '補足  [-社長-]'
holds out '回答  × -> ○  改善'
holds out '番号  2 -> 3'
holds out '追加  ○ 毎月'
printf 'nothing here\n' >none.csv
wants 1 diff none.csv own.csv
