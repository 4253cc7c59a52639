. "$ROOT/tests/helpers.sh"

# A reader that goes away ends the program without a word.
write_small
i=0
while [ $i -lt 3000 ]; do
    echo "  9-$i: ○"
    i=$((i + 1))
done >>acme.yaml
for words in 'validate acme.yaml' 'validate -f short acme.yaml' 'render -q acme --allow-errors -f json -o -' 'list METI'; do
    "$CHECKSHEET" $words 2>err | head -1 >first
    empty err
    [ "$(wc -l <first)" -eq 1 ] || fail "$words: no line"
done
