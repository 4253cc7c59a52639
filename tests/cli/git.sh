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

# A file that one side does not have is an empty one.
cp acme.checksheet.yaml new.checksheet.yaml
git add new.checksheet.yaml
git --no-pager diff --cached -- new.checksheet.yaml >said
holds said '追加 3  削除 0'
