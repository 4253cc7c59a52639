. "$ROOT/tests/helpers.sh"

# What a form asks that the profile does not answer is answered by what is known to ask the same, and by nothing else.
mkdir shelf shelf/crosswalk
export CHECKSHEET_PATH="$PWD/shelf"

cat >shelf/old.yaml <<'END'
checksheet: catalog/1
id: OLD
language: en
title: What was asked before
edition: "1"
sections:
  1 All:
    1: Are backups taken every night?
    2: Are visitors to the office signed in and accompanied?
    3: Is the source code reviewed by a second person before release?
    4: Are laptops encrypted and locked away?
    5: Is customer data deleted within thirty days of the contract's end?
    6: Are passwords at least twelve characters long?
    7: Is there a drill for the emergency plan?
END
cat >shelf/new.yaml <<'END'
checksheet: catalog/1
id: NEW
language: en
title: What is asked now
edition: "1"
sections:
  1 All:
    N-1: Do you make nightly copies of all data?
    N-2: Must guests register at reception?
    N-3: Is peer review part of the release process?
    N-4: Is disk encryption enabled on mobile computers?
    N-5: Do you erase data once a customer has left?
    N-6: Are passwords at least twelve characters long?
    N-7: How do you rehearse emergencies?
END
cat >shelf/crosswalk/old-new.yaml <<'END'
checksheet: crosswalk/1
language: en
from: OLD
to: NEW
license: free
items:
  1: [{to: N-1, relation: equal, reason: the same}]
  2: [{to: N-2, relation: broader, reason: the office too}]
  3: [{to: N-3, relation: broader, reason: by a second person}]
  4: [{to: N-4, relation: narrower, reason: laptops only}]
  5: [{to: N-5, relation: equal, reason: the same}]
  6: {none: nothing}
  7: [{to: N-7, relation: related, reason: a drill is one way}]
END
cat >acme.yaml <<'END'
checksheet: profile/1
language: en
service: Sample Cloud
vendor: Sample Inc.
catalog: {id: OLD, edition: "1"}
date: 2025-11-01
answers:
  1: × Once a week.
  2: ○ By the front desk.
  3: △ For large changes.
  4: ○ All of them.
  5: － No data is kept.
  6: ○ Fourteen.
  7: ○ Every spring.
END
cat >new.csv <<'END'
No.,Question,Answer,Remarks
N-1,Do you make nightly copies of all data?,,
N-2,Must guests register at reception?,,
N-3,Is peer review part of the release process?,,
N-4,Is disk encryption enabled on mobile computers?,,
N-5,Do you erase data once a customer has left?,,
N-6,Are passwords at least twelve characters long?,,
N-7,How do you rehearse emergencies?,,
END

# Equal carries all but what is not applicable, broader what is done; equal texts need no crosswalk.
wants 1 fill new.csv -c NEW -p acme.yaml -o filled.csv --messages en
is filled.csv <<'END'
No.,Question,Answer,Remarks
N-1,Do you make nightly copies of all data?,×,Once a week.
N-2,Must guests register at reception?,○,By the front desk.
N-3,Is peer review part of the release process?,,
N-4,Is disk encryption enabled on mobile computers?,,
N-5,Do you erase data once a customer has left?,,
N-6,Are passwords at least twelve characters long?,○,Fourteen.
N-7,How do you rehearse emergencies?,,
END
holds err 'likely OLD 3 (crosswalk: asks for more): by a second person [not-confirmed]'
holds err 'likely OLD 4 (crosswalk: asks for less): laptops only [not-confirmed]'
holds err 'likely OLD 5 (crosswalk: asks the same): the same [not-confirmed]'
holds err 'likely OLD 7 ('
wants 1 fill filled.csv -c NEW -p acme.yaml -o again.csv -q
same filled.csv again.csv

# What was sent is recorded as the answers that it was carried over from, so that these are held against the profile later.
mkdir sent
cp acme.yaml told.yaml
wants 1 fill new.csv -c NEW -p told.yaml -o sent.csv --record sent/a.json --customer Hokuto -q
holds sent/a.json '{"catalog": "OLD", "edition": "1", "number": "1", "state": "ng", "answer": "×", "remark": "Once a week."'
holds sent/a.json '"cell": "C2", "found": "confirmed"}'
wants 0 diff sent/a.json told.yaml --exit-code
sed 's/1: × Once a week./1: ○ Every night./; s/6: ○ Fourteen./6: ○ Sixteen./' acme.yaml >told.yaml
wants 0 status --sent sent -f tsv told.yaml --lang en
holds out '1	× Once a week.	○ Every night.'
holds out '6	○ Fourteen.	○ Sixteen.'
wants 1 diff sent/a.json told.yaml --exit-code --lang en
holds out 'Every night.'
lacks out 'N-1'

