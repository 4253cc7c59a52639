. "$ROOT/tests/helpers.sh"

# What is installed is complete: a program written against the headers and the pkg-config file alone builds and works, and
# uninstalling leaves no file behind. What is tested is installed as it is: nothing is built here (-o).
install_to() { # PREFIX [DESTDIR]
    "$MAKE" -s -C "$ROOT" -o "$BUILD/checksheet" -o "$BUILD/libchecksheet.a" \
        BUILD="$BUILD" PREFIX="$1" DESTDIR="${2:-}" SANITIZE="${SANITIZE:-}" install >log 2>&1 ||
        fail "make install failed: $(cat log)"
}

uninstall_from() {
    "$MAKE" -s -C "$ROOT" BUILD="$BUILD" PREFIX="$1" DESTDIR="${2:-}" uninstall >log 2>&1 ||
        fail "make uninstall failed: $(cat log)"
}

install_to "$TMP/usr"
for file in bin/checksheet lib/libchecksheet.a lib/pkgconfig/checksheet.pc include/checksheet.h \
    include/checksheet/sheet.h include/checksheet/rules.def share/man/man1/checksheet.1 \
    share/man/man5/checksheet-profile.5 share/man/man5/checksheet-catalog.5 \
    share/man/ja/man1/checksheet.1 share/man/ja/man5/checksheet-profile.5; do
    [ -f "usr/$file" ] || fail "$file is not installed"
done
same usr/bin/checksheet "$CHECKSHEET"
same usr/lib/libchecksheet.a "$BUILD/libchecksheet.a"

# shellcheck disable=SC2046,SC2086 # lists of words
${CC:-cc} "$ROOT/examples/validate.c" $(PKG_CONFIG_PATH=$TMP/usr/lib/pkgconfig pkg-config --cflags --libs checksheet) \
    ${SANITIZE:-} -o validate >log 2>&1 || fail "examples/validate.c does not build: $(cat log)"
cp "$ROOT/profiles/callconnect.yaml" good.yaml
sed 's/^  1-1:/  1-99:/' good.yaml >bad.yaml
./validate good.yaml >out || fail "the example refuses a sound profile: $(cat out)"
empty out
./validate bad.yaml >out && fail "the example takes a profile with an unknown number"
holds out "CALLCONNECT has no question '1-99' [unknown-number]"

# shellcheck disable=SC2046,SC2086
${CC:-cc} "$ROOT/examples/fill.c" $(PKG_CONFIG_PATH=$TMP/usr/lib/pkgconfig pkg-config --cflags --libs checksheet) \
    ${SANITIZE:-} -o fill >log 2>&1 || fail "examples/fill.c does not build: $(cat log)"
"$CHECKSHEET" render good.yaml --template -q -o form.xlsx
./fill form.xlsx good.yaml filled.xlsx >out || fail "the example does not fill a form: $(cat out)"
holds out 'filled 52 of 52'
"$CHECKSHEET" import -q filled.xlsx -o filled.yaml
"$CHECKSHEET" diff --only answers --exit-code good.yaml filled.yaml || fail "what the example filled reads otherwise"

uninstall_from "$TMP/usr"
[ -z "$(find usr -type f)" ] || fail "left behind: $(find usr -type f)"

install_to /opt/cs "$TMP/stage"
[ -x stage/opt/cs/bin/checksheet ] || fail "DESTDIR is not heeded"
holds stage/opt/cs/lib/pkgconfig/checksheet.pc "prefix=/opt/cs"
uninstall_from /opt/cs "$TMP/stage"
[ -z "$(find stage -type f)" ] || fail "left behind: $(find stage -type f)"
