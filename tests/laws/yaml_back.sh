. "$ROOT/tests/helpers.sh"

# A profile written as one again says the same: rendering it once more gives the same bytes, each product's sheet too, and
# to people inside, its evidence is what it was, with files, digests and dates; others see no path of ours.
try() {
    cp "$1" was.yaml
    wants 0 render -q was.yaml -f yaml --audience internal --owner --force -o back.yaml
    for language in ja en; do
        "$CHECKSHEET" render -q was.yaml --lang $language --audience internal --owner -f csv >was.csv 2>err || fail "$1"
        "$CHECKSHEET" render -q back.yaml --lang $language --audience internal --owner -f csv >back.csv 2>err || fail "$1 comes back with errors: $(cat err)"
        same was.csv back.csv
    done
    wants 0 diff --exit-code --audience internal was.yaml back.yaml
    run status --evidence -f tsv was.yaml
    cp out evidence
    run status --evidence -f tsv back.yaml
    same evidence out
    wants 0 render -q back.yaml -f yaml --audience internal --owner --force -o again.yaml
    same back.yaml again.yaml
}
cp "$ROOT/profiles/rescuenow.yaml" .
for profile in "$ROOT"/profiles/*.yaml; do
    try "$profile"
done
cp "$ROOT/examples/sending/report.txt" .
for example in states facts products disclosure gates-and-polarity layouts languages applicability sending/acme; do
    case $example in */*) file=$example.yaml ;; *) file=$example/cloud.yaml ;; esac
    CHECKSHEET_PATH=$ROOT/examples/${example%/*}
    export CHECKSHEET_PATH
    try "$ROOT/examples/$file"
done

holds back.yaml 'path: report.txt'
holds back.yaml 'valid-until: '
wants 0 render -q was.yaml -f yaml --force -o public.yaml
lacks public.yaml report.txt
lacks public.yaml sha256
holds public.yaml 'valid-until: '
export CHECKSHEET_PATH="$ROOT/examples/products"
cp "$ROOT/examples/products/cloud.yaml" was.yaml
wants 0 render -q was.yaml -f yaml --force -o back.yaml
for product in 連携 帳票 集計; do
    wants 0 render was.yaml --product $product -f csv -o -
    cp out was.csv
    wants 0 render back.yaml --product $product -f csv -o -
    same was.csv out
done

# Days of review are written whatever columns the sheet has.
unset CHECKSHEET_PATH
mkdir catalogs
cat >catalogs/short.yaml <<'YAML'
checksheet: catalog/1
id: SHORT
language: en
title: Short
edition: "1"
layouts:
  answers: {columns: [number, question, answer, remark]}
items:
  1-1: Is somebody responsible?
  1-2: Are staff trained?
YAML
cat >short.yaml <<'YAML'
checksheet: profile/1
language: en
service: S
vendor: V
catalog: {id: SHORT, edition: "1"}
layout: answers
products: [A, B]
answers:
  1-1: {status: ○, remark: the head of IT, reviewed: 2026-03-04}
  1-2: {reviewed: 2026-02-01, A: ○, B: {status: ×, remark: next year, reviewed: 2026-01-02}}
YAML
try short.yaml
for day in 2026-03-04 2026-02-01 2026-01-02; do
    holds back.yaml "reviewed: $day"
done
