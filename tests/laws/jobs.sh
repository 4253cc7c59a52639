. "$ROOT/tests/helpers.sh"

# However many work, the bytes are the same: every case, whole and broken, those that extend each other, catalogs, files
# twice and files that are not there, in every format.
copy_cases
cp "$ROOT"/profiles/*.yaml .
export CHECKSHEET_PATH="$TMP/catalogs"

# Wrong numbers by the thousand: guesses end somewhere, and in each file at the same place.
for file in guesses-1 guesses-2 guesses-3; do
    printf 'checksheet: profile/1\nvendor: V\ncatalog: MIC\nanswers:\n' >$file.yaml
    awk 'BEGIN { for (i = 1; i <= 6000; i++) printf "  %d.x%d: yes\n", i % 130, i }' >>$file.yaml
done

# Many that take over the same company, which has faults of its own: some at the same place.
cat >firm.yaml <<'END_PROFILE'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: {id: DEMO, edition: 2025年版}
answers:
  6-7: ✕ TODO 未定
  6-8: {status: ✕, remark: 未定, allow: [mark-variant, stale-answer], reason: ためし}
  6-9: ✕ 社外秘
END_PROFILE
for number in 1 2 3 4 5 6 7 8 9; do
    printf 'checksheet: profile/1\nextends: firm.yaml\nservice: S%s\nanswers:\n  6-10: = 6-7\n  6-11: ◎\n' $number >firm-$number.yaml
done

# A company and its services that contradict each other, and themselves, in many questions: the comparison is shared out,
# and several of its findings stand at one place.
for number in 1 2 3; do
    figures="s/[0-9][0-9]*\\(日\\|か月\\|年間\\|世代\\|時間\\)/$number\\1/g; /^service:/d"
    sed "$figures; s/国内/国外/" rescuenow.yaml >company-$number.yaml
    sed "$figures; s/rescuenow.yaml/company-$number.yaml/" rescuenow-status-checker.yaml >status-$number.yaml
done
set -- *.yaml catalogs/*.yaml firm.yaml nowhere.yaml firm-1.yaml
[ $# -gt 150 ] || fail "only $# files"

compare() { # FORMAT JOBS WORD...
    format=$1 jobs=$2
    shift 2
    run validate --as-of 2025-12-01 -f "$format" -j "$jobs" "$@"
    echo "exit $code" >>err
    mv out "out.$format.$jobs"
    mv err "err.$format.$jobs"
}

for format in text short json sarif github gitlab junit rdjson; do
    compare $format 1 "$@"
    [ "$(grep -c . out.$format.1)" -gt 0 ] || fail "$format is empty: $(cat err.$format.1)"
    for jobs in 2 4 16; do
        compare $format $jobs "$@"
        same out.$format.1 out.$format.$jobs
        same err.$format.1 err.$format.$jobs
    done
done
holds err.text.1 'exit 3'
[ "$(grep -c '\[contradiction\]' out.short.1)" -gt 20 ] || fail 'hardly anything was compared'
[ "$(grep -c '^guesses-2.yaml:.*unknown-number' out.short.1)" -eq 6000 ] || fail 'not all wrong numbers are found'
[ "$(grep -c '^firm.yaml:5:8: note' out.short.1)" -eq 1 ] || fail "firm.yaml, which is named twice, is not reported once: $(grep ^firm.yaml out.short.1)"

# A race would show once in a while.
for round in 1 2 3 4 5 6 7 8 9 10; do
    compare short 8 "$@"
    same out.short.1 out.short.8
done

# One way to say it wrong, and the usual number.
for jobs in 0 -1 x 2x ''; do
    wants 2 validate --jobs="$jobs" firm.yaml
    holds err "--jobs: '$jobs' is not a number from 1 on."
done
wants 1 validate -j 1000 firm-1.yaml
wants 1 validate --jobs 3 firm-1.yaml firm-2.yaml
