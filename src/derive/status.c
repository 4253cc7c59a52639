/* The state of a profile's answers: counts by kind and chapter, open questions, stale answers. */
#include "base/control.h"
#include "base/job.h"
#include "derive/derive.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

struct status {
    struct cs_job *job;
    const struct cs_answers *answers;
    struct cs_sheet *sheet;
    enum cs_state states[CS_STATES]; /* one column each */
    uint32_t state_count;
    bool by_marks; /* the rate is of what is met; else of what is answered */
};

/* A count; a dash if there is nothing to count. */
static cs_text number(struct cs_job *job, uint32_t count)
{
    return count ? cs_text_of_number(&job->arena, count) : CS_TEXT("-");
}

/* Counts the items that are met, and those that apply and can be met: × counts where × is good, and what is neither
 * good nor bad does not count. */
static void count_met(const struct cs_answers *answers, uint32_t first, uint32_t end, uint32_t *met, uint32_t *whole)
{
    *met = *whole = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct cs_item *item = &answers->catalog->items[i];
        enum cs_state state = answers->by_item[i].state;
        if (item->good == CS_STATE_NONE || state == CS_STATE_NA ||
            (state == CS_STATE_NONE && !cs_answers_ask(answers, item)))
            continue;
        *whole += 1;
        *met += state == item->good;
    }
}

/* The share of applicable items that are met, or of all that are answered, in whole percent, never rounded up to 100. */
static cs_text rate(const struct status *status, const uint32_t counts[CS_STATES], uint32_t first, uint32_t end)
{
    uint32_t whole = end - first, part = whole - counts[CS_STATE_NONE];
    struct cs_buf text = {0};
    if (status->by_marks)
        count_met(status->answers, first, end, &part, &whole);
    if (whole == 0)
        return CS_TEXT("-");
    cs_buf_print(&text, "%u%%", (unsigned)((uint64_t)part * 100 / whole));
    return cs_buf_take(&status->job->arena, &text);
}

static void add_counts(const struct status *status, enum cs_row_kind kind, cs_text title, uint32_t first, uint32_t end)
{
    uint32_t counts[CS_STATES], column = 0;
    struct cs_row *row = cs_sheet_add_row(status->job, status->sheet, kind, status->sheet->column_count);
    cs_answers_count(status->answers, first, end, counts);
    row->cells[column++].text = title;
    row->cells[column++].text = cs_text_of_number(&status->job->arena, end - first);
    for (uint32_t i = 0; i < status->state_count; i++) {
        row->cells[column].tone = counts[status->states[i]] ? cs_state_tone(status->states[i]) : CS_TONE_MUTED;
        row->cells[column++].text = number(status->job, counts[status->states[i]]);
    }
    row->cells[column].tone = counts[CS_STATE_NONE] ? CS_TONE_NONE : CS_TONE_PLAIN;
    row->cells[column++].text = number(status->job, counts[CS_STATE_NONE]);
    row->cells[column++].text = rate(status, counts, first, end);
}

/* The states with a column: the catalog's marks, and all others that occur. */
static void choose_states(struct status *status)
{
    const struct cs_catalog *catalog = status->answers->catalog;
    uint32_t counts[CS_STATES];
    cs_answers_count(status->answers, 0, catalog->item_count, counts);
    for (uint32_t i = 0; i < catalog->item_count && !status->by_marks; i++)
        status->by_marks = catalog->items[i].kind == CS_KIND_MARK;
    status->by_marks = status->by_marks && counts[CS_STATE_FREE_TEXT] == 0;
    for (int state = CS_STATE_OK; state < CS_STATES; state++)
        if (counts[state] || (status->by_marks && cs_catalog_mark(catalog, (enum cs_state)state)))
            status->states[status->state_count++] = (enum cs_state)state;
}

/* The column headings: words, since marks differ in width between terminals, and short ones. */
static cs_text head_of(enum cs_state state, enum cs_language language)
{
    static const cs_text short_heads[CS_STATES] = {
        [CS_STATE_OK] = CS_LITERAL("対応"), [CS_STATE_PART] = CS_LITERAL("一部")};
    return language == CS_JA && short_heads[state].size ? short_heads[state] : cs_state_label(state, language);
}

static void name_column(struct cs_column *column, cs_text name, cs_text title)
{
    column->name = name;
    column->title = title;
}

