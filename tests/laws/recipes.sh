. "$ROOT/tests/helpers.sh"

# The recipes of examples/ci, as far as they go without a service: the action's script, git's hook, the container's contents.
PATH=$(dirname "$CHECKSHEET"):$PATH
write_small
sed 's/○ 社長が務めます。/◎ 社長/' acme.yaml >bad.yaml

# The action: the program is fetched (here from a file), held against its digest, and called.
if command -v curl >/dev/null && command -v sha256sum >/dev/null; then
    mkdir runner
    sum=$(sha256sum "$CHECKSHEET" | cut -d' ' -f1)
    RUNNER_TEMP=$TMP/runner PROGRAM="file://$CHECKSHEET" SHA256=$sum ARGUMENTS='validate -f short acme.yaml' \
        sh "$ROOT/examples/ci/action/run.sh" >out 2>err || fail "the action: $(cat out err)"
    RUNNER_TEMP=$TMP/runner PROGRAM="file://$CHECKSHEET" SHA256=$sum ARGUMENTS='validate -f short bad.yaml' \
        sh "$ROOT/examples/ci/action/run.sh" >out 2>err && fail 'the action lets a fault pass'
    holds out unknown-mark
    RUNNER_TEMP=$TMP/runner PROGRAM="file://$CHECKSHEET" SHA256=$(echo "$sum" | tr 0-9 1-90) ARGUMENTS=--version \
        sh "$ROOT/examples/ci/action/run.sh" >out 2>err && fail 'the action calls a program of another digest'
    for word in program sha256 arguments; do
        grep "^  $word:" "$ROOT/examples/ci/action/action.yml" >/dev/null || fail "action.yml has no $word"
    done
fi

# git's hook: a good profile is committed, a bad one is not.
if command -v git >/dev/null; then
    git init -q repository
    cp "$ROOT/examples/ci/pre-commit" repository/.git/hooks/
    cp -R catalogs repository
    cd repository || exit 1
    commit() {
        git -c user.name=a -c user.email=a@example.com commit -q -m "$1" >"$TMP/out" 2>&1
    }
    cp ../acme.yaml acme.checksheet.yaml
    git add -A
    commit good || fail "the hook stops a good profile: $(cat "$TMP/out")"
    cp ../acme.yaml 会社.checksheet.yaml
    git add -A
    commit named || fail "the hook does not find a Japanese name: $(cat "$TMP/out")"
    cp ../bad.yaml acme.checksheet.yaml
    git add -A
    commit bad && fail 'the hook lets a fault pass'
    holds "$TMP/out" unknown-mark
    cd ..
fi

# The container holds the program alone: it runs where nothing else is, if it is a static one.
find_static || skip 'there is no static program (make static): the container was not tried'
[ "$(id -u)" = 0 ] && command -v chroot >/dev/null || skip 'only root may try what the container holds'
mkdir -p image/work
cp "$program" image/checksheet
cp acme.yaml image/work
cp -R catalogs image/work
chroot image /checksheet -C /work validate acme.yaml >out 2>err || fail "the container: $(cat out err)"
chroot image /checksheet -C /work render acme.yaml -o acme.xlsx >out 2>err || fail "the container: $(cat out err)"
