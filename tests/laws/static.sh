. "$ROOT/tests/helpers.sh"

# The static program needs nothing of the system: where there is no other file than it and its inputs, no library, no table
# of characters, no /tmp, it writes the same bytes as outside, and says the same.
find_static || skip 'there is no static program (make static)'
[ "$(id -u)" = 0 ] && command -v chroot >/dev/null || skip 'only root may try it where nothing else is'
env=$(command -v env)

for folder in inside outside; do
    mkdir $folder
    cp "$program" "$ROOT"/profiles/*.yaml "$ROOT"/tests/import/excel_cp932.csv "$ROOT"/tests/fill/applies.yaml "$ROOT"/tests/fill/applies.xlsx $folder
    cp -R "$ROOT/tests/import/catalogs" "$ROOT/tests/fill/catalogs" $folder
done

# both WORD...: calls it in both places, which must come to the same.
both() {
    (cd inside && "$env" -i CHECKSHEET_PATH=catalogs LANG=ja_JP.UTF-8 "$(command -v chroot)" . /checksheet "$@" >.said 2>&1; echo "exit $?" >>.said)
    (cd outside && "$env" -i CHECKSHEET_PATH=catalogs LANG=ja_JP.UTF-8 ./checksheet "$@" >.said 2>&1; echo "exit $?" >>.said)
    diff inside/.said outside/.said || fail "$* says something else where nothing is"
    holds inside/.said "exit $code"
}

code=0
both --version
both validate krew
both status krew
for format in $(sheet_formats); do
    both render krew -o "krew.$format"
done
both import krew.xlsx -o again.yaml
both diff krew.yaml again.yaml
both import excel_cp932.csv -o customer.yaml
both import excel_cp932.csv --encoding cp932 --as catalog -c NEW -o new.yaml
code=1
both fill applies.xlsx -p applies.yaml -o filled.xlsx
both fill excel_cp932.csv -p customer.yaml -o filled.csv
code=3
both validate none.yaml
rm inside/checksheet outside/checksheet
diff -r inside outside || fail 'it writes other files where nothing is'
[ ! -e inside/tmp ] || fail 'it made a folder of its own'
