. "$ROOT/tests/helpers.sh"

# A product's sheet holds its own answers and no other product's; the combined sheet names the answers of all.
cd "$ROOT/examples/products" || exit 1
export CHECKSHEET_PATH=.

# A profile in which every product answers every question in words of its own.
mkdir "$TMP/place"
cp sample.yaml "$TMP/place"
cd "$TMP/place" || exit 1
products='連携 帳票 集計'
{
    echo 'checksheet: profile/1'
    echo 'vendor: 株式会社サンプル'
    echo 'catalog: SAMPLE'
    echo 'products: [連携, 帳票, 集計]'
    echo 'answers:'
    for item in 1 2 3 4; do
        echo "  $item:"
        for product in $products; do
            echo "    $product: {status: ○, remark: $product-$item の回答, evidence: $product-$item の証跡}"
        done
    done
} >own.yaml
for format in md csv tsv json; do
    rm -f all; wants 0 render own -f $format -o all
    for product in $products; do
        rm -f one; wants 0 render own -f $format --product $product -o one
        for item in 1 2 3 4; do
            for text in "$product-$item の回答" "$product-$item の証跡"; do
                holds one "$text"
                holds all "$text"
            done
            for other in $products; do
                [ $other = $product ] || lacks one "$other-$item"
            done
        done
    done
done

# What no product says of its own is on every sheet.
cd "$ROOT/examples/products" || exit 1
for product in $products; do
    "$CHECKSHEET" render cloud -f tsv --product $product >"$TMP/one" || fail "render --product $product"
    holds "$TMP/one" 'どの製品も TLS 1.2 以上です。'
done
