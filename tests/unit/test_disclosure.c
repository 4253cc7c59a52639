/* What must not leave does not: no byte of it stands in any part of any output, whatever the format, the language, the
 * product and the audience. The texts of examples/disclosure say themselves who may see them: those for insiders hold
 * INTERNAL, those under an agreement NDA. */
#include "support.h"
#include "package/unzip.h"

enum { LANGUAGES = CS_LANGUAGES };

static const char *const audiences[] = {"public", "nda", "internal"};

/* --- the example ------------------------------------------------------------------------------------------------- */

struct example {
    struct cs_job *job;
    const struct cs_catalog *catalog;
    const struct cs_profile *profile;
    cs_text id;
};

static const struct cs_catalog *find_catalog(void *context, cs_text id, cs_text edition)
{
    (void)edition;
    const struct example *example = context;
    return cs_text_equal(id, example->id) ? example->catalog : NULL;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    struct example *example = context;
    *ids = &example->id;
    return 1;
}

static int load(void **state)
{
    static struct example example;
    struct cs_catalogs catalogs = {find_catalog, list_ids, NULL, &example, {0}};
    example.job = cs_job_new(&(struct cs_job_options){.language = CS_EN});
    const struct cs_source *source = cs_source_read(example.job, "examples/disclosure/sample.yaml");
    assert_non_null(source);
    example.catalog = cs_load_catalog(example.job, source);
    assert_non_null(example.catalog);
    example.id = example.catalog->id;
    source = cs_source_read(example.job, "examples/disclosure/cloud.yaml");
    assert_non_null(source);
    example.profile = cs_load_profile(example.job, source, &catalogs);
    assert_non_null(example.profile);
    assert_int_equal(cs_finding_count(example.job, CS_ERROR), 0);
    *state = &example;
    return 0;
}

static int unload(void **state)
{
    cs_job_free(((struct example *)*state)->job);
    return 0;
}

/* --- searching an output ------------------------------------------------------------------------------------------ */

static bool take_part(void *context, cs_text bytes)
{
    cs_buf_add(context, bytes);
    return true;
}

/* All bytes of an output: of an archive the names and what is packed in every entry. */
static void add_all(struct cs_job *job, cs_text output, struct cs_buf *all)
{
    const char *why;
    struct cs_unzip *unzip = cs_text_starts(output, CS_TEXT("PK")) ? cs_unzip_open(&job->arena, output, &why) : NULL;
    cs_buf_add(all, output);
    for (uint64_t i = 0; unzip && i < cs_unzip_count(unzip); i++) {
        cs_buf_add(all, cs_unzip_name(unzip, i));
        cs_buf_add_byte(all, '\n');
        assert_true(cs_unzip_read(unzip, i, take_part, all, &why));
    }
    if (unzip) {
        assert_true(cs_unzip_count(unzip) > 5);
        cs_unzip_close(unzip);
    }
}

/* The word in the bytes, or in the bytes of UTF-16, in which some parts of a workbook might be. */
static bool holds(cs_text all, const char *word)
{
    char wide[64];
    size_t size = strlen(word);
    for (size_t i = 0; i < size; i++) {
        wide[2 * i] = word[i];
        wide[2 * i + 1] = 0;
    }
    return cs_text_find(all, cs_text_of(word)) >= 0 || cs_text_find(all, (cs_text){wide, 2 * size}) >= 0;
}

static void check_output(const struct example *example, const struct cs_sheet *sheet, enum cs_audience audience,
                         const struct cs_emitter *emitter)
{
    struct cs_emit_options options = {.ambiguous = 1};
    struct cs_buf output = {0}, all = {0};
    const char *why = NULL;
    assert_true(cs_emit(example->job, sheet, emitter, &options, &output, &why));
    add_all(example->job, cs_buf_text(&output), &all);
    cs_text text = cs_buf_text(&all);
    if (holds(text, "INTERNAL") != (audience == CS_INTERNAL))
        fail_msg("%s for %s: INTERNAL", shown(emitter->name), audiences[audience]);
    if (holds(text, "NDA") != (audience >= CS_NDA))
        fail_msg("%s for %s: NDA", shown(emitter->name), audiences[audience]);
    cs_buf_free(&output);
    cs_buf_free(&all);
}

static void check_sheets(const struct example *example, const struct cs_answers *answers, cs_text product,
                         enum cs_audience audience)
{
    const struct cs_answers *shown_answers = cs_answers_for_audience(example->job, answers, audience);
    for (int language = 0; language < LANGUAGES; language++) {
        struct cs_compose_options options = {.language = (enum cs_language)language, .product = product};
        const struct cs_sheet *sheet = cs_compose(example->job, example->profile, shown_answers, &options);
        for (uint32_t i = 0; cs_emitter_at(i); i++)
            check_output(example, sheet, audience, cs_emitter_at(i));
    }
}

static void combined(void **state)
{
    const struct example *example = *state;
    for (int audience = 0; audience < CS_AUDIENCES; audience++)
        check_sheets(example, &example->profile->sheets[0], (cs_text){0}, (enum cs_audience)audience);
}

static void by_product(void **state)
{
    const struct example *example = *state;
    for (uint32_t i = 0; i < example->profile->product_count; i++) {
        cs_text product = example->profile->products[i];
        const struct cs_answers *answers = cs_answers_for_product(example->job, &example->profile->sheets[0], product);
        for (int audience = 0; audience < CS_AUDIENCES; audience++)
            check_sheets(example, answers, product, (enum cs_audience)audience);
    }
}

/* --- what is left reachable --------------------------------------------------------------------------------------- */

static void nothing_behind(const struct cs_answer *answer, enum cs_audience audience)
{
    assert_true(answer->audience <= audience);
    assert_true(audience >= CS_NDA || !answer->for_nda);
    assert_true(audience >= CS_INTERNAL || !answer->for_insiders);
    assert_null(answer->raw);
    for (uint32_t i = 0; i < answer->evidence_count; i++)
        assert_true(answer->evidence[i].audience <= audience);
    for (uint32_t i = 0; i < answer->part_count; i++)
        nothing_behind(&answer->parts[i], audience);
}

static void unreachable(void **state)
{
    const struct example *example = *state;
    for (int audience = 0; audience < CS_AUDIENCES; audience++) {
        const struct cs_answers *answers =
            cs_answers_for_audience(example->job, &example->profile->sheets[0], (enum cs_audience)audience);
        for (uint32_t i = 0; i < answers->catalog->item_count; i++)
            nothing_behind(&answers->by_item[i], (enum cs_audience)audience);
    }
}

/* An answer that is withheld counts as answered, and its state is not to be seen. */
static void withheld(void **state)
{
    const struct example *example = *state;
    const struct cs_answers *answers = cs_answers_for_audience(example->job, &example->profile->sheets[0], CS_PUBLIC);
    assert_int_equal(answers->by_item[1].state, CS_STATE_NDA);
    assert_int_equal(answers->by_item[2].state, CS_STATE_NDA);
    assert_int_equal(answers->answered, example->profile->sheets[0].answered);
    assert_int_equal(example->profile->sheets[0].by_item[2].state, CS_STATE_PART);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(combined),
        cmocka_unit_test(by_product),
        cmocka_unit_test(unreachable),
        cmocka_unit_test(withheld),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
