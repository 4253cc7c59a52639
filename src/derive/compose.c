/* Catalog + profile -> the filled sheet.
 *
 * Each cell of an item's row is made by the function of its column's role. If a sheet lacks a column, or a sign
 * for a state, its content is put in words before the remark; it is never lost. */
#include "checksheet/compose.h"
#include "base/job.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

#include <string.h>

struct composer {
    struct cs_job *job;
    enum cs_language language;
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    const struct cs_compose_options *options;
    const struct cs_layout *layout;
    const struct cs_catalog *catalog; /* the answers' catalog, with the layout's signs */
    struct cs_sheet *sheet;
    bool has_answer_column, has_remark_column, has_evidence_column, has_chapter_column;
};

/* --- one cell --------------------------------------------------------------------------------------------------- */

static void fill_number(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                        struct cs_cell *cell)
{
    (void)answer;
    cell->text = item->id;
    if (composer->layout->numbers == CS_NUMBERS_FULL)
        return;
    for (size_t i = 0; i < item->id.size; i++)
        if (item->id.bytes[i] == '-' || item->id.bytes[i] == '.')
            cell->text = cs_text_skip(item->id, i + 1);
}

static void fill_chapter(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                         struct cs_cell *cell)
{
    const struct cs_section *sections = composer->catalog->sections;
    uint32_t section = item->section;
    (void)answer;
    while (section != CS_NO_SECTION && sections[section].parent != CS_NO_SECTION)
        section = sections[section].parent;
    if (section != CS_NO_SECTION)
        cell->text = cs_words_in(&sections[section].title, composer->language);
}

static void fill_section(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                         struct cs_cell *cell)
{
    const struct cs_section *sections = composer->catalog->sections;
    (void)answer;
    if (item->section == CS_NO_SECTION || (composer->has_chapter_column && sections[item->section].depth == 0))
        return; /* the chapter has a column of its own */
    cell->text = cs_words_in(&sections[item->section].title, composer->language);
}

static void fill_group(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                       struct cs_cell *cell)
{
    (void)answer;
    cell->text = cs_words_in(item->group, composer->language);
}

static void fill_name(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                      struct cs_cell *cell)
{
    (void)answer;
    cell->text = cs_words_in(item->name, composer->language);
}

static void fill_question(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                          struct cs_cell *cell)
{
    (void)answer;
    cell->text = cs_words_in(item->ask, composer->language);
}

static void fill_flag(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                      struct cs_cell *cell)
{
    (void)answer;
    cell->text = cs_flag_text(item->flag, composer->language);
}

static void fill_level(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                       struct cs_cell *cell)
{
    (void)composer;
    (void)answer;
    cell->text = item->level;
}

/* Whether the question applies at all, which a statement of applicability separates from whether it is implemented:
 * it applies in each state but one; for an open answer, or one not disclosed, the cell is empty. */
static void fill_applicable(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                            struct cs_cell *cell)
{
    (void)item;
    bool is_excluded = answer->state == CS_STATE_NA;
    if (answer->state == CS_STATE_NONE || answer->state == CS_STATE_NDA)
        return;
    cell->text = cs_word(is_excluded ? CS_WORD_EXCLUDED : CS_WORD_APPLIES, composer->language);
    cell->tone = is_excluded ? CS_TONE_MUTED : CS_TONE_PLAIN;
}

/* Adds evidence after the words if the sheet has no column for it. */
static void add_evidence(const struct composer *composer, const struct cs_answer *answer, struct cs_cell *cell)
{
    struct cs_cell evidence = {0};
    struct cs_buf text = {0};
    if (composer->has_evidence_column || !cs_has_evidence(answer))
        return;
    cs_evidence_text(composer->job, answer, composer->language, &evidence);
    cs_buf_add(&text, cell->text);
    cs_buf_separate(&text, CS_TEXT("\n"));
    cs_buf_add(&text, cs_word(CS_WORD_EVIDENCE, composer->language));
    cs_buf_add(&text, CS_TEXT(": "));
    cs_buf_add(&text, evidence.text);
    if (evidence.link.size && !cs_text_equal(evidence.link, evidence.text)) {
        cs_buf_add(&text, CS_TEXT(" "));
        cs_buf_add(&text, evidence.link);
    }
    cell->text = cs_buf_take(&composer->job->arena, &text);
}

