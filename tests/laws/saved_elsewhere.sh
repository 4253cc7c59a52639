. "$ROOT/tests/helpers.sh"

# A workbook of ours comes back with its answers, vendor, service and edition after another program has opened and saved it,
# which may drop the properties that say whose it is: openpyxl, and LibreOffice where they are there.
wants 0 new -c METI -q
awk '/^answers:/ { in_answers = 1 }
    /^vendor:/ { print "vendor: 株式会社サンプル"; next }
    /^service:/ { print "service: サンプルクラウド"; next }
    in_answers && /^  [^ #].*:$/ { n++; split("○ △ × －", mark, " "); print $0 " " mark[n % 4 + 1] " 回答 " n; next }
    { print }' out >whole.yaml
for language in ja en; do
    wants 0 render whole.yaml --lang $language -o $language.xlsx -q
done

# back FILE: it says what whole.yaml says.
back() {
    wants 0 import "$1" -q
    mv out back.yaml
    holds back.yaml '株式会社サンプル'
    holds back.yaml 'サンプルクラウド'
    for what in answers remarks; do
        wants 0 diff whole.yaml back.yaml --only $what --exit-code
    done
}

tried=0
for python in python3 /usr/bin/python3; do
    [ $tried -eq 0 ] && command -v $python >/dev/null && $python -c 'import openpyxl' 2>/dev/null || continue
    for language in ja en; do
        $python -c 'import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book.save(sys.argv[2])' $language.xlsx openpyxl.$language.xlsx || fail 'openpyxl cannot read it'
        back openpyxl.$language.xlsx
        tried=$((tried + 1))
    done
done
if command -v soffice >/dev/null; then
    mkdir saved
    LC_ALL=C.UTF-8 timeout 200 soffice "-env:UserInstallation=file://$TMP/office" --headless --convert-to xlsx --outdir saved ja.xlsx en.xlsx \
        >office.log 2>&1 || fail "$(cat office.log)"
    for language in ja en; do
        back saved/$language.xlsx
        tried=$((tried + 1))
    done
fi
[ $tried -eq 4 ] || skip "openpyxl or soffice is not there: $tried of 4 were tried"
