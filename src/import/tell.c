/* Remarks: see tell.h. */
#include "import/tell.h"
#include "import/products.h"
#include "base/unicode.h"
#include "wording/flag.h"

/* True for a remark about something left open or possibly wrong. */
static bool is_doubtful(enum cs_remark_kind kind)
{
    switch (kind) {
    case CS_MARK_UNKNOWN:
    case CS_MARKS_DISAGREE:
    case CS_ITEM_UNKNOWN:
    case CS_ITEM_TWICE:
    case CS_NUMBER_DENIED:
    case CS_NUMBER_TWICE:
    case CS_NUMBER_MISSING:
    case CS_QUESTION_EMPTY:
    case CS_CELL_FAULT:
    case CS_CELL_UNSOLVED:
    case CS_COLUMN_SECOND:
    case CS_COLUMN_MARKED:
    case CS_COLUMN_GUESSED:
    case CS_SIGN_UNKNOWN:
    case CS_ANSWER_COMMENT:
        return true;
    case CS_NUMBER_REPAIRED:
    case CS_NUMBER_DOUBTED:
    case CS_FLAG_UNKNOWN:
    case CS_ROW_EXAMPLE:
    case CS_CELL_COMMENT:
    case CS_REMARK_KINDS:
        return false;
    }
    return false;
}

static void add_remark(struct cs_job *job, struct cs_imported *imported, const struct cs_import_remark *remark)
{
    imported->remarks = cs_grow(&job->arena, imported->remarks, imported->remark_count, &imported->remark_room,
                                sizeof *imported->remarks);
    imported->remarks[imported->remark_count++] = *remark;
    imported->is_doubtful |= is_doubtful(remark->kind);
}

void cs_tell(struct cs_job *job, struct cs_imported *imported, enum cs_remark_kind kind, const struct cs_line *line,
             uint32_t column, cs_text text, cs_text key)
{
    const struct cs_import_remark remark = {
        kind, line->page->worksheet, line->row, column == CS_NO_COLUMN ? 0 : column, text, key};
    add_remark(job, imported, &remark);
}

void cs_tell_example(struct cs_job *job, const struct cs_line *line, struct cs_imported *imported)
{
    uint32_t column = line->columns[CS_ROLE_QUESTION];
    cs_text text = line->cells[CS_ROLE_QUESTION].size ? line->cells[CS_ROLE_QUESTION] : line->cells[CS_ROLE_ANSWER];
    cs_tell(job, imported, CS_ROW_EXAMPLE, line, column, text, (cs_text){0});
}

/* Adds remarks about formulas without a stored result, or with an error as the result, in a row that is read. */
static void tell_cells(struct cs_job *job, const struct cs_line *line, cs_text key, struct cs_imported *imported)
{
    const struct cs_grid_sheet *sheet = line->page->grid;
    for (uint32_t i = cs_grid_row_start(sheet, line->row); i < sheet->cell_count && sheet->cells[i].row == line->row;
         i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        if (cell->column < line->page->left || cell->column >= line->page->column_count ||
            line->page->columns[cell->column].role == CS_ROLES)
            continue;
        if (cell->form == CS_GRID_UNSOLVED)
            cs_tell(job, imported, CS_CELL_UNSOLVED, line, cell->column, (cs_text){0}, key);
        if (cs_page_is_fault(cell))
            cs_tell(job, imported, CS_CELL_FAULT, line, cell->column, cs_text_trim(cell->text), key);
    }
}

static void tell_number(struct cs_job *job, const struct cs_line_answers *answers, uint32_t index,
                        const struct cs_import_item *item, cs_text key, struct cs_imported *imported)
{
    const struct cs_line *line = &answers->asked->pages->lines.at[index];
    const struct cs_match *match = answers->asked->matching.at ? &answers->asked->matching.at[index] : NULL;
    const struct cs_own_number *own = answers->asked->own ? &answers->asked->own[index] : NULL;
    uint32_t column = line->columns[CS_ROLE_NUMBER];
    if (item->by == CS_FOUND_REPAIRED || (own && own->repaired))
        cs_tell(job, imported, CS_NUMBER_REPAIRED, line, column, item->number, key);
    if (own && own->twice)
        cs_tell(job, imported, CS_NUMBER_TWICE, line, column, item->number, key);
    if (own && own->lacks)
        cs_tell(job, imported, CS_NUMBER_MISSING, line, line->columns[CS_ROLE_QUESTION], line->cells[CS_ROLE_QUESTION],
                key);
    if (match && match->denied != CS_NO_ITEM)
        cs_tell(job, imported, CS_NUMBER_DENIED, line, column, item->number,
                answers->asked->catalog->items[match->denied].id);
    if (match && match->doubted)
        cs_tell(job, imported, CS_NUMBER_DOUBTED, line, column, item->number, key);
}