static void fill_answer(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                        struct cs_cell *cell)
{
    cell->tone = cs_answer_tone(item, answer->state);
    if (composer->has_remark_column && item->kind == CS_KIND_MARK)
        cell->text = cs_answer_sign(composer->catalog, item, answer->state, composer->language);
    else
        cell->text = cs_answer_in_full(composer->job, composer->catalog, item, answer, composer->language);
    if (!composer->has_remark_column)
        add_evidence(composer, answer, cell);
}

static void fill_remark(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                        struct cs_cell *cell)
{
    if (!composer->has_answer_column || item->kind == CS_KIND_MARK) /* else the answer column contains it in full */
        cell->text = cs_answer_remark(composer->job, composer->catalog, item, answer, composer->language,
                                      composer->has_answer_column);
    add_evidence(composer, answer, cell);
}

static void fill_evidence(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                          struct cs_cell *cell)
{
    (void)item;
    cs_evidence_text(composer->job, answer, composer->language, cell);
}

/* The date of an answer that differs by product is that of its oldest part. */
static struct cs_date reviewed_of(const struct cs_answer *answer)
{
    struct cs_date oldest = answer->reviewed;
    for (uint32_t i = 0; i < answer->part_count; i++) {
        struct cs_date date = answer->parts[i].reviewed;
        if (date.year && (oldest.year == 0 || cs_date_compare(date, oldest) < 0))
            oldest = date;
    }
    return oldest;
}

static void fill_reviewed(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                          struct cs_cell *cell)
{
    (void)item;
    cell->text = cs_date_text(composer->job, reviewed_of(answer));
    cell->tone = CS_TONE_MUTED;
}

static void fill_owner(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                       struct cs_cell *cell)
{
    (void)composer;
    (void)item;
    cell->text = answer->owner;
}

static void fill_ref(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                     struct cs_cell *cell)
{
    (void)answer;
    cell->text = cs_texts_join(composer->job, item->refs, item->ref_count, CS_TEXT(", "));
}

typedef void cell_filler(const struct composer *composer, const struct cs_item *item, const struct cs_answer *answer,
                         struct cs_cell *cell);

static cell_filler *const fillers[CS_ROLES] = {
    [CS_ROLE_CHAPTER] = fill_chapter,   [CS_ROLE_NUMBER] = fill_number,     [CS_ROLE_SECTION] = fill_section,
    [CS_ROLE_GROUP] = fill_group,       [CS_ROLE_NAME] = fill_name,         [CS_ROLE_QUESTION] = fill_question,
    [CS_ROLE_FLAG] = fill_flag,         [CS_ROLE_ANSWER] = fill_answer,     [CS_ROLE_REMARK] = fill_remark,
    [CS_ROLE_EVIDENCE] = fill_evidence, [CS_ROLE_REVIEWED] = fill_reviewed, [CS_ROLE_OWNER] = fill_owner,
    [CS_ROLE_REF] = fill_ref,           [CS_ROLE_LEVEL] = fill_level,       [CS_ROLE_APPLICABLE] = fill_applicable,
};

/* --- rows ------------------------------------------------------------------------------------------------------- */

