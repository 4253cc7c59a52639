/* Lists: the questions of a catalog, and the available catalogs. */
#include "base/job.h"
#include "derive/derive.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

struct cs_sheet *cs_compose_list(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answers *answers)
{
    enum cs_language language = cs_job_language(job);
    if (answers)
        catalog = answers->catalog; /* as in the vendor's sheet */
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    enum cs_role roles[3] = {CS_ROLE_NUMBER};
    uint32_t count = 1, section = 0;
    if (answers)
        roles[count++] = CS_ROLE_ANSWER;
    roles[count++] = CS_ROLE_QUESTION;
    cs_sheet_set_columns(job, sheet, roles, count);
    cs_sheet_add_header(job, sheet);
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
    cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_VARIANT, language), cs_variant_text(job, catalog, language));
    return sheet;
}

/* The languages that every question has: ja en. */
static cs_text languages_of(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf text = {0};
    for (int language = 0; language < CS_LANGUAGES; language++) {
        uint32_t asked = 0;
        for (uint32_t i = 0; i < catalog->item_count; i++)
            asked += catalog->items[i].ask && catalog->items[i].ask->in[language].size > 0;
        if (asked < catalog->item_count)
            continue;
        cs_buf_separate(&text, CS_TEXT(" "));
        cs_buf_add(&text, cs_language_code((enum cs_language)language));
    }
    return cs_buf_take(&job->arena, &text);
}

/* The title; with levels, also the number of questions up to each. */
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

/* The columns of the table. */
enum column { ID, EDITION, COUNT, LANGUAGES, COPY, TITLE, PUBLISHER, CATALOG_COLUMNS };
static const struct {
    enum cs_role role;
    cs_word_id title;
} catalog_columns[] = {[ID] = {CS_ROLE_NUMBER, CS_WORD_ID},
                       [EDITION] = {CS_ROLE_SECTION, CS_WORD_EDITION},
                       [COUNT] = {CS_ROLE_FIGURE, CS_WORD_COUNT},
                       [LANGUAGES] = {CS_ROLE_OTHER, CS_WORD_LANGUAGES},
                       [COPY] = {CS_ROLE_REF, CS_WORD_CATALOG_COPY},
                       [TITLE] = {CS_ROLE_NAME, CS_WORD_TITLE},
                       [PUBLISHER] = {CS_ROLE_GROUP, CS_WORD_PUBLISHER}};

/* The columns that are shown. */
struct chosen {
    enum column at[CATALOG_COLUMNS];
    uint32_t count;
};

static cs_text text_of(struct cs_job *job, const struct cs_catalog_entry *entry, enum column column)
{
    const struct cs_catalog *catalog = entry->catalog;
    switch (column) {
    case ID:
        return catalog->id;
    case EDITION:
        return cs_words_in(&catalog->edition, cs_job_language(job));
    case COUNT:
        return cs_text_of_number(&job->arena, catalog->item_count);
    case LANGUAGES:
        return languages_of(job, catalog);
    case COPY:
        return entry->where;
    case TITLE:
        return title_of(job, catalog);
    case PUBLISHER:
        return publisher_of(job, catalog);
    case CATALOG_COLUMNS:
        break;
    }
    return (cs_text){0};
}

/* True if a column would say the same of every one of several catalogs. */
static bool says_nothing(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count, enum column column)
{
    for (uint32_t i = 1; i < count; i++)
        if (!cs_text_equal(text_of(job, &entries[i], column), text_of(job, &entries[0], column)))
            return false;
    return count > 1;
}

/* All columns; for people neither the publisher, which is a heading, nor what tells no catalog from another. */
static struct chosen choose(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count, bool grouped)
{
    struct chosen chosen = {.count = 0};
    for (enum column column = ID; column < CATALOG_COLUMNS; column++) {
        bool may_go = column == LANGUAGES || column == COPY;
        if (grouped && (column == PUBLISHER || (may_go && says_nothing(job, entries, count, column))))
            continue;
        chosen.at[chosen.count++] = column;
    }
    return chosen;
}

static void add_catalog(struct cs_job *job, struct cs_sheet *sheet, const struct chosen *chosen,
                        const struct cs_catalog_entry *entry)
{
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, sheet->column_count);
    row->key = entry->catalog->id;
    for (uint32_t i = 0; i < chosen->count; i++)
        row->cells[i].text = text_of(job, entry, chosen->at[i]);
}

/* Adds the catalogs by publisher, in the order in which publishers first occur. */
static void add_by_publisher(struct cs_job *job, struct cs_sheet *sheet, const struct chosen *chosen,
                             const struct cs_catalog_entry *entries, uint32_t count)
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
            add_catalog(job, sheet, chosen, &entries[i]);
            done[i] = true;
        }
    }
}

/* The command that lists the questions of a catalog: of the usual one, if it is there. */
static cs_text next_of(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count)
{
    struct cs_buf text = {0};
    cs_text id = entries[0].catalog->id;
    for (uint32_t i = 0; i < count; i++)
        if (cs_text_equal(entries[i].catalog->id, CS_TEXT("METI")))
            id = entries[i].catalog->id;
    cs_buf_add_program(&text, job);
    cs_buf_add(&text, CS_TEXT(" list "));
    cs_buf_add(&text, id);
    return cs_buf_take(&job->arena, &text);
}

struct cs_sheet *cs_compose_catalogs(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count,
                                     bool grouped)
{
    enum cs_role roles[CATALOG_COLUMNS];
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    struct chosen chosen = choose(job, entries, count, grouped);
    for (uint32_t i = 0; i < chosen.count; i++)
        roles[i] = catalog_columns[chosen.at[i]].role;
    cs_sheet_set_columns(job, sheet, roles, chosen.count);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        sheet->columns[i].title = cs_word(catalog_columns[chosen.at[i]].title, cs_job_language(job));
    cs_sheet_add_header(job, sheet);
    if (grouped)
        add_by_publisher(job, sheet, &chosen, entries, count);
    for (uint32_t i = 0; i < count && !grouped; i++)
        add_catalog(job, sheet, &chosen, &entries[i]);
    if (grouped && count)
        cs_sheet_add_fact(job, sheet, cs_word(CS_WORD_NEXT, cs_job_language(job)), next_of(job, entries, count));
    return sheet;
}
