. "$ROOT/tests/helpers.sh"

# The catalogs of controls/ are whole: every question is asked and guided in both languages, no number stands twice, numbers
# come in the order of their parts, and each has as many questions as its sheet, section by section.

# asked FILE: how many questions, and how many of them have both languages of question and guide.
asked() {
    awk '
        # a key with two languages below it: "key:", then ja and en in this order
        /^ *(ask|guide):$/ { key = $1; indent = match($0, /[^ ]/); wants = "ja:"; in_item = key == "ask:" || asks; next }
        wants != "" && $1 == wants && match($0, /[^ ]/) > indent && NF > 1 {
            if (wants == "ja:") { wants = "en:"; next }
            if (key == "ask:") { asks++; open = 1 } else if (open) { guides++; open = 0 }
        }
        { wants = "" }
        END { print asks + 0, guides + 0 }
    ' "$1"
}

# numbers ID: every number of a catalog, one a line.
numbers() {
    wants 0 list "$1" -f tsv --lang en
    sed 1d out | cut -f 1
}

# in_order: nothing if each number on stdin comes after the one before, part by part; else the pair.
in_order() {
    awk -F '[-.]' '
        NR > 1 {
            for (i = 1; i <= NF || i <= n; i++) {
                a = i in was ? was[i] : ""; b = $i
                numeric = a ~ /^[0-9]*$/ && b ~ /^[0-9]*$/
                if (numeric ? a + 0 < b + 0 : a < b) break
                if (numeric ? a + 0 > b + 0 : a > b) { print before " " $0; exit }
            }
        }
        { n = NF; for (i in was) delete was[i]; for (i = 1; i <= NF; i++) was[i] = $i; before = $0 }
    '
}

for file in $(ls "$ROOT"/controls/*.yaml | grep -v thesaurus); do
    id=$(sed -n 's/^id: *//p' "$file")
    numbers "$file" >numbers
    count=$(wc -l <numbers | tr -d ' ')
    [ "$(asked "$file")" = "$count $count" ] || fail "$id: of $count questions, asked and guided in ja and en: $(asked "$file")"
    twice=$(sort numbers | uniq -d)
    [ -z "$twice" ] || fail "$id: stands twice: $twice"
    wrong=$(in_order <numbers)
    [ -z "$wrong" ] || fail "$id: out of order: $wrong"
done
[ -n "$(printf '6-10\n6-9\n' | in_order)" ] || fail 'the test of order does not see 6-10 before 6-9'
[ -z "$(printf '6-9\n6-10\n46.1\nA.5.9\nA.5.10\n' | in_order)" ] || fail 'the test of order knows no parts'

# counts ID PREFIX=COUNT...: how many numbers begin so; the last is the whole.
counts() {
    id=$1
    shift
    numbers "$id" >numbers
    for pair in "$@"; do
        found=$(grep -c "^${pair%=*}" numbers)
        [ "$found" -eq "${pair#*=}" ] || fail "$id: $found questions begin with ${pair%=*}, not ${pair#*=}"
    done
}

counts METI 1-=2 2-=5 3-=4 4-=2 5-=6 6-=31 7-=1 8-=3 9-=5 10-=6 11-=6 =71
counts MIC =127
counts PRECENA =111
counts CALLCONNECT =52
counts ISO27001 A.5.=37 A.6.=8 A.7.=14 A.8.=34 A.=93 CLD.=7 =100

# The numbers of 2013: all 114 of them, of which one went to two places; 11 controls were new in 2022.
was=$(sed -n 's/^ *was: {"2013": \(.*\)}$/\1/p' "$ROOT/controls/iso27001-2022.yaml" | tr -d '[],' | tr ' ' '\n')
[ "$(echo "$was" | wc -l)" -eq 115 ] || fail "ISO27001: $(echo "$was" | wc -l) numbers of 2013, not 115"
[ "$(echo "$was" | sort | uniq -d)" = A.18.2.3 ] || fail "ISO27001: twice in 2013: $(echo "$was" | sort | uniq -d)"
[ "$(grep -c '^ *was:' "$ROOT/controls/iso27001-2022.yaml")" -eq 82 ] || fail 'ISO27001: 82 of 93 controls were there in 2013'

# Lists of ids that somebody has beside the project, one a line: LISTS names a folder with ID.ids for a catalog, or
# ID@LEVEL.ids for one of its levels.
for list in "${LISTS:-/nonexistent}"/*.ids; do
    [ -f "$list" ] || continue
    name=$(basename "$list" .ids)
    id=${name%@*}
    set -- list "$id" -f tsv
    [ "$name" = "$id" ] || set -- "$@" --level "${name#*@}"
    wants 0 "$@"
    sed 1d out | cut -f 1 | sort >numbers
    sort "$list" | diff -u - numbers || fail "$id has other numbers than $list"
done
