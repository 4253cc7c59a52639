. "$ROOT/tests/helpers.sh"

# diff OLDDIR NEWDIR: the files of two folders by their names, one document, and what stands on one side alone.
write_small
mkdir -p old/sub new/sub
cp acme.yaml old/acme.yaml
cp acme.yaml old/same.yaml
cp acme.yaml new/same.yaml
cp acme.yaml old/sub/甲.yaml
cp acme.yaml old/gone.yaml
cp acme.yaml new/fresh.yaml
sed 's/× 予定はありません。/○ 毎日取っています。/' acme.yaml >new/acme.yaml
sed 's/○ 社長が務めます。/△ 社長が務めます。/' acme.yaml >new/sub/甲.yaml
echo 'no profile' >old/README.md
echo 'no,profile' >old/evidence.csv

wants 0 diff old new --lang en
[ "$(sed -n 1p out)" = 'acme.yaml  SMALL 2025年版  2025-11-01   Changed 1 (Better 1, Worse 0)  Added 0  Removed 0' ] || fail "$(sed -n 1p out)"
sed -n '/^Files/,$p' out >summary
grep . summary >lines
is lines <<'END'
Files 5  No changes 1  Changed 2  Only before 1  Only now 1
File         State        Changed  Better  Worse  Added  Removed
acme.yaml    Changed            1       1      0      0        0
fresh.yaml   Only now
gone.yaml    Only before
sub/甲.yaml  Changed            1       0      1      0        0
END
lacks out same.yaml
empty err

# A pair is shown as it is alone.
wants 0 diff old/acme.yaml new/acme.yaml --lang en
sed 1d out >alone
wants 0 diff old new --lang en
while IFS= read -r line; do
    holds out "$line"
done <alone

wants 0 diff old new -f md --lang en
[ "$(grep -c '^### ' out)" -eq 2 ] || fail "$(cat out)"
holds out '| sub/甲.yaml | Changed | 1 | 0 | 1 | 0 | 0 |'
wants 0 diff old new -f csv --csv-plain --lang en
[ "$(grep -c '^File,No' out)" -eq 1 ] || fail "$(cat out)"
holds out 'acme.yaml,SMALL 2-1,'
holds out 'gone.yaml,,,Only before,,,'
holds err 'Files 5  No changes 1  Changed 2'
wants 0 diff old new -f json --lang en -o changes.json
if command -v python3 >/dev/null 2>&1; then
    python3 - <<'END' || fail 'the JSON is not what it should be'
import json
both = json.load(open("changes.json"))
assert [f["file"] for f in both["files"]] == ["acme.yaml", "fresh.yaml", "gone.yaml", "same.yaml", "sub/甲.yaml"]
assert [f["found"] for f in both["files"]] == ["changed", "only-new", "only-old", "same", "changed"]
assert both["files"][0]["diff"]["comparison"]["better"] == 1 and both["files"][1]["diff"] is None
assert both["summary"] == {"files": 5, "same": 1, "changed": 2, "only-old": 1, "only-new": 1, "failed": 0}
assert (both["format"], both["old"], both["new"]) == (1, "old", "new")
END
fi
wants 0 diff old new/ -f json --lang en -o changes.json

# Exit codes, and one pair that fails.
wants 1 diff old new --exit-code
wants 1 diff old new --fail-on worse
wants 0 diff old old --exit-code
wants 1 diff new old --fail-on worse -q
printf 'checksheet: profile/1\nanswers: [\n' >new/same.yaml
wants 1 diff old new --lang en
holds out 'same.yaml    Not compared'
holds out 'Only before 1  Only now 1  Not compared 1'
holds err 'new/same.yaml:2:'
wants 2 diff old new/acme.yaml
holds err "'old' is a folder, 'new/acme.yaml' is none"
wants 2 diff old new -o x.xlsx
holds err 'xlsx cannot show two folders'
mkdir empty1 empty2
wants 3 diff empty1 empty2
holds err 'neither empty1 nor empty2 has a file to compare'

# Sheets, where there are no profiles.
mkdir sheets1 sheets2
wants 0 render -q old/acme.yaml -o sheets1/acme.xlsx -o sheets1/acme.csv
wants 0 render -q new/acme.yaml -o sheets2/acme.xlsx -o sheets2/acme.csv
wants 0 diff sheets1 sheets2 --lang en
holds out 'acme.csv   Changed        1       1'
holds out 'acme.xlsx  Changed        1       1'

# However many work, the bytes are the same.
mkdir many1 many2
cp "$ROOT"/profiles/*.yaml many1
for profile in many1/*; do
    sed 's/30日/31日/g; s/○/△/' "$profile" >many2/"${profile##*/}"
    for number in 1 2 3 4; do
        cp "$profile" "many1/$number-${profile##*/}"
        cp many2/"${profile##*/}" "many2/$number-${profile##*/}"
    done
done
for format in text md csv tsv json; do
    for jobs in 1 2 8; do
        run diff many1 many2 -f $format -j $jobs
        cat err >>out
        echo "exit $code" >>out
        mv out $format.$jobs
        same $format.1 $format.$jobs
    done
done
