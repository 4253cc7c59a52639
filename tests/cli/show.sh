. "$ROOT/tests/helpers.sh"

write_small
wants 0 show SMALL 1-2
holds out 教育をしていますか。
lacks out 年に1回
wants 0 show SMALL 1-2 -p acme
holds out 年に1回、正社員だけ
holds out 'acme.yaml:8'
wants 0 list SMALL -p acme
holds out △
wants 0 show SMALL 1-1 1-2 2-1 -f json
wants 3 show METI 1-1 -p acme
echo "checksheet: 'acme.yaml' does not answer METI." | is err
