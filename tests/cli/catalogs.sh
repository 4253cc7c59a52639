. "$ROOT/tests/helpers.sh"

# Where catalogs come from: CHECKSHEET_PATH before the built-in ones; list shows which copy is used.
wants 0 list --lang en
lacks out SMALL
holds out METI
lacks out 'Languages'
lacks out 'builtin'
holds out 'Next  checksheet list METI'
write_small
wants 0 list
holds out SMALL
holds out catalogs/small.yaml

# By publisher; for programs the publisher is a column. A language counts where every question is asked in it.
wants 0 list --lang en
holds out 'No publisher named'
lacks out builtin:
grep -A 1 '^Ministry of Economy, Trade and Industry (METI), Japan$' out | grep '^METI .* 71  ja en ' >/dev/null || fail "$(cat out)"
grep '^SCS .*(★3: 81, ★4: 98)$' out >/dev/null || fail "$(cat out)"
grep '^SMALL .* 3  ja  ' out >/dev/null || fail "$(cat out)"
wants 0 list -f tsv --lang en
holds out "$(printf 'Languages\tWhere\tTitle\tPublisher')"
grep "^METI	.*	71	ja en	builtin:meti-2013.yaml	.*	Ministry of Economy, Trade and Industry (METI), Japan\$" out >/dev/null ||
    fail "$(cat out)"
mkdir second
sed 's/id: SMALL/id: METI/; s/^edition: .*/edition: 2013年度版/' catalogs/small.yaml >second/meti.yaml
export CHECKSHEET_PATH="$TMP/catalogs:$TMP/second:$TMP/nosuch"
wants 0 list
grep "^METI" out >meti
holds meti second/meti.yaml
[ "$(wc -l <meti)" -eq 1 ] || fail 'METI is listed more than once'
wants 0 list METI
holds out 責任者を決めていますか。
wants 0 list meti # case does not matter
wants 0 list METI -f tsv
wants 0 list METI -f json
wants 0 list ./second/meti.yaml
unset CHECKSHEET_PATH
wants 0 list METI
lacks out 責任者を決めていますか。
wants 0 list ./catalogs/small.yaml

# Beside the profile and in catalogs/ there, whatever the file is called; else the message names these places.
wants 0 validate acme.yaml
mv catalogs elsewhere
wants 1 validate acme.yaml
holds out "there is no catalog 'SMALL' [unknown-catalog]"
holds out 'beside this file or in catalogs/, or is named with -c FILE'
mkdir deep
cp acme.yaml deep/
cp elsewhere/small.yaml deep/anything.yaml
wants 0 validate deep/acme.yaml
wants 0 -C deep status acme
mkdir deep/catalogs
mv deep/anything.yaml deep/catalogs/
wants 0 validate deep/acme.yaml
mv elsewhere catalogs
wants 0 validate -c ./catalogs/small.yaml acme.yaml
wants 0 render acme -c catalogs/small.yaml -o out.csv
wants 0 list SMALL # of catalogs/ here
wants 0 show catalogs/small.yaml 1-1 2-1
holds out 責任者を決めていますか。
holds out バックアップを取っていますか。
