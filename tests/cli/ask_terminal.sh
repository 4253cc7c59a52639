. "$ROOT/tests/helpers.sh"

# answer on a terminal that does more than type lines: pastes, grows narrow, interrupts, has no editor. The terminal is that
# of script(1).
script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'script(1) of util-linux is not here'
write_base
cat >catalogs/asked.yaml <<'END'
checksheet: catalog/1
id: ASKED
language: ja
title: 取引先の確認票
edition: 2025年版
marks:
  はい: {id: ok, label: {ja: 対応済み, en: done}}
  ×: {id: ng, label: {ja: 未対応, en: not done}}
items:
  1: 責任者を決めていますか。
  2: {ask: 屋上の菜園に水をやる当番を、雨の日も雪の日も、また休みの日も、決めて、皆に知らせていますか。, kind: text}
  3: {ask: 倉庫の鍵は何本ありますか。, kind: text}
END
fresh() {
    cat >mine.yaml <<'END'
checksheet: profile/1
language: ja
extends: base.yaml
catalog: {id: ASKED, edition: 2025年版}
answers:
  1:
  2:
  3:
END
    cp mine.yaml before
}
export SOURCE_DATE_EPOCH=1764460800 TERM=xterm
unset COLUMNS VISUAL

# on_terminal COMMAND: what stdin has is typed; what the terminal shows is in `shown`.
on_terminal() {
    script -qec "$1" /dev/null | tr -d '\r' >shown
}

# Lines that are pasted are one answer, and none of them answers the next question.
fresh
printf '\033[200~はい 部長\nと課長\n1\033[201~\nq\n' | on_terminal "$CHECKSHEET answer mine.yaml --lang ja"
diff before mine.yaml >changed
is changed <<'END'
6a7,12
>     status: はい
>     remark: |
>       部長
>       と課長
>       1
>     reviewed: 2025-11-30
END
fresh
printf 's\n\033[200~月曜は甲\n火曜は乙\033[201~\nb\nq\n' | on_terminal "$CHECKSHEET answer mine.yaml --lang ja"
wants 0 show ASKED 2 -p mine.yaml -f json
holds out '月曜は甲\n火曜は乙'
grep -A 2 'いまの回答 (書き直すと置き換わります):' shown | sed -n 2,3p >lines
is lines <<'END'
     月曜は甲
     火曜は乙
END
grep -q '^  3:$' mine.yaml || fail 'a pasted line became the answer to the next question'

# The word of the sheet says it itself; a sign is explained.
holds shown '  y はい   n × 未対応'

# Ctrl-C ends it: what is answered is written, the rest is as it was, and so is the terminal.
fresh
stty_of='stty -a | tr " ;" "\n\n" | grep echoctl'
{
    printf 'y 部長\n'
    tries=0
    until grep -q reviewed mine.yaml || [ $((tries += 1)) -gt 1000 ]; do sleep 0.02; done
    printf '\003'
} | on_terminal "trap : INT; $stty_of; $CHECKSHEET answer mine.yaml --lang ja; echo code \$?; $stty_of"
holds shown 'code 130'
holds mine.yaml 'remark: 部長'
wants 0 validate mine.yaml
[ "$(grep echoctl shown | sort -u | wc -l)" -eq 1 ] || fail "the terminal is another one: $(grep echoctl shown)"
[ "$(ls -A | grep -c '^\.checksheet\.')" -eq 0 ] || fail 'a temporary file was left'

# A window that grows narrow meanwhile: what is shown next is as wide as it is then.
fresh
printf '#!/bin/sh\nstty cols 40 </dev/tty\necho はい >"$1"\n' >narrow
chmod +x narrow
printf 'e\nq\n' | EDITOR="$TMP/narrow" on_terminal "stty cols 100; $CHECKSHEET answer mine.yaml --lang ja"
sed -n '/^\[2/,/^> /p' shown | tr -d '\033' | sed 's/\[?2004[hl]//g' >second
is second <<'END'
[2/3] 2
  屋上の菜園に水をやる当番を、雨の日も雪
  の日も、また休みの日も、決めて、皆に知
  らせていますか。
  文
回答、番号、s 飛ばす、b 戻る、u 取り消
す、e エディター、? もう一度、q 終わる
> 
END

