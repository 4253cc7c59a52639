/* Comparisons of many files: each names its file, and a table gives an overview. */
#include "base/job.h"
#include "derive/changes.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

static cs_text state_text(enum cs_pair_state state, enum cs_language language)
{
    static const cs_word_id words[] = {CS_WORD_UNCHANGED, CS_WORD_CHANGED, CS_WORD_ONLY_OLD, CS_WORD_ONLY_NEW,
                                       CS_WORD_NOT_COMPARED};
    _Static_assert(sizeof words / sizeof *words == CS_PAIR_STATES, "a word for each state");
    return cs_word(words[state], language);
}

static struct cs_sheet *copy_of(struct cs_job *job, const struct cs_sheet *sheet)
{
    struct cs_sheet *copy = cs_alloc(&job->arena, sizeof *copy);
    *copy = *sheet;
    copy->rows = cs_alloc_array(&job->arena, sheet->row_count, sizeof *copy->rows);
    copy->row_room = sheet->row_count;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        copy->rows[i] = sheet->rows[i];
    return copy;
}

struct cs_sheet *cs_diff_named(struct cs_job *job, const struct cs_sheet *shown, cs_text name)
{
    struct cs_sheet *sheet = copy_of(job, shown);
    struct cs_cell *cell = cs_alloc(&job->arena, sizeof *cell);
    *cell = sheet->rows[0].cells[0];
    cell->text = cs_joined(job, name, "  ", cell->text);
    sheet->rows[0].cells = cell;
    return sheet;
}

/* Inserts a cell at the front of a row. */
static void put_before(struct cs_job *job, struct cs_row *row, cs_text text)
{
    struct cs_cell *cells = cs_alloc_array(&job->arena, row->cell_count + 1, sizeof *cells);
    cells[0].text = text;
    for (uint32_t i = 0; i < row->cell_count; i++)
        cells[i + 1] = row->cells[i];
    row->cells = cells;
    row->cell_count++;
    row->past = NULL; /* its runs are indexed by the old cells; the texts contain the same */
}

struct cs_sheet *cs_diff_with_file(struct cs_job *job, const struct cs_sheet *table, cs_text name)
{
    struct cs_sheet *sheet = copy_of(job, table);
    cs_text title = cs_word(CS_WORD_FILE, table->language);
    sheet->columns = cs_alloc_array(&job->arena, table->column_count + 1, sizeof *sheet->columns);
    sheet->columns[0] = (struct cs_column){.role = CS_ROLE_OTHER, .title = title};
    for (uint32_t i = 0; i < table->column_count; i++)
        sheet->columns[i + 1] = table->columns[i];
    sheet->column_count++;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_HEADER || sheet->rows[i].kind == CS_ROW_ITEM)
            put_before(job, &sheet->rows[i], sheet->rows[i].kind == CS_ROW_HEADER ? title : name);
    return sheet;
}

struct cs_sheet *cs_diff_lone(struct cs_job *job, const struct cs_file_pair *pair, enum cs_language language)
{
    struct cs_changes changes = {
        .job = job, .language = language, .sheet = cs_alloc(&job->arena, sizeof *changes.sheet)};
    changes.sheet->language = language;
    cs_changes_set_columns(&changes);
    struct cs_row *row = cs_sheet_add_row(job, changes.sheet, CS_ROW_ITEM, CS_CHANGES_COLUMNS);
    row->cells[CS_CHANGES_KIND].text = state_text(pair->state, language);
    return cs_diff_with_file(job, changes.sheet, pair->name);
}

/* --- the table of files -------------------------------------------------------------------------------------------- */

enum { FILE_NAME, FILE_STATE, FILE_CHANGED, FILE_BETTER, FILE_WORSE, FILE_ADDED, FILE_REMOVED, FILE_COLUMNS };

static void fill_counts(struct cs_job *job, struct cs_row *row, const struct cs_file_pair *pair)
{
    const uint32_t counts[] = {pair->changed, pair->better, pair->worse, pair->added, pair->removed};
    for (int i = FILE_CHANGED; i < FILE_COLUMNS; i++)
        row->cells[i].text = cs_text_of_number(&job->arena, counts[i - FILE_CHANGED]);
    row->cells[FILE_BETTER].tone = pair->better ? CS_TONE_GOOD : CS_TONE_PLAIN;
    row->cells[FILE_WORSE].tone = pair->worse ? CS_TONE_BAD : CS_TONE_PLAIN;
}

/* 12 files: changed 2, no changes 9, only new 1 */
static cs_text pairs_title(struct cs_job *job, const struct cs_file_pair *pairs, size_t count,
                           enum cs_language language)
{
    struct cs_buf title = {0};
    cs_buf_add(&title, cs_word(CS_WORD_FILES, language));
    cs_buf_print(&title, " %zu", count);
    for (int state = 0; state < CS_PAIR_STATES; state++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            found += pairs[i].state == (enum cs_pair_state)state;
        if (!found)
            continue;
        cs_buf_add(&title, CS_TEXT("  "));
        cs_buf_add(&title, state_text((enum cs_pair_state)state, language));
        cs_buf_print(&title, " %zu", found);
    }
    return cs_buf_take(&job->arena, &title);
}

static void add_columns(struct cs_job *job, struct cs_sheet *sheet)
{
    static const enum cs_role roles[FILE_COLUMNS] = {CS_ROLE_OTHER,  CS_ROLE_OTHER,  CS_ROLE_FIGURE, CS_ROLE_FIGURE,
                                                     CS_ROLE_FIGURE, CS_ROLE_FIGURE, CS_ROLE_FIGURE};
    static const cs_word_id titles[FILE_COLUMNS] = {CS_WORD_FILE,   CS_WORD_EVIDENCE_STATE, CS_WORD_CHANGED,
                                                    CS_WORD_BETTER, CS_WORD_WORSE,          CS_WORD_ADDED,
                                                    CS_WORD_REMOVED};
    cs_sheet_set_columns(job, sheet, roles, FILE_COLUMNS);
    for (int i = 0; i < FILE_COLUMNS; i++)
        sheet->columns[i].title = cs_word(titles[i], sheet->language);
    cs_sheet_add_header(job, sheet);
}

struct cs_sheet *cs_diff_pairs(struct cs_job *job, const struct cs_file_pair *pairs, size_t count,
                               enum cs_language language)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    struct cs_row *title;
    bool any = false;
    sheet->language = language;
    title = cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1);
    title->depth = 0;
    title->cells[0].text = pairs_title(job, pairs, count, language);
    for (size_t i = 0; i < count; i++) {
        if (pairs[i].state == CS_PAIR_SAME)
            continue;
        if (!any)
            add_columns(job, sheet);
        any = true;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, FILE_COLUMNS);
        row->cells[FILE_NAME].text = pairs[i].name;
        row->cells[FILE_STATE].text = state_text(pairs[i].state, language);
        if (pairs[i].state == CS_PAIR_CHANGED)
            fill_counts(job, row, &pairs[i]);
    }
    return sheet;
}
