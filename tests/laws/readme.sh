. "$ROOT/tests/helpers.sh"

# What README.md and its Japanese twin show is what the program prints, and the files they show are good ones.
[ -f "$ROOT/README.md" ] || skip 'README.md is not there yet'
mkdir bin
ln -s "$CHECKSHEET" bin/checksheet
PATH=$TMP/bin:$PATH

# block README N: the lines of its Nth block between fences.
block() {
    awk -v wanted="$2" '/^```/ { inside = !inside; blocks += inside; next } inside && blocks == wanted' "$1"
}

# number README PATTERN: which block holds the pattern first.
number() {
    awk -v pattern="$2" '/^```/ { inside = !inside; blocks += inside; next }
                         inside && $0 ~ pattern { print blocks; exit }' "$1"
}

# Sizes, and what stands in parentheses, are no part of what is promised.
plain() {
    sed 's/[0-9.]* kB$/N kB/; s/([^)]*)/(...)/g' "$1"
}

# The picture of the terminal is what it shows.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    sh "$ROOT/.ci/terminal" "$CHECKSHEET" "$TMP/terminal.svg" >out 2>&1 || fail "$(cat out)"
    cmp terminal.svg "$ROOT/examples/terminal.svg" || fail 'the picture of the terminal is another one: make picture'
fi

for language in en ja; do
    text=$ROOT/README.md
    [ $language = en ] || text=$ROOT/.github/README.ja.md
    export CHECKSHEET_LANG=$language
    rm -rf place && mkdir -p place/build && cp -R "$ROOT/profiles" place

    # The session: each command behind a $, and what it prints.
    block "$text" "$(number "$text" '^[$] checksheet ')" >session
    grep -q '^\$ ' session || fail "$text opens with no session"
    grep '^\$ ' session | while read -r _ command; do
        printf '$ %s\n' "$command"
        (cd place && sh -c "$command") </dev/null 2>&1
    done >played
    plain played >printed
    plain session >shown
    diff -u shown printed || fail "the session of $text is not what its commands print"

    # The report: a part of what this profile gets.
    remark='Logs are kept.'
    [ $language = en ] || remark='ログを保管します。'
    cat >place/acme.yaml <<END
checksheet: profile/1
language: $language
service: Sample Cloud
vendor: Sample Inc.
catalog: METI
date: 2025-11-01
answers:
  6-88: ○ $remark
  6-11:
    status: ○
    reviewed: 2025-11-31
    remark: NTP
  6-13: ◎ always
END
    block "$text" "$(number "$text" '^acme.yaml:8:3:')" >part
    [ -s part ] || fail "$text shows no report"
    (cd place && checksheet validate acme.yaml) >report
    tr '\n' '\r' <part >part.line
    tr '\n' '\r' <report >report.line
    grep -q -F -f part.line report.line || fail "the report of $text is not part of this: $(cat report)"

    # The files: each is one that validate has nothing against but what is still open.
    files=0
    for block in $(awk '/^```/ { inside = !inside; blocks += inside; if ($0 == "```yaml") print blocks }' "$text"); do
        block "$text" "$block" >place/shown.yaml
        (cd place && checksheet validate --rule unanswered=off -q shown.yaml) >out 2>&1 ||
            fail "block $block of $text: $(cat out)"
        files=$((files + 1))
    done
    [ $files -ge 2 ] || fail "$text shows $files files"
done
