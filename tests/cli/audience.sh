. "$ROOT/tests/helpers.sh"

# What is not for everybody does not leave: no byte of it is in any format unless it is asked for.
write_small
cat >acme.yaml <<'END'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: {id: SMALL, edition: 2025年版}
answers:
  1-1: {status: ○, remark: everybody, nda: SECRET-NDA, internal: SECRET-INSIDE, owner: SECRET-OWNER}
  1-2: {status: ○, remark: SECRET-NDA, audience: nda}
  2-1: {status: ○, remark: SECRET-INSIDE, audience: internal, evidence: {title: SECRET-INSIDE, url: "https://example.jp/SECRET-INSIDE"}}
END
for format in $(sheet_formats); do
    wants 0 render acme -o public.$format
    wants 0 render acme -o nda.$format --audience nda
    wants 0 render acme -o internal.$format --audience internal
done
if command -v unzip >/dev/null; then
    for who in public nda internal; do
        unzip -p $who.xlsx >$who.parts || fail "$who.xlsx is no ZIP file"
    done
fi
for file in public.*; do
    lacks $file SECRET
done
for file in nda.*; do
    lacks $file SECRET-INSIDE
    lacks $file SECRET-OWNER
done
for file in internal.*; do
    lacks $file SECRET-OWNER
done
holds nda.csv SECRET-NDA
holds internal.csv SECRET-INSIDE
wants 0 render acme -o owner.csv --owner --audience internal
holds owner.csv SECRET-OWNER
wants 2 render acme -o out.csv --audience insiders
holds err "--audience: 'insiders' is not one of public, nda, internal."
[ ! -e out.csv ] || fail 'something was rendered'
