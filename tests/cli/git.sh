. "$ROOT/tests/helpers.sh"

# What the manual says of git, with the very lines of the manual.
command -v git >/dev/null || skip 'git is not installed'
write_small
mkdir bin
ln -s "$CHECKSHEET" bin/checksheet
PATH=$TMP/bin:$PATH
export HOME="$TMP" GIT_CONFIG_NOSYSTEM=1
mv acme.yaml acme.checksheet.yaml
git init -q . && git config user.name test && git config user.email test@example.com
sed -n 's/^git config /git config /p' "$ROOT/man/checksheet.1" >recipes
[ "$(wc -l <recipes)" -eq 3 ] || fail 'the manual has not the three lines'
sh recipes || fail 'the lines do not run'
echo '*.checksheet.yaml diff=checksheet' >.gitattributes
git add acme.checksheet.yaml .gitattributes && git commit -qm one
sed -i.bak 's/△ 年に1回、正社員だけ/○ 年に1回、全員/' acme.checksheet.yaml

git --no-pager diff >said
holds said '回答  △ -> ○  改善'
holds said '補足  年に1回、[-正社員だけ-]{+全員+}'
git --no-pager diff --no-ext-diff >said
holds said '-1-2	教育をしていますか。	△	年に1回、正社員だけ'
holds said '+1-2	教育をしていますか。	○	年に1回、全員'
git difftool -y -t checksheet >said 2>&1 </dev/null
holds said '回答  △ -> ○  改善'

# A file that is wrong does not keep git from showing the others.
cp acme.checksheet.yaml zoo.checksheet.yaml
cp acme.checksheet.yaml aaa.checksheet.yaml
git add . && git commit -qm more
sed -i.bak 's/  1-2: ○ /  9-9: ○ /' aaa.checksheet.yaml
sed -i.bak 's/  1-2: ○ /  1-2: × /' zoo.checksheet.yaml
git --no-pager diff -- aaa.checksheet.yaml zoo.checksheet.yaml >said 2>wrong || fail "git diff ends with $?"
holds wrong 'aaa.checksheet.yaml: 1 error: checksheet validate aaa'
holds said '回答  ○ -> ×'
git checkout -q . && git rm -q aaa.checksheet.yaml zoo.checksheet.yaml && git commit -qm fewer

# A file that one side does not have is an empty one.
cp acme.checksheet.yaml new.checksheet.yaml
git add new.checksheet.yaml
git --no-pager diff --cached -- new.checksheet.yaml >said
holds said '追加 3  削除 0'

# The script for pull requests: a branch that changes a profile and what it extends, adds one and removes one.
git commit -qam two && git branch base
printf 'checksheet: profile/1\nextends: acme.checksheet.yaml\nservice: サンプル二号\nvendor: 株式会社サンプル\ncatalog: SMALL\nanswers:\n  2-1: ○ 毎日\n' >second.checksheet.yaml
git add second.checksheet.yaml && git commit -qm three && git branch -f base
sed -i.bak 's/社長が務めます/会長が務めます/' acme.checksheet.yaml
sed -i.bak 's/毎日/毎週/' second.checksheet.yaml
git rm -q new.checksheet.yaml
cp second.checksheet.yaml third.checksheet.yaml
cp second.checksheet.yaml 会社.checksheet.yaml
git add second.checksheet.yaml third.checksheet.yaml 会社.checksheet.yaml acme.checksheet.yaml && git commit -qm four
sh "$ROOT/examples/ci/changes.sh" base >changes.md || fail 'changes.sh fails'
for file in acme new second third 会社; do
    holds changes.md "## $file.checksheet.yaml"
done
[ "$(grep -c '<del>社長</del><ins>会長</ins>が務めます。' changes.md)" -eq 2 ] || fail "what is taken over is not compared: $(cat changes.md)"
holds changes.md '<del>毎日</del><ins>毎週</ins>'
holds changes.md '追加 0  削除 3'
holds changes.md '追加 3  削除 0'
[ "$(git worktree list | wc -l)" -eq 1 ] || fail 'a worktree is left behind'
