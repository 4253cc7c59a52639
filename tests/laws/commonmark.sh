. "$ROOT/tests/helpers.sh"

# A second opinion on the Markdown that is written: cmark-gfm, which GitHub is built on, reads from each cell of a table what
# the tab-separated sheet has there. A sign that is not escaped is a tag, an emphasis or one more cell to it, and so lost.
command -v cmark-gfm >/dev/null 2>&1 || skip 'cmark-gfm is not there'

# The rows of all tables of a document, cells with tabs between and \n for a line's end, as tab-separated sheets are written.
cells_of() {
    cmark-gfm -e table -e strikethrough -e autolink --unsafe -t xml "$1" | awk '
    function plain(text) {
        gsub(/^[^>]*>|<[^<]*$/, "", text)
        gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&amp;/, "\\&", text)
        gsub(/\\/, "\\\\&", text)
        return text
    }
    /<table_header>/ { is_header = 1 }
    /<table_row>|<table_header>/ { row = ""; count = 0 }
    /<table_cell/ { row = row (count++ ? "\t" : "") }
    /<text / { row = row plain($0) }
    /<html_inline .*&lt;br&gt;/ { row = row "\\n" }
    /<\/table_header>/ { is_header = 0 }
    /<\/table_row>/ && !is_header { print row }
    '
}

compare() { # PROFILE
    wants 0 render -q "$1" -f md -o - && cells_of out >is
    wants 0 render -q "$1" -f tsv -o - && sed 1d out >ought
    diff ought is >differing || fail "$1: what cmark-gfm reads (>) is not what is there (<): $(sed -n 1,10p differing)"
}

for profile in "$ROOT"/profiles/*.yaml; do
    compare "$profile"
    [ "$(wc -l <is)" -gt 20 ] || fail "hardly a row was read of $profile"
done

# Any two signs, between, before and behind letters, at the beginning and the end of a remark.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs"
LC_ALL=C awk 'BEGIN {
    print "checksheet: catalog/1\nid: SIGNS\ntitle: x\nedition: x\nitems:" >"catalogs/signs.yaml"
    print "checksheet: profile/1\nvendor: x\ncatalog: {id: SIGNS, edition: x}\nanswers:" >"signs.yaml"
    signs = "!\"#$%&'\''()*+,-./:;<=>?@[\\]^_`{|}~ a1漢"
    for (i = 1; i <= 36; i++)
        for (k = 1; k <= 36; k++) {
            pair = pick(i) pick(k)
            printf "  %d.%d: x\n", i, k >"catalogs/signs.yaml"
            printf "  %d.%d: {status: ok, remark: '\''%sa b%sa a%s %s a%s.%sb%s'\''}\n", i, k, pair, pair, pair, pair, pair, pair, pair >"signs.yaml"
        }
}
function pick(i, sign) { sign = i == 36 ? "漢" : substr(signs, i, 1); return sign == "'\''" ? "'\'\''" : sign }'
compare signs.yaml
[ "$(wc -l <is)" -eq 1296 ] || fail "$(wc -l <is) pairs of signs were read"
