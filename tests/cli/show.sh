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

# What asks the same.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
wants 0 show SAME 2 --lang ja
holds out '同じ設問'
holds out '3, DEMO 6-8'
