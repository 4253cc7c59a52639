. "$ROOT/tests/helpers.sh"

# Questions as customers put them find the item that asks the same, and questions about something else find little. The
# figures are those measured when this was written, less a few; a change of the thesaurus or of the weights that loses
# more has to be a good one.
ask() { # FILE WORD...: a line a question: number of the best candidate, or -
    questions=$1
    shift
    sed 1d "$questions" | cut -f 3 | "$CHECKSHEET" find "$@" -f json >out 2>err
    [ $? -le 1 ] || fail "find: $(cat err)"
    awk '/"candidates": \[\]/ {print "-"; next}
         /"candidates": \[/ {first = 1; next}
         first && match($0, /"item": "[^"]*"/) {print substr($0, RSTART + 9, RLENGTH - 10); first = 0}' out
}

wordings=$ROOT/tests/match/wordings.tsv
sed 1d "$wordings" | cut -f 5 >wanted
ask "$wordings" -c METI -n 1 >found
[ "$(wc -l <wanted)" -eq "$(wc -l <found)" ] || fail "not an answer for each question: $(wc -l <found)"
right=$(paste wanted found | awk '$1 == $2' | wc -l)
[ "$right" -ge 49 ] || fail "of $(wc -l <wanted) wordings only $right find their item"

elsewhere=$ROOT/tests/match/elsewhere.tsv
ask "$elsewhere" -n 1 >found
silent=$(grep -c '^-$' found)
[ "$silent" -ge 51 ] || fail "of $(wc -l <found) questions about something else only $silent find nothing"
