. "$ROOT/tests/helpers.sh"

# new -p begins a profile from others: what is known stands in place, what is likely beside the open question, and the file
# points to the profile that it extends. Nothing is written over, and nothing that a person wrote is touched.
mkdir company customers
cat >company/acme.yaml <<'END'
checksheet: profile/1
language: ja
service: サンプルクラウド
vendor: 株式会社サンプル
catalog: {id: METI, edition: 2013年度版}
answers:
  2-1-2: ○ 情報管理室長を責任者とし、窓口を公開しています。
  6-8: △ 一部のデータだけです。
  6-14: ○ NTP で合わせています。
END
wants 0 validate company/acme.yaml --rule unanswered=off --rule required-unanswered=off
wants 0 new customers/mic.yaml -c MIC -p company/acme.yaml --lang ja --messages en
empty out
holds err 'wrote customers/mic.yaml (MIC, 127 questions)'
holds err 'Next: checksheet answer customers/mic'
holds customers/mic.yaml 'extends: ../company/acme.yaml'
holds customers/mic.yaml '  #= METI 6-14 (対応表: 同じことを問う)  [company/acme.yaml:'
holds customers/mic.yaml '  57: = METI 6-14'
lacks customers/mic.yaml ': = METI 6-8'  # partly never becomes yes
holds customers/mic.yaml '#? 1. METI 6-8 ('
wants 0 validate customers/mic.yaml --fail-on error -f short
lacks out 'METI'                         # what its customer never asked is not missing
run status customers/mic.yaml
holds out 'MIC'
wants 0 new again.yaml -c MIC -p company/acme.yaml --lang ja --messages en
sed 's,\.\./company,company,' customers/mic.yaml | is again.yaml
wants 3 new customers/mic.yaml -c MIC -p company/acme.yaml
holds err 'exists and is not overwritten'

# A customer's empty form becomes a catalog beside the profile. A question in METI's very words is answered, another one is open.
cat >form.yaml <<'END'
checksheet: catalog/1
id: ASKED
language: ja
title: 取引先の確認票
edition: 1
publisher: Example
marks: {○: {id: ok, label: はい}, △: {id: part, label: 一部}, ×: {id: ng, label: いいえ}, －: {id: na, label: 対象外}}
sections:
  1 体制:
    1-1: 情報セキュリティの責任者を置き、その役割を明確にしていますか。また、サービスの情報セキュリティについて問い合わせる窓口を設け、社外に公開していますか。
    1-2: 屋上の菜園に水をやる当番を決めていますか。
  2 運用:
    2-1: バックアップはどのように取っていますか。
END
sed -i "s/^    1-1: .*/    1-1: $("$CHECKSHEET" show METI 2-1-2 --lang ja | sed -n 2p)/" form.yaml
printf 'checksheet: profile/1\ncatalog: ASKED\nvendor: E\nservice: E\nanswers: {}\n' >empty.yaml
CHECKSHEET_PATH=. wants 0 render empty.yaml --template -o customers/shop.xlsx -q
rm form.yaml empty.yaml
(cd customers && "$CHECKSHEET" new for-shop.yaml -c shop.xlsx -p ../company/acme.yaml --lang ja --messages en >../out 2>../err) ||
    fail "new: $(cat err)"
holds err 'wrote shop.catalog.yaml (catalog SHOP, 3 questions)'
holds err 'same question 1  confirmed 0  with proposals 1  without 1'
holds customers/for-shop.yaml '  1-1: = METI 2-1-2'
grep -A 9 'バックアップはどのように' customers/for-shop.yaml >part
holds part '#? 1. METI 6-8 ('
holds part '  2-1:'
wants 0 validate customers/for-shop.yaml -f short
holds out 'not answered yet (2): 1-2 2-1 [unanswered]'
wants 1 validate --complete customers/for-shop.yaml
run fill customers/shop.xlsx -p customers/for-shop.yaml --dry-run
holds err 'filled 1  left 2'

