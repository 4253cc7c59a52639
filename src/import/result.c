/* The sheet of an import: see result.h. It receives every line, recognised or not. */
#include "import/result.h"
#include "import/offered.h"
#include "import/own.h"
#include "import/products.h"
#include "import/page/preface.h"
#include "import/tell.h"

struct result {
    struct cs_job *job;
    const struct cs_line_answers *answers;
    const struct cs_asked_lines *asked;
    const struct cs_pages *pages;
    struct cs_imported *imported;
    struct cs_offered offered;
    struct cs_unword unword; /* for the answers of products */
};

/* --- columns ------------------------------------------------------------------------------------------------------ */

static bool is_used(const struct result *result, enum cs_role role)
{
    const struct cs_lines *lines = &result->pages->lines;
    if (role == CS_ROLE_NUMBER || role == CS_ROLE_QUESTION || role == CS_ROLE_REMARK)
        return true;
    if (role == CS_ROLE_ANSWER)
        return result->answers->keeps_answers;
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].cells[role].size)
            return true;
    return false;
}

/* The title of a role's column on the first page that has one. */
static cs_text title_in_file(const struct result *result, enum cs_role role)
{
    for (uint32_t i = 0; i < result->pages->count; i++) {
        const struct cs_page *page = result->pages->at[i];
        if (page->of_role[role] != CS_NO_COLUMN && page->columns[page->of_role[role]].title.size)
            return page->columns[page->of_role[role]].title;
    }
    return (cs_text){0};
}

