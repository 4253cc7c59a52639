/* Importing: a grid becomes a sheet. Pages with questions are found, their rows read as lines, the lines matched with
 * the items of a catalog; then every line goes into the sheet, understood or not. */
#include "checksheet/import.h"
#include "base/job.h"
#include "import/applicable.h"
#include "import/choose.h"
#include "wording/mark.h"
#include "import/items.h"
#include "import/own.h"
#include "import/phrase.h"
#include "import/preface.h"

struct import {
    struct cs_job *job;
    const struct cs_grid *grid;
    const struct cs_import_options *options;
    struct cs_imported *imported;

    const struct cs_titles *titles;
    struct cs_page *pages; /* that may have items */
    uint32_t page_count;
    bool *is_left_out; /* by worksheet: it has lines that look like items, and none that is */
    bool *is_example;  /* by worksheet: its name says that it shows how to answer */
    struct cs_lines lines;
    struct cs_matching matching; /* at NULL: of no catalog */
    const cs_text *own_numbers;  /* by line, where there is no catalog */

    struct cs_text *others; /* titles of the columns that were not understood */
    uint32_t other_count, other_room;
    bool keeps_answers; /* some answer is not in words alone */
    bool is_own;        /* this program wrote the file: no mark beside words is an answer in words, not a gap */
};

/* --- pages ------------------------------------------------------------------------------------------------------- */

static const struct cs_form_part *part_of(const struct import *import, uint32_t worksheet)
{
    const struct cs_form *form = import->options->form;
    for (uint32_t i = 0; form && i < form->part_count; i++) {
        cs_text name = form->parts[i].worksheet;
        if (name.size ? cs_text_equal(name, import->grid->sheets[worksheet].name) : worksheet == 0)
            return &form->parts[i];
    }
    return NULL;
}

/* True for a worksheet that is to be looked at. Of a workbook that this program wrote, the check sheet alone. */
static bool is_wanted(const struct import *import, uint32_t worksheet)
{
    const struct cs_grid_sheet *sheet = &import->grid->sheets[worksheet];
    if (import->options->worksheet.size)
        return cs_text_equal(sheet->name, import->options->worksheet);
    if (import->options->form)
        return part_of(import, worksheet) != NULL;
    if (cs_grid_property(import->grid, CS_TEXT("checksheet.catalog")).size)
        return cs_text_equal(sheet->name, cs_word(CS_WORD_SHEET, CS_JA)) ||
               cs_text_equal(sheet->name, cs_word(CS_WORD_SHEET, CS_EN));
    return !sheet->hidden && !import->is_left_out[worksheet] && !import->is_example[worksheet];
}

/* Reads the lines of all pages anew, once it is known how many have items. */
static void read_pages(struct import *import)
{
    import->lines = (struct cs_lines){0};
    import->page_count = 0;
    for (uint32_t i = 0; i < import->grid->sheet_count; i++) {
        struct cs_page *page = &import->pages[i]; /* lines point to it */
        *page = (struct cs_page){
            .job = import->job, .titles = import->titles, .grid = &import->grid->sheets[i], .worksheet = i};
        if (!is_wanted(import, i) || page->grid->cell_count == 0)
            continue;
        page->has_items = cs_page_find_columns(page, part_of(import, i));
        if (!page->has_items)
            continue;
        import->page_count++;
    }
    for (uint32_t i = 0; i < import->grid->sheet_count; i++) {
        import->pages[i].is_one_of_many = import->page_count > 1;
        if (import->pages[i].has_items)
            cs_page_read_lines(&import->pages[i], &import->lines);
    }
}

/* Leaves out the pages of which hardly an item was found, where another has many: covers, instructions, lists of words.
 * True when there are such. */
static bool leave_out_pages(struct import *import)
{
    enum { SHARE = 10 };
    uint32_t count = import->grid->sheet_count, best = 0;
    bool any = false;
    uint32_t *found = cs_alloc_array(&import->job->arena, count + 1u, sizeof *found);
    for (uint32_t i = 0; i < import->lines.count; i++) {
        bool is_item = import->lines.at[i].kind == CS_LINE_ITEM;
        bool is_found = !import->matching.at || import->matching.at[i].item != CS_NO_ITEM;
        found[import->lines.at[i].page->worksheet] += is_item && is_found;
    }
    for (uint32_t i = 0; i < count; i++)
        best = found[i] > best ? found[i] : best;
    for (uint32_t i = 0; i < import->lines.count; i++) {
        uint32_t worksheet = import->lines.at[i].page->worksheet;
        if (import->is_left_out[worksheet] || found[worksheet] * SHARE >= best || part_of(import, worksheet))
            continue;
        import->is_left_out[worksheet] = true;
        any = true;
    }
    return any;
}

