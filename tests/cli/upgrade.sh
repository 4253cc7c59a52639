. "$ROOT/tests/helpers.sh"

# new --update --from-edition carries the answers over to the next edition of a catalog: what is the same stays as it
# stands, numbers change with their questions, and what must be read again is listed and said above the answer.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs"
cp "$ROOT/tests/cli/upgrade/old.yaml" "$ROOT/tests/cli/upgrade/acme.yaml" .
cp "$ROOT/tests/cli/upgrade/new.yaml" catalogs
cp acme.yaml before
wants 0 new --lang ja --update acme.yaml --from-edition old.yaml
is_golden out upgrade/said.txt
echo 'acme.yaml の回答を新しい版へ移しました。読み直すもの: 8件' | is err
is_golden acme.yaml upgrade/carried.yaml
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
