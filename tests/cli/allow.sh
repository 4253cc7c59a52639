. "$ROOT/tests/helpers.sh"

# What a file allows is counted by itself, and makes no run fail.
write_small
sed 's/1-1: .*/1-1: {status: ○, reviewed: 2024-12-01, allow: [stale-answer], reason: until March}/' acme.yaml >old.yaml
wants 0 validate --as-of 2025-12-02 --fail-on warning old.yaml
holds out 'Unanswered 0  Allowed 1'
lacks out '[stale-answer]'
wants 0 validate --as-of 2025-12-02 --fail-on warning old.yaml -f json
holds out '"warnings": 0, "notes": 0, "allowed": 1}'
holds out '"reason": "until March"'

# An error that is allowed is none for render either; without a reason it is one.
sed 's/2-1: .*/2-1: {status: ×, allow: [missing-remark], reason: told by telephone}/' acme.yaml >bare.yaml
wants 0 validate bare.yaml
wants 0 render bare.yaml -f md -o -
sed 's/, reason: [a-z ]*//' bare.yaml >unreasoned.yaml
wants 1 validate unreasoned.yaml
holds out '[missing-remark]'
holds out "error: 'reason' is missing [missing-key]"
wants 1 render unreasoned.yaml -f md -o -

# What was not found is a warning, where it could have been found.
wants 1 validate --as-of 2025-12-01 --fail-on warning old.yaml
holds out "'stale-answer' is allowed here, and was not found [unused-allow]"
wants 0 validate --as-of 2025-12-01 --fail-on warning --max-age 0 old.yaml
lacks out 'Allowed'
wants 0 validate --as-of 2025-12-01 --fail-on warning --rule stale-answer=off old.yaml
wants 0 validate --as-of 2025-12-01 --fail-on warning --rule unused-allow=off old.yaml
wants 0 validate --as-of 2025-12-01 --fail-on warning --rule unused-allow=note old.yaml
holds out 'note: '

# It holds in its own file, for those that extend it too; and is looked at when that file is.
cat >service.yaml <<'END_PROFILE'
checksheet: profile/1
extends: old.yaml
service: サンプルデータ
answers:
END_PROFILE
wants 0 validate --as-of 2025-12-01 --fail-on warning service.yaml
wants 0 validate --as-of 2025-12-02 --fail-on warning service.yaml old.yaml
wants 1 validate --as-of 2025-12-01 --fail-on warning service.yaml old.yaml
[ "$(grep -c '\[unused-allow\]' out)" -eq 1 ] || fail "more than one unused-allow: $(cat out)"

# What is found when the file is loaded is allowed for all that read it; the report of a service says so of the company.
sed 's/2-1: .*/2-1: {status: ✕, remark: No., allow: mark-variant, reason: as the customer writes it}/' acme.yaml >old.yaml
wants 0 validate service.yaml
lacks out '[mark-variant]'
wants 0 validate -f json service.yaml
holds out '"notes": 0, "allowed": 1}'

# Open questions: those whose answers allow it leave the list; all of them, if the file does.
sed 's/2-1: .*/2-1: {allow: unanswered, reason: asked of the supplier}/; s/1-2: .*/1-2:/' acme.yaml >open.yaml
wants 0 validate open.yaml
holds out 'not answered yet (1): 1-2 [unanswered]'
holds out 'errors 0, warnings 1, allowed 1 ('
wants 1 validate --complete open.yaml
holds out 'errors 1, warnings 0, allowed 1 ('
sed 's/^answers:/allow: unanswered\nreason: a first draft\n&/' open.yaml >draft.yaml
wants 0 validate --complete draft.yaml
holds out 'Unanswered 2  Allowed 2'

# With -c, only what that catalog's answers allow can be unused.
sed "s/^answers:/allow: unused-fact\nreason: none\n&/" old.yaml >two.yaml
wants 0 validate --fail-on warning -c SMALL two.yaml
wants 1 validate --fail-on warning two.yaml

# What two answers say against each other may be allowed on either side, in one file or in two, whichever comes first; an
# allow that met nothing is found once the answer was compared, and not before.
head_of() {
    printf 'checksheet: profile/1\nservice: S\nvendor: V\ncatalog: %s\ndate: 2025-11-01\n%s\nanswers:\n' "$1" "$2"
}
{
    head_of METI
    echo '  6-13: {status: ○, remark: 1年間保存します。, allow: contradiction, reason: 移行中}'
    echo '  6-2: {status: ○, remark: 3日前に知らせます。, allow: contradiction, reason: 移行中}'
} >company.yaml
{
    head_of MIC
    echo '  61.1: 90日 提供可'
    echo '  92.1: 3日前'
} >service.yaml
{
    head_of MIC 'extends: company.yaml'
    sed '1,/^answers/d' service.yaml
} >child.yaml
of_pairs() {
    "$CHECKSHEET" validate --lang en -f short "$@" | grep -E '\[(contradiction|unused-allow)\]' >said
}
unused="company.yaml:9:47: warning: 'contradiction' is allowed here, and was not found [unused-allow]"
for files in 'company.yaml service.yaml' 'service.yaml company.yaml' 'company.yaml child.yaml' 'child.yaml company.yaml'; do
    of_pairs $files
    echo "$unused" | diff - said || fail "$files: the pair"
done
for file in company.yaml service.yaml child.yaml; do
    ! of_pairs $file || fail "$file alone: $(cat said)"
done
