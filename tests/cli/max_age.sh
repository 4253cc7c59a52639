. "$ROOT/tests/helpers.sh"

write_small
cat >>acme.yaml <<'END'
x-note: none
END
sed 's/1-1: .*/1-1: {status: ○, reviewed: 2024-12-01}/' acme.yaml >old.yaml
wants 0 validate --as-of 2025-12-01 old.yaml
holds out 'old.yaml: OK'
wants 0 validate --as-of 2025-12-02 old.yaml
holds out 'SMALL 1-1 was last reviewed 366 days ago [stale-answer]'
wants 1 validate --as-of 2025-12-02 --fail-on warning old.yaml
wants 0 validate --as-of 2025-12-02 --max-age 366 --fail-on warning old.yaml
wants 1 validate --as-of 2025-12-02 --max-age 30 --fail-on warning old.yaml
wants 0 validate --as-of 2035-12-02 --max-age 0 --fail-on warning old.yaml

# Today is what SOURCE_DATE_EPOCH says, unless --as-of does.
export SOURCE_DATE_EPOCH=1764547200 # 2025-12-01
wants 0 validate --fail-on warning old.yaml
SOURCE_DATE_EPOCH=1764633600 # 2025-12-02
wants 1 validate --fail-on warning old.yaml
wants 0 validate --fail-on warning --as-of 2025-12-01 old.yaml
wants 1 validate --fail-on warning --as-of 2024-11-30 old.yaml
holds out '[future-date]'