/* The cell, preceded by that of the applicability column, which may contradict it. */
static cs_text all_marks(struct cs_job *job, const struct cs_line *line, enum cs_role where)
{
    cs_text applies = cs_text_trim(line->cells[CS_ROLE_APPLICABLE]);
    struct cs_buf both = {0};
    if (applies.size == 0)
        return line->cells[where];
    cs_buf_add(&both, applies);
    cs_buf_add(&both, CS_TEXT(" | "));
    cs_buf_add(&both, line->cells[where]);
    cs_text text = cs_buf_copy(&job->arena, &both);
    cs_buf_free(&both);
    return text;
}

static void tell_mark(struct cs_job *job, const struct cs_line *line, const struct cs_marked *marked, cs_text key,
                      struct cs_imported *imported)
{
    enum cs_role where =
        marked->in_remark || line->columns[CS_ROLE_ANSWER] == CS_NO_COLUMN ? CS_ROLE_REMARK : CS_ROLE_ANSWER;
    bool was_doubtful = imported->is_doubtful;
    switch (marked->fault) {
    case CS_MARK_GOOD:
        break;
    case CS_MARK_STRANGE:
        cs_tell(job, imported, CS_MARK_UNKNOWN, line, line->columns[where], line->cells[where], key);
        break;
    case CS_MARK_SPLIT:
        cs_tell(job, imported, CS_MARKS_DISAGREE, line, line->columns[where], all_marks(job, line, where), key);
        break;
    }
    if (marked->state == CS_STATE_FREE_TEXT) /* words are an answer, although not of the kind asked for */
        imported->is_doubtful = was_doubtful;
}

void cs_tell_signs(struct cs_job *job, const struct cs_asked_lines *asked, struct cs_imported *imported)
{
    for (uint32_t i = 0; i < asked->pages->legend->count; i++) {
        const struct cs_legend_sign *sign = &asked->pages->legend->at[i];
        const struct cs_import_remark remark = {CS_SIGN_UNKNOWN, sign->worksheet, sign->row,
                                                sign->column,    sign->words,     sign->sign};
        if (sign->state == CS_STATE_NONE)
            add_remark(job, imported, &remark);
    }
}

/* --- comments ----------------------------------------------------------------------------------------------------- */

/* The items of a worksheet by row; NULL for rows that are none. */
static const struct cs_import_item **items_by_row(struct cs_job *job, const struct cs_grid_sheet *sheet,
                                                  uint32_t worksheet, const struct cs_imported *imported)
{
    const struct cs_import_item **items = cs_alloc_array(&job->arena, sheet->row_count + 1u, sizeof *items);
    for (uint32_t i = 0; i < imported->item_count; i++) {
        const struct cs_import_item *item = &imported->items[i];
        if (item->worksheet != worksheet)
            continue;
        items[item->grid_row < sheet->row_count ? item->grid_row : sheet->row_count] = item;
        items[item->answer_row < sheet->row_count ? item->answer_row : sheet->row_count] = item;
    }
    return items;
}

/* True for a column of an answer, or of what goes with it. */
static bool answers(const struct cs_asked_lines *asked, uint32_t worksheet, uint32_t column)
{
    for (uint32_t i = 0; i < asked->pages->count; i++) {
        const struct cs_page *page = asked->pages->at[i];
        if (page->worksheet != worksheet || column < page->left || column >= page->column_count)
            continue;
        enum cs_role role = page->columns[column].role;
        return role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE ||
               role == CS_ROLE_APPLICABLE || page->columns[column].is_choice || page->is_stacked;
    }
    return false;
}

static void tell_comments_of(struct cs_job *job, const struct cs_asked_lines *asked, uint32_t worksheet,
                             struct cs_imported *imported)
{
    const struct cs_grid_sheet *sheet = &asked->pages->grid->sheets[worksheet];
    const struct cs_import_item **items = items_by_row(job, sheet, worksheet, imported);
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        const struct cs_grid_comment *comment = &sheet->comments[i];
        const struct cs_import_item *item = comment->row < sheet->row_count ? items[comment->row] : NULL;
        bool is_of_answer = item && asked->catalog && answers(asked, worksheet, comment->column);
        const struct cs_import_remark remark = {is_of_answer ? CS_ANSWER_COMMENT : CS_CELL_COMMENT,
                                                worksheet,
                                                comment->row,
                                                comment->column,
                                                comment->text,
                                                item ? imported->sheet->rows[item->row].key : (cs_text){0}};
        add_remark(job, imported, &remark);
    }
}

