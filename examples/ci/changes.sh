# Writes what a branch changes in the check sheets, as Markdown for a comment on a pull request: changes.sh BASE
# The base is checked out beside, so that a profile finds the ones that it extends. On GitHub:
#     sh changes.sh "origin/$GITHUB_BASE_REF" >> "$GITHUB_STEP_SUMMARY"
set -eu
base=$(git merge-base "$1" HEAD)
cd "$(git rev-parse --show-toplevel)"
work=$(mktemp -d)
trap 'git worktree remove --force "$work/base"; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/base" "$base"
git -c core.quotePath=false diff --name-only "$base" -- '*.checksheet.yaml' | while IFS= read -r file; do
    old=$work/base/$file new=$file
    [ -f "$old" ] || old=/dev/null
    [ -f "$new" ] || new=/dev/null
    printf '## %s\n\n' "$file"
    checksheet diff --allow-errors -f md "$old" "$new"
    echo
done
