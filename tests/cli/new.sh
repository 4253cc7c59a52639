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

# Every shipped catalog, in both languages.
unset CHECKSHEET_PATH
for id in $("$CHECKSHEET" list -f tsv | sed '1d; s/\t.*//'); do
    for language in ja en; do
        wants 0 new $id-$language.yaml -c $id --lang $language
        wants 0 validate -f short $id-$language.yaml
        ! grep ': error: ' out || fail "$id in $language"
        holds out '[no-vendor]'
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
