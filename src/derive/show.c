/* One question with everything known about it, for people; some questions in full, for programs. */
#include "base/control.h"
#include "base/job.h"
#include "derive/derive.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

/* METI 6-8  6 データの保護 (2025年版) */
static cs_text title_of(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf title = {0};
    cs_buf_add(&title, cs_catalog_item_name(job, catalog, item));
    if (item->section != CS_NO_SECTION) {
        cs_buf_add(&title, CS_TEXT("  "));
        cs_buf_add(&title, cs_words_in(&catalog->sections[item->section].title, language));
    }
    cs_buf_add(&title, CS_TEXT("  ("));
    cs_buf_add(&title, cs_words_in(&catalog->edition, language));
    cs_buf_add(&title, CS_TEXT(")"));
    return cs_buf_take(&job->arena, &title);
}

static void add_choices(struct cs_buf *text, const struct cs_choice *choices, uint32_t count, enum cs_language language)
{
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(text, CS_TEXT(" "));
        cs_buf_add(text, choices[i].id);
        cs_buf_add(text, cs_words_in(&choices[i].label, language));
    }
}

/* The possible answers: the signs, the kind and its units, the choices. */
static cs_text kind_of(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf kind = {0};
    cs_buf_add(&kind, cs_kind_label(item->kind, language));
    for (int state = CS_STATE_OK; state < CS_STATES; state++) {
        cs_text sign = cs_catalog_sign(catalog, item, (enum cs_state)state, language);
        cs_buf_add(&kind, sign.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&kind, sign);
    }
    if (item->unit_count) {
        cs_buf_add(&kind, CS_TEXT(" ("));
        cs_buf_add(&kind, cs_texts_join(job, item->units, item->unit_count, CS_TEXT(", ")));
        cs_buf_add(&kind, CS_TEXT(")"));
    }
    add_choices(&kind, item->choices, item->choice_count, language);
    return cs_buf_take(&job->arena, &kind);
}

/* What the remark must contain, and the alternatives of which one must be named. */
static cs_text demand_of(struct cs_job *job, const struct cs_demand *demand)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_words_in(demand->ask, language));
    add_choices(&text, demand->choices, demand->choice_count, language);
    return cs_buf_take(&job->arena, &text);
}

static void add_answer(struct cs_job *job, struct cs_sheet *sheet, const struct cs_answers *answers,
                       const struct cs_item *item)
{
    enum cs_language language = cs_job_language(job);
    const struct cs_answer *answer = &answers->by_item[cs_catalog_find(answers->catalog, item->id, CS_NO_ITEM)];
    struct cs_buf place = {0};
    struct cs_cell evidence = {0};
    if (answer->key.source) {
        cs_buf_add_name(&place, answer->key.source->path);
        cs_buf_print(&place, ":%u", (unsigned)cs_source_place(answer->key.source, answer->key.start).line);
    }
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_YOUR_ANSWER, language), cs_buf_take(&job->arena, &place));
    cs_text words = cs_answer_in_full(job, answers->catalog, item, answer, language);
    cs_sheet_add_fact(job, sheet, cs_state_label(answer->state, language), words.size ? words : CS_TEXT("-"));
    if (answer->audience != CS_PUBLIC)
        cs_sheet_add_fact(job, sheet, CS_TEXT("audience"), cs_audience_word(answer->audience));
    cs_sheet_add_fact(job, sheet, cs_audience_word(CS_NDA), cs_words_in(answer->for_nda, language));
    cs_sheet_add_fact(job, sheet, cs_audience_word(CS_INTERNAL), cs_words_in(answer->for_insiders, language));
    cs_evidence_text(job, answer, language, &evidence);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_EVIDENCE, language), evidence.text);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_REVIEWED, language), cs_date_text(job, answer->reviewed));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_OWNER, language), answer->owner);
}

/* No. (2013): A.12.3.1 */
static void add_former(struct cs_job *job, struct cs_sheet *sheet, const struct cs_former *former)
{
    struct cs_buf label = {0};
    cs_buf_add(&label, cs_role_title(CS_ROLE_NUMBER, cs_job_language(job)));
    cs_buf_add(&label, CS_TEXT(" ("));
    cs_buf_add(&label, former->edition);
    cs_buf_add(&label, CS_TEXT(")"));
    cs_sheet_add_fact(job, sheet, cs_buf_take(&job->arena, &label),
                      cs_texts_join(job, former->numbers, former->count, CS_TEXT(", ")));
}

struct cs_sheet *cs_compose_show(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answers *answers)
{
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = cs_sheet_new(job, language);
    sheet->title = title_of(job, catalog, item);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = sheet->title;
    cs_sheet_add_fact(job, sheet, (cs_text){0}, cs_words_in(item->name, language));
    cs_sheet_add_fact(job, sheet, (cs_text){0}, cs_words_in(item->ask, language));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_GUIDE, language), cs_words_in(item->guide, language));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_KIND, language), kind_of(job, catalog, item));
    for (uint32_t i = 0; i < item->demand_count; i++)
        cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_MUST_SAY, language), demand_of(job, &item->demands[i]));
    cs_sheet_add_fact(job, sheet, cs_role_title(CS_ROLE_LEVEL, language), item->level);
    cs_sheet_add_fact(job, sheet, cs_role_title(CS_ROLE_FLAG, language), cs_flag_text(item->flag, language));
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_REFERENCE, language),
                      cs_texts_join(job, item->refs, item->ref_count, CS_TEXT(", ")));
    for (uint32_t i = 0; i < item->former_count; i++)
        add_former(job, sheet, &item->formers[i]);
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_SAME, language),
                      cs_texts_join(job, item->sames, item->same_count, CS_TEXT(", ")));
    if (answers)
        add_answer(job, sheet, answers, item);
    return sheet;
}

struct cs_sheet *cs_compose_items(struct cs_job *job, const struct cs_catalog *catalog, const uint32_t *items,
                                  uint32_t count, const struct cs_answers *answers)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER,   CS_ROLE_SECTION,  CS_ROLE_QUESTION, CS_ROLE_ANSWER,
                                         CS_ROLE_EVIDENCE, CS_ROLE_REVIEWED, CS_ROLE_OWNER};
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    sheet->catalog_id = catalog->id;
    cs_sheet_set_columns(job, sheet, roles, answers ? 7 : 3);
    cs_sheet_add_header(job, sheet);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_item *item = &catalog->items[items[i]];
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, sheet->column_count);
        row->key = row->cells[0].text = item->id;
        row->flag = item->flag;
        if (item->section != CS_NO_SECTION)
            row->cells[1].text = cs_words_in(&catalog->sections[item->section].title, language);
        row->cells[2].text = cs_words_in(item->ask, language);
        uint32_t answered = answers ? cs_catalog_find(answers->catalog, item->id, items[i]) : CS_NO_ITEM;
        if (answered == CS_NO_ITEM)
            continue;
        const struct cs_answer *answer = &answers->by_item[answered];
        row->state = answer->state;
        row->cells[3].text = cs_answer_in_full(job, catalog, item, answer, language);
        cs_evidence_text(job, answer, language, &row->cells[4]);
        row->cells[5].text = cs_date_text(job, answer->reviewed);
        row->cells[6].text = answer->owner;
    }
    return sheet;
}