static void add_preface(const struct composer *composer)
{
    const struct cs_profile *profile = composer->profile;
    struct cs_job *job = composer->job;
    struct cs_sheet *sheet = composer->sheet;
    enum cs_language language = composer->language;
    struct cs_row *title = cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1);
    title->cells[0].text = sheet->title;
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_SERVICE, language), sheet->service);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_PRODUCT, language), composer->options->product);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_VENDOR, language), sheet->vendor);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_BASED_ON, language), cs_based_on(job, composer->answers, language));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_SHEET_EDITION, language), profile->edition);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_ANSWERED_ON, language), cs_date_text(job, profile->date));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_CONTACT, language), profile->contact);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_SOURCE, language),
                      cs_texts_join(job, profile->sources, profile->source_count, CS_TEXT("\n")));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_VARIANT, language),
                      cs_variant_text(job, composer->catalog, language));
    for (uint32_t i = 0; i < profile->note_count; i++)
        cs_sheet_add_fact(job, sheet, (cs_text){0}, profile->notes[i]);
}

static void add_section(const struct composer *composer, const struct cs_section *section)
{
    struct cs_row *row = cs_sheet_add_row(composer->job, composer->sheet, CS_ROW_SECTION, 1);
    row->depth = section->depth;
    row->cells[0].text = cs_words_in(&section->title, composer->language);
}

/* Sets the only words that can answer an item without marks: yes and no if nothing else is asked, or its choices. */
static void set_words(const struct composer *composer, const struct cs_item *item, struct cs_row *row)
{
    enum { MOST_WORDS = 64 };
    static const enum cs_state states[] = {CS_STATE_OK, CS_STATE_NG};
    cs_text words[MOST_WORDS];
    uint32_t count = 0;
    row->own_words = item->kind != CS_KIND_MARK;
    if (!row->own_words || item->demand_count || item->many || item->choice_count > MOST_WORDS)
        return;
    for (uint32_t i = 0; i < item->choice_count; i++)
        words[count++] = item->choices[i].id;
    for (int i = 0; i < 2 && item->choice_count == 0; i++) {
        cs_text word = cs_kind_word_for(item->kind, states[i], composer->language);
        if (word.size)
            words[count++] = word;
    }
    cs_text *kept = cs_alloc_array(&composer->job->arena, count, sizeof *kept);
    if (count)
        memcpy(kept, words, count * sizeof *kept);
    row->words = kept;
    row->word_count = count;
}

static void add_item(const struct composer *composer, uint32_t index)
{
    static const struct cs_answer open = {0};
    struct cs_answer not_asked = {.state = CS_STATE_NA};
    const struct cs_item *item = &composer->answers->catalog->items[index];
    const struct cs_answer *answer = composer->options->empty ? &open : &composer->answers->by_item[index];
    struct cs_sheet *sheet = composer->sheet;
    struct cs_row *row = cs_sheet_add_row(composer->job, sheet, CS_ROW_ITEM, sheet->column_count);
    row->answer = composer->options->empty ? NULL : answer;
    if (row->answer && answer->state == CS_STATE_NONE && !cs_answers_ask(composer->answers, item)) {
        not_asked.remark.in[composer->language] = cs_not_asked_text(composer->job, item, composer->language);
        answer = &not_asked;
    }
    row->key = item->id;
    row->state = answer->state;
    row->good = item->good;
    row->flag = item->flag;
    set_words(composer, item, row);
    row->span = answer->key.source ? answer->key : item->span;
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (fillers[sheet->columns[i].role])
            fillers[sheet->columns[i].role](composer, item, answer, &row->cells[i]);
}

/* Adds sections and items in reading order. */
static void add_body(const struct composer *composer)
{
    const struct cs_catalog *catalog = composer->answers->catalog;
    uint32_t section = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        for (; section < catalog->section_count && catalog->sections[section].first_item <= i; section++)
            add_section(composer, &catalog->sections[section]);
        add_item(composer, i);
    }
}

/* --- the sheet's own facts -------------------------------------------------------------------------------------- */

static bool has_review(const struct cs_answer *answer)
{
    return reviewed_of(answer).year > 0;
}

/* True if some answer has the data of a column. */
static bool is_used(const struct composer *composer, bool (*has)(const struct cs_answer *answer))
{
    for (uint32_t i = 0; i < composer->answers->catalog->item_count; i++)
        if (has(&composer->answers->by_item[i]))
            return true;
    return false;
}

