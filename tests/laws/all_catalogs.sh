. "$ROOT/tests/helpers.sh"

# Every catalog, with answers of every sort, comes back from every format, language and layout: remarks of many lines and
# of as many characters as a cell holds, answers in words, plans, what is not disclosed.
long() { # a remark of 60 lines, then one that fills a cell
    awk 'BEGIN { for (i = 1; i <= 60; i++) printf "      行 %d: 見本の文です, a line of \"text\".\n", i }'
}
full() {
    awk 'BEGIN { printf "      "; for (i = 0; i < 3270; i++) printf "文字が十個並びます。"; print "" }'
}

# fill CATALOG MARKS: a profile of it in which each question is answered, by these where it takes them.
fill() {
    wants 0 new -c "$1" -q
    long >long
    full >full
    awk -v marks="$2" '
        function text(name,   line, all) { while ((getline line < name) > 0) all = all line "\n"; close(name); return all }
        BEGIN { count = split(marks, mark, " ") }
        /^answers:/ { in_answers = 1 }
        /^vendor:/ { print "vendor: 株式会社サンプル"; next }
        /^service:/ { print "service: サンプルクラウド"; next }
        in_answers && /^  [^ #].*:$/ {
            n++
            if (n == 5) printf "%s\n    status: told\n    remark: |\n%s", $0, text("long")
            else if (n == 6) printf "%s\n    status: told\n    remark: |\n%s", $0, text("full")
            else print $0 " " mark[n % count + 1] " 見本の回答 " n "、(a) [b] <c> | d* _e_"
            next
        }
        { print }' out >"$1.yaml"
    run validate "$1.yaml" -f short # what takes no mark is told
    sed -n 's/^[^:]*:\([0-9]*\):[0-9]*: error:.*/\1s,: [^ ]* 見本,: told 見本,/p' out >mend
    sed -i -f mend "$1.yaml"
    run validate "$1.yaml" -f short
    ! grep ': error:' out || fail "$1 has faults of its own"
}

# back CATALOG LANGUAGE FORMAT [LAYOUT]
back() {
    rm -f "sheet.$3"
    wants 0 render "$1.yaml" --lang "$2" ${4:+--layout "$4"} -o "sheet.$3" -q
    wants 0 import "sheet.$3" -q
    sed 's/^vendor:$/vendor: x/; s/^service:$/service: x/' out >back.yaml
    for what in answers remarks wording; do
        wants 0 diff "$1.yaml" back.yaml --only $what --exit-code
    done
}

tried=0
for catalog in $("$CHECKSHEET" list -f tsv | sed 1d | cut -f 1); do
    fill "$catalog" '○ △ × － told'
    for language in ja en; do
        for format in csv md xlsx; do
            back "$catalog" $language $format
            tried=$((tried + 1))
        done
    done
done
[ $tried -gt 30 ] || fail "only $tried were tried"
