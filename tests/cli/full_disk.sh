. "$ROOT/tests/helpers.sh"

# A full disk is exit 3 with a word, for every command that prints.
[ -c /dev/full ] || skip 'no /dev/full'
write_small
full() {
    "$CHECKSHEET" "$@" >/dev/full 2>err
    code=$?
    [ $code -eq 3 ] || fail "checksheet $* > /dev/full: exit $code"
    holds err "cannot write 'stdout'"
}

full validate acme.yaml
full validate -f short "$ROOT/tests/cases/yaml/traps.yaml"
full status acme
full list
full list SMALL
full list -f json
full show SMALL 1-1
full help
full --version
full new
full new --kind catalog
for format in $(sheet_formats); do
    full render acme -f $format -o -
    wants 3 render acme -f $format -o /dev/full
    holds err "cannot write '/dev/full': No space left on device"
done