static void set_columns(struct result *result)
{
    struct cs_sheet *sheet = result->imported->sheet;
    uint32_t others = result->answers->other_count, count = 0;
    enum cs_role *roles = cs_alloc_array(&result->job->arena, CS_ROLES + others, sizeof *roles);
    for (int role = 0; role < CS_ROLE_OTHER; role++)
        if (is_used(result, (enum cs_role)role))
            roles[count++] = (enum cs_role)role;
    for (uint32_t i = 0; i < others; i++)
        roles[count++] = CS_ROLE_OTHER;
    cs_sheet_set_columns(result->job, sheet, roles, count);
    for (uint32_t i = 0; i < count; i++) {
        bool is_other = roles[i] == CS_ROLE_OTHER;
        cs_text title = is_other ? result->answers->others[i - (count - others)] : title_in_file(result, roles[i]);
        if (title.size)
            sheet->columns[i].title = title;
    }
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* The cell of a role; NULL if there is none. */
static const struct cs_grid_cell *cell_of(const struct cs_line *line, enum cs_role role)
{
    uint32_t row = line->rows ? line->rows[role] : line->row;
    return line->columns[role] == CS_NO_COLUMN ? NULL : cs_grid_at(line->page->grid, row, line->columns[role]);
}

static struct cs_span span_of(const struct result *result, const struct cs_line *line)
{
    const struct cs_grid_cell *cell = cell_of(line, CS_ROLE_ANSWER);
    for (int role = 0; role < CS_ROLES && line->columns[CS_ROLE_ANSWER] == CS_NO_COLUMN && !cell; role++)
        cell = cell_of(line, (enum cs_role)role);
    return cell ? cs_grid_span(result->job, result->pages->grid, line->page->grid, cell) : (struct cs_span){0};
}

static cs_text cell_text(const struct result *result, const struct cs_line *line, const struct cs_marked *marked,
                         const struct cs_item *item, enum cs_role role)
{
    if (role == CS_ROLE_ANSWER)
        return marked->answer;
    if (role == CS_ROLE_REMARK)
        return marked->remark;
    if (role == CS_ROLE_QUESTION && line->cells[role].size == 0 && item)
        return cs_words_in(item->ask, result->imported->sheet->language);
    return line->cells[role];
}

static void fill_row(struct result *result, const struct cs_line *line, const struct cs_marked *marked,
                     const struct cs_item *item, struct cs_row *row)
{
    const struct cs_sheet *sheet = result->imported->sheet;
    uint32_t first_other = sheet->column_count - result->answers->other_count;
    for (uint32_t i = 0; i < first_other; i++) {
        enum cs_role role = sheet->columns[i].role;
        const struct cs_grid_cell *cell = cell_of(line, role);
        row->cells[i].text = cell_text(result, line, marked, item, role);
        row->cells[i].link = cell ? cell->link : (cs_text){0};
    }
    for (uint32_t c = 0; line->others && c < line->page->column_count; c++)
        if (line->others[c].size)
            row->cells[first_other + cs_answers_other(result->answers, line->page->columns[c].title)].text =
                line->others[c];
}

static cs_text number_of(const struct cs_line *line)
{
    return line->cells[CS_ROLE_NUMBER].size ? line->cells[CS_ROLE_NUMBER] : line->number.text;
}

static void add_item(struct result *result, uint32_t index, const uint32_t *item_of_line)
{
    struct cs_imported *imported = result->imported;
    const struct cs_line *line = &result->pages->lines.at[index];
    const struct cs_marked *marked = &result->answers->at[index];
    const struct cs_match *match = result->asked->matching.at ? &result->asked->matching.at[index] : NULL;
    const struct cs_item *item = cs_line_item(result->asked, index);
    cs_text key = item ? item->id : result->asked->own ? result->asked->own[index].text : (cs_text){0};
    struct cs_row *row = cs_sheet_add_row(result->job, imported->sheet, CS_ROW_ITEM, imported->sheet->column_count);
    bool twice = match && match->same_as != CS_NO_ITEM;
    row->key = twice ? (cs_text){0} : key;
    row->state = marked->state;
    row->good = item ? item->good : CS_STATE_OK;
    row->flag = item ? item->flag : CS_FLAG_NONE;
    row->span = span_of(result, line);
    fill_row(result, line, marked, item, row);
    if (result->answers->parts[index])
        row->answer = cs_products_answer(&result->unword, line, result->answers->parts[index], item);
    row->translation = line->translation;
    row->remark_translation = line->in_both ? marked->translation : (cs_text){0};
    if (!imported->catalog)
        cs_offered_set(&result->offered, line, row);
    imported->items = cs_grow(&result->job->arena, imported->items, imported->item_count, &imported->item_room,
                              sizeof *imported->items);
    struct cs_import_item *entry = &imported->items[imported->item_count++];
    *entry = (struct cs_import_item){.row = imported->sheet->row_count - 1,
                                     .item = match ? match->item : CS_NO_ITEM,
                                     .by = match ? match->by : CS_NOT_FOUND,
                                     .worksheet = line->page->worksheet,
                                     .page = line->page->index,
                                     .grid_row = line->row,
                                     .answer_row = line->answer_row,
                                     .rows = line->rows,
                                     .same_as = twice ? item_of_line[match->same_as] : CS_NO_ITEM,
                                     .number = number_of(line)};
    imported->found[entry->by]++;
    imported->marks[marked->state]++;
    cs_tell_item(result->job, result->answers, index, entry, key, imported);
}

static void add_section(struct result *result, const struct cs_line *line)
{
    struct cs_row *row = cs_sheet_add_row(result->job, result->imported->sheet, CS_ROW_SECTION, 1);
    row->depth = line->depth;
    row->cells[0].text = line->text;
}

/* --- before and behind the rows ----------------------------------------------------------------------------------- */

/* True if each chapter has a worksheet of its own and the cover has the title: then the text above a chapter is the
 * chapter's title. */
static bool has_title_on_cover(const struct result *result, const struct cs_lines *covers)
{
    const struct cs_pages *pages = result->pages;
    return pages->count && pages->at[0]->is_one_of_many && covers->count && covers->at[0].label.size == 0 &&
           covers->at[0].page->worksheet < pages->at[0]->worksheet && cs_preface_names_sheet(covers->at[0].text);
}

static void take_preface(struct result *result)
{
    struct cs_sheet *sheet = result->imported->sheet;
    const struct cs_lines *lines = &result->pages->lines;
    struct cs_lines covers = cs_pages_covers(result->pages);
    bool on_cover = has_title_on_cover(result, &covers);
    if (on_cover)
        cs_preface_take(result->job, sheet, &covers.at[0], false);
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_NOTE && lines->at[i].row < lines->at[i].page->first)
            cs_preface_take(result->job, sheet, &lines->at[i], false);
    for (uint32_t i = on_cover; i < covers.count; i++) {
        bool is_above = result->pages->grid->format != CS_GRID_MARKDOWN || lines->count == 0 ||
                        covers.at[i].row < lines->at[0].row; /* of a text: rows are counted through it */
        bool may_be_title = i == 0 && is_above && sheet->title.size == 0 && covers.at[i].label.size == 0;
        cs_preface_take(result->job, sheet, &covers.at[i], !may_be_title);
    }
}

