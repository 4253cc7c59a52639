. "$ROOT/tests/helpers.sh"

# validate -f, -o and --report: each report where it was asked for, the same bytes wherever it goes.
write_small
cat >bad.yaml <<'END'
checksheet: profile/1
service: サンプル
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
date: 2025-11-01
answers:
  1-1: ○ 社長
  1-2: ◎ 正社員
  2-1: ○ 毎日
END
formats='text short json sarif github gitlab junit rdjson'
for format in $formats; do
    wants 1 validate bad.yaml -f $format
    empty err
    cp out expected.$format
    wants 1 validate bad.yaml -f $format -o made.$format
    empty out
    empty err
    same expected.$format made.$format
    wants 1 validate bad.yaml --report $format=beside.$format
    same out expected.text
    same expected.$format beside.$format
    wants 1 validate bad.yaml -f $format -o -
    same out expected.$format
    wants 1 validate - --stdin-name bad.yaml -f $format <bad.yaml
    same out expected.$format
done
wants 1 validate bad.yaml -f junit -o one.xml --report sarif=two.sarif --report json=three.json --report json=four.json
empty out
same one.xml expected.junit
same two.sarif expected.sarif
same three.json expected.json
same four.json expected.json
wants 1 validate bad.yaml --color always -o plain.txt
same plain.txt expected.text
wants 0 validate acme.yaml -q -f json
holds out '"problems": []'

# The exit code does not depend on the format.
for format in $formats; do
    wants 0 validate acme.yaml -f $format
    wants 0 validate bad.yaml --fail-on never -f $format
    wants 3 validate bad.yaml nowhere.yaml -f $format
done

# Slips are found before anything is read or written.
wants 2 validate bad.yaml -f sarrif -o not.made
holds err "Did you mean 'sarif'?"
wants 2 validate bad.yaml -o not.made --report json
holds err "'json' is not of the form FORMAT=FILE"
wants 2 validate bad.yaml -o not.made --report json=
wants 2 validate bad.yaml -o not.made --report jsn=x
holds err "--report: 'jsn' is not one of text, short, json, sarif, github, gitlab, junit, rdjson"
[ ! -e not.made ] || fail 'a slip, and yet a file was written'

# An input is not overwritten; a directory that is not there is trouble.
cp bad.yaml copy.yaml
wants 3 validate bad.yaml -f json -o bad.yaml
wants 3 validate bad.yaml --report json=./bad.yaml
same bad.yaml copy.yaml
wants 3 validate bad.yaml --report json=no/such/place
holds err "cannot write 'no/such/place'"

# A file that others extend, and one that is given twice.
cat >base.yaml <<'END'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: ◎ 社長
END
printf 'checksheet: profile/1\nservice: a\nextends: base.yaml\nanswers:\n  1-2: ○ 教育\n  2-1: ○ 毎日\n' >child.yaml
wants 1 validate child.yaml child.yaml -f json
[ "$(grep -c '"rule": "unknown-mark", .*"question": "SMALL 1-1", .*"path": "base.yaml"' out)" -eq 1 ] || fail "$(cat out)"
holds out '"files": 2,'
wants 1 validate child.yaml base.yaml child.yaml -f json
holds out '"files": 2,'

# Servers look for files from the root of the repository, wherever checksheet ran.
mkdir -p repository/.git 'repository/日本 語/x'
cp bad.yaml 'repository/日本 語/x/a,b.yaml'
cd 'repository/日本 語/x' || exit 1
for path in a,b.yaml ./a,b.yaml ../x/a,b.yaml "$TMP/repository/日本 語/x/a,b.yaml"; do
    wants 1 validate "$path" -f sarif
    holds out '"uri": "%E6%97%A5%E6%9C%AC%20%E8%AA%9E/x/a%2Cb.yaml"'
    wants 1 validate "$path" -f gitlab
    holds out '"path": "日本 語/x/a,b.yaml"'
    wants 1 validate "$path" -f github
    holds out ',file=日本 語/x/a%2Cb.yaml,line=8,col=8,endLine=8,endColumn=9::'
    wants 1 validate "$path" -f json
    holds out "\"path\": \"$path\""
done
cd "$TMP" || exit 1
wants 1 -C repository validate "$TMP/bad.yaml" -f sarif
holds out "\"uri\": \"file://$TMP/bad.yaml\""

# The summary page is added to, with -f github only.
export GITHUB_STEP_SUMMARY="$TMP/summary.md"
wants 1 validate bad.yaml -f json
wants 1 validate bad.yaml --report github=github.txt
[ ! -e summary.md ] || fail 'a summary without -f github'
echo '# before' >summary.md
wants 1 validate bad.yaml -f github
same out expected.github
sed -n 1p summary.md | grep -x '# before' >/dev/null || fail 'the summary was replaced'
holds summary.md '| bad.yaml | SMALL 2025年版 | 3 | 2 | 1 | 0 |'
holds summary.md "| error | bad.yaml:8:8 | SMALL 1-2 | '◎' is not a mark of SMALL. use one of ○ △ × －, or ok part ng na | unknown-mark |"
export GITHUB_STEP_SUMMARY="$TMP/no/such/place"
wants 3 validate acme.yaml -f github

# Ten errors and ten warnings are shown; the tenth says how many more there are.
unset GITHUB_STEP_SUMMARY
{
    sed -n '1,/^answers/p' bad.yaml
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo "  9-$n: ○ x"; done
    echo '  1-1: ○ TODO TODO TODO TODO TODO TODO TODO TODO TODO TODO TODO'
} >many.yaml
wants 1 validate many.yaml -f github
[ "$(grep -c '^::error ' out)" -eq 10 ] && [ "$(grep -c '^::warning ' out)" -eq 10 ] || fail "$(cat out)"
grep '^::error ' out | sed -n 10p >tenth
holds tenth '%0AMore errors: 3'
grep '^::warning ' out | sed -n 10p >tenth
holds tenth '%0AMore warnings: 2'
[ "$(grep -c 'More ' out)" -eq 2 ] || fail "$(cat out)"

# What is written in a file is no command to the runner.
printf '%s\n' '  1-2: ○ x##[stop-commands]x TODO' >>many.yaml
wants 1 validate many.yaml -f github
token=$(sed -n 's/^::stop-commands:://p' out)
[ -n "$token" ] && grep -x -F "::$token::" out >/dev/null || fail "$(cat out)"

# Fingerprints stay when a line is added above, and tell equals apart.
prints() {
    "$CHECKSHEET" validate "$1" -f gitlab | sed -n 's/.*"fingerprint": "\([^"]*\)".*/\1/p'
}
prints many.yaml >before
[ "$(sort -u before | wc -l)" -eq "$(wc -l <before)" ] || fail 'two findings have one fingerprint'
sed 's/^answers:/# a line more\n\n&/' many.yaml >longer && mv longer many.yaml
prints many.yaml >after
same before after
