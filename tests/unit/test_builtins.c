/* What every catalog that is part of the program keeps, and how many questions each asks under which heading. */
#include "support.h"

/* --- both languages, guides -------------------------------------------------------------------------------------- */

/* Ends the test with the name of the item whose words lack a language. */
static void assert_both(const char *what, cs_text catalog, cs_text id, const struct cs_words *words)
{
    for (int language = 0; language < CS_LANGUAGES; language++)
        if (words->in[language].size == 0)
            fail_msg("%s %s: no %s in %s", shown(catalog), shown(id), what,
                     shown(cs_language_code((enum cs_language)language)));
}

static void assert_optional_both(const char *what, cs_text catalog, cs_text id, const struct cs_words *words)
{
    if (words && (words->in[CS_JA].size > 0 || words->in[CS_EN].size > 0))
        assert_both(what, catalog, id, words);
}

static void assert_item_both(cs_text catalog, const struct cs_item *item)
{
    assert_both("question", catalog, item->id, item->ask);
    if (!item->guide)
        fail_msg("%s %s has no guide", shown(catalog), shown(item->id));
    assert_both("guide", catalog, item->id, item->guide);
    assert_optional_both("group", catalog, item->id, item->group);
    assert_optional_both("name", catalog, item->id, item->name);
    for (uint32_t i = 0; i < item->demand_count; i++) {
        assert_both("detail", catalog, item->id, item->demands[i].ask);
        for (uint32_t k = 0; k < item->demands[i].choice_count; k++)
            assert_both("choice", catalog, item->id, &item->demands[i].choices[k].label);
    }
    for (uint32_t i = 0; i < item->choice_count; i++)
        assert_both("choice", catalog, item->id, &item->choices[i].label);
}

static void both_languages_and_a_guide(void **state)
{
    struct cs_job *job = *state;
    for (uint32_t n = 0; n < cs_builtin_count(); n++) {
        const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(n)));
        assert_both("title", catalog->id, catalog->id, &catalog->title);
        assert_true(catalog->edition.in[CS_JA].size > 0);
        assert_true(catalog->publisher.in[CS_JA].size > 0);
        assert_both("license", catalog->id, catalog->id, &catalog->license);
        for (uint32_t i = 0; i < catalog->section_count; i++)
            assert_both("title of a section", catalog->id, catalog->sections[i].title.in[CS_JA],
                        &catalog->sections[i].title);
        for (uint32_t i = 0; i < catalog->mark_count; i++)
            assert_both("label of a mark", catalog->id, catalog->marks[i].sign, &catalog->marks[i].label);
        for (uint32_t i = 0; i < catalog->level_count; i++)
            assert_both("label of a level", catalog->id, catalog->levels[i].name, &catalog->levels[i].label);
        for (uint32_t i = 0; i < catalog->item_count; i++)
            assert_item_both(catalog->id, &catalog->items[i]);
    }
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

/* 6-2 before 6-10: so no id stands twice either. */
static void ids_in_order_of_their_numbers(void **state)
{
    struct cs_job *job = *state;
    for (uint32_t n = 0; n < cs_builtin_count(); n++) {
        const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(n)));
        for (uint32_t i = 1; i < catalog->item_count; i++)
            if (cs_text_compare_ids(catalog->items[i - 1].id, catalog->items[i].id) >= 0)
                fail_msg("%s: %s stands before %s", shown(catalog->id), shown(catalog->items[i - 1].id),
                         shown(catalog->items[i].id));
    }
}

/* --- counts ------------------------------------------------------------------------------------------------------ */

struct expected {
    const char *id;
    uint32_t rank;         /* of the level at which they are counted; 0: all */
    uint32_t by_class[16]; /* in reading order; questions before the first heading come first, if there are any */
};

static const struct expected expected[] = {
    {"METI", 0, {2, 5, 4, 2, 6, 31, 1, 3, 5, 6, 6}},
    {"SLA", 0, {25, 2, 11, 11}},
    {"SCS", 0, {11, 6, 13, 56, 5, 6, 1}},
    {"SCS", 1, {8, 4, 11, 48, 3, 6, 1}},
    {"SCS", 2, {11, 6, 13, 56, 5, 6, 1}},
};

/* The chapter that a section lies in. */
static uint32_t class_of(const struct cs_catalog *catalog, uint32_t section)
{
    while (section != CS_NO_SECTION && catalog->sections[section].parent != CS_NO_SECTION)
        section = catalog->sections[section].parent;
    return section;
}