static void add_status_columns(const struct status *status)
{
    enum cs_language language = status->sheet->language;
    struct cs_sheet *sheet = status->sheet;
    enum cs_role roles[CS_STATES + 4] = {CS_ROLE_SECTION};
    uint32_t count = status->state_count + 4, column = 1;
    for (uint32_t i = 1; i < count; i++)
        roles[i] = CS_ROLE_FIGURE;
    cs_sheet_set_columns(status->job, sheet, roles, count);
    name_column(&sheet->columns[column++], CS_TEXT("questions"), cs_word(CS_WORD_QUESTIONS_HEAD, language));
    for (uint32_t i = 0; i < status->state_count; i++)
        name_column(&sheet->columns[column++], cs_state_word(status->states[i]), head_of(status->states[i], language));
    name_column(&sheet->columns[column++], CS_TEXT("unanswered"), cs_word(CS_WORD_UNANSWERED, language));
    name_column(&sheet->columns[column++], status->by_marks ? CS_TEXT("met") : CS_TEXT("answered"),
                cs_word(status->by_marks ? CS_WORD_RATE_OK : CS_WORD_RATE_ANSWERED, language));
    cs_sheet_add_header(status->job, sheet);
}

/* Adds a row for each chapter: a section of depth 0, or the items before the first one. */
static void add_chapters(const struct status *status)
{
    const struct cs_catalog *catalog = status->answers->catalog;
    enum cs_language language = status->sheet->language;
    uint32_t first = catalog->section_count ? catalog->sections[0].first_item : catalog->item_count;
    if (first)
        add_counts(status, CS_ROW_ITEM, cs_word(CS_WORD_NO_SECTION, language), 0, first);
    for (uint32_t i = 0; i < catalog->section_count; i++) {
        uint32_t next = i + 1;
        if (catalog->sections[i].depth > 0)
            continue;
        while (next < catalog->section_count && catalog->sections[next].depth > 0)
            next++;
        uint32_t end = next < catalog->section_count ? catalog->sections[next].first_item : catalog->item_count;
        add_counts(status, CS_ROW_ITEM, cs_words_in(&catalog->sections[i].title, language),
                   catalog->sections[i].first_item, end);
    }
    add_counts(status, CS_ROW_TOTAL, cs_word(CS_WORD_TOTAL, language), 0, catalog->item_count);
}

/* Answered 13/14 [#####################################---], the bar for a terminal only. */
static void add_bar(const struct status *status, bool is_drawn)
{
    enum { WIDTH = 40 };
    uint32_t all = status->answers->catalog->item_count, done = status->answers->answered;
    uint32_t filled = all ? (uint32_t)((uint64_t)done * WIDTH / all) : 0;
    struct cs_buf bar = {0};
    cs_buf_print(&bar, "%u/%u", (unsigned)done, (unsigned)all);
    cs_buf_add(&bar, is_drawn ? CS_TEXT(" [") : (cs_text){0});
    cs_buf_add_repeat(&bar, '#', is_drawn ? filled : 0);
    cs_buf_add_repeat(&bar, '-', is_drawn ? WIDTH - filled : 0);
    cs_buf_add(&bar, is_drawn ? CS_TEXT("]") : (cs_text){0});
    cs_sheet_add_fact(status->job, status->sheet, cs_word(CS_WORD_ANSWERED, status->sheet->language),
                      cs_buf_take(&status->job->arena, &bar));
}

static bool is_open(const struct cs_answers *answers, uint32_t item)
{
    return answers->by_item[item].state == CS_STATE_NONE && cs_answers_ask(answers, &answers->catalog->items[item]);
}

static bool is_stale(const struct cs_answer *answer, const struct cs_status_options *options)
{
    if (options->today.year == 0 || options->max_age == 0 || answer->reviewed.year == 0)
        return false;
    return cs_date_days(options->today) - cs_date_days(answer->reviewed) > (int32_t)options->max_age;
}

/* Adds the numbers of open questions, and how to show the first one. */
static void add_open(const struct status *status, const struct cs_status_options *options)
{
    const struct cs_catalog *catalog = status->answers->catalog;
    enum cs_language language = status->sheet->language;
    struct cs_buf numbers = {0}, next = {0};
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (!is_open(status->answers, i))
            continue;
        if (numbers.size == 0) {
            cs_buf_add(&next, options->show);
            cs_buf_add_byte(&next, ' ');
            cs_buf_add(&next, cs_catalog_item_name(status->job, catalog, &catalog->items[i]));
            cs_buf_add(&next, CS_TEXT(" -p "));
            cs_buf_add_name(&next, options->word);
        }
        uint32_t last = i;
        while (last + 1 < catalog->item_count && is_open(status->answers, last + 1) &&
               cs_catalog_is_same_chapter(catalog, i, last + 1))
            last++;
        cs_buf_separate(&numbers, CS_TEXT(" "));
        cs_catalog_add_numbers(&numbers, catalog, i, last);
        i = last;
    }
    cs_sheet_add_fact(status->job, status->sheet, cs_word(CS_WORD_UNANSWERED, language),
                      cs_buf_take(&status->job->arena, &numbers));
    cs_sheet_add_fact(status->job, status->sheet, cs_word(CS_WORD_NEXT, language),
                      cs_buf_take(&status->job->arena, &next));
}