/* --- columns of the sheet ---------------------------------------------------------------------------------------- */

static uint32_t other_column(struct import *import, cs_text title)
{
    for (uint32_t i = 0; i < import->other_count; i++)
        if (cs_text_equal(import->others[i], title))
            return i;
    import->others =
        cs_grow(&import->job->arena, import->others, import->other_count, &import->other_room, sizeof *import->others);
    import->others[import->other_count] = title;
    return import->other_count++;
}

static bool is_used(const struct import *import, enum cs_role role)
{
    if (role == CS_ROLE_NUMBER || role == CS_ROLE_QUESTION || role == CS_ROLE_REMARK)
        return true;
    if (role == CS_ROLE_ANSWER)
        return import->keeps_answers;
    for (uint32_t i = 0; i < import->lines.count; i++)
        if (import->lines.at[i].cells[role].size)
            return true;
    return false;
}

/* The title that a role's column has on the first page that has one. */
static cs_text title_in_file(const struct import *import, enum cs_role role)
{
    for (uint32_t i = 0; i < import->grid->sheet_count; i++) {
        const struct cs_page *page = &import->pages[i];
        if (page->has_items && page->of_role[role] != CS_NO_COLUMN && page->columns[page->of_role[role]].title.size)
            return page->columns[page->of_role[role]].title;
    }
    return (cs_text){0};
}

static void set_columns(struct import *import)
{
    struct cs_sheet *sheet = import->imported->sheet;
    enum cs_role *roles = cs_alloc_array(&import->job->arena, CS_ROLES + import->other_count, sizeof *roles);
    uint32_t count = 0;
    for (int role = 0; role < CS_ROLE_OTHER; role++)
        if (is_used(import, (enum cs_role)role))
            roles[count++] = (enum cs_role)role;
    for (uint32_t i = 0; i < import->other_count; i++)
        roles[count++] = CS_ROLE_OTHER;
    cs_sheet_set_columns(import->job, sheet, roles, count);
    for (uint32_t i = 0; i < count; i++) {
        bool is_other = roles[i] == CS_ROLE_OTHER;
        cs_text title = is_other ? import->others[i - (count - import->other_count)] : title_in_file(import, roles[i]);
        if (title.size)
            sheet->columns[i].title = title;
    }
}

/* --- telling ----------------------------------------------------------------------------------------------------- */

static void tell(struct import *import, enum cs_remark_kind kind, const struct cs_line *line, uint32_t column,
                 cs_text text, cs_text key)
{
    struct cs_imported *imported = import->imported;
    imported->remarks = cs_grow(&import->job->arena, imported->remarks, imported->remark_count, &imported->remark_room,
                                sizeof *imported->remarks);
    imported->remarks[imported->remark_count++] = (struct cs_import_remark){
        kind, line->page->worksheet, line->row, column == CS_NO_COLUMN ? 0 : column, text, key};
}

static void tell_example(struct import *import, const struct cs_line *line)
{
    uint32_t column = line->columns[CS_ROLE_QUESTION];
    cs_text text = line->cells[CS_ROLE_QUESTION].size ? line->cells[CS_ROLE_QUESTION] : line->cells[CS_ROLE_ANSWER];
    tell(import, CS_ROW_EXAMPLE, line, column, text, (cs_text){0});
}