# The catalog is kept where it is the same, and never written over where it is not.
rm customers/for-shop.yaml
wants 0 new customers/for-shop.yaml -c customers/shop.xlsx -p company/acme.yaml --lang ja --messages en
holds err 'customers/shop.catalog.yaml is there already, and the same'
rm customers/for-shop.yaml
echo '# mine' >>customers/shop.catalog.yaml
cp customers/shop.catalog.yaml before
wants 3 new customers/for-shop.yaml -c customers/shop.xlsx -p company/acme.yaml --lang ja --messages en
same customers/shop.catalog.yaml before
holds err 'differs from what this form makes'
holds err 'use it with -c customers/shop.catalog.yaml'
[ ! -e customers/for-shop.yaml ] || fail 'half of it was written'
wants 0 new customers/for-shop.yaml -c customers/shop.catalog.yaml -p company/acme.yaml --lang ja --messages en

# An update fills in what is open and known, renews its own proposals, and leaves a person's lines as they are.
cat >company/acme2.yaml <<'END'
checksheet: profile/1
language: ja
service: サンプルクラウド
vendor: 株式会社サンプル
catalog: {id: METI, edition: 2013年度版}
answers:
  6-8: ○ 毎日
END
sed -i -e 's/^  1-2:$/  # asked by phone\n  1-2: × ありません。 # as of May/' -e 's/^  2-1:$/  2-1:   # open/' customers/for-shop.yaml
cp customers/for-shop.yaml before
sed -i 's/^  6-8: .*/  6-8: ○ 毎日、全体を取ります。/' company/acme.yaml
wants 0 new --update customers/for-shop.yaml --lang ja --messages en
holds customers/for-shop.yaml '  # asked by phone'
holds customers/for-shop.yaml '  1-2: × ありません。 # as of May'
holds customers/for-shop.yaml '  2-1:   # open'
holds customers/for-shop.yaml '毎日、全体を取ります。'
lacks customers/for-shop.yaml '一部のデータだけです。'
diff before customers/for-shop.yaml | grep '^[<>]' | grep -v '^[<>]   #?' >others
empty others
cp customers/for-shop.yaml before
wants 0 new --update customers/for-shop.yaml --lang ja --messages en
same customers/for-shop.yaml before
wants 0 new --update customers/for-shop.yaml -p company/acme2.yaml --lang ja --messages en

# Next year's form of the same customer starts from last year's profile: equal questions have the answers they had, whatever
# their numbers are now, and what pointed to the company's answers still does.
cat >next.yaml <<'END'
checksheet: catalog/1
id: ASKED
language: ja
title: 取引先の確認票
edition: 2
publisher: Example
marks: {○: {id: ok, label: はい}, △: {id: part, label: 一部}, ×: {id: ng, label: いいえ}, －: {id: na, label: 対象外}}
sections:
  1 体制:
    1-1: 屋上の菜園に水をやる当番を決めていますか。
    1-2: 情報セキュリティの責任者を置き
    1-3: 机の上に花を飾っていますか。
END
sed -i "s/^    1-2: .*/    1-2: $("$CHECKSHEET" show METI 2-1-2 --lang ja | sed -n 2p)/" next.yaml
printf 'checksheet: profile/1\ncatalog: ASKED\nvendor: E\nservice: E\nanswers: {}\n' >empty.yaml
mkdir next
CHECKSHEET_PATH=. wants 0 render empty.yaml --template -o next/shop.xlsx -q
rm next.yaml empty.yaml
wants 0 new next/for-shop.yaml -c next/shop.xlsx -p customers/for-shop.yaml --lang ja --messages en
holds err 'same question 2  confirmed 0  '
holds next/for-shop.yaml 'extends: ../company/acme.yaml'
# The next step looks at last year's answers, too; what the profile extends it finds by itself.
holds err 'Next: checksheet answer next/for-shop -p customers/for-shop.yaml'
holds next/for-shop.yaml '  1-1: × ありません。'
holds next/for-shop.yaml '  1-2: = METI 2-1-2'
wants 0 validate next/for-shop.yaml -f short
holds out 'not answered yet (1): 1-3 [unanswered]'

