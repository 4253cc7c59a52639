/* The small sheets: how the answers stand (status), the questions of a catalog (list), one question (show). They are
 * sheets like any other, so every emitter can write them. */
#include "checksheet/compose.h"
#include "base/job.h"
#include "wording/wording.h"
#include "checksheet/steer.h"

static struct cs_sheet *new_sheet(struct cs_job *job, cs_text title)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    sheet->language = cs_job_language(job);
    sheet->title = title;
    if (title.size)
        cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = title;
    return sheet;
}

static void add_note(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text)
{
    if (text.size == 0)
        return;
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_NOTE, 2);
    row->cells[0].text = label;
    row->cells[1].text = text;
}

static void add_header(struct cs_job *job, struct cs_sheet *sheet)
{
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_HEADER, sheet->column_count);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        row->cells[i].text = sheet->columns[i].title;
}

/* --- status ----------------------------------------------------------------------------------------------------- */

struct status {
    struct cs_job *job;
    const struct cs_answers *answers;
    struct cs_sheet *sheet;
    enum cs_state states[CS_STATES]; /* a column each */
    uint32_t state_count;
    bool by_marks; /* the rate is of what is met; else of what is answered */
};

static cs_text number(struct cs_job *job, uint32_t value, bool dash_for_none)
{
    struct cs_buf text = {0};
    if (value == 0 && dash_for_none)
        return CS_TEXT("-");
    cs_buf_print(&text, "%u", (unsigned)value);
    return cs_buf_take(&job->arena, &text);
}

/* Items answered in the good state, of those that apply and have one: × counts where × is good, and what is neither
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

/* Met of those that apply, or answered of all; in whole percent, never rounded up to 100. */
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
    row->cells[column++].text = number(status->job, end - first, false);
    for (uint32_t i = 0; i < status->state_count; i++) {
        row->cells[column].tone = counts[status->states[i]] ? cs_state_tone(status->states[i]) : CS_TONE_MUTED;
        row->cells[column++].text = number(status->job, counts[status->states[i]], true);
    }
    row->cells[column].tone = counts[CS_STATE_NONE] ? CS_TONE_NONE : CS_TONE_PLAIN;
    row->cells[column++].text = number(status->job, counts[CS_STATE_NONE], true);
    row->cells[column++].text = rate(status, counts, first, end);
}

/* The states that have a column: the catalog's marks, and whatever else was answered. */
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

/* The heads of the columns: words, since the width of marks is not the same on every terminal, and short ones. */
static cs_text head_of(enum cs_state state, enum cs_language language)
{
    static const cs_text short_heads[CS_STATES] = {
        [CS_STATE_OK] = CS_LITERAL("対応"), [CS_STATE_PART] = CS_LITERAL("一部")};
    return language == CS_JA && short_heads[state].size ? short_heads[state] : cs_state_label(state, language);
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
    sheet->columns[column++].title = cs_word(CS_WORD_QUESTIONS_HEAD, language);
    for (uint32_t i = 0; i < status->state_count; i++)
        sheet->columns[column++].title = head_of(status->states[i], language);
    sheet->columns[column++].title = cs_word(CS_WORD_UNANSWERED, language);
    sheet->columns[column++].title = cs_word(status->by_marks ? CS_WORD_RATE_OK : CS_WORD_RATE_ANSWERED, language);
    add_header(status->job, sheet);
}

/* A row a chapter: the sections of depth 0, and the items before the first of them. */
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

