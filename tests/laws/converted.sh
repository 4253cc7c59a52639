. "$ROOT/tests/helpers.sh"

# What another program's table needs before it can be read is said with the command that does it, and that works.
command -v soffice >/dev/null || skip 'soffice is not here'
soffice() {
    LC_ALL=C.UTF-8 timeout 200 env soffice "-env:UserInstallation=file://$TMP/office" "$@" >office.log 2>&1
}
mkdir "a customer's"
cd "a customer's" || exit 1
printf '番号,質問,回答\n1-1,責任者を決めていますか。,○\n1-2,台帳を保っていますか。,×\n' >sheet.csv
printf '%s' '<html><meta charset="utf-8"><table><tr><th>番号</th><th>質問</th><th>回答</th></tr><tr><td>1-1a</td><td>責任者を決めていますか。</td><td>○</td></tr></table></html>' >page.html
for format in ods xls; do
    soffice --headless '--infilter=Text - txt - csv (StarCalc):44,34,76' --convert-to $format sheet.csv || skip 'soffice has no tables here'
done

for file in sheet.ods sheet.xls page.html; do
    run import $file --messages en
    [ "$code" -eq 1 ] || fail "$file: exit $code"
    step=$(sed -n 's/^ *| convert it first: //p' err)
    [ -n "$step" ] || fail "$file: $(cat err)"
    eval "$step" || fail "$step: $(cat office.log)"
    wants 0 import "${file%.*}.xlsx" --as catalog -c CONVERTED -q
    holds out '責任者を決めていますか。'
    rm "${file%.*}.xlsx"
done
