. "$ROOT/tests/helpers.sh"

# Whatever layout and language a sheet is rendered in, it comes back with its answers: the titles that layouts write are
# read, in both languages and in every format that is read.
layouts=$(sed -n '/^layouts:/,/^[a-z]*:$/s/^  \([a-z0-9-]*\):.*/\1/p' "$ROOT"/controls/*.yaml | sort -u)

# comes_back PROFILE LANGUAGE FORMAT [LAYOUT]
comes_back() {
    wants 0 render "$1" --lang "$2" ${4:+--layout "$4"} -o "sheet.$3" -q --force
    "$CHECKSHEET" import "sheet.$3" --vendor x --service x --lang en >back.yaml 2>err || [ $? -eq 1 ] || fail "$1 $2 $3 ${4:-}: not imported"
    wants 0 diff "$1" back.yaml --only answers --exit-code
}

tried=0
for profile in "$ROOT"/profiles/*.yaml; do
    for language in ja en; do
        for format in csv md xlsx; do
            comes_back "$profile" $language $format
            for layout in $layouts; do
                "$CHECKSHEET" render "$profile" --layout "$layout" -f csv -o - >/dev/null 2>&1 || continue
                comes_back "$profile" $language $format "$layout"
                tried=$((tried + 1))
            done
        done
    done
done
[ $tried -gt 0 ] || fail 'no layout was tried'

# A profile without marks comes back as it is, also where its words are those of a mark, in a sheet with remarks alone as in
# one with answers alone.
mkdir -p catalogs
for columns in answer,remark answer remark; do
    cat >catalogs/words.yaml <<END
checksheet: catalog/1
id: WORDS
language: ja
title: 港の確認
edition: "1"
columns: [number, question, $columns]
items:
  1-1: 船の一覧を作っていますか。
  1-2: 縄を乾かしていますか。
  1-3: {ask: 灯りは夜もついていますか。, kind: yes-no}
  1-4: {ask: 潮の表はありますか。, kind: exists}
END
    for word in はい いいえ なし 該当なし 可 12文字; do
        cat >words.yaml <<END
checksheet: profile/1
language: ja
service: 港
vendor: 見本
catalog: {id: WORDS, edition: "1"}
marks: none
answers:
  1-1: $word
  1-2: 毎日乾かしています。
  1-3: はい
  1-4: あり 桟橋にあります。
END
        for format in csv md xlsx; do
            wants 0 render words.yaml -o "sheet.$format" -q --force
            wants 0 import "sheet.$format" -q -o back.yaml --force
            wants 0 diff words.yaml back.yaml --only answers --exit-code
        done
    done
done

# Choices that no drop-down can list, for a comma in one of them or for their length, are offered by cells of a hidden
# worksheet, which is no part of the sheet when it comes back.
{
    cat <<'END'
checksheet: catalog/1
id: COMMAS
language: ja
title: 港の確認
edition: "1"
items:
  1-1:
    ask: 縄をどう見直しますか。
    kind: choice
    choices: {"はい, 毎年": 毎年, "はい, 不定期": ときどき, いいえ: しない}
  1-2:
    ask: どの桟橋ですか。
    kind: choice
    choices:
END
    for number in $(seq 1 30); do echo "      港の東の端から数えた桟橋その$number: 桟橋"; done
} >catalogs/commas.yaml
cat >commas.yaml <<'END'
checksheet: profile/1
language: ja
service: 港
vendor: 見本
catalog: {id: COMMAS, edition: "1"}
answers:
  1-1: はい, 不定期
  1-2: 港の東の端から数えた桟橋その7 いちばん長い桟橋です。
END
wants 0 render commas.yaml -o commas.xlsx -q
wants 0 import commas.xlsx -q -o back.yaml --force
wants 0 diff commas.yaml back.yaml --exit-code
wants 0 import commas.xlsx -q --as catalog -c AGAIN
holds out '"はい, 毎年"'
holds out '港の東の端から数えた桟橋その30'
