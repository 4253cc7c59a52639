. "$ROOT/tests/helpers.sh"

# import --into: answers of a sheet go into a profile at their places; what is answered otherwise stays, and is said.
write_small
cat >whole.yaml <<'END'
checksheet: profile/1
language: ja
service: 見本クラウド # as it is called
vendor: 見本株式会社
catalog: {id: SMALL}
answers:
  # who is responsible
  1-1: ○ 社長です。
  1-2:
END
cat >filled.csv <<'END'
番号,質問,回答,備考
1-1,責任者を決めていますか。,×,だれもいません。
1-2,教育をしていますか。,△,年に1回です。
2-1,バックアップを取っていますか。,○,毎晩取ります。
9-9,犬を飼っていますか。,○,
END
cp whole.yaml before.yaml
wants 1 import filled.csv --into whole.yaml --lang en
is whole.yaml <<'END'
checksheet: profile/1
language: ja
service: 見本クラウド # as it is called
vendor: 見本株式会社
catalog: {id: SMALL}
answers:
  # who is responsible
  1-1: ○ 社長です。
  1-2: △ 年に1回です。
  2-1: ○ 毎晩取ります。
END
holds err 'whole.yaml:8: 1-1 is answered otherwise and stays: ○ 社長です。 (the sheet: × だれもいません。)'
holds err 'filled.csv:B5: no question fits; left out: 犬を飼っていますか。'
holds err 'whole.yaml: answers put in 2, the same 0, other ones that stay 1'
wants 0 validate whole.yaml

# Once more, nothing changes; and a sheet that says the same is no finding.
cp whole.yaml after.yaml
wants 1 import filled.csv --into whole.yaml --lang en
holds err 'put in 0, the same 2, other ones that stay 1'
same whole.yaml after.yaml
wants 0 render whole.yaml -q -o whole.csv
wants 0 import whole.csv --into whole.yaml --lang ja
holds err '入れた回答 0、同じ回答 3、違うので変えなかった回答 0'
same whole.yaml after.yaml

# Elsewhere, with -o, and to stdout; the profile stays.
cp before.yaml whole.yaml
wants 1 import filled.csv --into whole.yaml -q -o new.yaml
same whole.yaml before.yaml
same new.yaml after.yaml
wants 1 import filled.csv --into whole.yaml -q -o -
same out after.yaml
empty err

# A new question goes behind the one before it in the catalog, and an answer from a profile below counts as one.
printf 'checksheet: profile/1\nservice: 見本\nvendor: 見本株式会社\ncatalog: {id: SMALL}\nanswers:\n  2-1: ×\n  1-1: ○ 社長です。\n' >order.yaml
wants 1 import filled.csv --into order.yaml -q
sed -n 7,9p order.yaml >tail
is tail <<'END'
  1-1: ○ 社長です。
  1-2: △ 年に1回です。
END
printf 'checksheet: profile/1\nextends: whole.yaml\nanswers:\n' >child.yaml
wants 1 import filled.csv --into child.yaml --lang en
holds err 'whole.yaml:8: 1-1 is answered otherwise'
lacks child.yaml '1-1'
holds child.yaml '1-2: △ 年に1回です。'

wants 2 import filled.csv --into whole.yaml --as catalog
wants 3 import filled.csv --into none.yaml
printf 'checksheet: catalog/1\n' >broken.yaml
wants 1 import filled.csv --into broken.yaml
