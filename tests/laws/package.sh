. "$ROOT/tests/helpers.sh"

# The Debian package: it is built of what is committed, lintian finds no fault with it, and where root may it is installed,
# works, and is removed without a trace.
for tool in git dpkg-buildpackage dh lintian; do
    command -v $tool >/dev/null || skip "$tool is not there"
done
git -C "$ROOT" rev-parse HEAD >/dev/null 2>&1 || skip 'this is no git repository'
dpkg-checkbuilddeps "$ROOT/.ci/debian/control" >out 2>&1 || skip "the package's needs are not there: $(cat out)"
"${MAKE:-make}" -s -C "$ROOT" BUILD="$TMP/build" CC="${CC:-cc}" STATIC= deb >out 2>&1 || fail "make deb: $(cat out)"
set -- build/deb/checksheet_*.deb build/deb/libchecksheet-dev_*.deb
[ $# -eq 2 ] || fail "packages: $*"
lintian --allow-root --fail-on error,warning "$@" >out 2>&1 || fail "lintian: $(cat out)"
[ "$(id -u)" = 0 ] && ! command -v checksheet >/dev/null && ! dpkg -s checksheet >/dev/null 2>&1 ||
    skip 'not root, or checksheet is installed here: the package was not'
trap 'dpkg -P checksheet >/dev/null 2>&1' EXIT # whatever ends this
dpkg -i "$1" >out 2>&1 || fail "dpkg -i: $(cat out)"
write_small
(
    /usr/bin/checksheet validate acme.yaml && [ -f /usr/share/man/man1/checksheet.1.gz ]
) >out 2>&1 || : >failed
dpkg -P checksheet >err 2>&1 || fail "dpkg -P: $(cat err)"
[ ! -e failed ] || fail "the installed program: $(cat out)"
[ ! -e /usr/bin/checksheet ] && [ ! -e /usr/share/doc/checksheet ] || fail 'the package left something behind'
