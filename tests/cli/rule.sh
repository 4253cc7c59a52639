. "$ROOT/tests/helpers.sh"

# --rule changes the level of a rule for the run; off drops what it finds, and nothing counts it.
write_small
sed 's/^  2-1:/  2-9:/' acme.yaml >wrong.yaml
wants 1 validate wrong.yaml
holds out 'error: SMALL has no question'
wants 0 validate --rule unknown-number=warning wrong.yaml
holds out 'warning: SMALL has no question'
holds out 'errors 0, warnings 2'
wants 0 validate --rule unknown-number=off --rule=unanswered=note wrong.yaml
lacks out unknown-number
holds out ': note: not answered yet'
holds out 'wrong.yaml: OK'
lacks out Details
wants 1 validate --rule unanswered=error --rule unknown-number=off wrong.yaml
holds out 'errors 1, warnings 0'
wants 1 validate --rule unknown-number=off --rule unknown-number=error wrong.yaml
wants 0 validate -f json --rule unknown-number=off --rule unanswered=off wrong.yaml
holds out '"errors": 0'

# What was chosen goes before --complete.
sed '/2-1/d' acme.yaml >open.yaml
wants 1 validate --complete open.yaml
wants 0 validate --complete --rule unanswered=warning open.yaml
wants 0 validate --complete --rule unanswered=off --fail-on warning open.yaml

# A rule that is off hides what it finds, not what else is wrong; nor does a stricter one stop the reading.
printf '%s\n' '  1-1: ○ again' '  3-9: ○' >>acme.yaml
wants 1 validate --rule duplicate-answer=off acme.yaml
lacks out duplicate-answer
holds out "'3-9'"
sed 's/社長が務めます。/手順 #12 のとおり/; s/^  3-9/  3-8/' acme.yaml >cut.yaml
wants 1 validate --rule cut-comment=error cut.yaml
holds out 'error: YAML takes everything behind the #'
holds out "'3-8'"

# Slips.
slip() {
    message=$1
    shift
    wants 2 "$@"
    empty out
    printf '%s\n' "checksheet validate: $message" "Try 'checksheet validate --help'." | is err
}
for rule in cannot-read yaml-syntax not-utf8 tab-indent fullwidth-indent fullwidth-colon missing-space colon-in-answer; do
    wants 2 validate --rule $rule=off acme.yaml
    wants 2 validate --rule $rule=note acme.yaml
done
wants 1 validate --rule yaml-syntax=error acme.yaml
slip "--rule: 'yaml-syntax' is always an error: what keeps a file from being read cannot be turned off." \
    validate --rule yaml-syntax=off acme.yaml
slip "there is no rule 'unknwn-key'. Did you mean 'unknown-key'?" validate --rule unknwn-key=off acme.yaml
slip "--rule: 'of' is not one of error, warning, note, off. Did you mean 'off'?" validate --rule unknown-key=of acme.yaml
slip "--rule: 'unknown-key' is not of the form NAME=LEVEL." validate --rule unknown-key acme.yaml
