. "$ROOT/tests/helpers.sh"

# The best of each catalog, why, and the answer of a profile with its place.
cd "$ROOT" || exit 1
finds() {
    wanted=$1
    shift
    "$CHECKSHEET" find --lang ja "$@" >"$TMP/out" 2>"$TMP/err" </dev/null
    code=$?
    [ "$code" -eq "$wanted" ] || fail "find $*: exit $code, not $wanted: $(cat "$TMP/out" "$TMP/err")"
}
finds 0 -p krew 'バックアップの保存期間は'
holds "$TMP/out" 'METI 6-8'
holds "$TMP/out" 'どちらも尋ねる: バックアップ、保存期間'
holds "$TMP/out" 'profiles/krew.yaml:'
[ "$(grep -c '^SLA ' "$TMP/out")" -le 3 ] || fail 'more than three of a catalog'
finds 0 -c METI -n 1 'バックアップの保存期間は' 'Is traffic to the service encrypted in transit?'
[ "$(grep -c '^METI ' "$TMP/out")" -eq 2 ] || fail 'not one for each question'
lacks "$TMP/out" 'SLA '

finds 0 -c METI -p rescuenow-status-checker 'バックアップの保存期間は'
lacks "$TMP/out" 'MIC '

# Nothing is made up for what nobody asks, and it says so.
finds 1 'ゲーム内の通貨は換金できますか' 'バックアップの保存期間は'
holds "$TMP/out" 'これを尋ねる設問は見当たりません'
holds "$TMP/out" 'METI 6-8'

# Lines of the standard input; blank ones are none.
printf '\nバックアップの保存期間は\n\n  Do you encrypt data at rest?\n' | "$CHECKSHEET" find -c METI -f json >"$TMP/out" ||
    fail 'lines of the standard input'
[ "$(grep -c '"text": "[^"]*",$' "$TMP/out")" -eq 2 ] || fail "not two questions: $(cat "$TMP/out")"
holds "$TMP/out" '"format": "find/1"'

# The very question of an item is its own, whatever its width and blanks.
question=$("$CHECKSHEET" list METI -f tsv --lang ja | awk -F '\t' '$1 == "6-14" {print $2}')
[ -n "$question" ] || fail 'METI 6-14 is not listed'
finds 0 -p krew -f json "　$question　"
grep '"item": "6-14".*"relation": "own", "confidence": 1.000' "$TMP/out" >/dev/null || fail "not its own: $(cat "$TMP/out")"

# A thesaurus of one's own.
cd "$TMP" || exit 1
printf 'checksheet: thesaurus/1\ngroups:\n  backup: {ja: [ぷかぷか]}\n' >words.yaml
wants 1 find 'ぷかぷかは' --lang ja
wants 0 find 'ぷかぷかは' --lang ja --thesaurus words.yaml
holds out 'どちらも尋ねる: バックアップ'
printf 'checksheet: thesaurus/1\ngroups:\n  waves: {ja: [バックアップ]}\n' >words.yaml
wants 1 find 'ぷかぷかは' --thesaurus words.yaml
holds err 'duplicate-key'
empty out
wants 3 find 'ぷかぷかは' --thesaurus nowhere.yaml
wants 2 find -n 0 'x'
wants 2 find -n 17 'x'
wants 2 find -n three 'x'
wants 2 find -f csv 'x'
wants 2 find -c NOWHERE 'x'
wants 3 find -p nowhere 'x'

# Earlier customers' profiles: their own questions are candidates, and what they say to be the same is confirmed.
mkdir earlier
cat >earlier/blue.yaml <<'EOF'
checksheet: profile/1
catalog: {id: METI, edition: 2013年度版}
vendor: Example
service: Example
items:
  add:
    10 遵守:
      B-1: {ask: 屋上の菜園に水をやる当番は決まっていますか。}
answers:
  6-14: ○ NTPで合わせます。
  B-1: = 6-14
EOF
echo 'no profile' >earlier/note.txt
mkdir -p last/year none
printf 'checksheet: catalog/1\nid: THEIRS\nlanguage: ja\ntitle: t\nedition: 1\nmarks: {○: ok, ×: ng}\nitems:\n  1: 屋根の上の風見鶏に油を差していますか。\n' >last/year/theirs.catalog.yaml
printf 'checksheet: profile/1\nlanguage: ja\ncatalog: THEIRS\nvendor: V\nservice: S\nanswers:\n  1: ○ 毎月\n' >last/year/theirs.yaml
wants 0 find --lang ja -p last/year -f json '屋根の上の風見鶏に油を差していますか' # a catalog beside the profile
holds out '"item": "1"'
run find --messages en -p none -p earlier '屋上の菜園'
holds err 'there is no profile in none'
wants 0 find --lang ja -p earlier -n 1 -f json '屋上の菜園に水をやる当番は決まっていますか'
grep '"item": "B-1".*"relation": "own".*"place": "earlier/blue.yaml:11"' out >/dev/null || fail "B-1: $(cat out)"
grep '"item": "6-14".*"relation": "confirmed".*NTPで合わせます' out >/dev/null || fail "6-14: $(cat out)"
wants 0 find --lang ja -p earlier -n 1 '屋上の菜園の水やりの当番'
holds out 'METI B-1'
sed 's/○ NTP/？ NTP/' earlier/blue.yaml >earlier/broken.yaml
wants 1 find -p earlier 'x'
holds err 'earlier/broken.yaml:10'

# Lines that Windows saved in Japan are read as they were meant: バックアップは in CP932.
printf '\203o\203b\203N\203A\203b\203v\202\315\r\n' >cp932.txt
"$CHECKSHEET" find -c METI -n 1 -f json <cp932.txt >out || fail 'find: CP932'
holds out '"text": "バックアップは"'
holds out '"item": "6-8"'
