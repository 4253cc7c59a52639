. "$ROOT/tests/helpers.sh"

# The tarball has all that is committed and nothing else, and is the same bytes twice. The version is said once and found
# everywhere.
version=$(sed -n 's/^VERSION = //p' "$ROOT/Makefile")
[ "$("$CHECKSHEET" --version | awk '{ print $2; exit }')" = "$version" ] || fail "the program is not of version $version"
date=$(sed -n 's/^RELEASED = //p' "$ROOT/Makefile")
grep -F "## $version ($date)" "$ROOT/.github/CHANGELOG.md" >/dev/null || fail "the change log knows no $version of $date"
! git -C "$ROOT" rev-parse HEAD >/dev/null 2>&1 && skip 'this is no git repository'
for round in one two; do
    "${MAKE:-make}" -s -C "$ROOT" BUILD="$TMP/$round" dist >out 2>&1 || fail "make dist: $(cat out)"
done
same "one/checksheet-$version.tar.gz" "two/checksheet-$version.tar.gz"
tar -tzf "one/checksheet-$version.tar.gz" | grep -v '/$' | sed "s,^checksheet-$version/,," | sort >have
git -C "$ROOT" ls-tree -r --name-only HEAD | sort >ought
cmp have ought || fail "the tarball is not what is committed: $(diff have ought | sed -n 1,5p)"