# An editor that fails or is not there changes nothing, is named, and leaves nothing behind.
mkdir scratch
for editor in false nosuch-editor; do
    fresh
    printf 'e\ny\ne\nq\n' | EDITOR=$editor TMPDIR=scratch on_terminal "$CHECKSHEET answer mine.yaml --lang ja"
    same mine.yaml before
    holds shown "エディター '$editor'"
    [ -z "$(ls scratch)" ] || fail "left behind: $(ls scratch)"
done

# A terminal that is closed while the editor runs leaves nothing behind either.
printf '#!/bin/sh\nkill -HUP $PPID\necho はい >"$1"\n' >closed
chmod +x closed
printf 'e\n' | EDITOR="$TMP/closed" TMPDIR=scratch on_terminal "$CHECKSHEET answer mine.yaml --lang ja"
[ -z "$(ls scratch)" ] || fail "left behind: $(ls scratch)"
same mine.yaml before

# A number begins there, whether it is answered or not; one that the sheet does not have is said.
fresh
wants 0 answer mine.yaml 2 甲
printf '乙\nq\n' | on_terminal "$CHECKSHEET answer mine.yaml 2 --lang ja"
holds shown '[2/3] 2'
grep -A 1 'いまの回答 (書き直すと置き換わります):' shown | grep -q -x '     甲' || fail 'the answer is not shown'
lacks shown '1) ASKED 2'
holds mine.yaml 'value: 乙'
printf 'q\n' | on_terminal "$CHECKSHEET answer mine.yaml 9 --lang ja; echo code \$?"
holds shown 'code 2'

# A file that somebody else has changed meanwhile is not written; what was answered before is counted.
fresh
printf '#!/bin/sh\necho "# theirs" >>%s/mine.yaml\necho x >"$1"\n' "$TMP" >edit
chmod +x edit
printf 'y 部長\ne\n' | EDITOR="$TMP/edit" on_terminal "$CHECKSHEET answer mine.yaml --lang ja; echo code \$?"
holds shown 'code 3'
holds shown '答えた設問 1、残り 2'
holds mine.yaml '# theirs'

# Without the profile that it extends nothing is asked: its answers would be asked again.
fresh
mv base.yaml gone.yaml
printf 'y 部長\nq\n' | on_terminal "$CHECKSHEET answer mine.yaml --lang ja; echo code \$?"
holds shown 'broken-extends'
holds shown 'code 1'
same mine.yaml before
mv gone.yaml base.yaml

# Line ends of Windows and tabs stay as they are.
fresh
sed 's/$/\r/; s/^language: /language:\t/' mine.yaml >before
cp before mine.yaml
printf 'y 部長\nq\n' | on_terminal "$CHECKSHEET answer mine.yaml --lang ja"
[ "$(grep -c . mine.yaml)" -eq "$(grep -c "$(printf '\r')\$" mine.yaml)" ] || fail 'mixed line ends'
diff before mine.yaml | grep '^<' && fail 'a line is gone'
wants 0 validate mine.yaml -q

# A number of no proposal is not taken for a text, unless a blank says so, or nothing is proposed.
cat >catalogs/texts.yaml <<'YAML'
checksheet: catalog/1
id: TEXTS
language: ja
title: ほかの取引先の確認票
edition: 2025年版
items:
  1: {ask: 倉庫の鍵は、いま何本ありますか。, kind: text}
  2: {ask: 凧は何枚ですか。, kind: text}
YAML
printf 'checksheet: profile/1\nlanguage: ja\nextends: base.yaml\ncatalog: {id: ASKED, edition: 2025年版}\nanswers:\n  3: 四本\n' >before.yaml
printf 'checksheet: profile/1\nlanguage: ja\nextends: base.yaml\ncatalog: {id: TEXTS, edition: 2025年版}\nanswers:\n  1:\n  2:\n' >texts.yaml
printf '3\n 3\n4\n' | on_terminal "$CHECKSHEET answer texts.yaml -p before.yaml --lang ja"
holds shown '1) ASKED 3 (似ている'
holds shown '候補 3 はありません'
wants 0 show TEXTS 1 -p texts.yaml -f json
holds out '"3"'
wants 0 show TEXTS 2 -p texts.yaml -f json
holds out '"4"'
