/* Two sides -> two sheets -> one with the changes -> its form for a format. */
#include "cmd/diff/comparing.h"
#include "cmd/findings.h"
#include "cmd/records.h"
#include "derive/derive.h"

#include <assert.h>

/* The language of the result: that of --lang, or of the new side; never the locale's. */
static enum cs_language language_of(const struct comparing *c)
{
    if (c->run->request->value[OPTION_LANG])
        return step_written(c->run);
    for (int i = 1; i >= 0; i--) {
        const struct side *side = &c->sides[i];
        if (side->profile || side->catalog)
            return side->profile ? side->profile->language : side->catalog->language;
        if (c->sheets[i])
            return c->sheets[i]->language;
    }
    return step_written(c->run);
}

/* True for a side that is an existing sheet, with its own columns and language. */
static bool is_read_back(const struct side *side)
{
    return side->grid || side->record;
}

/* Makes the sheets of the sides that are existing sheets, or of those that are not. */
static bool compose_some(struct comparing *c, bool read_back, const struct cs_compose_options *options,
                         enum exit_code *code)
{
    for (int i = 0; i < 2; i++)
        if (is_read_back(&c->sides[i]) == read_back &&
            !(c->sheets[i] = side_compose(c->run, &c->sides[i], options, c->audience, code)))
            return false;
    return true;
}

/* True if no item of the sheet matches its catalog, and no answer is filled in. */
static bool is_empty_form(const struct cs_sheet *sheet)
{
    bool is_other = !sheet->catalog;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind == CS_ROW_ITEM && row->state != CS_STATE_NONE)
            return false;
        is_other |= row->kind == CS_ROW_ITEM && row->key.size == 0;
    }
    return is_other;
}

/* True for two files without a common catalog, one of which is an unanswered form: a catalog that some of its
 * questions resemble should not decide how the others are matched. */
static bool have_own_questions(const struct comparing *c)
{
    const struct cs_sheet *old = c->sheets[0], *new = c->sheets[1];
    if (!c->sides[0].grid || !c->sides[1].grid || c->run->request->value[OPTION_CATALOG])
        return false;
    return (old->catalog || new->catalog) && (old->catalog != new->catalog || is_empty_form(old) || is_empty_form(new));
}

/* Gives an existing sheet the questions and the layout of the profile that it is compared with. */
static void tell_catalogs(struct comparing *c)
{
    for (int i = 0; i < 2; i++) {
        const struct side *other = &c->sides[1 - i];
        if (c->sides[i].grid && other->profile)
            c->sides[i].known = cs_catalog_laid_out(c->run->job, other->profile, other->answers->catalog);
    }
}

/* Makes the sheets of the sides that are existing sheets. */
static bool compose_read_back(struct comparing *c, const struct cs_compose_options *options, enum exit_code *code)
{
    if (!compose_some(c, true, options, code))
        return false;
    if (!have_own_questions(c))
        return true;
    c->sides[0].has_own_questions = c->sides[1].has_own_questions = true;
    return compose_some(c, true, options, code);
}

/* Translates both sheets into the language of the result, as far as their questions are known. */
static void translate(struct comparing *c, enum cs_language language)
{
    struct cs_sheet **sheets = c->sheets;
    bool are_known =
        sheets[0]->catalog && sheets[1]->catalog && cs_catalog_same_edition(sheets[0]->catalog, sheets[1]->catalog);
    bool is_said = sheets[0]->language == language && sheets[1]->language == language;
    bool is_any_read = is_read_back(&c->sides[0]) || is_read_back(&c->sides[1]);
    if (c->sides[0].grid && c->sides[1].grid && !sheets[0]->catalog && !sheets[1]->catalog)
        sheets[0]->language = sheets[1]->language = language; /* of messages about them; they have no other language */
    if (!are_known || (is_said && !is_any_read))              /* the language of an existing sheet is guessed */
        return;
    struct cs_sheet both[] = {*sheets[0], *sheets[1]};
    struct cs_buf number = {0};
    uint32_t passed_over = cs_sheets_in_language(c->run->job, both, language);
    for (int i = 0; i < 2; i++)
        *sheets[i] = both[i];
    if (passed_over)
        info(c->run->environment, c->run->request, SAY_OTHER_LANGUAGE, step_number(&number, passed_over));
    cs_buf_free(&number);
}

/* Sets the catalog by which a record is compared: its own if the profile answers that, else the profile's. */
static void tell_record(struct comparing *c)
{
    for (int i = 0; i < 2; i++) {
        struct side *side = &c->sides[i], *other = &c->sides[1 - i];
        if (!side->record || !other->profile)
            continue;
        const struct cs_answers *own = cs_profile_answers(other->profile, side->record->catalog);
        if (own && !c->run->request->value[OPTION_CATALOG])
            other->answers = own;
        if (cs_record_tells(side->record, other->answers->catalog->id))
            side->told = other->answers->catalog->id;
    }
}

