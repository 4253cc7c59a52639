/* The memory: what a person or a crosswalk has said of the very question counts, likeness only proposes, and answers come
 * from the profile that was given first. */
#include "checksheet/memory.h"
#include "match/holding.h"
#include "support.h"

static const char small_catalog[] = "checksheet: catalog/1\nid: SMALL\nlanguage: ja\ntitle: t\nedition: 1\n"
                                    "marks: {○: ok, ×: ng}\n"
                                    "sections:\n  章:\n"
                                    "    1: {ask: 全員に教育をしていますか。}\n"
                                    "    2: {ask: バックアップを取り、戻せることを確かめていますか。}\n"
                                    "    3: {ask: 火災に備えていますか。}\n";

static const char other_catalog[] = "checksheet: catalog/1\nid: OTHER\nlanguage: ja\ntitle: t\nedition: 1\n"
                                    "marks: {○: ok, ×: ng}\n"
                                    "items:\n"
                                    "  A: {ask: 従業員を訓練していますか。}\n"
                                    "  B: {ask: 複製を保管していますか。}\n"
                                    "  C: {ask: 消火器を置いていますか。}\n";

static const char crosswalk[] =
    "checksheet: crosswalk/1\nlanguage: ja\nfrom: {id: SMALL, edition: 1}\nto: {id: OTHER, edition: 1}\n"
    "items:\n"
    "  1: [{to: A, relation: equal, reason: 同じ}]\n"
    "  2: [{to: B, relation: broader, reason: 戻すことも問う}]\n"
    "  3: [{to: C, relation: related, reason: 重なる}]\n";

struct two {
    const struct cs_catalog *at[2];
};

static const struct cs_catalog *find_two(void *context, cs_text id, cs_text edition)
{
    (void)edition;
    struct two *two = context;
    return two->at[cs_text_equal(id, two->at[1]->id)];
}

static uint32_t no_ids(void *context, const cs_text **ids)
{
    (void)context;
    *ids = NULL;
    return 0;
}

static const struct cs_crosswalk *load_given(void *context, uint32_t index)
{
    assert_int_equal(index, 0);
    return context;
}

struct known {
    struct two two;
    struct cs_catalogs catalogs;
    struct cs_crosswalk_name name;
    struct cs_crosswalks crosswalks;
    struct cs_memory *memory;
};

static void know(struct cs_job *job, struct known *known)
{
    known->two = (struct two){{catalog_of(job, small_catalog), catalog_of(job, other_catalog)}};
    known->catalogs = (struct cs_catalogs){.find = find_two, .ids = no_ids, .context = &known->two};
    const struct cs_crosswalk *links =
        cs_load_crosswalk(job, source_of(job, "crosswalk.yaml", cs_text_of(crosswalk)), &known->catalogs);
    assert_non_null(links);
    known->name = (struct cs_crosswalk_name){known->two.at[0]->id, known->two.at[1]->id};
    known->crosswalks = (struct cs_crosswalks){load_given, &known->name, 1, (void *)links};
    known->memory = cs_memory_new(job, cs_builtin_thesaurus(job), &known->crosswalks);
    cs_memory_add_catalog(known->memory, known->two.at[0]);
    cs_memory_add_catalog(known->memory, known->two.at[1]);
    cs_memory_add_catalog(known->memory, known->two.at[0]); /* once is enough */
}

/* "SMALL 1 own, OTHER A confirmed": of what is found what is more than likely; lives until the next call. */
static const char *firm(struct known *known, const char *question)
{
    static char said[256];
    size_t size = 0;
    struct cs_candidates found = cs_memory_find(known->memory, cs_text_of(question), 3);
    said[0] = 0;
    for (uint32_t i = 0; i < found.count; i++) {
        const struct cs_candidate *one = &found.at[i];
        cs_text id = one->catalog->items[one->item].id, standing = cs_standing_word(one->standing);
        if (one->standing == CS_STANDING_LIKELY)
            continue;
        assert_int_equal(one->confidence, CS_ALL_ALIKE);
        size += (size_t)snprintf(said + size, sizeof said - size, "%s%.*s %.*s %.*s", i ? ", " : "",
                                 (int)one->catalog->id.size, one->catalog->id.bytes, (int)id.size, id.bytes,
                                 (int)standing.size, standing.bytes);
    }
    return said;
}

