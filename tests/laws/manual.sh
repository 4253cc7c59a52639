. "$ROOT/tests/helpers.sh"

# The rules of the manual are what the program explains of them, and each is there.
cd "$ROOT" || exit 1
for manual in 'man/checksheet.1 en' 'man/ja/checksheet.1 ja'; do
    # unquoted on purpose: two words
    sh .ci/rules "$CHECKSHEET" $manual >"$TMP/checksheet.1"
    cmp "$TMP/checksheet.1" "${manual% *}" || fail 'the rules of the manual are not what the program explains: make manual'
done
rules=$(grep -c '^CS_RULE(' include/checksheet/rules.def)
[ "$(sed -n '/by make manual/,/end of the rules/p' man/checksheet.1 | grep -c '^\.It Cm')" -eq "$rules" ] ||
    fail 'the manual has not all rules'

# The Japanese manuals keep step with the English ones: the same headings in the same order, the same options, keys, formats
# and variables, the same synopsis and the same commands. So does the README, as far as commands and examples go.
shape() {
    sed '/^\.\\" --- the rules/,/^\.\\" --- end of the rules/d' "$1" | awk '
        /^\.Sh / { print; synopsis = $2 == "SYNOPSIS"; next }
        synopsis { print; next }
        /^\.Ss [a-z]+$/ { print; next } # a command
        /^\.Ss / { print ".Ss"; next }
        /^\.It (Fl|Cm|Ev|Pa) / || /^\.It Li [a-z0-9 ,*A-Z-]+$/ && !/ Ta / { print; next }
        /^(\.D[l1] )?\$ checksheet / { print }'
}
# The words that a command takes, such as its formats.
words() {
    sed '/^\.\\" --- the rules/,/^\.\\" --- end of the rules/d' "$1" | awk '
        /^\.S[hs] / { section = $1 == ".Ss" && $2 ~ /^[a-z]+$/ ? $2 : ""; next }
        section != "" && /^\.(It )?Cm / {
            for (i = $1 == ".It" ? 3 : 2; i <= NF && $i !~ /^[A-Z]/; i++)
                if ($i ~ /^[a-z][a-z-]+$/)
                    print section, $i
        }' | sort -u
}
words man/checksheet.1 >"$TMP/en"
words man/ja/checksheet.1 >"$TMP/ja"
[ -s "$TMP/en" ] || fail 'man/checksheet.1 takes no words'
diff -u "$TMP/en" "$TMP/ja" || fail 'man/ja/checksheet.1 does not name the same words'
for page in checksheet.1 checksheet-profile.5 checksheet-catalog.5; do
    shape "man/$page" >"$TMP/en"
    shape "man/ja/$page" >"$TMP/ja"
    [ -s "$TMP/en" ] || fail "man/$page has no shape"
    diff -u "$TMP/en" "$TMP/ja" || fail "man/ja/$page is not in step with man/$page"
done
links() {
    grep -oE '^\$ checksheet .*|^\| `checksheet [^|]*(\\\|[^|]*)?\||\((\.\./)?examples/[a-z-]+\)|^## ' "$1" | sed 's,(\.\./,(,'
}
links README.md >"$TMP/en"
links .github/README.ja.md >"$TMP/ja"
diff -u "$TMP/en" "$TMP/ja" || fail '.github/README.ja.md is not in step with README.md'
for link in $(grep -oE '\]\([^)#]+' .github/README.ja.md | cut -c 3-); do
    [ -e ".github/$link" ] || fail ".github/README.ja.md leads to $link, which is not there"
done