/* Appends the record's answers to other catalogs, and the profile's present answers there; what nobody was told is
 * left out. */
static void tell_rest(struct comparing *c, int i)
{
    struct cs_job *job = c->run->job;
    const struct cs_record *record = c->sides[i].record;
    const struct side *other = &c->sides[1 - i];
    cs_text edition, catalog;
    uint32_t next = 0;
    cs_record_trim(job, record, c->sheets[1 - i]);
    while (other->profile && (catalog = cs_record_next_catalog(record, &next, &edition)).size) {
        if (cs_text_equal(catalog, c->sheets[i]->catalog_id))
            continue;
        const struct cs_sheet *today = records_sheet_today(c->run, other->profile, record, catalog, edition);
        struct cs_record now = {0};
        if (today)
            cs_record_take(job, &now, today);
        cs_record_extend(job, c->sheets[i], record, catalog, record);
        cs_record_extend(job, c->sheets[1 - i], record, catalog, &now);
    }
}

/* Makes the sheets of both sides, with columns for evidence and dates if the profiles have any: an existing sheet has
 * its form's columns, and its own language, into which the other side is translated. False, with *code set, after
 * reporting an error. */
static bool compose_sides(struct comparing *c, enum exit_code *code)
{
    const struct side *sides = c->sides;
    tell_catalogs(c);
    tell_record(c);
    struct cs_compose_options options = {.with_evidence = !is_read_back(&sides[0]) && !is_read_back(&sides[1])};
    if (!compose_read_back(c, &options, code))
        return false;
    options.language = language_of(c);
    for (int i = 0; i < 2; i++)
        if (c->sheets[i])
            options.language = c->sheets[i]->language;
    if (!compose_some(c, false, &options, code))
        return false;
    assert(c->sheets[0] && c->sheets[1]); /* each side is of one kind or the other */
    for (int i = 0; i < 2; i++)
        if (sides[i].record)
            tell_rest(c, i);
    translate(c, language_of(c));
    return true;
}

/* The new sheet in its layout, with the changes in a sheet of their own. NULL after reporting an error. */
static const struct cs_sheet *workbook(struct comparing *c)
{
    const struct cs_compose_options options = {.language = c->sheets[1]->language};
    enum exit_code code;
    struct cs_sheet *sheet = c->sheets[1];
    if (c->sides[1].profile && !(sheet = side_compose(c->run, &c->sides[1], &options, c->audience, &code)))
        return NULL;
    sheet->changes = cs_diff_table(c->run->job, c->diff);
    sheet->comparison = c->diff->comparison;
    return sheet;
}

/* The sheet that a format shows for a diff. */
const struct cs_sheet *comparing_shown(struct comparing *c, const struct cs_emitter *emitter)
{
    switch (emitter->diff) {
    case CS_DIFF_LINES:
        return cs_diff_lines(c->run->job, c->diff);
    case CS_DIFF_ROWS:
        return cs_diff_rows(c->run->job, c->diff);
    case CS_DIFF_BESIDE:
        return workbook(c);
    case CS_DIFF_TABLE:
    case CS_DIFF_NONE:
        break;
    }
    return cs_diff_table(c->run->job, c->diff);
}

/* True for errors in what is compared: an answer that could not be understood may hide a change. Errors in other files
 * nearby do not count. */
static bool has_errors(const struct comparing *c)
{
    uint32_t errors = 0;
    for (int i = 0; i < 2; i++) {
        const struct side *side = &c->sides[i];
        const struct cs_catalog *catalog = side->answers ? side->answers->catalog : side->catalog;
        errors += findings_count_errors(c->run, side->source);
        errors += findings_count_errors(c->run, catalog ? catalog->source : NULL);
        for (const struct cs_profile *from = side->profile; from; from = from->extends)
            errors += findings_count_errors(c->run, from->source);
    }
    return errors > 0;
}

bool comparing_fails(const struct comparing *c)
{
    const struct run *run = c->run;
    const struct cs_sheet *diff = c->diff;
    const struct request *request = run->request;
    bool is_asked = request->value[OPTION_EXIT_CODE] || request->value[OPTION_FAIL_ON];
    return (request->value[OPTION_EXIT_CODE] && cs_diff_found(diff)) ||
           (request->value[OPTION_FAIL_ON] && diff->comparison->worse) ||
           (is_asked && !request->value[OPTION_ALLOW_ERRORS] && has_errors(c));
}

bool comparing_load(struct comparing *c, const char *old, const char *new, enum exit_code *code)
{
    const char *words[] = {old, new};
    for (int i = 0; i < 2; i++)
        if (!side_load(c->run, words[i], TO_COMPARE, &c->sides[i], code))
            return false;
    if (!compose_sides(c, code))
        return false;
    c->diff = cs_diff(c->run->job, c->sheets[0], c->sheets[1], c->aspects);
    return true;
}
