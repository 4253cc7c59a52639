. "$ROOT/tests/helpers.sh"

# All catalogs and profiles that are shipped are valid, and render in every format and both languages.
cd "$ROOT" || exit 1
for file in controls/*.yaml controls/crosswalk/*.yaml profiles/*.yaml tests/cases/catalogs/*.yaml; do
    "$CHECKSHEET" validate --as-of 2025-12-01 "$file" >"$TMP/out" 2>"$TMP/err" || fail "$file: $(cat "$TMP/out" "$TMP/err")"
    ! found "$TMP/out" ': error: ' || fail "$file has errors: $(cat "$TMP/out")"
    case $file in
    profiles/*) ;;
    *) found "$TMP/out" "$file: OK  " || fail "$file: $(cat "$TMP/out")" ;;
    esac
done
outputs=''
for format in $(sheet_formats); do
    outputs="$outputs -o $TMP/a.$format"
done
for profile in profiles/*.yaml; do
    for language in ja en; do
        # unquoted on purpose: each is several words
        "$CHECKSHEET" render "$profile" --lang $language $outputs --force 2>"$TMP/err" ||
            fail "$profile in $language: $(cat "$TMP/err")"
    done
done

# Those built in are those of controls/.
cd "$TMP" || exit 1
wants 0 list -f tsv
for file in $(ls "$ROOT"/controls/*.yaml | grep -v thesaurus); do
    id=$(sed -n 's/^id: *//p' "$file")
    found out "$id	" || fail "list does not know $id"
done
