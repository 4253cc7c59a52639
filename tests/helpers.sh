# What the scripts of cli and laws share; each begins with: . "$ROOT/tests/helpers.sh"
# They run in an empty directory, $TMP. $CHECKSHEET is the program, $ROOT the project.

# The mark tells the runner, since at the end of a pipe this only ends a shell of its own.
fail() {
    printf '%s\n' "$*"
    : >"$TMP/.failed"
    exit 1
}

skip() {
    printf '%s\n' "$*"
    exit 77
}

# run WORD...: runs checksheet. Its streams are then in the files out and err, its exit code in $code.
run() {
    "$CHECKSHEET" "$@" >out 2>err
    code=$?
}

# wants CODE WORD...: runs checksheet, which must exit so.
wants() {
    wanted=$1
    shift
    run "$@"
    [ "$code" -eq "$wanted" ] && return
    printf 'checksheet %s: exit %s, not %s\n' "$*" "$code" "$wanted"
    sed 's/^/out: /' out | sed -n 1,20p
    sed 's/^/err: /' err | sed -n 1,20p
    exit 1
}

# Sets $program to the static program, made of the same commit or an earlier one; false where there is none.
find_static() {
    program=$CHECKSHEET
    [ -z "${STATIC:-}" ] || return 0
    for program in "$BUILD/static/checksheet" "$ROOT/build/static/checksheet"; do
        [ ! -x "$program" ] || return 0
    done
    return 1
}

# The formats of a filled sheet, a profile again left out: what holds for every format is tried with all there are.
sheet_formats() {
    "$CHECKSHEET" render x -f none --messages en 2>&1 | sed -n 's/.* is not one of \(.*\)\.$/\1/p' | sed 's/,//g; s/ yaml$//'
}

# is FILE: the file holds exactly what stands on stdin.
is() {
    diff -u - "$1" || fail "$1 is not what it should be"
}

# is_golden FILE EXPECTED: the file holds exactly what stands in the expected file, which is below tests/cli; with UPDATE it
# becomes what is expected.
is_golden() {
    [ -z "$UPDATE" ] || cp "$1" "$ROOT/tests/cli/$2"
    diff -u "$ROOT/tests/cli/$2" "$1" || fail "$1 is not what it should be"
}

# same FILE FILE
same() {
    cmp "$1" "$2" || fail "$1 and $2 differ"
}

# True when a line of a file holds a text. The shell reads itself: most files are shorter than it takes to start a grep.
found() {
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        *"$2"*) return 0 ;;
        esac
    done <"$1"
    return 1
}

# read_all FILE: its lines are in $all, without the last line end.
read_all() {
    all=''
    while IFS= read -r line || [ -n "$line" ]; do
        all="$all$line
"
    done <"$1"
    all=${all%?}
}

# holds FILE TEXT, lacks FILE TEXT
holds() {
    found "$1" "$2" && return
    sed -n 1,20p "$1"
    fail "$1 does not hold: $2"
}

lacks() {
    ! found "$1" "$2" || fail "$1 holds: $2"
}

empty() {
    [ ! -s "$1" ] && return
    sed -n 1,20p "$1"
    fail "$1 is not empty"
}

# The inputs of all golden cases, beside each other, and their catalogs.
copy_cases() {
    cp -r "$ROOT/tests/cases/catalogs" .
    for file in "$ROOT"/tests/cases/*/*.yaml; do
        case $file in
        */catalogs/*) ;;
        *) echo "$file" ;;
        esac
    done | xargs sh -c 'cp "$@" .' cp
}

# The small catalog and profile that most scripts work with.
write_small() {
    mkdir -p catalogs
    export CHECKSHEET_PATH="$TMP/catalogs"
    cat >catalogs/small.yaml <<'END'
checksheet: catalog/1
id: SMALL
title: 小さなカタログ
edition: 2025年版
items:
  1-1: 責任者を決めていますか。
  1-2: 教育をしていますか。
  2-1: バックアップを取っていますか。
END
    cat >acme.yaml <<'END'
checksheet: profile/1
service: サンプルクラウド
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
date: 2025-11-01
answers:
  1-1: ○ 社長が務めます。
  1-2: △ 年に1回、正社員だけ
  2-1: × 予定はありません。
END
}

# The same, and a profile that others extend, which knows who is responsible.
write_base() {
    write_small
    cat >base.yaml <<'END'
checksheet: profile/1
language: ja
service: サンプルクラウド
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: ○ 社長が務めます。
END
}