/* Formulas of which nobody knows the result, in a row that is read. */
static void tell_unsolved(struct import *import, const struct cs_line *line, cs_text key)
{
    const struct cs_grid_sheet *sheet = line->page->grid;
    for (uint32_t i = cs_grid_row_start(sheet, line->row); i < sheet->cell_count && sheet->cells[i].row == line->row;
         i++)
        if (sheet->cells[i].form == CS_GRID_UNSOLVED && sheet->cells[i].column < line->page->column_count &&
            line->page->columns[sheet->cells[i].column].role != CS_ROLES)
            tell(import, CS_CELL_UNSOLVED, line, sheet->cells[i].column, (cs_text){0}, key);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static const struct cs_item *item_of(const struct import *import, uint32_t index)
{
    uint32_t item = import->matching.at ? import->matching.at[index].item : CS_NO_ITEM;
    return item == CS_NO_ITEM ? NULL : &import->matching.catalog->items[item];
}

static struct cs_span span_of(const struct import *import, const struct cs_line *line)
{
    uint32_t column = line->columns[CS_ROLE_ANSWER];
    for (int role = 0; role < CS_ROLES && column == CS_NO_COLUMN; role++)
        column = line->columns[role];
    const struct cs_grid_cell *cell = column == CS_NO_COLUMN ? NULL : cs_grid_at(line->page->grid, line->row, column);
    return cell ? cs_grid_span(import->job, import->grid, line->page->grid, cell) : (struct cs_span){0};
}

static cs_text cell_text(const struct import *import, const struct cs_line *line, const struct cs_marked *marked,
                         const struct cs_item *item, enum cs_role role)
{
    if (role == CS_ROLE_ANSWER)
        return marked->answer;
    if (role == CS_ROLE_REMARK)
        return marked->remark;
    if (role == CS_ROLE_QUESTION && line->cells[role].size == 0 && item)
        return cs_words_in(item->ask, import->imported->sheet->language);
    return line->cells[role];
}

static void fill_row(struct import *import, const struct cs_line *line, const struct cs_marked *marked,
                     const struct cs_item *item, struct cs_row *row)
{
    const struct cs_sheet *sheet = import->imported->sheet;
    uint32_t first_other = sheet->column_count - import->other_count;
    for (uint32_t i = 0; i < first_other; i++) {
        enum cs_role role = sheet->columns[i].role;
        uint32_t column = line->columns[role];
        const struct cs_grid_cell *cell =
            column == CS_NO_COLUMN ? NULL : cs_grid_at(line->page->grid, line->row, column);
        row->cells[i].text = cell_text(import, line, marked, item, role);
        row->cells[i].link = cell ? cell->link : (cs_text){0};
    }
    for (uint32_t c = 0; line->others && c < line->page->column_count; c++)
        if (line->others[c].size)
            row->cells[first_other + other_column(import, line->page->columns[c].title)].text = line->others[c];
}

/* What a person should look at. */
static void tell_of_item(struct import *import, const struct cs_line *line, const struct cs_marked *marked,
                         const struct cs_import_item *item, cs_text key)
{
    enum cs_role where =
        marked->in_remark || line->columns[CS_ROLE_ANSWER] == CS_NO_COLUMN ? CS_ROLE_REMARK : CS_ROLE_ANSWER;
    cs_text text = line->cells[where], question = line->cells[CS_ROLE_QUESTION];
    question = question.size ? question : item->number;
    if (item->by == CS_FOUND_REPAIRED || (!import->matching.at && line->number.date.month))
        tell(import, CS_NUMBER_REPAIRED, line, line->columns[CS_ROLE_NUMBER], item->number, key);
    if (item->by == CS_NOT_FOUND && import->matching.at)
        tell(import, CS_ITEM_UNKNOWN, line, line->columns[CS_ROLE_QUESTION], question, item->number);
    if (item->same_as != CS_NO_ITEM)
        tell(import, CS_ITEM_TWICE, line, line->columns[CS_ROLE_QUESTION], question, key);
    if (item->by == CS_NOT_FOUND)
        return; /* its answer answers nothing */
    switch (marked->fault) {
    case CS_MARK_GOOD:
        break;
    case CS_MARK_STRANGE:
        tell(import, CS_MARK_UNKNOWN, line, line->columns[where], text, key);
        break;
    case CS_MARK_SPLIT:
        tell(import, CS_MARKS_DISAGREE, line, line->columns[where], text, key);
        break;
    }
}

static cs_text number_of(const struct cs_line *line)
{
    return line->cells[CS_ROLE_NUMBER].size ? line->cells[CS_ROLE_NUMBER] : line->number.text;
}

static void add_item(struct import *import, uint32_t index, const struct cs_marked *marked,
                     const uint32_t *item_of_line)
{
    struct cs_imported *imported = import->imported;
    const struct cs_line *line = &import->lines.at[index];
    const struct cs_match *match = import->matching.at ? &import->matching.at[index] : NULL;
    const struct cs_item *item = item_of(import, index);
    cs_text key = item ? item->id : import->own_numbers ? import->own_numbers[index] : (cs_text){0};
    struct cs_row *row = cs_sheet_add_row(import->job, imported->sheet, CS_ROW_ITEM, imported->sheet->column_count);
    bool twice = match && match->same_as != CS_NO_ITEM;
    row->key = twice ? (cs_text){0} : key;
    row->state = marked->state;
    row->good = item ? item->good : CS_STATE_OK;
    row->flag = item ? item->flag : CS_FLAG_NONE;
    row->span = span_of(import, line);
    fill_row(import, line, marked, item, row);
    imported->items = cs_grow(&import->job->arena, imported->items, imported->item_count, &imported->item_room,
                              sizeof *imported->items);
    struct cs_import_item *entry = &imported->items[imported->item_count++];
    *entry = (struct cs_import_item){.row = imported->sheet->row_count - 1,
                                     .item = match ? match->item : CS_NO_ITEM,
                                     .by = match ? match->by : CS_NOT_FOUND,
                                     .worksheet = line->page->worksheet,
                                     .grid_row = line->row,
                                     .same_as = twice ? item_of_line[match->same_as] : CS_NO_ITEM,
                                     .number = number_of(line)};
    imported->found[entry->by]++;
    tell_of_item(import, line, marked, entry, key);
    tell_unsolved(import, line, key);
}

static void add_section(struct import *import, const struct cs_line *line)
{
    struct cs_row *row = cs_sheet_add_row(import->job, import->imported->sheet, CS_ROW_SECTION, 1);
    row->depth = line->depth;
    row->cells[0].text = line->text;
}

static void tell_words(struct cs_marked *marked)
{
    enum cs_state state;
    bool open = cs_state_of_phrase(marked->remark, &state) && state == CS_STATE_NONE;
    if (marked->fault == CS_MARK_GOOD && marked->state == CS_STATE_NONE && marked->remark.size && !open)
        marked->state = CS_STATE_TOLD;
}

/* Reads all marks, since only then it is known which columns there are. */
static struct cs_marked *read_marks(struct import *import)
{
    struct cs_marked *marked = cs_alloc_array(&import->job->arena, import->lines.count + 1u, sizeof *marked);
    for (uint32_t i = 0; i < import->lines.count; i++) {
        const struct cs_line *line = &import->lines.at[i];
        if (line->kind != CS_LINE_ITEM)
            continue;
        marked[i] = cs_mark_read(import->job, import->matching.catalog, item_of(import, i), line->page->in_words,
                                 line->cells[CS_ROLE_ANSWER], line->cells[CS_ROLE_REMARK]);
        if (import->is_own)
            tell_words(&marked[i]);
        cs_applicable_heed(import->job, line->cells[CS_ROLE_APPLICABLE], &marked[i]);
        import->keeps_answers |=
            marked[i].answer.size > 0 || (!line->page->in_words && marked[i].state == CS_STATE_NONE);
        for (uint32_t c = 0; line->others && c < line->page->column_count; c++)
            if (line->others[c].size)
                other_column(import, line->page->columns[c].title);
    }
    return marked;
}

/* What stands above the items. */
static void take_preface(struct import *import)
{
    for (uint32_t i = 0; i < import->lines.count; i++) {
        const struct cs_line *line = &import->lines.at[i];
        if (line->kind == CS_LINE_NOTE && line->row < line->page->first)
            cs_preface_take(import->job, import->imported->sheet, line, false);
    }
}

/* The rest of a workbook may say who answers, and when. */
static void read_covers(struct import *import)
{
    struct cs_lines notes = {0};
    for (uint32_t i = 0; i < import->grid->sheet_count; i++) {
        struct cs_page *page = &import->pages[i];
        if (page->has_items)
            continue;
        *page = (struct cs_page){.job = import->job,
                                 .titles = import->titles,
                                 .grid = &import->grid->sheets[i],
                                 .worksheet = i,
                                 .header = CS_NO_ROW,
                                 .section_column = CS_NO_COLUMN};
        if (page->grid->hidden || page->grid->cell_count == 0)
            continue;
        page->column_count = page->grid->column_count < CS_MOST_COLUMNS ? page->grid->column_count : CS_MOST_COLUMNS;
        page->columns = cs_alloc_array(&import->job->arena, page->column_count + 1u, sizeof *page->columns);
        for (int role = 0; role < CS_ROLES; role++)
            page->of_role[role] = CS_NO_COLUMN;
        page->first = page->last = page->grid->row_count; /* all of it is preface */
        cs_page_read_lines(page, &notes);
    }
    for (uint32_t i = 0; i < notes.count; i++) {
        bool may_be_title = i == 0 && import->imported->sheet->title.size == 0 && notes.at[i].label.size == 0;
        cs_preface_take(import->job, import->imported->sheet, &notes.at[i], !may_be_title);
    }
}

/* Title and preface, then headings and items, then what stands between and behind them. */
static void add_rows(struct import *import, const struct cs_marked *marked)
{
    uint32_t *item_of_line = cs_alloc_array(&import->job->arena, import->lines.count + 1u, sizeof *item_of_line);
    struct cs_sheet *sheet = import->imported->sheet;
    if (!cs_own_take_notes(import->job, import->grid, sheet)) {
        take_preface(import);
        read_covers(import);
    }
    struct cs_row *header = cs_sheet_add_row(import->job, sheet, CS_ROW_HEADER, sheet->column_count);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        header->cells[i].text = sheet->columns[i].title;
    for (uint32_t i = 0; i < import->lines.count; i++) {
        if (import->lines.at[i].kind == CS_LINE_SECTION)
            add_section(import, &import->lines.at[i]);
        if (import->lines.at[i].kind == CS_LINE_EXAMPLE)
            tell_example(import, &import->lines.at[i]);
        if (import->lines.at[i].kind != CS_LINE_ITEM)
            continue;
        item_of_line[i] = import->imported->item_count;
        add_item(import, i, &marked[i], item_of_line);
    }
    for (uint32_t i = 0; i < import->lines.count; i++)
        if (import->lines.at[i].kind == CS_LINE_NOTE && import->lines.at[i].row >= import->lines.at[i].page->first)
            cs_preface_take(import->job, sheet, &import->lines.at[i], false);
}

/* --- what was recognised ----------------------------------------------------------------------------------------- */

/* True for a column of which something is in the sheet, or of which the file itself or a form says what it is. */
static bool is_worth_telling(const struct import *import, const struct cs_page *page, uint32_t c)
{
    const struct cs_page_column *column = &page->columns[c];
    if (column->role == CS_ROLES)
        return false;
    bool known = column->is_choice || column->by == CS_KNOWN_BY_FORM ||
                 (column->by == CS_KNOWN_BY_TITLE && column->role != CS_ROLE_OTHER);
    for (uint32_t i = 0; i < import->lines.count && !known; i++) {
        const struct cs_line *line = &import->lines.at[i];
        if (line->page == page)
            known = column->role == CS_ROLE_OTHER ? line->others && line->others[c].size
                                                  : line->cells[column->role].size > 0;
    }
    return known;
}

static void add_part(struct import *import, const struct cs_page *page)
{
    struct cs_imported *imported = import->imported;
    struct cs_form_part *part = &imported->form->parts[imported->form->part_count++];
    *part =
        (struct cs_form_part){.worksheet = page->grid->name,
                              .header = page->header == CS_NO_ROW ? CS_NO_ROW : page->header + page->header_rows - 1,
                              .first = page->first,
                              .last = CS_NO_ROW};
    part->columns = cs_alloc_array(&import->job->arena, page->column_count + 1u, sizeof *part->columns);
    for (uint32_t c = 0; c < page->column_count; c++) {
        const struct cs_page_column *column = &page->columns[c];
        if (!is_worth_telling(import, page, c))
            continue;
        enum cs_role role = column->is_choice ? CS_ROLE_ANSWER : column->role;
        part->columns[part->column_count++] = (struct cs_form_column){c, role, column->title};
        imported->columns[imported->column_count++] =
            (struct cs_import_column){page->worksheet, c, role, column->title, column->by};
    }
}

static void set_form(struct import *import)
{
    struct cs_imported *imported = import->imported;
    uint32_t columns = 0;
    for (uint32_t i = 0; i < import->grid->sheet_count; i++)
        columns += import->pages[i].column_count;
    imported->columns = cs_alloc_array(&import->job->arena, columns + 1u, sizeof *imported->columns);
    imported->form = cs_alloc(&import->job->arena, sizeof *imported->form);
    imported->form->parts =
        cs_alloc_array(&import->job->arena, import->grid->sheet_count + 1u, sizeof *imported->form->parts);
    imported->form->catalog = imported->catalog ? imported->catalog->id : (cs_text){0};
    for (uint32_t i = 0; i < import->grid->sheet_count; i++)
        if (import->pages[i].has_items)
            add_part(import, &import->pages[i]);
}

static void set_facts(struct import *import)
{
    struct cs_imported *imported = import->imported;
    const struct cs_catalog *catalog = imported->catalog;
    struct cs_sheet *sheet = imported->sheet;
    sheet->language = cs_lines_language(&import->lines);
    if (!catalog)
        return;
    sheet->catalog = catalog;
    sheet->catalog_id = catalog->id;
    sheet->catalog_title = cs_words_in(&catalog->title, sheet->language);
    bool is_ours = cs_text_equal(cs_grid_property(import->grid, CS_TEXT("checksheet.catalog")), catalog->id);
    cs_text edition = is_ours ? cs_grid_property(import->grid, CS_TEXT("checksheet.edition")) : (cs_text){0};
    sheet->edition = edition.size ? edition : cs_words_in(&catalog->edition, sheet->language);
}

static bool has_items(const struct cs_lines *lines)
{
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_ITEM)
            return true;
    return false;
}