/* Answered 13/14 [#####################################---] */
static void add_bar(const struct status *status)
{
    enum { WIDTH = 40 };
    uint32_t all = status->answers->catalog->item_count, done = status->answers->answered;
    uint32_t filled = all ? (uint32_t)((uint64_t)done * WIDTH / all) : 0;
    struct cs_buf bar = {0};
    cs_buf_print(&bar, "%u/%u [", (unsigned)done, (unsigned)all);
    cs_buf_add_repeat(&bar, '#', filled);
    cs_buf_add_repeat(&bar, '-', WIDTH - filled);
    cs_buf_add_byte(&bar, ']');
    add_note(status->job, status->sheet, cs_word(CS_WORD_ANSWERED, status->sheet->language),
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

/* The open numbers, and how to see the first of them. */
static void add_open(const struct status *status, cs_text path)
{
    const struct cs_catalog *catalog = status->answers->catalog;
    enum cs_language language = status->sheet->language;
    struct cs_buf numbers = {0}, next = {0};
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (!is_open(status->answers, i))
            continue;
        if (numbers.size == 0) {
            cs_buf_add(&next, CS_TEXT("checksheet show "));
            cs_buf_add(&next, cs_catalog_item_name(status->job, catalog, &catalog->items[i]));
            cs_buf_add(&next, CS_TEXT(" -p "));
            cs_buf_add_name(&next, path);
        }
        uint32_t last = i;
        while (last + 1 < catalog->item_count && is_open(status->answers, last + 1) &&
               cs_catalog_is_same_chapter(catalog, i, last + 1))
            last++;
        cs_buf_add(&numbers, numbers.size ? CS_TEXT(" ") : (cs_text){0});
        cs_catalog_add_numbers(&numbers, catalog, i, last);
        i = last;
    }
    add_note(status->job, status->sheet, cs_word(CS_WORD_UNANSWERED, language),
             cs_buf_take(&status->job->arena, &numbers));
    add_note(status->job, status->sheet, cs_word(CS_WORD_NEXT, language), cs_buf_take(&status->job->arena, &next));
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
        cs_buf_add(&numbers, numbers.size ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add(&numbers, catalog->items[i].id);
        cs_buf_add(&numbers, CS_TEXT(" ("));
        cs_buf_add(&numbers, cs_date_text(status->job, answer->reviewed));
        cs_buf_add(&numbers, CS_TEXT(")"));
    }
    add_note(status->job, status->sheet, cs_word(CS_WORD_STALE, status->sheet->language),
             cs_buf_take(&status->job->arena, &numbers));
}

/* company.yaml 40, service.yaml 31: which file how many of the answers come from; nothing when it is only one. */
static cs_text origins(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers)
{
    struct cs_buf text = {0};
    for (const struct cs_profile *from = profile; from && profile->extends; from = from->extends) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < answers->catalog->item_count; i++)
            count += answers->by_item[i].key.source == from->source && answers->by_item[i].state != CS_STATE_NONE;
        cs_buf_add(&text, text.size ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add_name(&text, from->source->path);
        cs_buf_print(&text, " %u", (unsigned)count);
    }
    return cs_buf_take(&job->arena, &text);
}

struct cs_sheet *cs_compose_status(struct cs_job *job, const struct cs_profile *profile,
                                   const struct cs_answers *answers, const struct cs_status_options *options)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf title = {0};
    cs_text name = profile->service.size ? profile->service : profile->vendor;
    cs_buf_add(&title, name);
    cs_buf_add(&title, name.size ? CS_TEXT(" (") : (cs_text){0});
    cs_buf_add_name(&title, profile->source->path);
    cs_buf_add(&title, name.size ? CS_TEXT(")  ") : CS_TEXT("  "));
    cs_buf_add(&title, answers->catalog->id);
    cs_buf_add(&title, CS_TEXT(" "));
    cs_buf_add(&title, cs_catalog_edition(job, answers->catalog, language));
    struct status status = {.job = job, .answers = answers, .sheet = new_sheet(job, cs_buf_take(&job->arena, &title))};
    choose_states(&status);
    add_status_columns(&status);
    add_chapters(&status);
    add_bar(&status);
    add_stale(&status, options);
    add_open(&status, profile->source->path);
    add_note(job, status.sheet, cs_word(CS_WORD_TAKEN_FROM, language), origins(job, profile, answers));
    add_note(job, status.sheet, cs_word(CS_WORD_VARIANT, language), cs_variant_text(job, answers->catalog, language));
    return status.sheet;
}

/* A table of some questions: their numbers, what is said of them, their texts. */
static struct cs_sheet *new_questions(struct cs_job *job, const enum cs_role *roles, uint32_t count)
{
    struct cs_sheet *sheet = new_sheet(job, (cs_text){0});
    cs_sheet_set_columns(job, sheet, roles, count);
    add_header(job, sheet);
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

/* --- list ------------------------------------------------------------------------------------------------------- */

struct cs_sheet *cs_compose_list(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answers *answers)
{
    enum cs_language language = cs_job_language(job);
    if (answers)
        catalog = answers->catalog; /* as the vendor's sheet has it */
    struct cs_sheet *sheet = new_sheet(job, (cs_text){0});
    enum cs_role roles[3] = {CS_ROLE_NUMBER};
    uint32_t count = 1, section = 0;
    if (answers)
        roles[count++] = CS_ROLE_ANSWER;
    roles[count++] = CS_ROLE_QUESTION;
    cs_sheet_set_columns(job, sheet, roles, count);
    add_header(job, sheet);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_item *item = &catalog->items[i];
        for (; section < catalog->section_count && catalog->sections[section].first_item <= i; section++) {
            struct cs_row *heading = cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1);
            heading->depth = catalog->sections[section].depth;
            heading->cells[0].text = cs_words_in(&catalog->sections[section].title, language);
        }
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, count);
        row->key = row->cells[0].text = item->id;
        row->cells[count - 1].text = cs_words_in(item->ask, language);
        if (answers) {
            enum cs_state state = answers->by_item[i].state;
            cs_text sign = cs_answer_sign(catalog, item, state, language);
            row->state = state;
            row->cells[1].text = sign.size || state == CS_STATE_NONE ? sign : cs_state_label(state, language);
            row->cells[1].tone = cs_answer_tone(item, state);
        }
    }
    add_note(job, sheet, cs_word(CS_WORD_VARIANT, language), cs_variant_text(job, catalog, language));
    return sheet;
}

