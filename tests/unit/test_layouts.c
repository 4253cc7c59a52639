/* No layout loses a state: in every layout of its catalog, each answer of each shipped profile shows its state as a sign
 * or in words, and every format can write the sheet. */
#include "support.h"

static const char *const profiles[] = {"profiles/callconnect.yaml", "profiles/krew.yaml", "profiles/precena.yaml",
                                       "profiles/rescuenow-status-checker.yaml", "profiles/rescuenow.yaml"};

static cs_text cell_of(const struct cs_sheet *sheet, const struct cs_row *row, enum cs_role role)
{
    uint32_t column = cs_sheet_column(sheet, role);
    return column == CS_NO_COLUMN ? (cs_text){0} : row->cells[column].text;
}

/* The sign that the layout has for the state, or that its kind has. */
static cs_text sign_of(const struct cs_answers *answers, const struct cs_layout *layout, const struct cs_item *item,
                       enum cs_state state, enum cs_language language)
{
    for (uint32_t i = 0; item->kind == CS_KIND_MARK && i < layout->mark_count; i++)
        if (layout->marks[i].state == state)
            return layout->marks[i].sign;
    if (item->kind == CS_KIND_MARK && layout->mark_count)
        return (cs_text){0};
    return cs_catalog_sign(answers->catalog, item, state, language);
}

static bool is_shown_as(cs_text cell, cs_text words)
{
    return words.size && cs_text_find(cell, words) >= 0;
}

static bool shows_state(const struct cs_sheet *sheet, const struct cs_row *row, cs_text sign, enum cs_language language)
{
    cs_text answer = cell_of(sheet, row, CS_ROLE_ANSWER), remark = cell_of(sheet, row, CS_ROLE_REMARK);
    cs_text label = cs_state_label(row->state, language);
    if (row->state == CS_STATE_FREE_TEXT)
        return answer.size || remark.size;
    if (sign.size && cs_text_starts(answer, sign))
        return true;
    return is_shown_as(answer, label) || is_shown_as(remark, label);
}

static void write_all(struct cs_job *job, const struct cs_sheet *sheet)
{
    struct cs_emit_options options = {.ambiguous = 1};
    for (uint32_t i = 0; cs_emitter_at(i); i++) {
        struct cs_buf output = {0};
        const char *why = NULL;
        assert_true(cs_emit(job, sheet, cs_emitter_at(i), &options, &output, &why));
        assert_true(output.size > 0);
        cs_buf_free(&output);
    }
}

static void check_layout(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         const struct cs_layout *layout, enum cs_language language)
{
    struct cs_compose_options options = {.language = language, .layout = layout};
    const struct cs_sheet *sheet = cs_compose(job, profile, answers, &options);
    uint32_t items = 0;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_ITEM)
            continue;
        const struct cs_item *item = &answers->catalog->items[items++];
        if (row->state != CS_STATE_NONE &&
            !shows_state(sheet, row, sign_of(answers, layout, item, row->state, language), language))
            fail_msg("%s, layout '%s': %s does not show '%s'", shown(profile->source->path), shown(layout->name),
                     shown(row->key), shown(cs_state_word(row->state)));
    }
    assert_int_equal(items, answers->catalog->item_count);
    write_all(job, sheet);
}

static void shipped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(profiles); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_catalogs catalogs = cs_builtin_catalogs(job);
        const struct cs_source *source = cs_source_read(job, profiles[i]);
        assert_non_null(source);
        const struct cs_profile *profile = cs_load_profile(job, source, &catalogs);
        assert_non_null(profile);
        for (uint32_t k = 0; k < profile->sheet_count; k++) {
            const struct cs_answers *answers = cs_answers_for_audience(job, &profile->sheets[k], CS_PUBLIC);
            for (uint32_t n = 0; n < answers->catalog->layout_count; n++)
                for (int language = 0; language < CS_LANGUAGES; language++)
                    check_layout(job, profile, answers, &answers->catalog->layouts[n], (enum cs_language)language);
        }
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shipped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
