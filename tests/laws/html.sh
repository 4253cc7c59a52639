. "$ROOT/tests/helpers.sh"

# The page of every profile, in both languages, is well-formed, has every item once, and needs nothing beside it; tables say
# what their cells belong to. What stands in an answer is text, whatever it looks like. The filter leaves out what it says.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"

check() { # FILE PROFILE LANGUAGE
    items=$("$CHECKSHEET" render "$2" --lang "$3" -q -f json -o - | grep -c '^    {"id": ')
    awk -v items="$items" -v language="$3" '
        function wrong(text) { print FILENAME ": " text; bad = 1 }
        # each PATTERN: in turn, what matches; rest is what of the line stands behind it
        function each(pattern) {
            if (!match(rest, pattern))
                return ""
            text = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            return text
        }
        {
            rows += gsub(/<tr id="/, "&")
            pages += gsub("<html lang=\"" language "\"", "&")
            titles += gsub(/<h1/, "&")
        }
        /<th[ >]/ && !/<th scope=/ { wrong("a title of a table without scope: " $0) }
        /<(script|link|img|iframe)[^>]*(src|href)=|@import|url\(/ { wrong("needs something beside it: " $0) }
        / id="/ { for (rest = $0; each(" id=\"[^\"]*\"") != "";) if (seen[text]++) wrong("twice:" text) }
        /href="/ {
            for (rest = $0; each("href=\"[^\"]*\"") != "";)
                if (text !~ /^href="(#|https?:\/\/|mailto:)/)
                    wrong("leads elsewhere: " text)
        }
        # A level that a heading skips would be lost to who reads by headings.
        /<h[1-6]/ {
            for (rest = $0; each("<h[1-6]") != ""; last = level) {
                level = substr(text, 3) + 0
                if (level > last + 1)
                    wrong("a heading of level " level " below one of " last)
            }
        }
        END {
            if (rows != items) wrong(rows " rows, not " items)
            if (pages != 1) wrong("does not say its language")
            if (titles != 1) wrong("has not one title")
            exit bad
        }' "$1" || fail "$1 is not as it should be"
    ! command -v xmllint >/dev/null || xmllint --noout "$1" || fail "$1 is not well-formed"
}

for profile in "$ROOT"/profiles/*.yaml "$ROOT/tests/cases/emit/page.yaml" "$ROOT/tests/cases/derive/kinds.yaml"; do
    for language in ja en; do
        name=${profile##*/}
        name=${name%.yaml}.$language
        wants 0 render "$profile" --lang $language -o "$name.html"
        check "$name.html" "$profile" $language
    done
done
[ "$(grep -o '<script>' page.ja.html | wc -l)" -eq 1 ] || fail 'an answer made a script'
lacks page.ja.html '<img'
holds page.ja.html '&lt;script&gt;alert(1)&lt;/script&gt;'
lacks page.ja.html 'href="javascript'

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

# On a narrow screen no word in a title of the overview is broken.
cat >words.js <<'END'
var broken = 0;
document.querySelectorAll('.overview thead th + th').forEach(function (title) {
    var nodes = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), range = document.createRange(), node;
    while ((node = nodes.nextNode()))
        node.data.replace(/\S+/g, function (word, at) {
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            broken += range.getClientRects().length > 1;
        });
});
document.body.setAttribute('data-broken', broken);
END
for language in ja en; do
    { sed 's|</body>.*||; s|</html>||' rescuenow-status-checker.$language.html && echo '<script>' && cat words.js && echo '</script></body></html>'; } >narrow.html
    HOME=$TMP timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$TMP/browser" \
        --window-size=500,900 --dump-dom "file://$TMP/narrow.html" 2>/dev/null >dom || fail 'chromium failed'
    grep -q 'data-broken="0"' dom || fail "$language: broken words: $(grep -o 'data-broken="[0-9]*"' dom)"
done
