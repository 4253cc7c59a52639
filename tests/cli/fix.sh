. "$ROOT/tests/helpers.sh"

# validate --fix mends what has one right cure, keeps all else, and says what is left to a person.
write_small
cat >slips.yaml <<'YAML'
# 社内の注意: ここは変えない
checksheet: profile/1
vender: 株式会社サンプル   # 綴りの間違い
catalog: {id: SMALL, edition: 2025年版}
date: 2025-11-01
answers:
  # 方針
  １－１：○ あります。
	1-2:△ 年に1回: 正社員だけ
  2-1: ✕ 予定はありません。  
YAML
cp slips.yaml before
wants 0 validate --fix --dry-run slips.yaml
same slips.yaml before
is out <<'END'
--- slips.yaml
+++ slips.yaml
@@ -3,1 +3,1 @@
-vender: 株式会社サンプル   # 綴りの間違い
+vendor: 株式会社サンプル   # 綴りの間違い
@@ -8,3 +8,3 @@
-  １－１：○ あります。
-	1-2:△ 年に1回: 正社員だけ
-  2-1: ✕ 予定はありません。  
+  1-1: ○ あります。
+  1-2: "△ 年に1回: 正社員だけ"
+  2-1: × 予定はありません。
slips.yaml: OK  SMALL 2025年版  3 questions  ○ 1  △ 1  × 1  Unanswered 0
END
holds err 'slips.yaml: would mend 8 (nothing is written); for a person to decide: 0'
wants 0 validate --fix slips
holds err 'slips.yaml: mended 8; for a person to decide: 0'
wants 0 validate --fix slips.yaml
empty err
is slips.yaml <<'END'
# 社内の注意: ここは変えない
checksheet: profile/1
vendor: 株式会社サンプル   # 綴りの間違い
catalog: {id: SMALL, edition: 2025年版}
date: 2025-11-01
answers:
  # 方針
  1-1: ○ あります。
  1-2: "△ 年に1回: 正社員だけ"
  2-1: × 予定はありません。
END

# The report offers it, with a command that does it; not where there is nothing that it mends.
cp before again.yaml
run validate again
command=$(sed -n 's/^To mend [0-9]* that have one right cure: checksheet //p' out)
[ "$command" = 'validate --fix again' ] || fail "the report offers: $command"
# shellcheck disable=SC2086 # words
wants 0 $command
wants 0 validate again
lacks out 'To mend'

# What a person has to decide stays, and is said: a guess, a # that may be a comment, a key that is there already.
cat >left.yaml <<'YAML'
checksheet: profile/1
vendor: V
vender: W
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: ○ 課題 #123
  1-2: ◎ いつも
  2-9: ○ そのような設問はない
YAML
cp left.yaml before
wants 1 validate --fix left.yaml
same left.yaml before
holds err 'left.yaml: mended 0; for a person to decide: 4'

# Faults behind one that keeps the file from being read are found in the same run.
cat >behind.yaml <<'YAML'
checksheet: profile/1
vendor: V
catalog: {id: SMALL, edition: 2025年版}
date: 2025-13-01
answers:
  1-1：◎ いつも
  1-2: "閉じない
  2-9: ○
YAML
wants 1 validate -f short behind.yaml
for rule in fullwidth-colon unknown-mark bad-date yaml-syntax; do
    holds out "[$rule]"
done
grep -q '^behind.yaml:6:7: .*unknown-mark' out || fail "the mark stands elsewhere: $(cat out)"

# What stands behind such a fault is mended with the rest, and of two such faults both are found.
cat >both.yaml <<'YAML'
checksheet: profile/1
vender: V
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: 〇 あります。
  1-2: "閉じない
   2-1: ○ ここだけ字下げが違う
YAML
wants 1 validate both.yaml
holds out 'both.yaml:6:8: error: the quotation mark opened here is never closed [yaml-syntax]'
holds out 'both.yaml:7:1: error:'
holds out 'To mend 2 that have one right cure: checksheet validate --fix both'
wants 1 validate --fix both.yaml
holds err 'both.yaml: mended 2; for a person to decide: 2'
is both.yaml <<'END'
checksheet: profile/1
vendor: V
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: ○ あります。
  1-2: "閉じない
   2-1: ○ ここだけ字下げが違う
END

# What would be mended is shown in colour for eyes: what turns the direction of a terminal's text is shown, not sent.
printf 'checksheet: profile/1\ncatalog: {id: METI, edition: 2013 edition}\nanswers:\n  ６-8: ○ Daily\342\200\256.\n' >turns.yaml
wants 1 validate --fix --dry-run --color always turns.yaml
holds out '○ Daily\u202e.'
grep -q "$(printf '\342\200\256')" out && fail "U+202E is sent raw"
wants 1 validate --fix --dry-run turns.yaml >/dev/null
grep -q "^+.*$(printf '\342\200\256')" out || fail "not byte for byte"

wants 2 validate --dry-run slips.yaml
wants 2 validate --fix - <slips.yaml
wants 2 validate --fix --dry-run -f json slips.yaml
chmod a-w slips.yaml
sed 's/1-1: ○/1-1: 〇/' slips.yaml >locked.yaml
chmod a-w locked.yaml
wants 3 validate --fix locked.yaml
holds err 'read-only'
holds locked.yaml '〇'

# A key that is spelt with an escape is there already: the misspelt one is left to a person.
printf '%s\n' 'checksheet: profile/1' 'vendor: v' 'service: s' '"\x63ontact": a@example.com' 'contac: b@example.com' \
    'date: 2025-11-01' 'catalog: SMALL' 'answers:' '  1-1: ○' >escaped.yaml
wants 1 validate --fix escaped.yaml
holds escaped.yaml 'contac: b@example.com'