# The same where the profile answers the form's catalog as well: both are in one record, and both are looked at.
sed 's/^answers:/catalogs: {NEW: "1"}\nanswers:\n  NEW N-7: ○ In March./' acme.yaml >both.yaml
wants 1 fill new.csv -c NEW -p both.yaml -o both.csv --record sent/b.json -q
holds sent/b.json '{"number": "N-7", "state": "ok", "answer": "○", "remark": "In March."'
wants 0 diff sent/b.json both.yaml --exit-code
sed 's/In March/In May/; s/Once a week/Once a month/' both.yaml >later.yaml
wants 1 diff sent/b.json later.yaml --exit-code --lang en
holds out 'N-7'
holds out 'OLD 1'
wants 0 status --sent sent -f tsv later.yaml --lang en
holds out 'N-7	○ In March.	○ In May.'
holds out '1	× Once a week.	× Once a month.'

# One that is cut off or broken is said, and hides no other.
head -c 40 sent/a.json >sent/a0.json
printf '{"a": 1}' >sent/a2.json
sed 's/"edition": "1"/"edition": [/' sent/a.json >sent/a1.json
wants 1 status --sent sent -f tsv later.yaml --lang en
holds err 'sent/a2.json is no record of what was sent (cut off, perhaps): it is left out.'
holds err 'sent/a0.json:1:'
holds err 'sent/a1.json:'
lacks err 'not of the form'
holds out 'N-7	○ In March.	○ In May.'

# It says how each is known.
wants 1 fill new.csv -c NEW -p acme.yaml -o - --review review.csv -q
holds review.csv 'confirmed: OLD 1 (crosswalk: asks the same)'

# The line that a proposal names confirms it, in a profile that takes the answers over.
wants 1 fill new.csv -c NEW -p acme.yaml --dry-run -f json
holds out 'N-4: = OLD 4'
cat >for-new.yaml <<'END'
checksheet: profile/1
extends: acme.yaml
language: en
service: Sample Cloud
vendor: Sample Inc.
catalog: {id: NEW, edition: "1"}
date: 2025-11-01
answers:
  N-4: = OLD 4
END
wants 1 fill new.csv -p for-new.yaml -o confirmed.csv --messages en
holds confirmed.csv 'N-4,Is disk encryption enabled on mobile computers?,○,All of them.'
holds confirmed.csv 'N-1,Do you make nightly copies of all data?,×,Once a week.'
lacks err 'OLD 4'

# A form that nobody knows: what has the same text is answered, all else is left, with what it is like.
cat >unknown.csv <<'END'
No.,Question,Answer,Remarks
Q1,Are passwords at least twelve characters long?,,
Q2,Are backups taken every night and kept for a year?,,
Q3,Do you sell umbrellas?,,
Q4,Is the roof green?,,
END
wants 1 fill unknown.csv -p acme.yaml -o own.csv --messages en
is own.csv <<'END'
No.,Question,Answer,Remarks
Q1,Are passwords at least twelve characters long?,○,Fourteen.
Q2,Are backups taken every night and kept for a year?,,
Q3,Do you sell umbrellas?,,
Q4,Is the roof green?,,
END
holds err 'likely OLD 1 ('

# The next step that it names begins a profile of this form, where the line of a proposal confirms it.
holds err 'Next: checksheet new for-unknown.yaml -c unknown.csv -p acme.yaml'
wants 0 new for-unknown.yaml -c unknown.csv -p acme.yaml
wants 1 fill unknown.csv -p for-unknown.yaml --dry-run -f json
holds out 'Q2: = OLD 1'
sed 's/^  Q2:.*/  Q2: = OLD 1/' for-unknown.yaml >confirmed.yaml
wants 1 fill unknown.csv -p confirmed.yaml -o loop.csv --messages en
is loop.csv <<'END'
No.,Question,Answer,Remarks
Q1,Are passwords at least twelve characters long?,○,Fourteen.
Q2,Are backups taken every night and kept for a year?,×,Once a week.
Q3,Do you sell umbrellas?,,
Q4,Is the roof green?,,
END
holds err '2 of 4 are left: complete confirmed.yaml'
rm -f unknown.catalog.yaml for-unknown.yaml confirmed.yaml

# A number beside another wording of its question is not believed where nothing says that it is one; the line that is named
# confirms it.
rm -f loop.csv first.csv
printf 'No.,Question,Answer,Remarks\n4,Are laptops encrypted and insured?,,\n6,Are passwords at least twelve characters long?,,\n' >worded.csv
wants 1 fill worded.csv -c OLD -p acme.yaml -o first.csv --messages en
holds err 'the number is that of OLD 4, the question is worded otherwise: '
run fill worded.csv -c OLD -p acme.yaml --dry-run -f json --messages en
holds out 'if it asks the same, in a profile of this form: 4: = OLD 4'
holds first.csv '4,Are laptops encrypted and insured?,,'
wants 0 new for-worded.yaml -c worded.csv -p acme.yaml
sed 's/^  "*4"*:.*/  4: = OLD 4/' for-worded.yaml >confirmed.yaml
wants 0 fill worded.csv -p confirmed.yaml -o loop.csv --messages en
holds loop.csv '4,Are laptops encrypted and insured?,○,All of them.'
rm -f worded.catalog.yaml for-worded.yaml confirmed.yaml first.csv loop.csv

