/* Files to start from: they load, they ask everything, and bringing one up to date changes nothing that is there. */
#include "support.h"
#include "scaffold/scaffold.h"
#include "checksheet/rules.h"

static cs_text scaffold(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf out = {0};
    cs_scaffold_profile(job, catalog, NULL, NULL, &out);
    cs_text text = cs_text_copy(&job->arena, cs_buf_text(&out));
    cs_buf_free(&out);
    return text;
}

static const struct cs_profile *load(struct cs_job *job, cs_text yaml)
{
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    return cs_load_profile(job, source_of(job, "new.yaml", yaml), &catalogs);
}

/* With the vendor's name put in. */
static cs_text with_vendor(struct cs_job *job, cs_text yaml)
{
    struct cs_buf out = {0};
    size_t at = (size_t)cs_text_find(yaml, CS_TEXT("\nvendor:")) + sizeof "\nvendor:" - 1;
    cs_buf_add(&out, (cs_text){yaml.bytes, at});
    cs_buf_add(&out, CS_TEXT(" v"));
    cs_buf_add(&out, cs_text_skip(yaml, at));
    cs_text text = cs_text_copy(&job->arena, cs_buf_text(&out));
    cs_buf_free(&out);
    return text;
}

static void every_catalog_can_be_begun(void **state)
{
    (void)state;
    for (uint32_t n = 0; n < cs_builtin_count(); n++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            struct cs_job *job = new_job((enum cs_language)language);
            const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(n)));
            cs_text yaml = scaffold(job, catalog);
            const struct cs_profile *profile = load(job, yaml);
            assert_non_null(profile);
            assert_int_equal(count_findings(job), 1);
            assert_int_equal(count_rule(job, CS_RULE_NO_VENDOR), 1);
            assert_int_equal(profile->language, language);
            assert_int_equal(profile->sheets[0].answered, 0);
            for (uint32_t i = 0; i < catalog->item_count; i++) /* each question has its key */
                assert_non_null(profile->sheets[0].by_item[i].key.source);
            cs_job_free(job);
        }
}

static void questions_stand_above_their_keys(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog =
        catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nsections:\n  甲:\n    1: {ask: "
                        "\"two\\nlines\", guide: 例}\n");
    cs_text yaml = scaffold(job, catalog);
    assert_holds(yaml, "  # two lines\n  # 書くこと: 例\n  1:\n");
    assert_holds(yaml, "# ---- 甲 ");
}

/* Bringing a whole profile up to date changes no byte; one with keys taken out gets those back, in their place, and
 * what was there is still there, in order. */
static void bringing_up_to_date(void **state)
{
    (void)state;
    uint64_t seed = 44;
    for (int round = 0; round < 60; round++) {
        struct cs_job *job = new_job(CS_JA);
        cs_text id = cs_builtin_id(draw_below(&seed, cs_builtin_count()));
        const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, id));
        struct cs_buf yaml = {0};
        uint32_t left_out = 0;
        cs_buf_add(&yaml, CS_TEXT("checksheet: profile/1\nvendor: v\ncatalog: "));
        cs_buf_add(&yaml, id);
        cs_buf_add(&yaml, CS_TEXT("\nanswers:\n"));
        for (uint32_t i = 0; i < catalog->item_count; i++) {
            if (i && draw_below(&seed, 4) == 0) {
                left_out++;
                continue;
            }
            cs_buf_print(&yaml, draw_below(&seed, 2) ? "  # note %u\n" : "", i);
            cs_buf_add(&yaml, CS_TEXT("  "));
            cs_buf_add(&yaml, catalog->items[i].id);
            cs_buf_add(&yaml, CS_TEXT(": 非公開 #\n"));
        }
        if (draw_below(&seed, 2))
            yaml.size--; /* no line end at the end of the file */
        const struct cs_profile *profile = load(job, cs_text_copy(&job->arena, cs_buf_text(&yaml)));
        assert_no_findings(job);
        cs_text updated, again;
        struct cs_scaffold_counts counts;
        assert_true(cs_scaffold_update(job, profile, &profile->sheets[0], NULL, &updated, &counts));
        assert_int_equal(counts.added, left_out);
        if (left_out == 0)
            assert_true(cs_text_equal(updated, cs_buf_text(&yaml)));
        cs_text rest = updated;
        for (cs_text lines = cs_buf_text(&yaml); lines.size;) { /* each line of the file is there, in order */
            ptrdiff_t end = cs_text_find(lines, CS_TEXT("\n"));
            cs_text line = {lines.bytes, end < 0 ? lines.size : (size_t)end};
            ptrdiff_t at = cs_text_find(rest, line);
            assert_true(at >= 0);
            rest = cs_text_skip(rest, (size_t)at + line.size);
            lines = cs_text_skip(lines, line.size + 1);
        }
        profile = load(job, updated);
        assert_no_findings(job);
        uint32_t before = 0;
        for (uint32_t i = 0; i < catalog->item_count; i++) { /* all keys, in the catalog's order */
            struct cs_span key = profile->sheets[0].by_item[i].key;
            assert_non_null(key.source);
            assert_true(key.start > before);
            before = key.start;
        }
        assert_int_equal(profile->sheets[0].answered, catalog->item_count - left_out);
        assert_true(cs_scaffold_update(job, profile, &profile->sheets[0], NULL, &again, &counts));
        assert_int_equal(counts.added, 0);
        assert_true(cs_text_equal(again, updated)); /* a second time changes nothing */
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void a_catalog_to_begin_with(void **state)
{
    (void)state;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        struct cs_job *job = new_job((enum cs_language)language);
        struct cs_buf out = {0};
        cs_scaffold_catalog(job, &out);
        const struct cs_catalog *catalog = catalog_of(job, out.bytes);
        assert_non_null(catalog);
        cs_check_catalog(job, catalog);
        assert_no_findings(job);
        assert_true(catalog->item_count >= 3);
        assert_non_null(
            load(job, with_vendor(job, scaffold(job, cs_load_catalog(job, cs_builtin_source(job, CS_TEXT("METI")))))));
        assert_no_findings(job);
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_catalog_can_be_begun),
        job_test(questions_stand_above_their_keys),
        cmocka_unit_test(bringing_up_to_date),
        cmocka_unit_test(a_catalog_to_begin_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