/* Adds title and preface, then headings and items, then the notes between and after them. */
static void add_rows(struct result *result)
{
    const struct cs_lines *lines = &result->pages->lines;
    uint32_t *item_of_line = cs_alloc_array(&result->job->arena, lines->count + 1u, sizeof *item_of_line);
    struct cs_sheet *sheet = result->imported->sheet;
    if (!cs_own_take_notes(result->job, result->pages->grid, sheet))
        take_preface(result);
    cs_sheet_add_header(result->job, sheet);
    for (uint32_t i = 0; i < lines->count; i++) {
        if (lines->at[i].kind == CS_LINE_SECTION)
            add_section(result, &lines->at[i]);
        if (lines->at[i].kind == CS_LINE_EXAMPLE)
            cs_tell_example(result->job, &lines->at[i], result->imported);
        if (lines->at[i].kind != CS_LINE_ITEM)
            continue;
        item_of_line[i] = result->imported->item_count;
        add_item(result, i, item_of_line);
    }
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_NOTE && lines->at[i].row >= lines->at[i].page->first)
            cs_preface_take(result->job, sheet, &lines->at[i], false);
}

/* Counts the items of the catalog that no line matched. */
static void count_missing(struct result *result)
{
    struct cs_imported *imported = result->imported;
    if (!imported->catalog)
        return;
    imported->missing = imported->catalog->item_count - result->asked->matching.hits;
    for (uint32_t i = 0; i < imported->item_count; i++)
        imported->missing += imported->items[i].same_as != CS_NO_ITEM; /* matched a second time */
}

/* True if a column holds a mark in the row of some item of the page. */
static bool has_marks(const struct result *result, const struct cs_page *page, uint32_t column)
{
    const struct cs_lines *lines = &result->pages->lines;
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].page == page && lines->at[i].others && cs_is_mark(result->job, lines->at[i].others[column]))
            return true;
    return false;
}

/* Adds remarks about answer columns that were not used (another product, another year, or merely a candidate), and
 * about a question column that was guessed. */
static void tell_page(struct result *result, const struct cs_line *line)
{
    const struct cs_page *page = line->page;
    struct cs_job *job = result->job;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        const struct cs_page_column *column = &page->columns[c];
        bool is_second = column->is_second && !column->product && (column->rank > 1 || has_marks(result, page, c));
        if (is_second && column->role == CS_ROLE_OTHER)
            cs_tell(job, result->imported, CS_COLUMN_SECOND, line, c, column->title, (cs_text){0});
        if (column->is_marked && column->role == CS_ROLE_OTHER && result->imported->catalog)
            cs_tell(job, result->imported, CS_COLUMN_MARKED, line, c, column->title, (cs_text){0});
    }
    if (page->is_guessed)
        cs_tell(job, result->imported, CS_COLUMN_GUESSED, line, page->of_role[CS_ROLE_QUESTION], (cs_text){0},
                (cs_text){0});
}

static void tell_pages(struct result *result)
{
    bool *told = cs_alloc_array(&result->job->arena, result->pages->count + 1u, sizeof *told);
    for (uint32_t i = 0; i < result->pages->lines.count; i++) {
        const struct cs_line *line = &result->pages->lines.at[i];
        if (line->kind != CS_LINE_ITEM || told[line->page->index])
            continue;
        told[line->page->index] = true;
        tell_page(result, line);
    }
}

void cs_result_make(struct cs_job *job, const struct cs_line_answers *answers, struct cs_imported *imported)
{
    struct result result = {.job = job,
                            .answers = answers,
                            .asked = answers->asked,
                            .pages = answers->asked->pages,
                            .imported = imported,
                            .offered = {.legend = answers->asked->pages->legend}};
    imported->is_doubtful |= result.pages->hides_questions;
    set_columns(&result);
    cs_products_set(job, result.pages, imported->sheet);
    result.unword = cs_unword_begin(job, imported->sheet);
    cs_tell_signs(job, answers->asked, imported);
    tell_pages(&result);
    add_rows(&result);
    cs_own_take_names(result.pages->grid, imported->sheet);
    count_missing(&result);
}