# An answer in its long form is taken over line by line; what follows stands on a line of its own.
wants 0 answer customers/for-shop.yaml 1-2 '× ありません。' --as-of 2025-11-30
wants 0 new next/again.yaml -c next/shop.xlsx -p customers/for-shop.yaml --lang ja --messages en
grep -A 3 '^  1-1:' next/again.yaml >part
grep -x '    reviewed: 2025-11-30' part >others || fail "not as it was written: $(cat part)"

# A form in another language is answered in that language: what is typed is text of the customer's, not of the vendor's.
mkdir abroad
cat >abroad/form.csv <<'END'
No.,Question,Answer,Remarks
1,Have you appointed an information security officer?,,
2,Is the garden watered on Sundays?,,
END
wants 0 new abroad/for-shop.yaml -c abroad/form.csv -p company/acme.yaml --messages en
holds abroad/for-shop.yaml 'language: en'
holds abroad/for-shop.yaml 'extends: ../company/acme.yaml'
wants 0 answer abroad/for-shop.yaml 2 'yes By the porter.'
wants 0 render abroad/for-shop.yaml --lang en -f md --allow-errors
holds out 'By the porter.'

# One answer is proposed once, however many questions refer to it.
cat >both.yaml <<'END'
checksheet: catalog/1
id: BOTH
language: ja
title: t
edition: 1
items:
  1: サーバーの時計を正確な時刻源に合わせていますか。
  2: サーバーやネットワーク機器の時計を、正確な時刻源に合わせていますか。
END
printf 'checksheet: profile/1\nlanguage: ja\nextends: company/acme.yaml\ncatalog: BOTH\nanswers:\n  1: = METI 6-14\n  2: ○ 機器は手で合わせます。\n' >both.profile.yaml
printf '番号,質問,回答,備考\n1,装置の時計を正確な時刻源に合わせていますか。,,\n' >once.csv
wants 0 new once.yaml -c once.csv -p company/acme.yaml -p both.profile.yaml --lang ja --messages en
[ "$(grep -c '#? [1-3]\.' once.yaml)" -eq 2 ] || fail "not one proposal for each answer: $(cat once.yaml)"
holds once.yaml '手で合わせます。'

# What operating systems enforce on all says nothing of how operators' passwords are managed: it is proposed.
wants 0 new operators.yaml -c METI -p "$ROOT/profiles/callconnect.yaml" --lang ja
holds operators.yaml '#? 1. CALLCONNECT 4-4 ('
lacks operators.yaml '#= CALLCONNECT 4-4'

# The file is in the language of its answers, on whatever terminal it is made, unless another one is asked for.
for language in ja en; do
    CHECKSHEET_LANG=$language wants 0 new $language.yaml -c once.csv -p company/acme.yaml -p both.profile.yaml
    mv $language.yaml $language.begun
done
same ja.begun en.begun
holds en.begun '理由: どちらも尋ねる: '
cp en.begun once.yaml
CHECKSHEET_LANG=en wants 0 new --update once.yaml -p both.profile.yaml
same once.yaml en.begun
wants 0 new other.yaml -c once.csv -p company/acme.yaml -p both.profile.yaml --lang en
holds other.yaml 'Why: both ask for: '

# What cannot be worked with is said.
wants 3 new x.yaml -c MIC -p nosuch.yaml
wants 3 new nosuch/x.yaml -c MIC -p company/acme.yaml
mkdir none
wants 3 new x.yaml -c MIC -p none
holds err "there is no profile in none"
echo text >notes.txt
wants 1 new x.yaml -c notes.txt -p company/acme.yaml
[ ! -e x.yaml ] || fail 'a profile without a catalog'
wants 0 new - -c MIC -p company/acme.yaml
holds out 'extends: company/acme.yaml'