/* The languages that every question is asked in: ja en. */
static cs_text languages_of(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf text = {0};
    for (int language = 0; language < CS_LANGUAGES; language++) {
        uint32_t asked = 0;
        for (uint32_t i = 0; i < catalog->item_count; i++)
            asked += catalog->items[i].ask && catalog->items[i].ask->in[language].size > 0;
        if (asked < catalog->item_count)
            continue;
        cs_buf_add(&text, text.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&text, cs_language_code((enum cs_language)language));
    }
    return cs_buf_take(&job->arena, &text);
}

/* The title; with levels, also how many questions there are up to each. */
static cs_text title_of(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_words_in(&catalog->title, cs_job_language(job)));
    for (uint32_t rank = 1; rank <= catalog->level_count; rank++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < catalog->item_count; i++)
            count += catalog->items[i].rank <= rank;
        cs_buf_add(&text, rank == 1 ? CS_TEXT(" (") : CS_TEXT(", "));
        cs_buf_add(&text, catalog->levels[rank - 1].name);
        cs_buf_print(&text, ": %u", (unsigned)count);
    }
    cs_buf_add(&text, catalog->level_count ? CS_TEXT(")") : (cs_text){0});
    return cs_buf_take(&job->arena, &text);
}

static cs_text publisher_of(struct cs_job *job, const struct cs_catalog *catalog)
{
    return cs_words_in(&catalog->publisher, cs_job_language(job));
}

/* The columns of the table; the last only where it is not grouped. */
static const struct {
    enum cs_role role;
    enum cs_word title;
} catalog_columns[] = {{CS_ROLE_NUMBER, CS_WORD_ID},        {CS_ROLE_SECTION, CS_WORD_EDITION},
                       {CS_ROLE_FIGURE, CS_WORD_COUNT},     {CS_ROLE_OTHER, CS_WORD_LANGUAGES},
                       {CS_ROLE_REF, CS_WORD_CATALOG_COPY}, {CS_ROLE_NAME, CS_WORD_TITLE},
                       {CS_ROLE_GROUP, CS_WORD_PUBLISHER}};
enum { CATALOG_COLUMNS = sizeof catalog_columns / sizeof *catalog_columns };

static void add_catalog(struct cs_job *job, struct cs_sheet *sheet, const struct cs_catalog_entry *entry)
{
    const struct cs_catalog *catalog = entry->catalog;
    const cs_text texts[] = {catalog->id,
                             cs_words_in(&catalog->edition, cs_job_language(job)),
                             number(job, catalog->item_count, false),
                             languages_of(job, catalog),
                             entry->where,
                             title_of(job, catalog),
                             publisher_of(job, catalog)};
    _Static_assert(sizeof texts / sizeof *texts == CATALOG_COLUMNS, "a text for each column");
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, sheet->column_count);
    row->key = catalog->id;
    for (uint32_t i = 0; i < sheet->column_count; i++)
        row->cells[i].text = texts[i];
}

/* The catalogs of one publisher under its name, in the order in which publishers come first. */
static void add_by_publisher(struct cs_job *job, struct cs_sheet *sheet, const struct cs_catalog_entry *entries,
                             uint32_t count)
{
    bool *done = cs_alloc_array(&job->arena, count, sizeof *done);
    for (uint32_t first = 0; first < count; first++) {
        cs_text publisher = publisher_of(job, entries[first].catalog);
        if (done[first])
            continue;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1);
        row->cells[0].text = publisher.size ? publisher : cs_word(CS_WORD_NO_PUBLISHER, cs_job_language(job));
        for (uint32_t i = first; i < count; i++) {
            if (done[i] || !cs_text_equal(publisher_of(job, entries[i].catalog), publisher))
                continue;
            add_catalog(job, sheet, &entries[i]);
            done[i] = true;
        }
    }
}

struct cs_sheet *cs_compose_catalogs(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count,
                                     bool grouped)
{
    enum cs_role roles[CATALOG_COLUMNS];
    struct cs_sheet *sheet = new_sheet(job, (cs_text){0});
    for (int i = 0; i < CATALOG_COLUMNS; i++)
        roles[i] = catalog_columns[i].role;
    cs_sheet_set_columns(job, sheet, roles, grouped ? CATALOG_COLUMNS - 1 : CATALOG_COLUMNS);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        sheet->columns[i].title = cs_word(catalog_columns[i].title, cs_job_language(job));
    add_header(job, sheet);
    if (grouped)
        add_by_publisher(job, sheet, entries, count);
    for (uint32_t i = 0; i < count && !grouped; i++)
        add_catalog(job, sheet, &entries[i]);
    return sheet;
}

