. "$ROOT/tests/helpers.sh"

# The catalog that import makes of a form, whatever form it is, has no error when it is read again.
for form in "$ROOT"/tests/import/*.csv "$ROOT"/tests/import/*.md "$ROOT"/tests/import/*.xlsx; do
    rm -f NEW.yaml
    "$CHECKSHEET" import -q --as catalog -c NEW -o NEW.yaml "$form" >/dev/null 2>&1
    [ -f NEW.yaml ] || continue
    made=yes
    "$CHECKSHEET" validate NEW.yaml -f short >said 2>&1
    ! grep ': error: ' said || fail "${form##*/}: its catalog cannot be read"
done
[ "${made:-}" ] || fail 'no form made a catalog'
