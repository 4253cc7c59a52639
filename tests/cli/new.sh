. "$ROOT/tests/helpers.sh"

# new writes a profile in which only the vendor is not filled in and every question is open; filled in, it is valid.
write_small
rm acme.yaml
wants 0 new acme.checksheet.yaml -c SMALL
empty out
is err <<'END'
made .checksheet/: the schema by which editors show questions and complete answers
wrote acme.checksheet.yaml (SMALL, 3 questions, none answered yet)
Next: fill in vendor, service and the answers, then: checksheet validate acme
END
cp acme.checksheet.yaml before
wants 0 validate -f short acme.checksheet.yaml
is out <<'END'
acme.checksheet.yaml:7:1: warning: 'vendor' is empty: nobody knows whose answers these are [no-vendor]
acme.checksheet.yaml:13:1: warning: not answered yet (3): 1-1…2-1 [unanswered]
END
wants 3 new acme.checksheet.yaml -c SMALL
echo "checksheet: 'acme.checksheet.yaml' exists and is not overwritten (--force replaces it)." | is err
same acme.checksheet.yaml before
sed -e 's/^vendor: .*/vendor: 株式会社サンプル/' -e 's/^\(  [0-9-]*:\)$/\1 ○ あります。/' before >acme.checksheet.yaml
wants 0 validate --complete --fail-on warning acme.checksheet.yaml
wants 0 new -c SMALL
same out before
wants 0 new - -c SMALL
same out before
wants 0 new -q quiet.yaml -c SMALL
empty out
empty err

# A name without an ending gets the one that everybody looks for, and a file that goes by the name is kept.
mkdir named && cp -R catalogs named/catalogs
wants 0 -C named new hoshi -c SMALL
holds err 'wrote hoshi.checksheet.yaml (SMALL'
holds err 'checksheet -C named validate hoshi'
wants 0 -C named validate
holds out 'hoshi.checksheet.yaml'
wants 3 -C named new hoshi -c SMALL
echo "checksheet: 'hoshi.checksheet.yaml' exists and is not overwritten (--force replaces it)." | is err
wants 0 -C named new own --kind catalog
[ -f named/own.yaml ] || fail 'no own.yaml'
wants 0 -C named new -o tsuki -c SMALL
[ -f named/tsuki.checksheet.yaml ] || fail 'no tsuki.checksheet.yaml'

# Every shipped catalog, in both languages; no comment is wider than 80 columns.
unset CHECKSHEET_PATH
counts_cells=$([ "$(printf '表○' | LC_ALL=C.UTF-8 wc -L 2>/dev/null)" = 3 ] && echo yes)
for id in $("$CHECKSHEET" list -f tsv | sed '1d; s/\t.*//'); do
    for language in ja en; do
        wants 0 new $id-$language.yaml -c $id --lang $language
        wants 0 validate -f short $id-$language.yaml
        ! grep ': error: ' out || fail "$id in $language"
        holds out '[no-vendor]'
        [ -z "$counts_cells" ] || [ "$(LC_ALL=C.UTF-8 wc -L <$id-$language.yaml)" -le 80 ] || fail "$id in $language: a wide line"
    done
done

wants 0 new --kind catalog own.yaml
wants 0 validate own.yaml
wants 0 new --kind catalog --lang ja eigen.yaml
wants 0 validate eigen.yaml
wants 3 new nosuch/acme.yaml -c METI

# A later edition of the catalog is noticed.
write_small
for language in ja en; do
    rm -f fresh.yaml
    wants 0 new fresh.yaml -c SMALL --lang $language
    sed 's/^vendor: /vendor: V/' fresh.yaml >answered.yaml
    wants 0 validate answered.yaml
    lacks out '[edition-differs]'
done
sed 's/^edition: .*/edition: {ja: 2026年版, en: "2026"}/' catalogs/small.yaml >later.yaml
mv later.yaml catalogs/small.yaml
wants 1 validate --lang en answered.yaml
holds out 'error: written for SMALL 2025年版, while the catalog in use is 2026 [edition-differs]'

# The products that a form has columns for are offered; taken, each is answered. One that extends a profile with products
# has those.
printf 'No,質問,連携 回答,"帳票, 図 回答",備考\n1,鍵は掛かりますか。,,,\n2,窓は閉まりますか。,,,\n' >by_product.csv
wants 0 new by_product.yaml -c by_product.csv -q
sed -n '/^#   1/p; /^# products/p' by_product.yaml >rows
is rows <<'END_OF_ROWS'
#   1: {連携: ○, "帳票, 図": ○}
# products: [連携, "帳票, 図"]
END_OF_ROWS
sed -i 's/^# products/products/; s/^service:.*/service: S/; s/^vendor:.*/vendor: V/; s/^  1:.*/  1: {連携: ○ 二重, "帳票, 図": ○ 一重}/; s/^  2:.*/  2: {連携: ○, "帳票, 図": × 枠だけ}/' by_product.yaml
wants 0 fill by_product.csv -p by_product.yaml -o by_product.out.csv -q
tail -n 1 by_product.out.csv >rows
is rows <<'END_OF_ROWS'
2,窓は閉まりますか。,○,×,"【帳票, 図】枠だけ"
END_OF_ROWS
wants 0 new by_product_too.yaml -c by_product.csv -p by_product.yaml -q
lacks by_product_too.yaml products
