. "$ROOT/tests/helpers.sh"

# A catalog with levels: every command takes the questions up to one, and the profile that new writes keeps it.
mkdir catalogs
export CHECKSHEET_PATH="$TMP/catalogs"
cat >catalogs/stages.yaml <<'END'
checksheet: catalog/1
id: STAGES
title: 段階のあるカタログ
edition: "2025"
levels: {入門: はじめに, 第2段: 次に, 第3段: 最後に}
columns: [number, level, question, answer, remark]
sections:
  1 組織:
    1-1: {ask: 責任者がいますか。, level: 入門}
    1-2: {ask: 監査を受けていますか。, level: 第3段}
  2 委託:
    sections:
      2-1 契約:
        2-1-1: {ask: 再委託がありますか。, level: 第3段}
      2-2 監督:
        2-2-1: {ask: 再委託先を監督していますか。, level: 第2段, if: 2-1-1 ○}
  3 運用:
    3-1: バックアップを取っていますか。
END
wants 0 validate catalogs/stages.yaml
wants 0 list STAGES -f tsv --lang ja
[ "$(wc -l <out)" -eq 6 ] || fail "$(cat out)"
wants 0 list STAGES -f tsv --lang ja --level 入門
[ "$(sed 1d out | cut -f 1 | tr '\n' ' ')" = '1-1 3-1 ' ] || fail "$(cat out)"
wants 0 list STAGES --level 2
holds out 2-2-1
lacks out '2-1 契約'
lacks out 1-2
wants 0 list STAGES -f tsv --level 第3段
[ "$(wc -l <out)" -eq 6 ] || fail "$(cat out)"
wants 2 list STAGES --level 9
holds err '入門 第2段 第3段'
wants 2 list METI --level 入門
wants 2 new - -c STAGES --level 第4段

wants 0 new acme.yaml -c STAGES --level 2 --lang ja
holds acme.yaml 'level: 第2段'
lacks acme.yaml 1-2
sed -i 's/^vendor:.*/vendor: 株式会社サンプル/; s/ 1-1:/ 1-1: ○ 社長/; s/ 2-2-1:/ 2-2-1: × 予定なし/; s/ 3-1:/ 3-1: ○ 毎日/' acme.yaml
wants 0 validate acme.yaml --complete --lang en
holds out 'STAGES 2025 第2段  3 questions'
wants 0 new --update acme.yaml # nothing that the level lacks
lacks acme.yaml 1-2
wants 1 validate acme.yaml --complete --level 3
holds out '1-2 2-1-1'
wants 0 validate acme.yaml --level 入門 --lang en
holds out 'answers above level 入門 of STAGES (1), which this sheet leaves out: 2-2-1 [above-level]'
wants 1 validate acme.yaml --level 4
holds out '入門 第2段 第3段'
wants 0 status acme.yaml --level 入門 --lang en
holds out 'STAGES 2025 入門'
lacks out '2 委託'

# What render writes is of that level, and is read back so.
for format in yaml csv xlsx; do
    wants 0 render acme.yaml -o acme.$format.$format
done
holds acme.yaml.yaml 'level: 第2段'
wants 0 validate acme.yaml.yaml --complete
holds acme.csv.csv '1-1,入門,'
lacks acme.csv.csv 1-2,
for format in csv xlsx; do
    wants 0 import acme.$format.$format -c STAGES -o back.$format.yaml
    sed -i "s/^vendor:$/vendor: V/" back.$format.yaml
    holds back.$format.yaml 'level: 第2段' # it has all that this level asks, and nothing above
    wants 0 validate back.$format.yaml --complete
done

# Another level of the profile that is extended, and a sheet that is not the profile's own.
printf 'checksheet: profile/1\nextends: acme.yaml\nanswers:\n  1-1: △ 兼任\n' >more.yaml
wants 0 validate more.yaml --complete --lang en
holds out '第2段  3 questions'
printf 'checksheet: profile/1\nvendor: V\ncatalog: METI\nanswers:\n  STAGES 1-1: ○ x\n  STAGES 3-1: ○ x\n' >other.yaml
wants 0 status other.yaml -c STAGES --level 入門 --lang en
holds out 'Answered  2/2'

# A sheet that nobody knows and that says a level of each question: its catalog has them, lowest first.
printf '番号,段階,質問,回答\n1,★4,監視していますか。,\n2,★3,鍵を掛けていますか。,\n3,★10,試験をしていますか。,\n' >staged.csv
wants 0 import --as catalog staged.csv -o staged.yaml --lang ja
wants 0 validate staged.yaml
wants 0 list ./staged.yaml -f tsv --level 4
[ "$(sed 1d out | cut -f 1 | tr '\n' ' ')" = '1 2 ' ] || fail "$(cat out staged.yaml)"