/* What asks the same, or all of it and more, is confirmed; what asks a part, or only overlaps, is not. */
static void a_crosswalk_confirms_what_asks_all_of_it(void **state)
{
    struct known known;
    know(*state, &known);
    cs_memory_finish(known.memory);
    assert_string_equal(firm(&known, "全員に、教育をしていますか"), "SMALL 1 own, OTHER A confirmed");
    assert_string_equal(firm(&known, "従業員を訓練していますか。"), "OTHER A own, SMALL 1 confirmed");
    assert_string_equal(firm(&known, "複製を保管していますか。"), "OTHER B own, SMALL 2 confirmed");
    assert_string_equal(firm(&known, "バックアップを取り、戻せることを確かめていますか。"), "SMALL 2 own");
    assert_string_equal(firm(&known, "火災に備えていますか。"), "SMALL 3 own");
    assert_string_equal(firm(&known, "火災に備えていますか、また消火器を置いていますか。"), "");
}

/* When so many questions were compared, only equal texts are found, with what is known of them, and that is told. */
static void spent_effort_leaves_equal_texts(void **state)
{
    struct known known;
    know(*state, &known);
    cs_memory_finish(known.memory);
    cs_text alike = cs_text_of("従業員に訓練をしていますか。");
    struct cs_candidates all = cs_memory_find(known.memory, alike, 3);
    assert_true(all.count > 0 && !all.only_equal);
    known.memory->effort = 1;
    cs_memory_find(known.memory, alike, 3);
    assert_int_equal(known.memory->effort, 0);
    struct cs_candidates equal = cs_memory_find(known.memory, alike, 3);
    assert_true(equal.count == 0 && equal.only_equal);
    assert_string_equal(firm(&known, "全員に、教育をしていますか"), "SMALL 1 own, OTHER A confirmed");
}

static const struct cs_profile *profile_with(struct known *known, struct cs_job *job, const char *answers)
{
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, cs_text_of("checksheet: profile/1\ncatalog: SMALL\nvendor: v\nservice: s\n"));
    cs_buf_add(&yaml, cs_text_of(answers));
    cs_text copy = cs_buf_copy(&job->arena, &yaml);
    cs_buf_free(&yaml);
    return cs_load_profile(job, source_of(job, "profile.yaml", copy), &known->catalogs);
}

static void the_first_profile_that_answers_is_asked(void **state)
{
    struct cs_job *job = *state;
    struct known known;
    know(job, &known);
    const struct cs_profile *first = profile_with(&known, job, "answers:\n  2: × まだです。\n");
    const struct cs_profile *second = profile_with(&known, job, "answers:\n  1: ○ 毎年。\n  2: ○ 毎日。\n");
    cs_memory_add_profile(known.memory, first, true);
    cs_memory_add_profile(known.memory, second, true);
    cs_memory_finish(known.memory);
    struct cs_candidates found = cs_memory_find(known.memory, cs_text_of("従業員を訓練していますか。"), 1);
    assert_true(found.count >= 2);
    assert_null(found.at[0].answer); /* OTHER A, which nobody answered */
    assert_ptr_equal(found.at[1].profile, second);
    found = cs_memory_find(known.memory, cs_text_of("バックアップを取り、戻せることを確かめていますか。"), 1);
    assert_ptr_equal(found.at[0].profile, first);
    assert_int_equal(found.at[0].answer->state, CS_STATE_NG);
}

/* The vendor's own questions, and those put in other words, are known too; the catalog's wording stays known. */
static void a_vendors_own_questions_are_known(void **state)
{
    struct cs_job *job = *state;
    struct known known;
    know(job, &known);
    const struct cs_profile *profile = profile_with(&known, job,
                                                    "items:\n"
                                                    "  add: {章: {9: {ask: 屋上に菜園がありますか。}}}\n"
                                                    "  reword: {3: 火の元を見回っていますか。}\n"
                                                    "answers:\n  3: ○ 毎晩。\n  9: = 3\n");
    assert_no_findings(job);
    cs_memory_add_profile(known.memory, profile, true);
    cs_memory_finish(known.memory);
    assert_string_equal(firm(&known, "屋上に菜園がありますか"), "SMALL 9 own, SMALL 3 confirmed");
    assert_string_equal(firm(&known, "火の元を見回っていますか"), "SMALL 3 own");
    assert_string_equal(firm(&known, "火災に備えていますか"), "SMALL 3 own");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(a_crosswalk_confirms_what_asks_all_of_it),
        job_test(spent_effort_leaves_equal_texts),
        job_test(the_first_profile_that_answers_is_asked),
        job_test(a_vendors_own_questions_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
