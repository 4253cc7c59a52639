. "$ROOT/tests/helpers.sh"

# Every command shown behind a $ in README.md and the manual, if it begins with checksheet, does what is said of it.
# A line behind it such as "exit 1" tells the exit code to expect; otherwise it is 0.
[ -f "$ROOT/README.md" ] || skip 'README.md is not there yet'
mkdir bin
ln -s "$CHECKSHEET" bin/checksheet
PATH=$TMP/bin:$PATH
for text in "$ROOT/README.md" "$ROOT/.github/README.ja.md" "$ROOT"/man/*.[15] "$ROOT"/man/ja/*.[15]; do
    [ -f "$text" ] || continue
    rm -rf place
    mkdir place
    cp -R "$ROOT/profiles" "$ROOT/controls" place
    mkdir place/build
    [ ! -d "$ROOT/examples" ] || cp -R "$ROOT/examples" place
    # undo what roff writes otherwise: \- for -, \e for \, .Dl and the like before the line
    sed -n -e 's/\\-/-/g' -e 's/\\&//g' -e 's/\\e/\\/g' -e 's/^\.D[l1] //' -e '/^ *\$ checksheet /,$p' "$text" |
        awk '/^ *\$ checksheet / { if (line) print 0, line; sub(/^ *\$ /, ""); line = $0; next }
             line && /^exit [0-9]/ { print $2, line; line = "" }
             END { if (line) print 0, line }' >commands
    while read -r wanted command; do
        (cd place && eval "$command") >out 2>err </dev/null
        code=$?
        [ $code -eq "$wanted" ] || fail "$(basename "$text"): $command: exit $code, not $wanted: $(cat out err)"
    done <commands
done

# Every examples/NAME/session.txt is what its commands print, run in that folder: behind a line "$ command" its standard
# output, then its standard error, then a line such as "exit 1" unless it is 0. UPDATE=1 writes them anew.
play() {
    grep '^\$ ' "$1" | while read -r _ command; do
        printf '$ %s\n' "$command"
        (cd "${1%/*}" && eval "$command") >out 2>err </dev/null
        code=$?
        [ ! -s out ] && [ ! -s err ] || cat out err
        [ $code -eq 0 ] || echo "exit $code"
    done
}
rm -rf place
mkdir place
cp -R "$ROOT/examples" place
for session in place/examples/*/session.txt; do
    [ -f "$session" ] || fail 'there is no examples/*/session.txt'
    play "$session" >played
    [ -z "${UPDATE-}" ] || cp played "$ROOT/${session#place/}"
    [ -n "${UPDATE-}" ] || diff -u "$session" played || fail "${session#place/} is not what its commands print"
done
