/* Looking things up in a catalog; the catalogs that are built in hold together. */
#include "support.h"

/* What each built-in catalog must be, whatever is in it. */
static void the_built_in_catalogs_hold_together(void **state)
{
    struct cs_job *job = *state;
    assert_true(cs_builtin_count() >= 4);
    for (uint32_t n = 0; n < cs_builtin_count(); n++) {
        const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(n)));
        assert_non_null(catalog);
        cs_check_catalog(job, catalog);
        assert_no_findings(job);
        assert_true(cs_text_equal(catalog->id, cs_builtin_id(n)));
        assert_true(catalog->item_count > 0 && catalog->layout_count > 0 && catalog->layouts[0].column_count > 0);
        uint32_t section = 0;
        for (uint32_t i = 0; i < catalog->item_count; i++) {
            const struct cs_item *item = &catalog->items[i];
            assert_int_equal(cs_catalog_find(catalog, item->id, CS_NO_ITEM), i);
            assert_int_equal(cs_catalog_find(catalog, item->id, i), i);
            assert_int_equal(cs_catalog_find(catalog, item->id, i + 1), i);
            assert_true(cs_words_in(item->ask, CS_JA).size > 0);
            assert_true(cs_text_equal(cs_span_text(item->span), item->id));
            if (item->section != CS_NO_SECTION) { /* sections come in order and hold their items */
                assert_true(item->section >= section && item->section < catalog->section_count);
                assert_true(catalog->sections[item->section].first_item <= i);
                section = item->section;
            }
            if (item->gate.size)
                assert_int_not_equal(cs_catalog_find(catalog, item->gate, CS_NO_ITEM), CS_NO_ITEM);
            assert_int_equal(item->kind == CS_KIND_CHOICE, item->choice_count > 0);
        }
        for (uint32_t i = 0; i < catalog->section_count; i++) {
            uint32_t parent = catalog->sections[i].parent;
            assert_int_equal(catalog->sections[i].depth,
                             parent == CS_NO_SECTION ? 0 : catalog->sections[parent].depth + 1);
        }
    }
}

static void how_many_questions(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *id;
        uint32_t items;
    } known[] = {{"METI", 71}, {"MIC", 127}, {"PRECENA", 111}, {"CALLCONNECT", 52}}; /* DOMAIN.md, A to D */
    for (size_t i = 0; i < COUNT(known); i++) {
        const struct cs_source *source = cs_builtin_source(job, cs_text_of(known[i].id));
        assert_non_null(source);
        assert_int_equal(cs_load_catalog(job, source)->item_count, known[i].items);
    }
    assert_non_null(cs_builtin_source(job, CS_TEXT("meti")));
    assert_null(cs_builtin_source(job, CS_TEXT("METIX")));
    assert_null(cs_builtin_source(job, CS_TEXT("")));
}

static void ids_that_are_not_there(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *meti = cs_load_catalog(job, cs_builtin_source(job, CS_TEXT("METI")));
    assert_int_equal(cs_catalog_find(meti, CS_TEXT("6-99"), CS_NO_ITEM), CS_NO_ITEM);
    assert_int_equal(cs_catalog_find(meti, CS_TEXT(""), 0), CS_NO_ITEM);
    assert_int_equal(cs_catalog_find(meti, CS_TEXT("6-99"), meti->item_count), CS_NO_ITEM);
    assert_int_equal(cs_catalog_guess(job, meti, CS_TEXT("no such thing")).size, 0);
    cs_text guess = cs_catalog_guess(job, meti, CS_TEXT("６－８"));
    assert_text(guess, "6-8");
}

static void signs(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog =
        catalog_of(job, "checksheet: catalog/1\nid: A\ntitle: t\nedition: e\n"
                        "marks:\n  ○: {id: ok}\n  ×: {id: ng}\n"
                        "items:\n  1: a\n  2: {ask: b, kind: exists}\n  3: {ask: c, kind: percent}\n");
    assert_no_findings(job);
    const struct cs_item *mark = &catalog->items[0], *exists = &catalog->items[1], *percent = &catalog->items[2];
    assert_text(cs_catalog_sign(catalog, mark, CS_STATE_OK, CS_EN), "○");
    assert_text(cs_catalog_sign(catalog, mark, CS_STATE_PART, CS_JA), "");
    assert_text(cs_catalog_sign(catalog, exists, CS_STATE_OK, CS_JA), "あり");
    assert_text(cs_catalog_sign(catalog, exists, CS_STATE_NG, CS_EN), "No");
    assert_text(cs_catalog_sign(catalog, percent, CS_STATE_OK, CS_JA), "");
    assert_null(cs_catalog_mark(catalog, CS_STATE_NA));
    assert_text(cs_catalog_mark(catalog, CS_STATE_NG)->sign, "×");
    assert_text(cs_catalog_item_name(job, catalog, exists), "A 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(the_built_in_catalogs_hold_together),
        job_test(how_many_questions),
        job_test(ids_that_are_not_there),
        job_test(signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
