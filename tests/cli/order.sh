. "$ROOT/tests/helpers.sh"

# Options and arguments in any order; -- ends options; = or the next word; - is stdin.
write_small
wants 0 render acme -f csv -o - --lang ja
cp out expected
for words in 'render -f csv acme -o - --lang=ja' '--lang ja render -o - -f csv acme' 'render --format=csv --lang ja --output=- acme' \
    '-q render -fcsv -o- --lang ja acme' 'render -o - --format csv --lang ja -- acme' 'render -f csv acme --lang ja'; do
    wants 0 $words
    same out expected
done
cp acme.yaml ./-dash.yaml
wants 0 validate -- -dash.yaml
holds out '-dash.yaml: OK'
wants 2 validate -dash.yaml
cp acme.yaml render.yaml
wants 0 render render -f csv -o - --lang ja # a profile called like the command
same out expected
