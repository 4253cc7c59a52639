. "$ROOT/tests/helpers.sh"

# --product and --layout take what there is, and say so when it is not there.
export CHECKSHEET_PATH="$ROOT/tests/cases/catalogs"
cases=$ROOT/tests/cases
wants 0 render "$cases/derive/by_product.yaml" -f csv -o - --product link
wants 2 render "$cases/derive/by_product.yaml" -f csv -o - --product lnik
empty out
holds err lnik
wants 0 render "$cases/derive/layouts.yaml" -f csv -o - --layout signs
holds out はい
wants 2 render "$cases/derive/layouts.yaml" -f csv -o - --layout sings
empty out
holds err sings

# A template keeps the shape, and has the questions that the vendor added.
wants 0 render "$cases/load/house.yaml" -f md -o - --template
holds out 当社が足した質問ですか。
lacks out 足した質問への答え
