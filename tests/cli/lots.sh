. "$ROOT/tests/helpers.sh"

# More files than are in memory at a time: what is printed is what a run prints that has all of them in memory, which one does
# that writes to a file. Three vendors: of the first are more profiles than go into a piece, and they say different things, in
# part allowed; those of the second extend a company's; of the third there is one. A catalog, a broken file and one that
# cannot be read are among them.
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
sed 's/^id: .*/id: OTHER/' "$ROOT/controls/meti-2013.yaml" >all/z.yaml
printf 'checksheet: profile/1\nanswers: [\n' >all/broken.yaml
mkfifo all/zz.yaml # a pipe, in which nobody writes: left out

for options in '' '-f short' '-q -j 1' '-q -j 3' '-c METI' '--complete'; do
    # unquoted on purpose: several words
    wants 1 validate $options all
    mv out streamed
    mv err said
    wants 1 validate $options all -o whole
    same streamed whole
    same said err
done
