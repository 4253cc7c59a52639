. "$ROOT/tests/helpers.sh"
set -- ajv yaml
. "$ROOT/tests/editor/packages.sh"

# What a schema refuses is an error: every file without one, shipped or tested, is accepted by the schema of its
# catalog and by that of all files. Broken ones are refused.
for language in ja en; do
    wants 0 schema --lang $language
    cp out all.$language.json
    wants 0 schema catalog --lang $language
    cp out catalog.$language.json
    wants 0 schema crosswalk --lang $language
    cp out crosswalk.$language.json
    wants 0 schema thesaurus --lang $language
    cp out thesaurus.$language.json
done

# head_of FILE: sets $kind and $id, what its lines checksheet and catalog say. The shell reads itself, since there are hundreds.
head_of() {
    kind='' id=''
    while IFS= read -r line && { [ -z "$kind" ] || [ -z "$id" ]; }; do
        case $line in
        checksheet:*) kind=${kind:-${line#"checksheet: "}} ;;
        catalog:*)
            line=${line#catalog:}
            line=${line#"${line%%[! ]*}"} line=${line#"{id: "}
            id=${id:-${line%%[ ,#]*}}
            ;;
        esac
    done <"$1"
}

# Makes the schema of the catalog of that id, one a directory, and sets $schema to its path.
schema_of() {
    schema=$directories-$1.json
    case $1 in
    '') schema=all.en.json ;;
    */*) schema=all.ja.json ;;
    esac
    [ -f "$schema" ] || "$CHECKSHEET" schema "$1" >"$schema" 2>/dev/null || { rm -f "$schema"; schema=all.ja.json; }
}

# accept_all DIRECTORY FILE...: the files of a directory, whose catalogs are in the first.
directories=0
accept_all() {
    export CHECKSHEET_PATH="$1"
    directories=$((directories + 1))
    shift
    # one run tells which of them have errors
    "$CHECKSHEET" validate -f short --as-of 2025-12-01 --lang en "$@" 2>&1 </dev/null | sed -n 's/^\([^:]*\):[0-9:]* error: .*/\1/p' >broken
    for file in "$@"; do
        head_of "$file"
        case $kind in
        catalog/1*) schema=catalog.ja.json ;;
        crosswalk/1*) schema=crosswalk.ja.json ;;
        thesaurus/1*) schema=thesaurus.ja.json ;;
        profile/1*) schema_of "$id" ;;
        *) continue ;;
        esac
        ! found broken "$file" || continue
        printf 'accept\t%s\t%s\naccept\tall.en.json\t%s\n' "$schema" "$file" "$file" >>list
    done
}

: >list
accept_all '' "$ROOT"/controls/*.yaml "$ROOT"/controls/crosswalk/*.yaml "$ROOT"/profiles/*.yaml
shipped=$(wc -l <list)
[ "$shipped" -ge 24 ] || fail "only $shipped of the shipped files count"
accept_all "$ROOT/tests/cases/catalogs" "$ROOT"/tests/cases/*/*.yaml
for directory in "$ROOT"/examples/*/; do
    set -- "$directory"*.yaml
    [ ! -f "$1" ] || accept_all "${directory%/}" "$@"
done
unset CHECKSHEET_PATH

# What new writes, and the schema beside it, which is the one that schema prints.
mkdir new
for id in $("$CHECKSHEET" list -f tsv | sed '1d; s/\t.*//'); do
    wants 0 new new/$id.yaml -c $id
    wants 0 schema $id
    schema=new/$(sed -n '1s/^# yaml-language-server: \$schema=//p' new/$id.yaml)
    case $schema in new/.checksheet/$id@*.schema.json) ;; *) fail "$id: the schema is $schema" ;; esac
    same out "$schema"
    printf 'accept\t%s\tnew/%s.yaml\n' "$schema" $id >>list
done

# file NAME KIND TEXT: what a file of a kind begins with, and the text, in which \n ends a line.
file() {
    case $2 in
    profile) head='checksheet: profile/1\nvendor: V\ncatalog: METI\n' ;;
    catalog) head='checksheet: catalog/1\nid: X\ntitle: X\nedition: X\n' ;;
    crosswalk) head='checksheet: crosswalk/1\nfrom: METI\nto: MIC\n' ;;
    *) head='' ;;
    esac
    printf '%b\n' "$head$3" >"$1"
}

