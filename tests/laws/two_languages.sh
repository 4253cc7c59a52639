. "$ROOT/tests/helpers.sh"

# The Japanese and the English rendering of one profile say the same, in every format that is read back, whichever is the
# older and whatever the language of messages; and what is changed in one of them is found.
render() {
    for language in ja en; do
        "$CHECKSHEET" render "$1" --lang $language -q --force -o $language.xlsx -o $language.csv -o $language.md -o $language.yaml \
            2>err || fail "$1 is not rendered in $language: $(cat err)"
    done
}

try() {
    render "$1"
    for format in xlsx csv md yaml; do
        for messages in ja en; do
            wants 0 diff --exit-code --messages $messages ja.$format en.$format
            wants 0 diff --exit-code --messages $messages en.$format ja.$format
        done
        wants 0 diff --exit-code "$1" en.$format
        wants 0 diff --exit-code ja.$format "$1" --lang en
    done
}
for profile in "$ROOT"/profiles/*.yaml; do
    try "$profile"
done
for example in states/cloud facts/cloud products/cloud products/left-out disclosure/cloud gates-and-polarity/cloud \
    layouts/cloud layouts/own languages/cloud applicability/cloud house/cloud allowed/cloud inheritance/service \
    levels/acme sending/acme trust-page/sample; do
    export CHECKSHEET_PATH="$ROOT/examples/${example%/*}"
    try "$ROOT/examples/$example.yaml"
done
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
for case in cmd/good derive/layouts derive/english derive/audiences derive/by_product derive/layout_own \
    derive/layout_states derive/kinds; do
    try "$ROOT/tests/cases/$case.yaml"
done

# Profiles that have what those have not: questions of their own in both languages, products whose evidence differs, facts
# that are put differently, a title and questions that no language gives away.
unset CHECKSHEET_PATH
mkdir catalogs
for catalog in demo kinds page plain spellings other; do
    cp "$ROOT/tests/cases/catalogs/$catalog.yaml" catalogs || fail "there is no $catalog"
done
cp "$ROOT/tests/cases/load/inherited.yaml" .
for case in load/house_english load/inherits load/parts load/typed_facts load/parts_base emit/page derive/plain \
    derive/layout_in_words; do
    cp "$ROOT/tests/cases/$case.yaml" .
    render "${case##*/}.yaml"
    for format in xlsx csv md yaml; do
        wants 0 diff --exit-code ja.$format en.$format
        wants 0 diff --exit-code en.$format ja.$format
    done
done

# Of several products, what is given in both languages beside what was typed in one, values, who runs a control, what is not
# disclosed, and a product that says nothing.
cat >catalogs/mixed.yaml <<'YAML'
checksheet: catalog/1
id: MIXED
language: ja
title: {ja: まぜこぜ, en: Mixed}
edition: {ja: 第1版, en: 1st edition}
layouts:
  plain: {columns: [number, question, answer, remark, evidence]}
  signs: {columns: [number, question, answer, remark, evidence], marks: {●: ok, ▲: part}}
  words: {columns: [number, question, {answer: {ja: 回答, en: Reply}}], marks: {はい: ok, 一部: part, いいえ: ng, なし: na}}
items:
  1-1: {ask: {ja: 責任者を決めていますか。, en: Is somebody responsible?}}
  1-2: {ask: {ja: 教育をしていますか。, en: Are staff trained?}}
  1-3: {ask: {ja: 可用性の目標は何ですか。, en: What availability do you aim for?}, kind: percent}
  1-4: {ask: {ja: 鍵を掛けていますか。, en: Are doors locked?}, good: ×}
  1-5: {ask: {ja: バックアップの頻度は。, en: How often are backups made?}, kind: text}
  1-6: {ask: {ja: ログを取っていますか。, en: Are logs kept?}}
YAML
mixed() { # NAME LAYOUT PRODUCTS ANSWERS
    printf 'checksheet: profile/1\nvendor: V\ncatalog: {id: MIXED, edition: 第1版}\n%b%banswers:\n' "$2" "$3" >$1.yaml
    cat >>$1.yaml
}
mixed products '' 'products: [Alpha, Beta, ガンマ]\n' <<'YAML'
  1-1:
    Alpha: {status: ○, remark: {ja: 社長です。, en: The CEO.}, by: AWS}
    Beta: {status: △, by: AWS, remark: {ja: 毎日, en: daily}}
    ガンマ: {status: ×, remark: 文だけ, evidence: 規程}
  1-2:
    by: AWS
    remark: {ja: 共通です。, en: Shared.}
    Alpha: ○
    Beta: {status: 予定 2026-03, remark: {ja: 準備中です, en: under way}}
  1-3: {Alpha: {value: 99.9%以上, by: GCP}, Beta: {value: 99%, remark: {ja: 月次, en: monthly}}, ガンマ: 非公開}
  1-4: {Alpha: ×, Beta: ○ 掛けます, ガンマ: 非公開}
  1-5: {Alpha: {value: 週1回, by: AWS}, Beta: 毎日, ガンマ: 毎時 昼だけ}
  1-6: － 対象外です
YAML
mixed single '' '' <<'YAML'
  1-1:
    status: ○
    remark: {ja: "社長です。\nAWS", en: "The CEO.\nAWS (Amazon)"}
  1-2: 記述 言葉で
  1-5: 1日1回 typed だけ
  1-6: {status: told, remark: {ja: 言葉です, en: in words}}
YAML
try products.yaml
try single.yaml
for profile in products single; do # two layouts with the same columns are told apart by their signs
    sed 's/^answers/layout: signs\nanswers/' $profile.yaml >$profile.signs.yaml
    try $profile.signs.yaml
done
# A layout without a column for remarks: mark and words are in one cell, with some answers by product without a mark.
sed 's/^products/layout: words\nproducts/' products.yaml >words.yaml
try words.yaml
sed 's/はい 掛けます/いいえ 掛けます/' en.csv >changed.csv
for old in ja.csv en.csv words.yaml; do
    wants 1 diff --exit-code --messages en $old changed.csv
    grep -q 'Changed 1 ' out || fail "a change in a layout without remarks, against $old: $(cat out)"
done
