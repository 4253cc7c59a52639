. "$ROOT/tests/helpers.sh"

# What goes into a form of what may not stand as it is: --hold, --approved-only, --level, each alone and together; and what
# is recorded of it.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs" SOURCE_DATE_EPOCH=1764547200
cat >catalogs/staged.yaml <<'END'
checksheet: catalog/1
id: STAGED
language: en
title: Questions in stages
edition: "1"
levels: {basic: to begin with, full: later on}
sections:
  1 All:
    1: {ask: Are backups taken every night?, level: basic}
    2: {ask: Are visitors signed in and accompanied?, level: basic}
    3: {ask: Are laptops encrypted and locked away?, level: basic}
    4: {ask: Is the source code reviewed before release?, level: full}
END
cat >form.csv <<'END'
No.,Question,Answer,Remarks
1,Are backups taken every night?,,
2,Are visitors signed in and accompanied?,,
3,Are laptops encrypted and locked away?,,
4,Is the source code reviewed before release?,,
END
cat >acme.yaml <<'END'
checksheet: profile/1
language: en
vendor: Sample Inc.
catalog: {id: STAGED, edition: "1"}
date: 2025-11-01
answers:
  1: ○ Every night.
  2:
    status: ○
    remark: At the desk.
    evidence: {title: Visitor book, valid-until: 2025-10-31}
  3: △ Most of them.
  4: ○ Always.
END
wants 0 answer acme.yaml 1 2 4 --approve --by CISO --as-of 2025-10-01
sed 's/Always/Mostly/' acme.yaml >changed.yaml # 4 is not what was approved
mv changed.yaml acme.yaml

# fills CODE NUMBERS OPTIONS...: the form is filled with the answers to these questions, and no others.
fills() {
    expected_code=$1
    expected=$2
    shift 2
    rm -f filled.csv
    wants "$expected_code" fill form.csv -p acme.yaml -o filled.csv --messages en "$@"
    numbers=$(sed 1d filled.csv | grep -v ',,$' | cut -d , -f 1 | tr '\n' ' ')
    [ "$numbers" = "$expected" ] || fail "with $*: $(cat filled.csv)"
    sed 's/,[^,]*,[^,]*$/,,/' filled.csv | sed 1d >questions
    sed 1d form.csv | cmp -s - questions || fail "with $*, something else changed: $(cat filled.csv)"
    [ "$(grep -c 'evidence-expired' err)" = 1 ] || fail "with $*, evidence that ran out is not said once: $(cat err)"
    holds err 'the evidence of STAGED 2'
}
fills 0 '1 2 3 4 '
fills 1 '1 3 4 ' --hold
holds err '(--hold): 1'
fills 1 '1 2 ' --approved-only
holds err '(--approved-only): 2'
fills 1 '1 ' --hold --approved-only
holds err '(--hold): 1'
holds err '(--approved-only): 2'
fills 1 '1 2 3 ' --level basic
fills 0 '1 2 3 4 ' --level full
fills 1 '1 3 ' --level basic --hold
fills 1 '1 2 ' --level basic --approved-only
holds err '(--approved-only): 1'
wants 1 fill form.csv -p acme.yaml -o none.csv --level none
holds err 'basic full'
[ ! -e none.csv ] || fail 'a level that there is not was filled in'

# The record has what went out, and nothing that was held, and nobody else can read it.
fills 1 '1 ' --hold --approved-only --level basic --record sent.json --customer 'Blue Sky'
case $(ls -l sent.json) in -rw-------*) ;; *) fail 'others can read the record' ;; esac
holds sent.json '"customer": "Blue Sky"'
holds sent.json '"form": {"name": "form.csv"'
holds sent.json '"name": "filled.csv"'
holds sent.json '"number": "1", "state": "ok", "answer": "○", "remark": "Every night."'
holds sent.json '"cell": "C2", "found": "number"'
[ "$(grep -c '"number":' sent.json)" = 1 ] || fail "the record has more than went out: $(cat sent.json)"
lacks sent.json CISO
cp sent.json before.json
wants 3 fill form.csv -p acme.yaml -o other.csv --record sent.json
same before.json sent.json
[ ! -e other.csv ] || fail 'the form was filled although its record may not be written'
wants 0 fill form.csv -p acme.yaml -o other.csv --record dry.json --dry-run
[ ! -e dry.json ] && [ ! -e other.csv ] || fail 'a dry run made a record or a form'

# A customer is recorded or not named at all.
wants 2 fill form.csv -p acme.yaml -o other.csv --customer 'Blue Sky' --messages en
holds err 'goes with --record'
wants 2 render acme.yaml -o other.csv --customer 'Blue Sky'
[ ! -e other.csv ] || fail 'something was made for a customer of whom nothing is recorded'
