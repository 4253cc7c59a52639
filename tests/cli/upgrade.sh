. "$ROOT/tests/helpers.sh"

# new --update --from-edition carries the answers over to the next edition of a catalog: what is the same stays as it
# stands, numbers change with their questions, and what must be read again is listed and said above the answer.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs"
cat >old.yaml <<'END'
checksheet: catalog/1
id: ED
title: 版のあるカタログ
edition: 2024年版
sections:
  1 体制:
    1-1: 情報セキュリティの責任者を決めていますか。
    1-2: 従業員に情報セキュリティの教育をしていますか。
    1-3: 委託先を定期的に確認していますか。
  2 運用:
    2-1: データのバックアップを毎日取得していますか。
    2-2: 操作の記録を残していますか。
    2-3: 入退室を管理していますか。
    2-4: 通信を暗号化していますか。
    2-5: 紙の書類を施錠して保管していますか。
    2-6: 印刷物の持ち出しを禁じていますか。
END
cat >catalogs/new.yaml <<'END'
checksheet: catalog/1
id: ED
title: 版のあるカタログ
edition: 2026年版
sections:
  1 体制:
    1-1: 情報セキュリティの責任者を決めていますか。
    1-2: 従業員と派遣社員に情報セキュリティの教育をしていますか。
    1-3: 取引を始める前の審査の基準はありますか。
    1-4: 委託先を定期的に確認していますか。
  2 運用:
    2-1: データのバックアップを毎日取得し、復元できることを確かめていますか。
    2-2: 脆弱性の情報を集めていますか。
    2-3: 操作の記録を残していますか。
    2-4:
      ask: 通信を暗号化していますか。
      kind: yes-no
END
cat >acme.yaml <<'END'
# 自社の回答
checksheet: profile/1
vendor:   株式会社サンプル   # odd blanks stay
catalog: ED
answers:

  # 情報セキュリティの責任者を決めていますか。
  1-1: = 2-3
  # 従業員に情報セキュリティの教育をしていますか。
  1-2: ○ 年1回です。
  # 自分のメモ
  1-3:
    status: △
    remark: |
      年に1回、

      主な委託先だけ

  2-1: = ED 2-2
  "2-2": "○ 1年間"   # kept
  2-3: ○ 受付
  2-4: × まだです
  # 紙の書類を施錠して保管していますか。
  2-5:
    status: ○
    remark: 鍵のかかる棚
  2-6:
  x-memo: 残す
END
cp acme.yaml before
wants 0 new --lang ja --update acme.yaml --from-edition old.yaml
is out <<'END'
前回  今回  読み直すわけ                                       質問
1-1   1-1   同じとしていた設問がなくなった (回答は外しました)  情報セキュリティの責任者を決めていますか。
1-2   1-2   文が変わった                                       従業員と派遣社員に情報セキュリティの教育をしていますか。
-     1-3   新しい設問                                         取引を始める前の審査の基準はありますか。
2-1   2-1   文が変わった                                       データのバックアップを毎日取得し、復元できることを確かめていますか。
-     2-2   新しい設問                                         脆弱性の情報を集めていますか。
2-4   2-4   意味か答え方が変わった (回答は外しました)          通信を暗号化していますか。
2-3   -     なくなった (回答は外しました)                      入退室を管理していますか。
2-5   -     なくなった (回答は外しました)                      紙の書類を施錠して保管していますか。
END
echo 'acme.yaml の回答を新しい版へ移しました。読み直すもの: 8件' | is err
is acme.yaml <<'END'
# 自社の回答
checksheet: profile/1
vendor:   株式会社サンプル   # odd blanks stay
catalog:
  id: ED
  edition: 2026年版
answers:

  # 1-1: ほかの回答と同じとしていましたが、その設問が今の版にありません。
  # 1-1: = 2-3
  # 情報セキュリティの責任者を決めていますか。
  1-1:
  # 従業員と派遣社員に情報セキュリティの教育をしていますか。
  # 1-2: 読み直してください。設問の文が変わりました。前の文: 従業員に情報セキュリティの教育をしていますか。
  1-2: ○ 年1回です。
  # 取引を始める前の審査の基準はありますか。
  1-3:
  # 自分のメモ
  1-4:
    status: △
    remark: |
      年に1回、

      主な委託先だけ

  # データのバックアップを毎日取得し、復元できることを確かめていますか。
  # 2-1: 読み直してください。設問の文が変わりました。前の文: データのバックアップを毎日取得していますか。
  2-1: = ED 2-3
  # 脆弱性の情報を集めていますか。
  2-2:
  2-3: "○ 1年間"   # kept
  # 2-3: 新しい版にない設問への回答です。前の文: 入退室を管理していますか。
  # 2-3: ○ 受付

  # 2-4: 前の版の同じ番号への回答です。設問の意味か答え方が変わったため、外しました。前の文: 通信を暗号化していますか。
  # 2-4: × まだです
  # 通信を暗号化していますか。
  2-4:
  # 2-5: 新しい版にない設問への回答です。前の文: 紙の書類を施錠して保管していますか。
  # 2-5:
  #   status: ○
  #   remark: 鍵のかかる棚

  x-memo: 残す