static void how_many_in_each_class(void **state)
{
    struct cs_job *job = *state;
    for (size_t n = 0; n < COUNT(expected); n++) {
        const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_text_of(expected[n].id)));
        catalog = cs_catalog_at_level(job, catalog, expected[n].rank);
        uint32_t counts[COUNT(expected[0].by_class)] = {0}, classes = 0, last = CS_NO_SECTION;
        for (uint32_t i = 0; i < catalog->item_count; i++) {
            uint32_t class = class_of(catalog, catalog->items[i].section);
            if (i == 0 || class != last)
                assert_true(classes++ < COUNT(counts));
            counts[classes - 1]++;
            last = class;
        }
        for (size_t i = 0; i < COUNT(counts); i++)
            if (counts[i] != expected[n].by_class[i])
                fail_msg("%s: %u questions in class %zu, not %u", expected[n].id, (unsigned)counts[i], i + 1,
                         (unsigned)expected[n].by_class[i]);
    }
}

/* 43 requirements, of which 26 are asked at ★3 by 81 criteria, and 17 at ★4 alone, each of them a question. */
static void requirements_of_scs(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *scs = cs_load_catalog(job, cs_builtin_source(job, CS_TEXT("SCS")));
    uint32_t requirements = 0, criteria = 0, alone = 0;
    for (uint32_t i = 0; i < scs->section_count; i++)
        requirements += scs->sections[i].depth == 1;
    for (uint32_t i = 0; i < scs->item_count; i++) {
        const struct cs_item *item = &scs->items[i];
        const struct cs_section *section = &scs->sections[item->section];
        uint32_t hyphens = 0;
        for (size_t k = 0; k < item->id.size; k++)
            hyphens += item->id.bytes[k] == '-';
        criteria += hyphens == 3 && item->rank == 1;
        alone += hyphens == 2 && item->rank == 2;
        assert_true(cs_text_starts(item->id, (cs_text){section->title.in[CS_JA].bytes, 5})); /* 4-1-3 of its heading */
    }
    assert_int_equal(requirements, 43);
    assert_int_equal(criteria, 81);
    assert_int_equal(alone, 17);
    assert_int_equal(criteria + alone, scs->item_count);
}

/* --- crosswalks -------------------------------------------------------------------------------------------------- */

/* Every pair has a reason in both languages, and so has what has no counterpart. */
static bool says_yes_or_no(const struct cs_item *item)
{
    return item->kind == CS_KIND_MARK || cs_kind_is_yes_no(item->kind);
}

/* What follows from an answer is worth comparing, and nothing else is: between two questions of yes or no, each link says
 * so that is more than related. */
static void states_are_compared_where_one_follows(void **state)
{
    struct cs_job *job = *state;
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    uint32_t compared = 0;
    for (uint32_t n = 0; n < cs_builtin_crosswalk_count(); n++) {
        const struct cs_crosswalk *crosswalk = cs_load_crosswalk(job, cs_builtin_crosswalk(job, n), &catalogs);
        for (uint32_t i = 0; i < crosswalk->from->item_count; i++) {
            const struct cs_linked *item = &crosswalk->by_item[i];
            for (uint32_t k = 0; k < item->link_count; k++) {
                const struct cs_link *link = &item->links[k];
                bool follows = link->relation != CS_RELATION_RELATED && says_yes_or_no(&crosswalk->from->items[i]) &&
                               says_yes_or_no(&crosswalk->to->items[link->to]);
                bool compares = link->compare >> CS_MEASURE_STATE & 1;
                if (follows != compares)
                    fail_msg("%s %s -> %s %s: %s", shown(crosswalk->from->id), shown(crosswalk->from->items[i].id),
                             shown(crosswalk->to->id), shown(crosswalk->to->items[link->to].id),
                             follows ? "state is not compared" : "state is compared");
                compared += compares;
            }
        }
    }
    assert_true(compared > 80);
}

static void crosswalks_give_reasons(void **state)
{
    struct cs_job *job = *state;
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    assert_true(cs_builtin_crosswalk_count() >= 5);
    for (uint32_t n = 0; n < cs_builtin_crosswalk_count(); n++) {
        const struct cs_crosswalk *crosswalk = cs_load_crosswalk(job, cs_builtin_crosswalk(job, n), &catalogs);
        assert_no_findings(job);
        for (uint32_t i = 0; i < crosswalk->from->item_count; i++) {
            const struct cs_linked *item = &crosswalk->by_item[i];
            cs_text id = crosswalk->from->items[i].id;
            bool is_passed_over = crosswalk->from == crosswalk->to && !item->span.source;
            if (item->link_count == 0 && !is_passed_over)
                assert_both("reason for having no counterpart", crosswalk->from->id, id, item->none);
            for (uint32_t k = 0; k < item->link_count; k++)
                assert_both("reason", crosswalk->to->id, id, &item->links[k].reason);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(both_languages_and_a_guide), job_test(ids_in_order_of_their_numbers),
        job_test(how_many_in_each_class),     job_test(requirements_of_scs),
        job_test(crosswalks_give_reasons),    job_test(states_are_compared_where_one_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
