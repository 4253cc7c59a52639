/* Questions above their answers: see stacked.h.
 *
 *     Q1 | Do you keep a list of assets?
 *        | Answer: |
 *
 * The labels tell such a form: three of them and more in one column, of which the cell says nothing but "answer". */
#include "import/page/stacked.h"
#include "import/page/phrase.h"

static cs_text without_colon(cs_text text)
{
    text = cs_text_trim(text);
    text.size -= cs_text_ends(text, CS_TEXT(":")) ? 1 : cs_text_ends(text, CS_TEXT("：")) ? 3 : 0;
    return cs_text_trim(text);
}

/* The role that a label names: ANSWER or REMARK; CS_ROLES for any other text. */
static enum cs_role label_role(const struct cs_page *page, cs_text text)
{
    struct cs_title title = cs_title_read(page->titles, without_colon(text));
    bool labels = title.grade == 2 && title.rank == 3;
    return labels && (title.role == CS_ROLE_ANSWER || title.role == CS_ROLE_REMARK) ? title.role : CS_ROLES;
}

static void give(struct cs_page *page, uint32_t column, enum cs_role role, cs_text title)
{
    if (column >= page->column_count || page->of_role[role] != CS_NO_COLUMN)
        return;
    page->columns[column].role = role;
    page->columns[column].by = CS_KNOWN_BY_CONTENT;
    page->columns[column].title = title;
    page->of_role[role] = column;
}

bool cs_stacked_find(struct cs_page *page)
{
    enum { FEWEST = 3 };
    uint32_t *labels = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *labels), best = 0;
    for (uint32_t i = 0; i < page->grid->cell_count; i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        bool is_first = i == 0 || cell[-1].row != cell->row;
        bool is_alone = i + 2 >= page->grid->cell_count || cell[2].row != cell->row; /* but for what it labels */
        if (is_first && is_alone && cell->column < page->column_count && label_role(page, cell->text) == CS_ROLE_ANSWER)
            labels[cell->column]++;
    }
    for (uint32_t c = 0; c < page->column_count; c++)
        best = labels[c] > labels[best] ? c : best;
    if (page->column_count == 0 || labels[best] < FEWEST)
        return false;
    page->is_stacked = true;
    page->label_column = best;
    page->column_count += best + 1 == page->column_count; /* the answers of an empty form; there is room for one more */
    page->in_words = page->is_guessed = false;            /* what was seen in it as a table */
    page->header = CS_NO_ROW;
    page->header_rows = 0;
    page->first = 0;
    for (uint32_t c = 0; c < page->column_count; c++)
        page->columns[c] = (struct cs_page_column){.role = CS_ROLES};
    for (int role = 0; role < CS_ROLES; role++)
        page->of_role[role] = CS_NO_COLUMN;
    return true;
}

/* A form under way. */
struct stack {
    struct cs_page *page;
    struct cs_lines *lines;
    struct cs_line question; /* the last one, which waits for its label; kind NOTE: there is none */
};

static struct cs_line empty_line(const struct cs_page *page, enum cs_line_kind kind, uint32_t row)
{
    struct cs_line line = {.kind = kind, .page = page, .row = row, .answer_row = row};
    for (int role = 0; role < CS_ROLES; role++)
        line.columns[role] = CS_NO_COLUMN;
    return line;
}

static void add(struct stack *stack, struct cs_line line)
{
    struct cs_lines *lines = stack->lines;
    lines->at = cs_grow(&stack->page->job->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
    lines->at[lines->count++] = line;
}

/* What waits and got no label is a heading, or a note. */
static void drop_question(struct stack *stack)
{
    struct cs_line *line = &stack->question;
    if (line->kind != CS_LINE_ITEM)
        return;
    line->text = line->cells[CS_ROLE_QUESTION];
    line->kind = cs_is_heading(line->text) ? CS_LINE_SECTION : CS_LINE_NOTE;
    add(stack, *line);
    line->kind = CS_LINE_NOTE;
}

static void take_question(struct stack *stack, uint32_t row, const struct cs_grid_cell *const cells[])
{
    struct cs_job *job = stack->page->job;
    struct cs_line line = empty_line(stack->page, CS_LINE_ITEM, row);
    for (uint32_t c = 0; c < stack->page->column_count; c++) {
        if (!cells[c])
            continue;
        cs_text text = cs_text_trim(cells[c]->text);
        struct cs_number number;
        bool whole = cs_number_read(job, text, &number) && cs_number_is_whole(&number);
        enum cs_role role = whole && line.cells[CS_ROLE_QUESTION].size == 0 ? CS_ROLE_NUMBER : CS_ROLE_QUESTION;
        if (line.cells[role].size)
            continue;
        line.cells[role] = text;
        line.columns[role] = c;
        line.number = role == CS_ROLE_NUMBER ? number : line.number;
    }
    cs_text *question = &line.cells[CS_ROLE_QUESTION];
    struct cs_number number;
    if (line.cells[CS_ROLE_NUMBER].size == 0 && cs_number_read(job, *question, &number) && number.apart &&
        number.rest.size) {
        line.number = number;
        *question = cs_number_rest(job, *question, &number);
        line.cells[CS_ROLE_NUMBER] = number.text;
    }
    drop_question(stack);
    stack->question = line;
}

/* The text behind a label goes to the question above, which is an item now, or to the item that had its answer. */
static void take_label(struct stack *stack, uint32_t row, const struct cs_grid_cell *const cells[], enum cs_role role)
{
    struct cs_page *page = stack->page;
    uint32_t label = page->label_column, column = label + 1;
    while (column < page->column_count && !cells[column])
        column++;
    if (stack->question.kind == CS_LINE_ITEM) {
        add(stack, stack->question);
        stack->question.kind = CS_LINE_NOTE;
    }
    struct cs_line *line = stack->lines->count ? &stack->lines->at[stack->lines->count - 1] : NULL;
    if (!line || line->kind != CS_LINE_ITEM || line->page != page || line->columns[role] != CS_NO_COLUMN)
        return;
    bool found = column < page->column_count;
    line->cells[role] = found ? cs_text_trim(cells[column]->text) : (cs_text){0};
    line->columns[role] = found ? column : label + 1;
    line->answer_row = row;
    give(page, line->columns[CS_ROLE_NUMBER], CS_ROLE_NUMBER, (cs_text){0});
    give(page, line->columns[CS_ROLE_QUESTION], CS_ROLE_QUESTION, (cs_text){0});
    give(page, line->columns[role], role, without_colon(cells[label]->text));
}

void cs_stacked_read(struct cs_page *page, struct cs_lines *lines)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    struct stack stack = {.page = page, .lines = lines};
    for (uint32_t i = 0, row; i < page->grid->cell_count; i = cs_grid_row_start(page->grid, row + 1)) {
        row = page->grid->cells[i].row;
        if (cs_page_row(page, row, cells) == 0)
            continue;
        const struct cs_grid_cell *label = cells[page->label_column];
        enum cs_role role = label ? label_role(page, label->text) : CS_ROLES;
        if (role == CS_ROLES)
            take_question(&stack, row, cells);
        else
            take_label(&stack, row, cells, role);
    }
    drop_question(&stack);
}