/* 1-3 (2024-08-20) */
static void add_stale(const struct status *status, const struct cs_status_options *options)
{
    const struct cs_catalog *catalog = status->answers->catalog;
    struct cs_buf numbers = {0};
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_answer *answer = &status->answers->by_item[i];
        if (!is_stale(answer, options))
            continue;
        cs_buf_separate(&numbers, CS_TEXT(", "));
        cs_buf_add(&numbers, catalog->items[i].id);
        cs_buf_add(&numbers, CS_TEXT(" ("));
        cs_buf_add(&numbers, cs_date_text(status->job, answer->reviewed));
        cs_buf_add(&numbers, CS_TEXT(")"));
    }
    cs_sheet_add_fact(status->job, status->sheet, cs_word(CS_WORD_STALE, status->sheet->language),
                      cs_buf_take(&status->job->arena, &numbers));
}

/* company.yaml 40, service.yaml 31: the number of answers by file; empty if there is only one. */
static cs_text origins(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers)
{
    struct cs_buf text = {0};
    for (const struct cs_profile *from = profile; from && profile->extends; from = from->extends) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < answers->catalog->item_count; i++)
            count += answers->by_item[i].key.source == from->source && answers->by_item[i].state != CS_STATE_NONE;
        cs_buf_separate(&text, CS_TEXT(", "));
        cs_buf_add_name(&text, from->source->path);
        cs_buf_print(&text, " %u", (unsigned)count);
    }
    return cs_buf_take(&job->arena, &text);
}

/* A sheet titled with who answered which catalog: Example Cloud (acme.yaml)  METI 2025. */
static struct cs_sheet *new_sheet(struct cs_job *job, const struct cs_profile *profile,
                                  const struct cs_answers *answers)
{
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    struct cs_buf title = {0};
    cs_text name = profile->service.size ? profile->service : profile->vendor;
    cs_buf_add(&title, name);
    cs_buf_add(&title, name.size ? CS_TEXT(" (") : (cs_text){0});
    cs_buf_add_name(&title, profile->source->path);
    cs_buf_add(&title, name.size ? CS_TEXT(")  ") : CS_TEXT("  "));
    cs_buf_add(&title, answers->catalog->id);
    cs_buf_add(&title, CS_TEXT(" "));
    cs_buf_add(&title, cs_catalog_edition(job, answers->catalog, sheet->language));
    sheet->title = cs_buf_take(&job->arena, &title);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = sheet->title;
    return sheet;
}

struct cs_sheet *cs_compose_status(struct cs_job *job, const struct cs_profile *profile,
                                   const struct cs_answers *answers, const struct cs_status_options *options)
{
    struct status status = {.job = job, .answers = answers, .sheet = new_sheet(job, profile, answers)};
    enum cs_language language = status.sheet->language;
    choose_states(&status);
    add_status_columns(&status);
    add_chapters(&status);
    add_bar(&status, options->draws);
    add_stale(&status, options);
    add_open(&status, options);
    cs_sheet_add_fact(job, status.sheet, cs_word(CS_WORD_TAKEN_FROM, language), origins(job, profile, answers));
    cs_sheet_add_fact(job, status.sheet, cs_word(CS_WORD_VARIANT, language),
                      cs_variant_text(job, answers->catalog, language));
    return status.sheet;
}

/* A table of some questions: their numbers, a column about them, their texts. */
static struct cs_sheet *new_questions(struct cs_job *job, const enum cs_role *roles, uint32_t count)
{
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    cs_sheet_set_columns(job, sheet, roles, count);
    cs_sheet_add_header(job, sheet);
    return sheet;
}

struct cs_sheet *cs_compose_missing(struct cs_job *job, const struct cs_answers *answers)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_FLAG, CS_ROLE_QUESTION};
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = new_questions(job, roles, 3);
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        const struct cs_item *item = &answers->catalog->items[i];
        if (!is_open(answers, i))
            continue;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 3);
        row->key = row->cells[0].text = item->id;
        row->cells[1].text = cs_flag_text(item->flag, language);
        row->cells[2].text = cs_words_in(item->ask, language);
    }
    return sheet;
}

struct cs_sheet *cs_compose_stale(struct cs_job *job, const struct cs_answers *answers,
                                  const struct cs_status_options *options)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_REVIEWED, CS_ROLE_OWNER, CS_ROLE_QUESTION};
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = new_questions(job, roles, 4);
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        const struct cs_answer *answer = &answers->by_item[i];
        if (!is_stale(answer, options))
            continue;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 4);
        row->key = row->cells[0].text = answers->catalog->items[i].id;
        row->state = answer->state;
        row->cells[1].text = cs_date_text(job, answer->reviewed);
        row->cells[2].text = answer->owner;
        row->cells[3].text = cs_words_in(answers->catalog->items[i].ask, language);
    }
    return sheet;
}
