. "$ROOT/tests/helpers.sh"

# The page of every profile, in both languages, is well-formed, has every item once, and needs nothing beside it; tables say
# what their cells belong to. What stands in an answer is text, whatever it looks like. The filter leaves out what it says.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"

# count FILE PATTERN: lines times matches of a basic regular expression.
count() {
    grep -o -- "$2" "$1" | wc -l
}

check() { # FILE PROFILE LANGUAGE
    items=$("$CHECKSHEET" render "$2" --lang "$3" -q -f json -o - | grep -c '^    {"id": ')
    [ "$(count "$1" '<tr id="')" -eq "$items" ] || fail "$1: $(count "$1" '<tr id="') rows, not $items"
    [ -z "$(grep -o ' id="[^"]*"' "$1" | sort | uniq -d)" ] || fail "$1: the same id twice: $(grep -o ' id="[^"]*"' "$1" | sort | uniq -d)"
    [ "$(count "$1" '<html lang="'"$3"'"')" -eq 1 ] || fail "$1 does not say its language"
    [ "$(count "$1" '<h1')" -eq 1 ] || fail "$1 has not one title"
    grep '<th[ >]' "$1" | grep -v '<th scope=' && fail "$1: a title of a table without scope"
    grep -E '<(script|link|img|iframe)[^>]*(src|href)=|@import|url\(' "$1" && fail "$1 needs something beside it"
    grep -E 'href="[^"]*"' -o "$1" | grep -vE 'href="(#|https?://|mailto:)' && fail "$1 leads elsewhere"
    ! command -v xmllint >/dev/null || xmllint --noout "$1" || fail "$1 is not well-formed"
}

for profile in "$ROOT"/profiles/*.yaml "$ROOT/tests/cases/emit/page.yaml" "$ROOT/tests/cases/derive/kinds.yaml"; do
    for language in ja en; do
        name=$(basename "$profile" .yaml).$language
        wants 0 render "$profile" --lang $language -o "$name.html"
        check "$name.html" "$profile" $language
    done
done
for profile in "$ROOT"/tests/cases/emit/page.yaml; do
    [ "$(count page.ja.html '<script>')" -eq 1 ] || fail 'an answer made a script'
    [ "$(count page.ja.html '<img')" -eq 0 ] || fail 'an answer made a picture'
    holds page.ja.html '&lt;script&gt;alert(1)&lt;/script&gt;'
    lacks page.ja.html 'href="javascript'
done

# A level that a heading skips would be lost to who reads by headings.
for file in ./*.html; do
    grep -o '<h[1-6]' "$file" | cut -c 3 | awk -v file="$file" '
        $1 > last + 1 { print file ": a heading of level " $1 " below one of " last; bad = 1 } { last = $1 } END { exit bad }' ||
        fail "$file skips a level"
done

# A comparison is a page too.
wants 0 diff "$ROOT/tests/diff/answers.old.yaml" "$ROOT/tests/diff/answers.new.yaml" -o changes.html
holds changes.html '<del>'
! command -v xmllint >/dev/null || xmllint --noout changes.html || fail 'changes.html is not well-formed'

# In a browser: all is there at first; a state that is left out goes, and so does what lacks a word, in any width of letters.
command -v chromium >/dev/null || skip 'chromium is not there: the script was not tried'
mkdir browser
seen() { # WHAT: what is left when the script in WHAT has done its part
    sed "s|^</body>|<script>(function () { var f = document.getElementById('filter'); $1 f.dispatchEvent(new Event('input', {bubbles: true})); })();</script>&|" \
        page.ja.html >tried.html
    HOME=$TMP timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$TMP/browser" \
        --dump-dom "file://$TMP/tried.html" 2>/dev/null >dom || fail 'chromium failed'
    grep '<tr id=' dom | grep -v ' hidden' | sed 's/.*<tr id="\([^"]*\)".*/\1/' | tr '\n' ' '
}
[ "$(seen '')" = '1-1 1-2 2-1 2-2 2-3 ' ] || fail "at first: $(seen '')"
grep '<form id="filter"' dom | grep hidden && fail 'the filter does not show'
[ "$(seen "f.querySelector('[value=ok]').checked = false; f.querySelector('[value=open]').checked = false;")" = '1-2 2-1 2-2 ' ] ||
    fail 'states are not left out'
[ "$(seen "f.querySelector('[type=search]').value = 'ＳＫＹ night';")" = '2-1 ' ] || fail 'the search does not find'
grep '<section hidden' dom >/dev/null || fail 'a chapter of which nothing is left stands there'