END
wants 0 validate acme.yaml
holds out 'not answered yet (4): 1-1 1-3 2-2 2-4 [unanswered]'

# What has been carried over is carried over; from an edition to itself, nothing changes.
cp acme.yaml once
wants 0 new --update acme.yaml --from-edition ED
empty out
same acme.yaml once
holds err 'acme.yaml answers ED 2026年版 already; there is nothing to do'

# So it is a second time: no answer moves twice, no key is written twice.
wants 0 new --update acme.yaml --from-edition old.yaml
holds err 'there is nothing to do'
same acme.yaml once
cp old.yaml catalogs/old.yaml
wants 0 new --update acme.yaml --from-edition ED@2024年版
same acme.yaml once
wants 2 new --update acme.yaml --from-edition ED@2023年版
holds err "catalog ED has no edition '2023年版'. There are:"

# An answer is not joined to another edition by its number: the profile's edition picks its catalog, and where that one is
# not to be had, nothing is written, but with --allow-errors what both editions ask in the same words.
cat >mine.yaml <<'END'
checksheet: profile/1
vendor: x
catalog: {id: ED, edition: 2024年版}
answers:
  1-1: ○ 社長
  1-3: ○ 年に1回
END
wants 0 render mine -f csv -o -
holds out '委託先を定期的に確認していますか。,○'
wants 1 render mine -f csv -c catalogs/new.yaml -o out.csv
holds err '[edition-differs]'
holds err 'checksheet new --update mine.yaml --from-edition "ED@2024年版"'
[ ! -e out.csv ] || fail 'answers to the old edition were written under the new one'
wants 1 render mine -f csv -c ED@2026年版 -o out.csv
wants 1 diff mine mine -c ED@2026年版
wants 1 new --update mine.yaml -c ED@2026年版
for words in 'status mine' 'show ED 1-3 -p mine' 'list ED -p mine'; do
    mkdir away
    mv old.yaml away/
    mv catalogs/old.yaml away/again.yaml
    wants 0 $words
    holds err '[edition-differs]'
    mv away/old.yaml .
    mv away/again.yaml catalogs/old.yaml
    rmdir away
done
wants 0 render mine -f csv -c ED@2026年版 -o out.csv --allow-errors
holds out.csv '責任者を決めていますか。,○,社長'
lacks out.csv '年に1回'
holds err '1 answers were left out'
cp mine.yaml carried.yaml
wants 0 new --update carried.yaml --from-edition ED@2024年版
wants 0 validate carried.yaml
lacks out '[edition-differs]'
rm catalogs/old.yaml

# In a pipe the profile itself is what is asked for.
wants 0 new --lang ja --update - --from-edition old.yaml <before
same out once

# Another id: the catalog's name changes too, at the head and in front of numbers.
sed 's/^id: ED/id: ED2/' catalogs/new.yaml >ed2.yaml
printf 'checksheet: profile/1\nvendor: x\ncatalog: ED  # ours\nanswers:\n  ED 1-3: ○\n  2-2: ○\n' >named.yaml
wants 0 new -q --update named.yaml --from-edition old.yaml -c ed2.yaml
grep -v '^  #\|:$' named.yaml >said
is said <<'END'
checksheet: profile/1
vendor: x
catalog:  # ours
  id: ED2
  edition: 2026年版
  ED2 1-4: ○
  2-3: ○
END

# What stands on one line with others cannot be taken out alone, so nothing is written.
printf 'checksheet: profile/1\nvendor: x\ncatalog: ED\nanswers: {1-1: ○, 2-5: ○}\n' >flow.yaml
cp flow.yaml before
wants 1 new --update flow.yaml --from-edition old.yaml
same flow.yaml before
holds err 'put each question on a line of its own first'

# Slips.
wants 2 new --from-edition old.yaml
holds err '--from-edition goes with --update'
wants 2 new --update acme.yaml --from-edition flow.yaml
holds err 'flow.yaml is no catalog'
wants 2 new --update acme.yaml --from-edition NOSUCH
wants 3 new --update acme.yaml --from-edition nosuch.yaml
wants 3 new --update nosuch.yaml --from-edition old.yaml
unset CHECKSHEET_PATH
mkdir far
mv old.yaml far/
mkdir hidden
mv catalogs ed2.yaml hidden/
wants 3 new --update acme.yaml --from-edition far/old.yaml
holds err 'there is no new edition of catalog ED'