# refuse SCHEMA KIND TEXT
count=0
refuse() {
    count=$((count + 1))
    file broken$count.yaml "$2" "$3"
    printf 'refuse\t%s\tbroken%s.yaml\n' "$1" $count >>list
}
file whole.yaml profile 'answers: {2-1-1: ○}'
file whole-catalog.yaml catalog 'items: {1-1: A}'
printf 'accept\tnew/.checksheet/METI@2013年度版.schema.json\twhole.yaml\naccept\tcatalog.ja.json\twhole-catalog.yaml\n' >>list
for schema in new/.checksheet/METI@2013年度版.schema.json all.ja.json; do
    refuse $schema '' 'checksheet: profile/1\ncatalog: {id: METI, edition: 2013年度版}\nanswers:'
    refuse $schema profile 'answers: {2-1-1: [○]}'
    refuse $schema profile 'answers: {2-1-1: {stauts: ○}}'
    refuse $schema profile 'answers: {2-1-1: {status: ○, audience: everybody}}'
    refuse $schema profile 'answers: {2-1-1: {status: ○, remark: [a]}}'
    refuse $schema profile 'answers: {2-1-1: {status: ○, evidence: [{name: x}]}}'
    refuse $schema profile 'answers:\nservcie: S'
    refuse $schema profile 'answers:\nfacts: {uptime: {kind: colour, value: red}}'
    refuse $schema profile 'answers:\nitems: {ommit: [2-1-1]}'
    refuse $schema profile 'answers:\nmarks: some'
done
refuse new/.checksheet/METI@2013年度版.schema.json profile 'answers: {2-1-99: ○}'
refuse new/.checksheet/METI@2013年度版.schema.json profile 'answers: {METI 2-1-99: ○}'
for schema in catalog.ja.json all.en.json; do
    refuse $schema catalog 'items: {1-1: {aks: A}}'
    refuse $schema catalog 'items: {1-1: {ask: A, kind: colour}}'
    refuse $schema catalog 'items: {1-1: {guide: A}}'
    refuse $schema catalog 'marks: {○: {id: good}}'
    refuse $schema catalog 'marks: {○: {label: good}}'
    refuse $schema catalog 'columns: [nubmer]'
    refuse $schema catalog 'sections: {A: {1-1: {ask: A, many: perhaps}}}'
    refuse $schema '' 'checksheet: catalog/1\nid: X\ntitle: X'
done

for schema in thesaurus.ja.json all.en.json; do
    refuse $schema '' 'checksheet: thesaurus/1\ngroups: {a: {ja: [b], kind: other}}'
    refuse $schema '' 'checksheet: thesaurus/1\ngroups: {a: {ja: [b], words: [c]}}'
done

for schema in crosswalk.ja.json all.en.json; do
    refuse $schema crosswalk 'items: {6-8: [{to: "50.1", relation: like, reason: A}]}'
    refuse $schema crosswalk 'items: {6-8: [{to: "50.1", relation: equal, compare: [hours], reason: A}]}'
    refuse $schema crosswalk 'items: {6-8: [{to: "50.1", relation: equal}]}'
    refuse $schema crosswalk 'items: {6-8: [{to: "50.1", relation: equal, reason: A, notes: B}]}'
    refuse $schema crosswalk 'items: {6-8: {nothing: A}}'
    refuse $schema crosswalk 'items: {6-8: "50.1"}'
    refuse $schema '' 'checksheet: crosswalk/1\nfrom: METI\nitems: {}'
done

# What is refused, checksheet refuses too.
run validate -f short --fail-on error --lang en broken*.yaml
sed -n 's/^broken\([0-9]*\)\.yaml:[0-9:]* error: .*/\1/p' out | sort -nu >refused
seq $count | diff - refused || fail "checksheet takes what the schema refuses: $(cat out)"

node "$ROOT/tests/editor/accepts.js" <list || exit 1
[ "$(grep -c '^accept' list)" -ge 100 ] || fail "only $(grep -c '^accept' list) files were there to be accepted"