static bool is_laid_out(const struct composer *composer, enum cs_role role)
{
    for (uint32_t i = 0; i < composer->layout->column_count; i++)
        if (composer->layout->columns[i] == role)
            return true;
    return false;
}

/* A finished sheet has no empty columns: it has no answer column if the answers carry no marks (unless their words
 * have no other column), and none for evidence or dates if there are none. A template keeps them to be filled in. */
static bool is_wanted(const struct composer *composer, enum cs_role role)
{
    if (role == CS_ROLE_ANSWER)
        return !composer->profile->in_words || !cs_catalog_has_marks(composer->answers->catalog) ||
               !is_laid_out(composer, CS_ROLE_REMARK);
    if (role == CS_ROLE_OWNER)
        return !composer->options->with_owner;
    if (role == CS_ROLE_EVIDENCE)
        return composer->options->empty || is_used(composer, cs_has_evidence);
    if (role == CS_ROLE_REVIEWED)
        return composer->options->empty || is_used(composer, has_review);
    return true;
}

static bool has_column(const struct composer *composer, enum cs_role role)
{
    return cs_sheet_column(composer->sheet, role) != CS_NO_COLUMN;
}

/* Sets the columns of the layout that are wanted and, on request, those of evidence, dates and the owner. */
static void set_columns(struct composer *composer)
{
    static const enum cs_role evidence[] = {CS_ROLE_EVIDENCE, CS_ROLE_REVIEWED};
    const struct cs_layout *layout = composer->layout;
    struct cs_sheet *sheet = composer->sheet;
    enum cs_role *roles = cs_alloc_array(&composer->job->arena, layout->column_count + 3, sizeof *roles);
    uint32_t count = 0, column = 0;
    for (uint32_t i = 0; i < layout->column_count; i++)
        if (is_wanted(composer, layout->columns[i]))
            roles[count++] = layout->columns[i];
    for (int i = 0; i < 2 && composer->options->with_evidence; i++)
        if (!is_laid_out(composer, evidence[i]) && is_wanted(composer, evidence[i]))
            roles[count++] = evidence[i];
    if (composer->options->with_owner)
        roles[count++] = CS_ROLE_OWNER; /* last, wherever the layout has it */
    if (count == 0)
        roles[count++] = CS_ROLE_NUMBER; /* a table needs at least one column */
    cs_sheet_set_columns(composer->job, sheet, roles, count);
    for (uint32_t i = 0; i < layout->column_count; i++) {
        cs_text title = cs_words_in(&layout->titles[i], composer->language);
        if (is_wanted(composer, layout->columns[i]) && title.size)
            sheet->columns[column].title = title;
        column += is_wanted(composer, layout->columns[i]);
    }
    composer->has_answer_column = has_column(composer, CS_ROLE_ANSWER);
    composer->has_remark_column = has_column(composer, CS_ROLE_REMARK);
    composer->has_evidence_column = has_column(composer, CS_ROLE_EVIDENCE);
    composer->has_chapter_column = has_column(composer, CS_ROLE_CHAPTER);
}

/* Chooses the layout that was asked for, or the profile's, or the catalog's first one; its own signs replace the
 * catalog's. */
static void choose_layout(struct composer *composer, struct cs_catalog *shown)
{
    const struct cs_layout *layout = composer->options->layout;
    if (!layout && cs_text_equal(composer->answers->catalog->id, composer->profile->layout_catalog))
        layout = composer->profile->layout;
    composer->layout = layout ? layout : &composer->answers->catalog->layouts[0];
    *shown = *composer->answers->catalog;
    if (composer->layout->mark_count) {
        shown->marks = composer->layout->marks;
        shown->mark_count = composer->layout->mark_count;
    }
    composer->catalog = shown;
}

