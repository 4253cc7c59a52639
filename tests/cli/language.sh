. "$ROOT/tests/helpers.sh"

# Messages follow --messages, CHECKSHEET_LANG and the locale, and --lang only where none of them names a language; sheets
# follow --lang and the profile, whatever the locale.
write_small
sed '/2-1/d' acme.yaml >open.yaml
try() {
    env "$1" "$CHECKSHEET" validate open.yaml >out 2>err
    holds out "$2"
}
unset LC_ALL
try LANG=ja_JP.UTF-8 未回答が
try LANG=C 'not answered yet'
try LANG=en_US.UTF-8 'not answered yet'
try LC_MESSAGES=ja 未回答が
try LC_ALL=ja_JP.UTF-8 未回答が
try CHECKSHEET_LANG=ja 未回答が
export LANG=ja_JP.UTF-8
try LC_ALL=C 'not answered yet'
try CHECKSHEET_LANG=en 'not answered yet'
wants 0 validate --messages en open.yaml
holds out 'not answered yet'
LC_ALL=ja_JP.UTF-8 wants 0 validate --lang en open.yaml
holds out 未回答が
LC_ALL=C wants 0 validate --lang ja open.yaml
holds out 未回答が
LC_ALL=ja_JP.UTF-8 wants 0 status acme --lang en
holds out Answered
wants 0 render acme -f csv -o -
cp out expected
holds expected 補足説明
for language in C en_US.UTF-8 ja_JP.UTF-8; do
    env LC_ALL=$language "$CHECKSHEET" render acme -f csv -o - >out
    same out expected
done
wants 0 render acme -f csv -o - --lang en
holds out Remarks
