. "$ROOT/tests/helpers.sh"

# One file, and one row where there is a table: what is added is there everywhere, and what is removed is gone. Tried in a
# copy of the project and of its build, with a catalog, a crosswalk, a source file and a format of sheets.
case $BUILD in
"$ROOT"/*) below=${BUILD#"$ROOT"/} ;;
*) skip 'the build is not below the project' ;;
esac
mkdir -p "tree/$below"
for path in "$ROOT"/* "$ROOT/.ci"; do
    [ "${path##*/}" = "${below%%/*}" ] || cp -Rp "$path" tree
done
for path in src program.list library.list builtin.list builtin_catalogs.inc libchecksheet.a checksheet; do
    cp -Rp "$BUILD/$path" "tree/$below"
done
[ -z "${STATIC:-}" ] || cp -Rp "$BUILD/libraries" "tree/$below"
cd tree || exit 1
CHECKSHEET=./$below/checksheet
build() {
    $MAKE -s BUILD="$below" >"$TMP/made" 2>&1 || fail "make: $(cat "$TMP/made")"
}
build
! grep '  cc' "$TMP/made" || fail 'a copy of what is built is built again'

# A new catalog and a crosswalk from it, built in: it is listed, and no case sees the two.
cat >controls/made-up.yaml <<'END'
checksheet: catalog/1
id: MADEUP
title: {ja: ためしの表, en: A trial}
edition: 2099年版
items:
  1-1: 責任者を決めていますか。
  6-8: バックアップを取っていますか。
END
cat >controls/crosswalk/made-up--meti-2013.yaml <<'END'
checksheet: crosswalk/1
from: {id: MADEUP, edition: 2099年版}
to: {id: METI, edition: 2013年度版}
items:
  1-1: {none: ためし}
  6-8:
    - {to: 6-8, relation: equal, reason: ためし}
END
build
wants 0 list -f tsv
holds out MADEUP
BUILD=$below sh tests/run cases import diff fill >"$TMP/said" 2>&1 || fail "a case sees the new catalog: $(cat "$TMP/said")"
rm controls/made-up.yaml controls/crosswalk/made-up--meti-2013.yaml
build
wants 0 list -f tsv
lacks out MADEUP

# A new source file is in the library, and no longer when it is gone; which compiles nothing else.
printf '#include "checksheet/text.h"\nint cs_made_up(void);\nint cs_made_up(void)\n{\n    return 1;\n}\n' >src/model/made_up.c
build
[ "$(grep -c '  cc' "$TMP/made")" -eq 1 ] || fail "more than the new file is compiled: $(cat "$TMP/made")"
nm "$below/libchecksheet.a" | grep ' T cs_made_up' >/dev/null || fail 'a new source file is not in the library'
rm src/model/made_up.c
build
! nm "$below/libchecksheet.a" 2>/dev/null | grep cs_made_up || fail 'a source file that is gone is still in the library'

# A new format: choices, -f, the endings of -o, help and completion know it.
cat >src/emit/emit_made_up.c <<'END'
#include "emit/emitters.h"

static void add_row(struct cs_emit *emit, const struct cs_row *row)
{
    cs_buf_add(emit->out, row->key);
    cs_buf_add_byte(emit->out, '\n');
}

const struct cs_emitter cs_emitter_made_up = {
    .name = CS_LITERAL("made-up"),
    .suffix = CS_LITERAL("madeup"),
    .row = {[CS_ROW_ITEM] = add_row},
};
END
cp -p src/emit/emitters.def "$TMP/emitters.def"
sed -i 's/^CS_EMITTER(text)/CS_EMITTER(made_up)\n&/' src/emit/emitters.def
build
wants 0 render profiles/krew.yaml -f made-up -o -
holds out 6-8
cp out stdout
wants 0 render profiles/krew.yaml -o krew.madeup
same stdout krew.madeup
wants 2 render profiles/krew.yaml -f made-upp -o -
holds err "'made-up'"
wants 0 render --help
holds out made-up
wants 0 __complete -- render -f ''
holds out made-up
rm src/emit/emit_made_up.c
cp -p "$TMP/emitters.def" src/emit/emitters.def
touch src/emit/emitters.def
build
wants 2 render profiles/krew.yaml -f made-up -o -
wants 0 render --help
lacks out made-up
