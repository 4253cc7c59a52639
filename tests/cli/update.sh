. "$ROOT/tests/helpers.sh"

# new --update adds the questions that a profile lacks, in their place, and leaves all else byte for byte.
write_small
cat >acme.yaml <<'END'
# Ours.
checksheet: profile/1
vendor:   株式会社サンプル   # odd blanks stay
catalog: {id: SMALL, edition: 2025年版}

answers:
  # about 2-1
  2-1: "○ 毎日"   # quoted
  x-own: kept
END
cp acme.yaml before
wants 0 new --update acme.yaml
empty out
echo 'added 2 questions to acme.yaml' | is err
diff -u before acme.yaml >changes
sed 1,2d changes | grep '^-' >removed && fail "lines were changed: $(cat removed)"
sed 1,2d changes | grep '^+' >/dev/null || fail 'nothing was added'
grep '^  [0-9x].*:' acme.yaml | cut -d : -f 1 >keys
is keys <<'END'
  1-1
  1-2
  2-1
  x-own
END
wants 0 validate acme.yaml
holds out 'not answered yet (2): 1-1 1-2 [unanswered]'
cp acme.yaml before
wants 0 new --update acme.yaml
echo 'acme.yaml lacks no question' | is err
same acme.yaml before

# A file with CR LF, and one whose last line does not end.
printf 'checksheet: profile/1\r\nvendor: x\r\ncatalog: SMALL\r\nanswers:\r\n  1-1: ○\r\n' >crlf.yaml
cp crlf.yaml before
wants 0 new --update crlf.yaml
head -c "$(wc -c <before)" crlf.yaml >start
same start before
wants 0 validate crlf.yaml
printf 'checksheet: profile/1\nvendor: x\ncatalog: SMALL\nanswers:\n  1-1: ○' >cut.yaml
cp cut.yaml before
wants 0 new --update cut.yaml
head -c "$(wc -c <before)" cut.yaml >start
same start before
wants 0 validate cut.yaml
wants 1 new --update "$ROOT/tests/cases/yaml/traps.yaml"
wants 3 new --update nosuch.yaml
