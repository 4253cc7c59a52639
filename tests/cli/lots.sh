. "$ROOT/tests/helpers.sh"

# More files than are in memory at a time: what is reported is what a run reports that has all of them in memory, which one
# does that reads one of them from a pipe. Three vendors: of the first are more profiles than go into a piece, and they say
# different things, in part allowed; those of the second extend a company's; of the third there is one. A catalog, a broken
# file, some that can be fixed, and one that cannot be read are among them.
mkdir -p all
awk 'function head(vendor) { return "checksheet: profile/1\nlanguage: ja\nservice: S\nvendor: " vendor "\ndate: 2025-11-01\n" \
            "catalog: {id: METI, edition: 2013年度版}\n" }
    function put(text) { file = sprintf("all/p%03d.yaml", i); printf "%s", text > file; close(file) }
    BEGIN {
        for (i = 1; i <= 300; i++) {
            if (i % 9 == 4)
                put(head("乙社") "extends: company.yaml\nanswers:\n  6-8: ○ 毎日バックアップし、" i % 3 + 1 "世代を保管します。\n")
            else if (i % 9 == 5)
                put(head("丙" i "社") "answers:\n  6-8: ○ 毎日バックアップし、7世代を保管します。\n  99-1: ○\n")
            else
                put(head(i % 2 ? "甲 社" : "甲社") "answers:\n  10-2: " \
                    (i == 1 ? "{status: ○, remark: データは国内に保管します。, allow: [contradiction], reason: 社内向け}\n" : \
                    "○ データは" (i % 7 ? "国内" : "米国") "に保管します。\n") \
                    (i % 5 ? "" : "  6-13: {status: ○, remark: していません。, allow: [mark-denied, contradiction], reason: 確かめた}\n") \
                    "  6-8: ○ 毎日バックアップし、" (i % 4 ? 7 : 5) "世代を保管します。窓口は support" (i % 50 ? "" : "s") "@example.jp です。\n" \
                    (i < 200 ? "" : "  MIC 46.1: 99.9%以上\n"))
        }
    }'
printf '%s\n' 'checksheet: profile/1' 'language: ja' 'service: S' 'vendor: 乙社' 'date: 2025-11-01' \
    'catalog: {id: METI, edition: 2013年度版}' 'answers:' '  6-8: ○ 毎週バックアップします。' '  10-2: ×' >all/company.yaml
cp all/company.yaml all/other.yaml
# Whom a profile is of, and what it extends, may stand behind its answers too; and one may be broken in them.
printf '%s\n' 'checksheet: profile/1' 'language: ja' 'catalog: {id: METI, edition: 2013年度版}' 'answers:' \
    '  6-8: ○ 毎日バックアップし、3世代を保管します。' 'extends: company.yaml' >all/behind.yaml
printf '%s\n' 'checksheet: profile/1' 'language: ja' 'service: S' 'date: 2025-11-01' 'catalog: {id: METI, edition: 2013年度版}' \
    'answers:' '  6-8: ○ 毎日バックアップし、9世代を保管します。' '"vendor": 甲社' >all/behind2.yaml
sed 's/^  10-2: .*/  10-2: {status: ○/' all/p001.yaml >all/cut.yaml
sed 's/^id: .*/id: OTHER/' "$ROOT/controls/meti-2013.yaml" >all/z.yaml
printf 'checksheet: profile/1\nanswers: [\n' >all/broken.yaml
for number in 1 2 3; do
    printf '%s\n' 'checksheet: profile/1' 'language: ja' 'service: S' 'vendor: 丁社' 'date: 2025/11/01' \
        'catalog: {id: METI, edition: 2013年度版}' 'answers:' "  6-8：○ $number 世代" >all/y$number.yaml
done
mkfifo all/zz.yaml # a pipe, in which nobody writes: left out
cp all/y1.yaml last.yaml
mkfifo piped.yaml

# both CODE OPTION...: the same from files as with a pipe among them. What was fixed is put back.
both() {
    wanted=$1
    shift
    rm -rf again
    cp -R all again
    cat last.yaml >kept
    wants "$wanted" validate "$@" all last.yaml
    mv out streamed
    mv err said
    cat report.* summary >>streamed 2>/dev/null
    rm -rf all report.* summary
    mv again all
    mv last.yaml file
    mv piped.yaml last.yaml
    cat kept >last.yaml &
    wants "$wanted" validate "$@" all last.yaml
    wait
    cat report.* summary >>out 2>/dev/null
    mv last.yaml piped.yaml
    mv kept last.yaml
    same streamed out
    same said err
    rm -f report.* summary
}

for options in '' '-f short' '-q -j 1' '-q -j 3' '-c METI' '--complete' '-o report.txt' '-f json' '-f sarif' '-f gitlab -j 3' \
    '-f rdjson' '-f junit -c METI' '-f junit --fail-on warning' '--report short=report.s --report junit=report.j'; do
    # unquoted on purpose: several words
    both 1 $options
done
GITHUB_STEP_SUMMARY=summary both 1 -f github
holds streamed '| all/y1.yaml |'

# Files that would be fixed, and then are; a pipe cannot be.
both 1 --fix --dry-run
holds streamed '+  6-8: ○ 2 世代'
wants 1 validate --fix all -f short
holds err 'all/y2.yaml: mended 1'
holds all/y2.yaml '  6-8: ○ 2 世代'
wants 1 validate --fix --dry-run all
lacks out '6-8：'
cat last.yaml >piped.yaml &
wants 3 validate --fix piped.yaml
wait
holds err "'piped.yaml' is no file"
holds err 'piped.yaml: mended 0;'
# A report never takes the place of what was read.
wants 3 validate all -o all/y1.yaml
holds all/y1.yaml '  6-8: ○ 1 世代'
