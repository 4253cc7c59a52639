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
    for file in "$@"; do
        [ -f "$file" ] || continue
        head_of "$file"
        case $kind in
        catalog/1*) schema=catalog.ja.json ;;
        crosswalk/1*) schema=crosswalk.ja.json ;;
        thesaurus/1*) schema=thesaurus.ja.json ;;
        profile/1*) schema_of "$id" ;;
        *) continue ;;
        esac
        "$CHECKSHEET" validate -f short --as-of 2025-12-01 --lang en "$file" >findings 2>&1 </dev/null
        ! found findings ': error: ' || continue
        printf 'accept\t%s\t%s\naccept\tall.en.json\t%s\n' "$schema" "$file" "$file" >>list
    done
}

: >list
accept_all '' "$ROOT"/controls/*.yaml "$ROOT"/controls/crosswalk/*.yaml "$ROOT"/profiles/*.yaml
shipped=$(wc -l <list)
[ "$shipped" -ge 24 ] || fail "only $shipped of the shipped files count"
accept_all "$ROOT/tests/cases/catalogs" "$ROOT"/tests/cases/*/*.yaml
for directory in "$ROOT"/examples/*/; do
    accept_all "${directory%/}" "$directory"*.yaml
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

# refuse SCHEMA: the file on stdin. It may stand in a pipe, so it counts by the list.
refuse() {
    count=$(wc -l <list)
    cat >broken$count.yaml
    printf 'refuse\t%s\tbroken%s.yaml\n' "$1" $count >>list
}
profile() {
    printf 'checksheet: profile/1\nvendor: V\ncatalog: METI\n'
    cat
}
catalog() {
    printf 'checksheet: catalog/1\nid: X\ntitle: X\nedition: X\n'
    cat
}
echo 'answers: {2-1-1: ○}' | profile >whole.yaml
echo 'items: {1-1: A}' | catalog >whole-catalog.yaml
printf 'accept\tnew/.checksheet/METI@2013年度版.schema.json\twhole.yaml\naccept\tcatalog.ja.json\twhole-catalog.yaml\n' >>list
for schema in new/.checksheet/METI@2013年度版.schema.json all.ja.json; do
    refuse $schema <<'END'
checksheet: profile/1
catalog: {id: METI, edition: 2013年度版}
answers:
END
    echo 'answers: {2-1-1: [○]}' | profile | refuse $schema
    echo 'answers: {2-1-1: {stauts: ○}}' | profile | refuse $schema
    echo 'answers: {2-1-1: {status: ○, audience: everybody}}' | profile | refuse $schema
    echo 'answers: {2-1-1: {status: ○, remark: [a]}}' | profile | refuse $schema
    echo 'answers: {2-1-1: {status: ○, evidence: [{name: x}]}}' | profile | refuse $schema
    printf 'answers:\nservcie: S\n' | profile | refuse $schema
    printf 'answers:\nfacts: {uptime: {kind: colour, value: red}}\n' | profile | refuse $schema
    printf 'answers:\nitems: {ommit: [2-1-1]}\n' | profile | refuse $schema
    printf 'answers:\nmarks: some\n' | profile | refuse $schema
done
echo 'answers: {2-1-99: ○}' | profile | refuse new/.checksheet/METI@2013年度版.schema.json
echo 'answers: {METI 2-1-99: ○}' | profile | refuse new/.checksheet/METI@2013年度版.schema.json
for schema in catalog.ja.json all.en.json; do
    echo 'items: {1-1: {aks: A}}' | catalog | refuse $schema
    echo 'items: {1-1: {ask: A, kind: colour}}' | catalog | refuse $schema
    echo 'items: {1-1: {guide: A}}' | catalog | refuse $schema
    echo 'marks: {○: {id: good}}' | catalog | refuse $schema
    echo 'marks: {○: {label: good}}' | catalog | refuse $schema
    echo 'columns: [nubmer]' | catalog | refuse $schema
    echo 'sections: {A: {1-1: {ask: A, many: perhaps}}}' | catalog | refuse $schema
    printf 'checksheet: catalog/1\nid: X\ntitle: X\n' | refuse $schema
done

for schema in thesaurus.ja.json all.en.json; do
    printf 'checksheet: thesaurus/1\ngroups: {a: {ja: [b], kind: other}}\n' | refuse $schema
    printf 'checksheet: thesaurus/1\ngroups: {a: {ja: [b], words: [c]}}\n' | refuse $schema
done

crosswalk() {
    printf 'checksheet: crosswalk/1\nfrom: METI\nto: MIC\n'
    cat
}
for schema in crosswalk.ja.json all.en.json; do
    echo 'items: {6-8: [{to: "50.1", relation: like, reason: A}]}' | crosswalk | refuse $schema
    echo 'items: {6-8: [{to: "50.1", relation: equal, compare: [hours], reason: A}]}' | crosswalk | refuse $schema
    echo 'items: {6-8: [{to: "50.1", relation: equal}]}' | crosswalk | refuse $schema
    echo 'items: {6-8: [{to: "50.1", relation: equal, reason: A, notes: B}]}' | crosswalk | refuse $schema
    echo 'items: {6-8: {nothing: A}}' | crosswalk | refuse $schema
    echo 'items: {6-8: "50.1"}' | crosswalk | refuse $schema
    printf 'checksheet: crosswalk/1\nfrom: METI\nitems: {}\n' | refuse $schema
done

# What is refused, checksheet refuses too.
for file in broken*.yaml; do
    run validate -f short --fail-on error --lang en $file
    [ "$code" -eq 1 ] || fail "$file: checksheet says: $(cat out $file)"
done

node "$ROOT/tests/editor/accepts.js" <list || exit 1
[ "$(grep -c '^accept' list)" -ge 100 ] || fail "only $(grep -c '^accept' list) files were there to be accepted"
