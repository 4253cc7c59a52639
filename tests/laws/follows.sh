. "$ROOT/tests/helpers.sh"

# One file, and one row where there is a table: what is added is there everywhere, and what is removed is gone. Tried in a
# copy of the project and of its build, with a catalog, a crosswalk, a source file, a format of sheets and a rule.
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

# A new rule: one row, its message, one function in a table, its text; the program raises and explains it, completion and
# the manual know it, the schema offers it, and few files are compiled anew. Removed, it leaves nothing behind.
files='include/checksheet/rules.def src/base/messages_check.def src/check/check_answer.c src/cmd/explain.def'
mkdir "$TMP/before"
for file in $files; do
    cp -p "$file" "$TMP/before"
done
cat >>include/checksheet/rules.def <<'END'
CS_RULE(MADE_UP, "made-up", WARNING, ANSWER, NOTHING, "ためしの規則", "A trial.")
END
cat >>src/base/messages_check.def <<'END'
CS_MESSAGE(MADE_UP, MADE_UP, "{1} はためしです", "{1} is a trial", "直します", "mend it")
END
sed -i 's/^static void (\*const answer_rules\[\])/static void check_made_up(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)\
{\
    if (answer->state == CS_STATE_NG)\
        cs_report(check->job, CS_MESSAGE_MADE_UP, answer->key, item->id);\
}\
\
&/; s/^    check_remark, /    check_made_up, &/' src/check/check_answer.c
cat >>src/cmd/explain.def <<'END'
CS_EXPLAIN(MADE_UP, "ためしに\n置いた規則です。", "A rule for a\ntrial.", "answers:\n  PRECENA 71: ×\n", "", "answers:\n  PRECENA 71: ○\n", "")
END
build
compiled=$(grep -c '  cc' "$TMP/made")
[ "$compiled" -le 40 ] || fail "a new rule compiles $compiled files"
printf 'checksheet: profile/1\nvendor: A\ncatalog: {id: METI, edition: 2013年度版}\nanswers:\n  6-8: × しません。\n' >trial.yaml
wants 0 validate trial.yaml -f short --lang en
holds out '6-8 is a trial [made-up]'
wants 0 validate trial.yaml -f json
holds out '"made-up"'
wants 0 validate trial.yaml -f sarif
holds out '"made-up"'
wants 0 explain made-up --lang en
holds out 'A rule for a'
wants 0 explain --lang en
holds out 'made-up'
wants 0 __complete -- explain made-
holds out made-up
wants 0 schema METI
holds out '"made-up"'
sh .ci/rules "$CHECKSHEET" man/checksheet.1 en >"$TMP/manual"
holds "$TMP/manual" '.It Cm made-up'
for file in $files; do
    cp -p "$TMP/before/${file##*/}" "$file"
    touch "$file"
done
build
wants 0 validate trial.yaml -f json
lacks out made-up
wants 2 explain made-up
wants 0 __complete -- explain made-
lacks out made-up
