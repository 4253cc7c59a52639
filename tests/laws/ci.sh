. "$ROOT/tests/helpers.sh"

# The ready files for CI, as far as they can be tried without the service: their commands run, and what they look for is
# what checksheet writes.
PATH=$(dirname "$CHECKSHEET"):$PATH
printf 'checksheet: profile/1\nvendor: 会社\ncatalog: {id: METI, edition: 2013年度版}\nanswers:\n  6-8: ○ 毎日\n  6-88: ○\n' >acme.checksheet.yaml

commands_of() {
    sed -n 's/^ *- \(run: \)\{0,1\}\(checksheet .*\)/\2/p' "$1"
}

for file in github gitlab; do
    command=$(commands_of "$ROOT/examples/ci/$file.yml")
    [ -n "$command" ] || fail "examples/ci/$file.yml runs no checksheet"
    sh -c "$command" >out 2>err
    [ $? -eq 1 ] || fail "$command: not exit 1: $(cat out err)"
done
holds checksheet.sarif '"ruleId": "unknown-number"'
holds codequality.json '"check_name": "unknown-number"'
holds junit.xml 'type="unknown-number"'

# reviewdog is stood in for by cat: what it gets is the report, and the exit status is not ours.
mkdir bin
printf '#!/bin/sh\ncat >got\n' >bin/reviewdog
chmod +x bin/reviewdog
PATH=$TMP/bin:$PATH sh "$ROOT/examples/ci/reviewdog.sh" || fail "the reviewdog line fails"
holds got unknown-number

# The problem matcher takes every line of a short report, with its six parts.
pattern=$(sed -n 's/.*"regexp": "\(.*\)",/\1/p' "$ROOT/examples/ci/problem-matcher.json" | sed -n 1p | sed 's/\\\\d/[0-9]/g; s/\\\\/\\/g')
run validate -f short acme.checksheet.yaml
[ "$(grep -cE "$pattern" out)" -eq "$(wc -l <out)" ] || fail "the problem matcher misses a line of: $(cat out)"
[ "$(sed -nE "s/$pattern/\1 \2 \3 \4 \6/p" out | sed -n 1p)" = "acme.checksheet.yaml 6 3 error unknown-number" ] ||
    fail "the problem matcher takes a line apart wrongly"

# The pre-commit hook runs validate on the files that new names by default in the manual.
hooks=$ROOT/.pre-commit-hooks.yaml
entry=$(sed -n 's/^  entry: //p' "$hooks")
files=$(sed -n 's/^  files: //p' "$hooks")
echo acme.checksheet.yaml | grep -E "$files" >/dev/null || fail "the hook leaves acme.checksheet.yaml out"
echo acme.yaml | grep -E "$files" >/dev/null && fail "the hook takes any YAML file"
sh -c "$entry acme.checksheet.yaml" >out
[ $? -eq 1 ] || fail "the hook lets a fault pass"
