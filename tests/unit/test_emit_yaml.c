/* A sheet becomes a profile again: what is read back from the YAML composes to the same sheet. */
#include "support.h"

static const struct cs_profile *load_back(struct cs_job *job, const struct cs_catalogs *catalogs,
                                          const struct cs_sheet *sheet, cs_text *yaml)
{
    struct cs_buf out = emitted(job, sheet, "yaml", NULL);
    *yaml = cs_text_copy(&job->arena, cs_buf_text(&out));
    cs_buf_free(&out);
    const struct cs_profile *profile = cs_load_profile(job, source_of(job, "back.yaml", *yaml), catalogs);
    if (!profile)
        print_error("%.*s\n", (int)yaml->size, yaml->bytes);
    assert_non_null(profile);
    return profile;
}

/* --- the law: import(emit(s)) has s's items, for YAML -------------------------------------------------------------- */

static const char *const profiles[] = {"profiles/callconnect.yaml", "profiles/krew.yaml", "profiles/precena.yaml",
                                       "profiles/rescuenow-status-checker.yaml", "profiles/rescuenow.yaml"};

static bool same_cell(const struct cs_cell *a, const struct cs_cell *b)
{
    return cs_text_equal(a->text, b->text) && cs_text_equal(a->link, b->link) && a->tone == b->tone;
}

static void assert_same_row(const struct cs_row *is, const struct cs_row *ought)
{
    bool same = is->kind == ought->kind && is->depth == ought->depth && is->cell_count == ought->cell_count &&
                cs_text_equal(is->key, ought->key) && is->state == ought->state && is->good == ought->good &&
                is->flag == ought->flag;
    if (!same)
        print_error("state %s and not %s\n", shown(cs_state_word(is->state)), shown(cs_state_word(ought->state)));
    for (uint32_t i = 0; same && i < is->cell_count; i++) {
        same = same_cell(&is->cells[i], &ought->cells[i]);
        if (!same)
            print_error("is      '%s' [%s]\nought   '%s' [%s]\n", shown(is->cells[i].text), shown(is->cells[i].link),
                        shown(ought->cells[i].text), shown(ought->cells[i].link));
    }
    if (!same)
        fail_msg("row of %s differs", shown(ought->key));
}

static void assert_same_sheet(const struct cs_sheet *is, const struct cs_sheet *ought)
{
    assert_int_equal(is->column_count, ought->column_count);
    assert_int_equal(cs_date_compare(is->date, ought->date), 0);
    for (uint32_t i = 0; i < is->row_count && i < ought->row_count; i++)
        assert_same_row(&is->rows[i], &ought->rows[i]);
    assert_int_equal(is->row_count, ought->row_count);
}

static void check_law(const char *path, const struct cs_layout *layout, uint32_t number, enum cs_language language)
{
    struct cs_job *job = new_job(language);
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    const struct cs_profile *profile = cs_load_profile(job, cs_source_read(job, path), &catalogs);
    struct cs_compose_options options = {.language = language, .with_owner = true};
    cs_text yaml;
    options.layout = layout ? &profile->sheets[0].catalog->layouts[number] : NULL;
    const struct cs_sheet *sheet = cs_compose(job, profile, &profile->sheets[0], &options);
    uint32_t faults = job->faults;
    const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
    assert_int_equal(job->faults, faults);
    const struct cs_sheet *again = cs_compose(job, back, &back->sheets[0], &options);
    print_message("%s layout %u %s\n", path, number, shown(cs_language_code(language)));
    assert_same_sheet(again, sheet);
    cs_job_free(job);
}

/* Every layout of its catalog, and the one that it chooses itself. */
static void shipped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(profiles); i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            struct cs_job *job = new_job(CS_JA);
            struct cs_catalogs catalogs = cs_builtin_catalogs(job);
            const struct cs_profile *profile = cs_load_profile(job, cs_source_read(job, profiles[i]), &catalogs);
            const struct cs_catalog *catalog = profile->sheets[0].catalog;
            check_law(profiles[i], NULL, 0, (enum cs_language)language);
            for (uint32_t k = 0; k < catalog->layout_count; k++)
                check_law(profiles[i], &catalog->layouts[k], k, (enum cs_language)language);
            cs_job_free(job);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
