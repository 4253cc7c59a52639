. "$ROOT/tests/helpers.sh"

# Without a word a table of all rules; with words, each explained; a wrong one is a slip, and then nothing is explained.
rules=$(grep -c '^CS_RULE(' "$ROOT/include/checksheet/rules.def")
for language in ja en; do
    wants 0 explain --lang $language
    empty err
    [ "$(grep -c -E '^[a-z0-9-]+ +(error|warning|note) +[^ ]' out)" -eq "$rules" ] || fail "not $rules rules in $language"
    [ "$(wc -l <out)" -eq "$rules" ] || fail "more than a line a rule in $language"
done
holds out 'unknown-number        error    An answer to a number the catalog does not have.'
wants 0 explain unknown-number
is out <<'END'
unknown-number (error)
An answer to a number the catalog does not have.

No sheet would show the answer, and the question that was meant stays open.
Mend the number; 'checksheet list METI' shows those there are.

This is reported:
    answers:
      6-88: ○

This is not:
    answers:
      6-8: ○

To change its level: checksheet validate --rule unknown-number=LEVEL
LEVEL is error, warning, note or off, which leaves it out.
END
cp out one
wants 0 explain unknown-number tab-indent
holds out 'tab-indent (error)'
holds out 'it is always an error'
head -n "$(wc -l <one)" out >first
same one first
wants 2 explain tab-indent unknwn-number
empty out
is err <<'END'
checksheet explain: there is no rule 'unknwn-number'. Did you mean 'unknown-number'?
Try 'checksheet explain --help'.
END

# The last line of a report names the first error's rule, or else the first warning's; a report for programs has none.
write_small
sed 's/^  2-1:/  2-9:/' acme.yaml >wrong.yaml
sed 's/date: 2025-11-01/date: 2052-11-01/' wrong.yaml >two.yaml
wants 1 validate two.yaml
[ "$(tail -n 1 out)" = 'Details: checksheet explain unknown-number' ] || fail "last: $(tail -n 1 out)"
wants 1 validate two.yaml acme.yaml --lang ja
[ "$(tail -n 1 out)" = 'くわしくは: checksheet explain unknown-number' ] || fail "last: $(tail -n 1 out)"
wants 0 validate acme.yaml
lacks out Details
wants 1 validate -f short two.yaml
lacks out Details
sed '/2-1/d' acme.yaml >open.yaml
wants 0 validate open.yaml
holds out 'Details: checksheet explain unanswered'