# The line that it names runs as it stands, whatever the form is called and wherever it is.
mkdir 'from them'
cp unknown.csv "from them/Q & A.v2.csv"
wants 1 fill 'from them/Q & A.v2.csv' -p acme.yaml --dry-run --messages en
line=$(sed -n 's/.*Next: checksheet //p' err)
[ "$line" = "new 'from them/for-Q & A.v2.yaml' -c 'from them/Q & A.v2.csv' -p acme.yaml" ] || fail "the next step: $line"
eval "wants 0 $line"
[ -f 'from them/for-Q & A.v2.yaml' ] || fail 'the next step made no profile'
rm -r 'from them'

# The words of a thesaurus make a question likely that shares none with what is known; a file that is named is read.
cat >words.yaml <<'END'
checksheet: thesaurus/1
groups:
  backup: {en: [safety copies, backups]}
END
printf 'No.,Question,Answer\nZ1,Do you make safety copies?,\nZ2,Is the roof green?,\n' >copies.csv
wants 1 fill copies.csv -p acme.yaml --dry-run --messages en
lacks err 'likely OLD 1'
wants 1 fill copies.csv -p acme.yaml --dry-run --messages en --thesaurus words.yaml
holds err 'likely OLD 1'
wants 3 fill copies.csv -p acme.yaml --dry-run --thesaurus nowhere.yaml

# Of further profiles equal texts are answered, and nothing else.
cat >shelf/other.yaml <<'END'
checksheet: catalog/1
id: OTHER
language: en
title: What another customer asked
edition: "1"
sections:
  1 All:
    1: Is the roof green?
    2: Are umbrellas sold on rainy days?
END
cat >other.yaml <<'END'
checksheet: profile/1
language: en
service: Sample Cloud
vendor: Sample Inc.
catalog: {id: OTHER, edition: "1"}
date: 2025-10-01
answers:
  1: ○ Since spring.
  2: × Never.
END
wants 1 fill unknown.csv -p acme.yaml -p other.yaml -o two.csv --messages en
holds two.csv 'Q4,Is the roof green?,○,Since spring.'
holds two.csv 'Q3,Do you sell umbrellas?,,'
holds two.csv 'Q2,Are backups taken every night and kept for a year?,,'

# Nor do the same words below the heading of something else ask for the same, unless they say it themselves.
cat >shelf/servers.yaml <<'END'
checksheet: catalog/1
id: SERVERS
language: ja
title: 機器の確認票
edition: "1"
sections:
  1 サーバー:
    1: ウイルス対策ソフトを導入していますか。
  2 教育:
    2: 教育を毎年行っていますか。
END
cat >servers.yaml <<'END'
checksheet: profile/1
language: ja
service: Sample Cloud
vendor: Sample Inc.
catalog: {id: SERVERS, edition: "1"}
date: 2025-10-01
answers:
  1: ○ サーバーには入れています。
  2: ○ 5月に行います。
END
cat >clients.csv <<'END'
番号,区分,質問,回答,備考
A1,クライアント,ウイルス対策ソフトを導入していますか。,,
A2,毎年の教育,教育を毎年行っていますか。,,
END
for other in acme servers; do
    wants 1 fill clients.csv -p $other.yaml -p servers.yaml -o clients.out.csv --messages en
    holds clients.out.csv 'A1,クライアント,ウイルス対策ソフトを導入していますか。,,'
    holds clients.out.csv 'A2,毎年の教育,教育を毎年行っていますか。,○,5月に行います。'
    holds err 'likely SERVERS 1 (alike: high): the same words, but under other headings'
    rm clients.out.csv
done
sed 's/,クライアント,/,サーバー,/' clients.csv >same.csv
wants 0 fill same.csv -p servers.yaml -o same.out.csv --messages en
holds same.out.csv '○,サーバーには入れています。'

# Nor does it matter that they answer the same catalog: an item that the first one leaves open is answered by the second; what
# is left out of the first on purpose stays left.
cat >first.yaml <<'END'
checksheet: profile/1
language: en
vendor: Sample Inc.
catalog: {id: OTHER, edition: "1"}
answers:
  2: × Never.
END
"$CHECKSHEET" render other.yaml --template -q -o form.csv
wants 0 fill form.csv -p first.yaml -p other.yaml -o joined.csv --messages en
holds joined.csv 'Since spring.'
holds joined.csv 'Never.'
holds err 'by text 1'
wants 1 fill form.csv -p first.yaml --approved-only -o approved.csv --messages en
lacks approved.csv 'Never.'
