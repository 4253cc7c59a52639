. "$ROOT/tests/helpers.sh"

# When an output cannot be written the old file stands, nothing is left behind, and it is said.
write_small
wants 3 render acme -o nosuch/out.csv
echo "checksheet: cannot write 'nosuch/out.csv': No such file or directory" | is err
[ ! -e nosuch ] || fail 'a directory was made'
mkdir taken.csv
wants 3 render acme -o taken.csv
holds err "cannot write 'taken.csv'"
[ -d taken.csv ] && [ -z "$(ls taken.csv)" ] || fail 'the directory was touched'

# Of several outputs none is written where one cannot be, or may not, whatever the command; stdout stays empty as well.
echo 'minutes of the meeting' >minutes.csv
sed 's/○/△/' acme.yaml >changed.yaml
wants 0 render acme --template -o form.csv
wants_nothing() { # OPTION NAME BAD COMMAND...: with the output NAME and one that is BAD
    option=$1 name=$2 refused=$3
    shift 3
    wants 3 "$@" $option "$name" $option "$refused"
    [ -s err ] && [ ! -s out ] && [ ! -e "${name#*=}" ] || fail "$* wrote beside an output that was refused: $refused"
}
for bad in nosuch/bad.csv taken.csv minutes.csv acme.yaml; do
    wants_nothing -o good.csv $bad render acme
    wants_nothing -o - $bad render acme -f csv
    wants_nothing -o good.csv $bad diff acme changed -f csv
    wants_nothing --report json=good.json json=$bad validate acme
    wants 3 validate acme -f json --report json=$bad
    [ ! -s out ] || fail 'a report was printed beside one that was refused'
    for option in "--report json=$bad" "--record $bad" "--review $bad"; do
        wants 3 fill form.csv -p acme -o filled.csv --review good.csv $option
        [ ! -e filled.csv ] && [ ! -e good.csv ] || fail "fill $option wrote beside what was refused"
    done
done

[ "$(id -u)" -ne 0 ] || skip 'root may write everywhere: the rest was not tried'
mkdir locked
echo old >locked/out.csv
chmod 555 locked
wants 3 render acme -o locked/out.csv
holds err "cannot write 'locked/out.csv': Permission denied (if it is open in Excel, close it there)"
echo old | is locked/out.csv