/* Sets the signs for the answer column: those of the catalog, if answers are marks in a column of their own. */
static void set_signs(struct composer *composer)
{
    const struct cs_catalog *catalog = composer->catalog;
    if (!cs_catalog_has_marks(catalog) || !composer->has_answer_column || !composer->has_remark_column)
        return;
    struct cs_sign *signs = cs_alloc_array(&composer->job->arena, catalog->mark_count, sizeof *signs);
    for (uint32_t i = 0; i < catalog->mark_count; i++) {
        const struct cs_mark *mark = &catalog->marks[i];
        cs_text label = cs_words_in(&mark->label, composer->language);
        signs[i] = (struct cs_sign){
            .sign = mark->sign,
            .label = label.size ? label : cs_state_label(mark->state, composer->language),
            .guide = cs_words_in(&mark->guide, composer->language),
            .state = mark->state,
            .tone = cs_state_tone(mark->state),
        };
    }
    composer->sheet->signs = signs;
    composer->sheet->sign_count = catalog->mark_count;
}

static void set_reviews(struct composer *composer)
{
    struct cs_sheet *sheet = composer->sheet;
    for (uint32_t i = 0; i < composer->answers->catalog->item_count && !composer->options->empty; i++) {
        struct cs_date date = reviewed_of(&composer->answers->by_item[i]);
        if (date.year && (sheet->oldest.year == 0 || cs_date_compare(date, sheet->oldest) < 0))
            sheet->oldest = date;
        if (cs_date_compare(date, sheet->newest) > 0)
            sheet->newest = date;
    }
}

static void set_facts(struct composer *composer)
{
    const struct cs_catalog *catalog = composer->answers->catalog;
    const struct cs_profile *profile = composer->profile;
    struct cs_sheet *sheet = composer->sheet;
    enum cs_language language = composer->language;
    cs_text title = cs_words_in(&profile->title, language);
    sheet->language = language;
    sheet->has_whole_head = true;
    sheet->title = title.size ? title : cs_word(CS_WORD_CHECK_SHEET, language);
    sheet->titles = profile->title;
    sheet->service = profile->service;
    sheet->vendor = profile->vendor;
    sheet->catalog = catalog;
    sheet->layout = composer->layout->name;
    sheet->own_layout =
        composer->layout == profile->layout && sheet->layout.size == 0 && composer->layout != &catalog->layouts[0]
            ? profile->layout
            : NULL;
    sheet->catalog_id = catalog->id;
    sheet->catalog_title = cs_words_in(&catalog->title, language);
    sheet->edition = cs_words_in(&catalog->edition, language);
    sheet->level = catalog->level;
    sheet->publisher = cs_words_in(&catalog->publisher, language);
    sheet->address = cs_words_in(&catalog->address, language);
    sheet->license = cs_words_in(&catalog->license, language);
    sheet->date = profile->date;
    sheet->products = profile->products;
    sheet->product_count = composer->options->product.size ? 0 : profile->product_count;
    set_columns(composer);
    set_signs(composer);
    set_reviews(composer);
}

struct cs_sheet *cs_compose(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                            const struct cs_compose_options *options)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct composer composer = {.job = job,
                                .language = options->language,
                                .profile = profile,
                                .answers = answers,
                                .options = options,
                                .sheet = cs_sheet_new(job, options->language)};
    struct cs_catalog shown;
    choose_layout(&composer, &shown);
    enum { PREFACE = 12 };
    composer.sheet->row_room = PREFACE + profile->note_count + catalog->section_count + catalog->item_count;
    composer.sheet->rows = cs_alloc_array(&job->arena, composer.sheet->row_room, sizeof *composer.sheet->rows);
    set_facts(&composer);
    add_preface(&composer);
    cs_sheet_add_header(job, composer.sheet);
    add_body(&composer);
    return composer.sheet;
}

struct cs_sheet *cs_compose_catalog(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language)
{
    const struct cs_profile nobody = {.language = language};
    const struct cs_compose_options options = {.language = language, .empty = true};
    if (!catalog)
        return cs_sheet_new(job, language);
    const struct cs_answers answers = {.catalog = catalog}; /* an empty sheet needs none */
    return cs_compose(job, &nobody, &answers, &options);
}
