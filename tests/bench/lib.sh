# What run and gate share: the data, and the commands of jobs.tsv. $BUILD is where the programs are; $work a folder of
# the run's own.
build=$(cd "${BUILD:-build}" && pwd)
bench=$build/bench
sheet=$build/checksheet
here=$(dirname "$0")
profiles=$here/../../profiles
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1762300800
unset CHECKSHEET_PATH CHECKSHEET_LANG
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo 'int main(void) { return 0; }' | ${CC:-cc} -x c -o "$work/bare" -

make_profiles() { # N
    data=$bench/$1
    mkdir -p "$data"
    "$bench/gen" "$1" "$data"
    sed 's/毎日バックアップ/毎週バックアップ/' "$data/profile.yaml" > "$data/profile2.yaml"
}

make_data() { # N
    make_profiles "$1"
    sed 's/を年1回見直します/を年2回見直しています/; s/^edition: .*/edition: "2"/' "$data/catalog.yaml" > "$data/catalog2.yaml"
    sed 's/^  \([0-9]*\)-\([0-9]*\):/  \1-\2x:/' "$data/profile.yaml" > "$data/wrong.yaml" # no such question, each of them
    cp "$data/profile.yaml" "$data/updated.yaml"
    "$bench/read_xlsx" make "$1" "$data/shared.xlsx"
}

# A floor that writes something else is no floor: before anything is measured, the outputs are compared.
compare_outputs() {
    $sheet render -q -c "$data/catalog.yaml" "$data/profile.yaml" -o "$data/out.csv"
    "$bench/floor" csv "$data/cells" "$data/floor.csv" "$data/catalog.yaml" "$data/profile.yaml"
    cmp "$data/out.csv" "$data/floor.csv"
    $sheet render -q -c "$data/catalog.yaml" "$data/profile.yaml" -o "$data/table.csv"
    $sheet render -q -c "$data/catalog.yaml" "$data/profile.yaml" -o "$data/table.md"
    $sheet render -q -c "$data/catalog.yaml" "$data/profile.yaml" -o "$data/table.xlsx"
    $sheet render -q -c "$data/catalog.yaml" "$data/profile.yaml" --template -o "$data/form.xlsx"
    "$bench/read_xlsx" floor "$data/shared.xlsx" > "$data/cells.floor"
    "$bench/read_xlsx" grid "$data/shared.xlsx" | cmp - "$data/cells.floor"
}

# The jobs, a line each: name, what it is measured against, goals for wall and instructions; - is no goal.
jobs() {
    sed '/^#/d' "$here/jobs.tsv" | cut -f 1-4
}

# The words of a job's command, one a line: no path of ours holds a line end.
words_of() { # NAME
    eval "printf '%s\\n' $(sed '/^#/d' "$here/jobs.tsv" | awk -F '\t' -v name="$1" '$1 == name { print $5 }')"
}

# The instructions of a job, as callgrind counts them.
instructions_of() { # NAME
    set --  "$1"
    words_of "$1" > "$work/words"
    while read -r word; do
        set -- "$@" "$word"
    done < "$work/words"
    shift
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" > /dev/null 2> "$work/valgrind" || {
        cat "$work/valgrind" >&2
        exit 1
    }
    sed -n "s/.*Collected : \([0-9]*\).*/\1/p" "$work/valgrind"
}
