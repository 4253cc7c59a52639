. "$ROOT/tests/helpers.sh"

write_small
wants 0 validate acme.yaml
sed '/2-1/d' acme.yaml >open.yaml
wants 0 validate open.yaml
holds out '[unanswered]'
wants 0 validate --fail-on error open.yaml
wants 1 validate --fail-on warning open.yaml
wants 1 validate --fail-on=warning open.yaml
wants 0 validate --fail-on never open.yaml
wants 1 validate --complete open.yaml
holds out 'error: not answered yet (1): 2-1 [unanswered]'
wants 0 validate --complete acme.yaml
wants 0 validate --complete --fail-on never open.yaml

# A note is not a warning.
sed 's/× 予定/✕ 予定/' acme.yaml >variant.yaml
wants 0 validate --fail-on warning variant.yaml
holds out '[mark-variant]'
