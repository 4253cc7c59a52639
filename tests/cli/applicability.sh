. "$ROOT/tests/helpers.sh"

# A statement of applicability: whether a control applies, why, and whether it is done, from one state and one remark.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs"
cat >catalogs/rules.yaml <<'END'
checksheet: catalog/1
id: RULES9
title: {ja: 管理策の一覧, en: List of controls}
edition: "2026"
layouts:
  soa:
    columns:
      - number
      - name: {ja: 管理策名, en: Control title}
      - applicable
      - remark: {ja: 理由, en: Justification}
      - answer: {ja: 実施状況, en: Implemented}
items:
  A.5.1: {name: {ja: 方針, en: Policies}, ask: {ja: 方針を定めていますか。, en: Are there policies?}}
  A.5.2: {name: {ja: 役割, en: Roles}, ask: {ja: 役割を決めていますか。, en: Are roles assigned?}}
  A.5.10: {name: {ja: 利用, en: Use}, ask: {ja: 利用の規則がありますか。, en: Are there rules of use?}}
  CLD.6.3.1: {name: {ja: 分担, en: Shared roles}, ask: {ja: 分担を示していますか。, en: Is the division stated?}}
  CLD.8.1.5: {name: {ja: 除去, en: Removal}, ask: {ja: 資産を除去していますか。, en: Are assets removed?}}
END
cat >acme.yaml <<'END'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: RULES9
layout: soa
answers:
  A.5.1: ○ 法令の求めによる
  A.5.2: △ 兼務が残るため、来期に分ける
  A.5.10: × まだ文書がない
  CLD.6.3.1: － クラウドを提供しないため
  CLD.8.1.5: 非公開
END
wants 0 render acme.yaml -f csv --csv-plain -o -
tr -d '\r' <out | sed -n '/管理策名/,$p' >table
cat >expected <<'END'
RULES9 A.5.1,方針,適用,法令の求めによる,○
RULES9 A.5.2,役割,適用,兼務が残るため、来期に分ける,△
RULES9 A.5.10,利用,適用,まだ文書がない,×
RULES9 CLD.6.3.1,分担,適用除外,クラウドを提供しないため,－
RULES9 CLD.8.1.5,除去,,非公開,
END
sed 1d table | diff -u expected - || fail 'the statement of applicability is another'

# It comes back as it was, in both languages and all formats that are read.
for language in ja en; do
    for format in csv md xlsx; do
        wants 0 render acme.yaml --lang $language -o "soa-$language.$format"
        wants 0 import "soa-$language.$format" -c RULES9 -o "back-$language-$format.yaml"
        sed -i 's/^vendor:.*/vendor: 株式会社サンプル/' "back-$language-$format.yaml"
        sed -n 's/^  \([AC][.A-Z0-9]*: [○△×－].*\)$/\1/p' "back-$language-$format.yaml" >back
        sed -n 's/^  \([AC][.A-Z0-9]*: [○△×－].*\)$/\1/p' acme.yaml | diff -u - back ||
            fail "$language $format comes back otherwise"
    done
done

# Somebody else's: what is excluded needs no second mark; excluded and done is no answer, and is said.
cat >other.csv <<'END'
No.,管理策,適用可否,適用または除外の理由,実施状況
A.5.1,方針,○,法令の求め,実施
A.5.2,役割,不適用,一人の会社のため,
A.5.10,利用,適用除外,規則が要らない,○
CLD.6.3.1,分担,×,クラウドを提供しない,－
CLD.8.1.5,除去,適用,契約の求め,
END
wants 1 import other.csv -c RULES9 -o other.yaml # one row says two things
holds err '適用除外 | ○ (A.5.10)'
grep -v '^ *#' other.yaml | sed -n '/^answers:/,$p' >answers
holds answers '  A.5.1: ○ 法令の求め'
holds answers '  A.5.2: － 一人の会社のため'
holds answers '  CLD.6.3.1: － クラウドを提供しない'
lacks answers 'A.5.10: ○'
lacks answers 'CLD.8.1.5: ○'
