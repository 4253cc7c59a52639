. "$ROOT/tests/helpers.sh"

# The rules of the manual are what the program explains of them, and each is there.
cd "$ROOT" || exit 1
sh .ci/rules "$CHECKSHEET" man/checksheet.1 >"$TMP/checksheet.1"
cmp "$TMP/checksheet.1" man/checksheet.1 || fail 'the rules of the manual are not what the program explains: make manual'
rules=$(grep -c '^CS_RULE(' include/checksheet/rules.def)
[ "$(sed -n '/by make manual/,/end of the rules/p' man/checksheet.1 | grep -c '^\.It Cm')" -eq "$rules" ] ||
    fail 'the manual has not all rules'