static bool has_worksheet(const struct cs_grid *grid, cs_text name)
{
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        if (cs_text_equal(grid->sheets[i].name, name))
            return true;
    return name.size == 0;
}

/* Items of the catalog that no line is. */
static void count_missing(struct import *import)
{
    struct cs_imported *imported = import->imported;
    if (!imported->catalog)
        return;
    imported->missing = imported->catalog->item_count - import->matching.hits;
    for (uint32_t i = 0; i < imported->item_count; i++)
        imported->missing += imported->items[i].same_as != CS_NO_ITEM; /* hit a second time */
}

/* Worksheets that show how to answer, where they are not all there is. */
static void find_examples(struct import *import)
{
    bool any = false;
    for (uint32_t i = 0; i < import->grid->sheet_count; i++)
        any |= import->is_example[i] = cs_names_example(import->grid->sheets[i].name);
    if (!any)
        return;
    read_pages(import);
    for (uint32_t i = 0; i < import->grid->sheet_count && !has_items(&import->lines); i++)
        import->is_example[i] = false;
}

static void set_uses(struct import *import)
{
    uint32_t count = import->grid->sheet_count;
    enum cs_import_use *uses = cs_alloc_array(&import->job->arena, count + 1u, sizeof *uses);
    bool chosen = import->is_own || import->options->form || import->options->worksheet.size;
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_grid_sheet *sheet = &import->grid->sheets[i];
        if (import->pages[i].has_items)
            uses[i] = CS_USED_ITEMS;
        else if (chosen || sheet->cell_count == 0)
            uses[i] = CS_USED_NOT;
        else
            uses[i] = sheet->hidden ? CS_USED_NOT_HIDDEN : import->is_example[i] ? CS_USED_NOT_EXAMPLE : CS_USED_LABELS;
    }
    import->imported->uses = uses;
    import->imported->most_columns = CS_MOST_COLUMNS;
}

