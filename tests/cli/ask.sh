. "$ROOT/tests/helpers.sh"

# answer FILE on a terminal: one open question after another. The terminal is that of script(1).
script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'script(1) of util-linux is not here'
write_base
cat >catalogs/asked.yaml <<'END'
checksheet: catalog/1
id: ASKED
language: ja
title: 取引先の確認票
edition: 2025年版
sections:
  1 体制:
    1-1: {ask: 責任者を決めていますか。また、だれですか。, flag: 必須, guide: 役職}
    1-2: 屋上の菜園に水をやる当番を決めていますか。
  2 運用:
    2-1: {ask: バックアップを取っていますか。ここはとても長い設問で、端末の幅に収まらないので、禁則を守って折り返されるはずです。「括弧」も、句読点も、行の頭に来ません。, flag: 必須}
    2-2: {ask: 稼働率の目標は何パーセントですか。, kind: percent}
END
fresh() {
    cat >mine.yaml <<'END'
# ours
checksheet: profile/1
language: ja
extends: base.yaml
catalog: {id: ASKED, edition: 2025年版}
answers:
  # 責任者
  #? 1. SMALL 1-1 (似ている: 高) 責任者を決めていますか。
  #?    ○ 社長が務めます。
  1-1:
  1-2:   # 菜園
  2-1:
  2-2:
END
    cp mine.yaml before
}

# talk LINES WORD...: the lines are typed; what the terminal shows is in `shown`, without the line ends of a terminal.
talk() {
    lines=$1
    shift
    printf "$lines" | SOURCE_DATE_EPOCH=1764460800 COLUMNS=60 script -qec "$CHECKSHEET $*" /dev/null | tr -d '\r' >shown
}

# A key with the remark behind it, a key and then the remark, a proposal, a value; each is dated, and all else stays.
fresh
talk '1\ny 当番表\np\n週に1回\n99.9%%以上\n' answer mine.yaml --lang ja
diff before mine.yaml >changed
is changed <<'END'
8,9d7
<   #? 1. SMALL 1-1 (似ている: 高) 責任者を決めていますか。
<   #?    ○ 社長が務めます。
10a9,10
>     same: SMALL 1-1
>     reviewed: 2025-11-30
11a12,14
>     status: ○
>     remark: 当番表
>     reviewed: 2025-11-30
12a16,18
>     status: △
>     remark: 週に1回
>     reviewed: 2025-11-30
13a20,21
>     value: 99.9%以上
>     reviewed: 2025-11-30
END
wants 0 validate mine.yaml --complete
holds shown '[1/4] 1-1 [必須]  1 体制'
holds shown '1) SMALL 1-1 ('
holds shown 'checksheet validate mine'

# Enter alone, leaving, the end of the input: nothing changes, to the byte.
for lines in '\n\nq\n' 's\ns\ns\ns\n' '' 'b\nb\ns\nb\nq\n'; do
    fresh
    talk "$lines" answer mine.yaml --lang ja
    same mine.yaml before
done

# What is wrong is said and asked again; undo takes the last answer back, once.
fresh
talk '◎ いつも\nq\n' answer mine.yaml --lang ja
same mine.yaml before
holds shown 'unknown-mark'
talk 'n\nまだです\nu\nu\nq\n' answer mine.yaml --lang ja
same mine.yaml before

# A mark that says too little by itself is not written without a remark.
talk 'n\n\nq\n' answer mine.yaml --lang ja
same mine.yaml before

# Only what must be answered; a value that looks like a key is typed behind a blank.
talk 's\ns\n' answer mine.yaml --only required --lang ja
holds shown '[1/2] 1-1'
holds shown '[2/2] 2-1'
lacks shown '1-2'

# The editor gives a remark of several lines.
printf '#!/bin/sh\nprintf "一行目\\n二行目\\n" >"$1"\n' >edit
chmod +x edit
fresh
printf 'y\ne\nq\n' | EDITOR="$TMP/edit" SOURCE_DATE_EPOCH=1764460800 script -qec "$CHECKSHEET answer mine.yaml --lang ja" /dev/null >shown
wants 0 show ASKED 1-1 -p mine.yaml -f json
holds out '一行目'
holds out '二行目'
wants 0 validate mine.yaml

# No line is wider than the terminal, and none begins with what may not.
fresh
talk 's\ns\nq\n' answer mine.yaml --lang ja
"$CHECKSHEET" help >/dev/null
grep -n -e '^ *、' -e '^ *。' -e '^ *」' shown && fail 'a line begins with what may not'

# A file that somebody else has changed meanwhile is not written.
fresh
printf '#!/bin/sh\necho "# theirs" >>%s/mine.yaml\necho x >"$1"\n' "$TMP" >edit
printf 'y\ne\n' | EDITOR="$TMP/edit" script -qec "$CHECKSHEET answer mine.yaml --lang ja; echo code \$?" /dev/null | tr -d '\r' >shown
holds shown 'code 3'
holds mine.yaml '# theirs'
lacks mine.yaml 'status'

# What comes next needs the same profiles.
fresh
cp base.yaml other.yaml
talk 'q\n' answer mine.yaml -p base.yaml -p other --lang ja
holds shown 'checksheet answer mine -p other'

# In English; and without a terminal it asks nothing.
fresh
talk 'y yes\nq\n' answer mine.yaml --messages en
holds shown 'answered 1'
wants 2 answer mine.yaml
holds err 'FILE NUMBER VALUE'

# Another profile's answer to the same question of the same catalog is proposed; the profile's own, which is asked about, is
# not proposed to itself.
cat >theirs.yaml <<'END'
checksheet: profile/1
language: ja
vendor: 株式会社サンプル
catalog: {id: ASKED, edition: 2025年版}
answers:
  1-2: ○ 毎朝、水をやります。
END
printf 'checksheet: profile/1\nlanguage: ja\nvendor: V\ncatalog: {id: ASKED, edition: 2025年版}\nanswers:\n  1-1: ○ あり\n  2-1: ○ 毎日\n  2-2: 99%%\n' >ours.yaml
talk '1\nq\n' answer ours.yaml -p theirs.yaml --lang ja
holds shown '1) ASKED 1-2 ('
holds ours.yaml '水をやります'