void cs_tell_comments(struct cs_job *job, const struct cs_asked_lines *asked, struct cs_imported *imported)
{
    for (uint32_t i = 0; i < asked->pages->grid->sheet_count; i++)
        if (asked->pages->grid->sheets[i].comment_count && imported->uses[i] == CS_USED_ITEMS)
            tell_comments_of(job, asked, i, imported);
}

/* --- items -------------------------------------------------------------------------------------------------------- */

/* Adds a remark about a symbol that is no known mark, in an unknown form: it may be one of the form's own. So may a letter
 * be, beside marks. */
static void tell_sign(struct cs_job *job, const struct cs_line_answers *answers, uint32_t index, cs_text key,
                      struct cs_imported *imported)
{
    enum { FEWEST = 3 };
    const struct cs_line *line = &answers->asked->pages->lines.at[index];
    cs_text rest = cs_text_trim(line->cells[CS_ROLE_ANSWER]);
    uint32_t point = rest.size ? cs_text_next(&rest) : 0;
    bool is_sign = cs_point_is_picture(point) || point == 0x3007 || point == 0xd7 ||
                   answers->asked->pages->legend->count || answers->marked >= FEWEST;
    if (answers->at[index].fault == CS_MARK_STRANGE && rest.size == 0 && is_sign)
        cs_tell(job, imported, CS_MARK_UNKNOWN, line, line->columns[CS_ROLE_ANSWER], line->cells[CS_ROLE_ANSWER], key);
}

/* The marks of each product, at its own cells. */
static void tell_products(struct cs_job *job, const struct cs_line *line, const struct cs_marked *parts, cs_text key,
                          struct cs_imported *imported)
{
    for (uint32_t i = 0; i < line->page->product_count; i++) {
        struct cs_line own = cs_products_line(line, i);
        tell_mark(job, &own, &parts[i], key, imported);
    }
}

/* A word in the column of required questions that is neither required nor optional, once. */
static void tell_flag(struct cs_job *job, const struct cs_line *line, struct cs_imported *imported)
{
    cs_text word = cs_text_trim(line->cells[CS_ROLE_FLAG]);
    enum cs_flag flag = CS_FLAG_NONE;
    if (word.size == 0 || (cs_flag_read(word, &flag) && flag != CS_FLAG_NONE))
        return;
    for (uint32_t i = 0; i < imported->remark_count; i++)
        if (imported->remarks[i].kind == CS_FLAG_UNKNOWN && cs_text_equal(imported->remarks[i].text, word))
            return;
    cs_tell(job, imported, CS_FLAG_UNKNOWN, line, line->columns[CS_ROLE_FLAG], word, (cs_text){0});
}

void cs_tell_item(struct cs_job *job, const struct cs_line_answers *answers, uint32_t index,
                  const struct cs_import_item *item, cs_text key, struct cs_imported *imported)
{
    const struct cs_line *line = &answers->asked->pages->lines.at[index];
    bool matched = answers->asked->matching.at != NULL;
    cs_text question = line->cells[CS_ROLE_QUESTION];
    if (question.size == 0 && item->item == CS_NO_ITEM)
        cs_tell(job, imported, CS_QUESTION_EMPTY, line, line->columns[CS_ROLE_NUMBER], item->number, key);
    question = question.size ? question : item->number;
    tell_number(job, answers, index, item, key, imported);
    if (item->by == CS_NOT_FOUND && matched)
        cs_tell(job, imported, CS_ITEM_UNKNOWN, line, line->columns[CS_ROLE_QUESTION], question, item->number);
    if (item->same_as != CS_NO_ITEM)
        cs_tell(job, imported, CS_ITEM_TWICE, line, line->columns[CS_ROLE_QUESTION], question, key);
    if (item->by != CS_NOT_FOUND && answers->parts[index])
        tell_products(job, line, answers->parts[index], key, imported);
    else if (item->by != CS_NOT_FOUND) /* else the answer belongs to no item */
        tell_mark(job, line, &answers->at[index], key, imported);
    else if (!matched)
        tell_sign(job, answers, index, key, imported);
    if (!matched)
        tell_flag(job, line, imported);
    tell_cells(job, line, key, imported);
}
