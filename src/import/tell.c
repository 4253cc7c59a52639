/* Remarks: see tell.h. */
#include "import/tell.h"

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
        return true;
    case CS_NUMBER_REPAIRED:
    case CS_NUMBER_DOUBTED:
    case CS_ROW_EXAMPLE:
        return false;
    }
    return false;
}

void cs_tell(struct cs_job *job, struct cs_imported *imported, enum cs_remark_kind kind, const struct cs_line *line,
             uint32_t column, cs_text text, cs_text key)
{
    imported->remarks = cs_grow(&job->arena, imported->remarks, imported->remark_count, &imported->remark_room,
                                sizeof *imported->remarks);
    imported->remarks[imported->remark_count++] = (struct cs_import_remark){
        kind, line->page->worksheet, line->row, column == CS_NO_COLUMN ? 0 : column, text, key};
    imported->is_doubtful |= is_doubtful(kind);
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
    if (item->by != CS_NOT_FOUND) /* else the answer belongs to no item */
        tell_mark(job, line, &answers->at[index], key, imported);
    tell_cells(job, line, key, imported);
}