/* Reads and matches, once more where a page turned out to have no items. */
static void match_all(struct import *import)
{
    do {
        read_pages(import);
        import->matching = (struct cs_matching){0};
        if (import->imported->catalog)
            cs_match_lines(import->job, &import->lines, import->imported->catalog, true, &import->matching);
        else
            import->own_numbers = cs_match_own_numbers(import->job, &import->lines);
    } while (leave_out_pages(import));
}

enum cs_import_trouble cs_import(struct cs_job *job, const struct cs_grid *grid,
                                 const struct cs_import_options *options, struct cs_imported *imported,
                                 struct cs_import_fit fits[2])
{
    struct import import = {.job = job, .grid = grid, .options = options, .imported = imported};
    *imported = (struct cs_imported){.sheet = cs_alloc(&job->arena, sizeof *imported->sheet)};
    fits[0] = fits[1] = (struct cs_import_fit){0};
    import.titles = cs_titles_new(job);
    import.pages = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *import.pages);
    import.is_example = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *import.is_example);
    import.is_left_out = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *import.is_left_out);
    if (!has_worksheet(grid, options->worksheet))
        return CS_NO_WORKSHEET;
    find_examples(&import);
    read_pages(&import);
    if (!has_items(&import.lines))
        return CS_NO_QUESTIONS;
    struct cs_choice_of_catalog choice = cs_choose_catalog(job, grid, &import.lines, options);
    fits[0] = choice.fits[0];
    fits[1] = choice.fits[1];
    if (choice.trouble != CS_IMPORTED)
        return choice.trouble;
    imported->catalog = choice.catalog;
    imported->catalog_was_said = choice.said || options->catalog;
    import.is_own = choice.said && !options->form;
    set_facts(&import);
    match_all(&import);
    struct cs_marked *marked = read_marks(&import);
    set_columns(&import);
    add_rows(&import, marked);
    cs_own_take_names(grid, imported->sheet);
    set_form(&import);
    set_uses(&import);
    count_missing(&import);
    return CS_IMPORTED;
}