/* --- show ------------------------------------------------------------------------------------------------------- */

/* METI 6-8  6 データの保護 (2025年版) */
static cs_text show_title(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
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

/* What the answer may be: the signs, the kind and its units, the choices. */
static cs_text show_kind(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
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

/* What must be said besides, and the ways of which one must be named. */
static cs_text show_demand(struct cs_job *job, const struct cs_demand *demand)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_words_in(demand->ask, language));
    add_choices(&text, demand->choices, demand->choice_count, language);
    return cs_buf_take(&job->arena, &text);
}

struct cs_sheet *cs_compose_items(struct cs_job *job, const struct cs_catalog *catalog, const uint32_t *items,
                                  uint32_t count, const struct cs_answers *answers)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER,   CS_ROLE_SECTION,  CS_ROLE_QUESTION, CS_ROLE_ANSWER,
                                         CS_ROLE_EVIDENCE, CS_ROLE_REVIEWED, CS_ROLE_OWNER};
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = new_sheet(job, (cs_text){0});
    sheet->catalog_id = catalog->id;
    cs_sheet_set_columns(job, sheet, roles, answers ? 7 : 3);
    add_header(job, sheet);
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

static void show_answer(struct cs_job *job, struct cs_sheet *sheet, const struct cs_answers *answers,
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
    add_note(job, sheet, cs_word(CS_WORD_YOUR_ANSWER, language), cs_buf_take(&job->arena, &place));
    cs_text words = cs_answer_in_full(job, answers->catalog, item, answer, language);
    add_note(job, sheet, cs_state_label(answer->state, language), words.size ? words : CS_TEXT("-"));
    if (answer->audience != CS_PUBLIC)
        add_note(job, sheet, CS_TEXT("audience"), cs_audience_word(answer->audience));
    add_note(job, sheet, cs_audience_word(CS_NDA), cs_words_in(answer->for_nda, language));
    add_note(job, sheet, cs_audience_word(CS_INTERNAL), cs_words_in(answer->for_insiders, language));
    cs_evidence_text(job, answer, language, &evidence);
    add_note(job, sheet, cs_word(CS_WORD_EVIDENCE, language), evidence.text);
    add_note(job, sheet, cs_word(CS_WORD_REVIEWED, language), cs_date_text(job, answer->reviewed));
    add_note(job, sheet, cs_word(CS_WORD_OWNER, language), answer->owner);
}

/* No. (2013): A.12.3.1 */
static void show_former(struct cs_job *job, struct cs_sheet *sheet, const struct cs_former *former)
{
    struct cs_buf label = {0};
    cs_buf_add(&label, cs_role_title(CS_ROLE_NUMBER, cs_job_language(job)));
    cs_buf_add(&label, CS_TEXT(" ("));
    cs_buf_add(&label, former->edition);
    cs_buf_add(&label, CS_TEXT(")"));
    add_note(job, sheet, cs_buf_take(&job->arena, &label),
             cs_texts_join(job, former->numbers, former->count, CS_TEXT(", ")));
}

struct cs_sheet *cs_compose_show(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answers *answers)
{
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = new_sheet(job, show_title(job, catalog, item));
    add_note(job, sheet, (cs_text){0}, cs_words_in(item->name, language));
    add_note(job, sheet, (cs_text){0}, cs_words_in(item->ask, language));
    add_note(job, sheet, cs_word(CS_WORD_GUIDE, language), cs_words_in(item->guide, language));
    add_note(job, sheet, cs_word(CS_WORD_KIND, language), show_kind(job, catalog, item));
    for (uint32_t i = 0; i < item->demand_count; i++)
        add_note(job, sheet, cs_word(CS_WORD_MUST_SAY, language), show_demand(job, &item->demands[i]));
    add_note(job, sheet, cs_role_title(CS_ROLE_LEVEL, language), item->level);
    add_note(job, sheet, cs_role_title(CS_ROLE_FLAG, language), cs_flag_text(item->flag, language));
    add_note(job, sheet, cs_word(CS_WORD_REFERENCE, language),
             cs_texts_join(job, item->refs, item->ref_count, CS_TEXT(", ")));
    for (uint32_t i = 0; i < item->former_count; i++)
        show_former(job, sheet, &item->formers[i]);
    add_note(job, sheet, cs_word(CS_WORD_SAME, language),
             cs_texts_join(job, item->sames, item->same_count, CS_TEXT(", ")));
    if (answers)
        show_answer(job, sheet, answers, item);
    return sheet;
}
