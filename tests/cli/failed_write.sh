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

# The first output that fails stops the run; those before it are whole.
wants 3 render acme -o good.csv -o nosuch/bad.csv -o never.csv
[ -s good.csv ] || fail 'good.csv was not written'
[ ! -e never.csv ] || fail 'never.csv was written'

[ "$(id -u)" -ne 0 ] || skip 'root may write everywhere: the rest was not tried'
mkdir locked
echo old >locked/out.csv
chmod 555 locked
wants 3 render acme -o locked/out.csv
holds err "cannot write 'locked/out.csv': Permission denied (if it is open in Excel, close it there)"
echo old | is locked/out.csv
