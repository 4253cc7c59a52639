/* Questions above their answers: see stacked.h.
 *
 *     Q1 | Do you keep a list of assets?
 *        | Answer: |
 *
 * Such a form is recognised by its labels: three or more in one column, in cells that say nothing but "answer". If a form
 * says how far below its question an answer is, no labels are needed; but where they exist and agree with it, each
 * question gets the cell that its own labels point to. */
#include "import/page/stacked.h"
#include "import/page/boxed.h"
#include "import/page/phrase.h"
#include "import/page/preface.h"

static cs_text without_colon(cs_text text)
{
    text = cs_text_trim(text);
    text.size -= cs_text_ends(text, CS_TEXT(":")) ? 1 : cs_text_ends(text, CS_TEXT("：")) ? 3 : 0;
    return cs_text_trim(text);
}

/* The role that a label names, ANSWER or REMARK; CS_ROLES for any other text. */
static enum cs_role label_role(const struct cs_page *page, cs_text text)
{
    struct cs_title title = cs_title_read(page->titles, without_colon(text));
    bool labels = title.grade == 2 && title.rank == 3;
    return labels && (title.role == CS_ROLE_ANSWER || title.role == CS_ROLE_REMARK) ? title.role : CS_ROLES;
}

static void give(struct cs_page *page, uint32_t column, enum cs_role role, cs_text title, uint32_t below)
{
    if (column >= page->column_count || page->of_role[role] != CS_NO_COLUMN)
        return;
    if (page->columns[column].role == CS_ROLES || page->columns[column].role == CS_ROLE_OTHER)
        page->columns[column].role = role;
    page->columns[column].by = CS_KNOWN_BY_CONTENT;
    page->columns[column].title = page->columns[column].title.size ? page->columns[column].title : title;
    page->of_role[role] = column;
    page->below[role] = below;
}

/* The column with the most answer labels; CS_NO_COLUMN if there are few. */
static uint32_t find_labels(const struct cs_page *page)
{
    enum { FEWEST = 3 };
    uint32_t *labels = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *labels), best = 0;
    for (uint32_t i = 0; i < page->grid->cell_count; i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        bool is_first = i == 0 || cell[-1].row != cell->row;
        /* apart from the cell that it labels */
        bool is_alone = i + 2 >= page->grid->cell_count || cell[2].row != cell->row;
        if (is_first && is_alone && cell->column < page->column_count && label_role(page, cell->text) == CS_ROLE_ANSWER)
            labels[cell->column]++;
    }
    for (uint32_t c = 0; c < page->column_count; c++)
        best = labels[c] > labels[best] ? c : best;
    return page->column_count && labels[best] >= FEWEST ? best : CS_NO_COLUMN;
}

/* Resets what was recognised on the page as a table; it has `count` columns now. */
static void begin(struct cs_page *page, uint32_t count)
{
    page->is_stacked = true;
    page->column_count = count;
    page->columns = cs_alloc_array(&page->job->arena, count + 1u, sizeof *page->columns);
    page->in_words = page->is_guessed = false;
    page->header = CS_NO_ROW;
    page->header_rows = 0;
    page->first = 0;
    for (uint32_t c = 0; c < count; c++)
        page->columns[c] = (struct cs_page_column){.role = CS_ROLES};
    for (int role = 0; role < CS_ROLES; role++) {
        page->of_role[role] = CS_NO_COLUMN;
        page->below[role] = 0;
    }
}

bool cs_stacked_find(struct cs_page *page)
{
    uint32_t labels = find_labels(page);
    if (labels == CS_NO_COLUMN)
        return false;
    page->label_column = labels;
    bool is_last = labels + 1 == page->column_count && labels + 1 < CS_MOST_COLUMNS;
    begin(page, page->column_count + is_last); /* room for the answers of an empty form */
    return true;
}

/* --- what a form says ---------------------------------------------------------------------------------------------- */

/* True if the labels lead to the cells that the form names. */
static bool agrees(struct cs_page *page, const struct cs_form_part *part)
{
    struct cs_lines lines = {0};
    cs_stacked_read(page, &lines);
    for (uint32_t i = 0; i < part->column_count; i++) {
        const struct cs_form_column *column = &part->columns[i];
        if (column->role != CS_ROLE_OTHER &&
            (page->of_role[column->role] != column->column || page->below[column->role] != column->below))
            return false;
    }
    return lines.count > 0;
}

void cs_stacked_use(struct cs_page *page, const struct cs_form_part *part)
{
    uint32_t count = page->column_count;
    for (uint32_t i = 0; i < part->column_count; i++)
        if (part->columns[i].column < CS_MOST_COLUMNS && part->columns[i].column >= count)
            count = part->columns[i].column + 1; /* the answers of an empty form */
    page->label_column = find_labels(page);
    begin(page, count);
    page->first = part->first;
    if (page->label_column != CS_NO_COLUMN && agrees(page, part)) {
        uint32_t labels = page->label_column;
        begin(page, count);
        page->label_column = labels;
        page->first = part->first;
        return;
    }
    begin(page, count);
    page->label_column = CS_NO_COLUMN;
    page->first = part->first;
    page->last = part->last == CS_NO_ROW ? page->last : part->last;
    for (uint32_t i = 0; i < part->column_count; i++) {
        const struct cs_form_column *column = &part->columns[i];
        if (column->column >= count)
            continue;
        give(page, column->column, column->role, column->title, column->below);
        page->columns[column->column].by = CS_KNOWN_BY_FORM;
    }
    if (page->below[CS_ROLE_ANSWER] == 1)
        page->boxes = cs_boxed_rows(page, page->of_role[CS_ROLE_ANSWER]);
}

/* --- lines --------------------------------------------------------------------------------------------------------- */

/* A stacked page while its rows are read. */
struct stack {
    struct cs_page *page;
    struct cs_lines *lines;
    struct cs_line question; /* the last question, which waits for its label; kind NOTE: none */
    cs_text beside;          /* the other text of its row */
    uint32_t more;           /* rows below that continue it */
};

static struct cs_line empty_line(const struct cs_page *page, enum cs_line_kind kind, uint32_t row)
{
    struct cs_line line = cs_line_begin(page, kind, row);
    if (kind == CS_LINE_ITEM)
        cs_line_give(&line, cs_alloc(&page->job->arena, sizeof(struct cs_line_cells)));
    return line;
}

static void add(struct stack *stack, struct cs_line line)
{
    struct cs_lines *lines = stack->lines;
    lines->at = cs_grow(&stack->page->job->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
    lines->at[lines->count++] = line;
}

/* Gives an item whose cells are in several rows its `rows`. */
static void give_rows(struct cs_line *line)
{
    line->rows = cs_alloc_array(&line->page->job->arena, CS_ROLES, sizeof *line->rows);
    for (int role = 0; role < CS_ROLES; role++)
        line->rows[role] = line->columns[role] == CS_NO_COLUMN ? CS_NO_ROW : line->row;
}

/* Adds a row without a question: a heading, a note, a label with its text. */
static void add_other(struct stack *stack, struct cs_line line, cs_text first, cs_text beside)
{
    line.text = beside.size ? beside : first;
    line.label = beside.size ? first : (cs_text){0};
    bool heads = beside.size == 0 && cs_is_heading(first) && !cs_preface_is_label(stack->page->job, first);
    line.kind = heads ? CS_LINE_SECTION : CS_LINE_NOTE;
    add(stack, line);
}

/* Drops a question that has got no label. */
static void drop_question(struct stack *stack)
{
    struct cs_line *line = &stack->question;
    if (line->kind == CS_LINE_ITEM)
        add_other(stack, *line, line->cells[CS_ROLE_QUESTION], stack->beside);
    line->kind = CS_LINE_NOTE;
}

/* Splits off a number in front of a question that has none in a cell of its own. */
static void split_number(struct cs_job *job, struct cs_line *line)
{
    cs_text *question = &line->cells[CS_ROLE_QUESTION];
    struct cs_number number;
    if (line->cells[CS_ROLE_NUMBER].size || !cs_number_read(job, *question, &number) || !number.apart ||
        number.rest.size == 0)
        return;
    line->number = number;
    *question = cs_number_rest(job, *question, &number);
    line->cells[CS_ROLE_NUMBER] = number.text;
}

static cs_text joined(struct cs_job *job, cs_text a, cs_text between, cs_text b)
{
    struct cs_buf both = {0};
    cs_buf_add(&both, a);
    cs_buf_add(&both, a.size ? between : (cs_text){0});
    cs_buf_add(&both, b);
    return cs_buf_take(&job->arena, &both);
}

/* True for a text without a number directly below a question that waits for its label: it continues the question. */
static bool goes_on(const struct stack *stack, const struct cs_line *line)
{
    const struct cs_line *question = &stack->question;
    bool is_text = line->cells[CS_ROLE_NUMBER].size == 0 && line->cells[CS_ROLE_QUESTION].size && !line->others;
    return question->kind == CS_LINE_ITEM && is_text && line->row == question->row + stack->more + 1 &&
           (question->cells[CS_ROLE_NUMBER].size || cs_asks(question->cells[CS_ROLE_QUESTION])) &&
           !cs_is_heading(question->cells[CS_ROLE_QUESTION]);
}

static void take_question(struct stack *stack, uint32_t row, const struct cs_grid_cell *const cells[])
{
    struct cs_job *job = stack->page->job;
    struct cs_line line = empty_line(stack->page, CS_LINE_ITEM, row);
    cs_text beside = {0};
    for (uint32_t c = 0; c < stack->page->column_count; c++) {
        if (!cells[c])
            continue;
        cs_text text = cs_text_trim(cells[c]->text);
        struct cs_number number;
        bool whole = cs_number_read(job, text, &number) && cs_number_is_whole(&number);
        enum cs_role role = whole && line.cells[CS_ROLE_QUESTION].size == 0 ? CS_ROLE_NUMBER : CS_ROLE_QUESTION;
        if (line.cells[role].size && cs_is_flag(text) && line.cells[CS_ROLE_FLAG].size == 0)
            role = CS_ROLE_FLAG;
        if (line.cells[role].size) {
            beside = joined(job, beside, CS_TEXT(" "), text);
            if (!line.others)
                line.others = cs_alloc_array(&job->arena, stack->page->column_count, sizeof *line.others);
            line.others[c] = text;
            continue;
        }
        line.cells[role] = text;
        line.columns[role] = c;
        line.number = role == CS_ROLE_NUMBER ? number : line.number;
    }
    split_number(job, &line);
    if (goes_on(stack, &line)) {
        cs_text *asked = &stack->question.cells[CS_ROLE_QUESTION];
        stack->more++;
        *asked = joined(job, *asked, CS_TEXT("\n"), line.cells[CS_ROLE_QUESTION]);
        return;
    }
    drop_question(stack);
    stack->question = line;
    stack->beside = beside;
    stack->more = 0;
}

/* Names the columns of the other cells in the question's row by their letters. */
static void name_others(struct cs_page *page, const struct cs_line *line)
{
    for (uint32_t c = 0; line->others && c < page->column_count; c++) {
        if (line->others[c].size == 0 || page->columns[c].title.size)
            continue;
        cs_text address = cs_grid_address(page->job, 0, c);
        page->columns[c].title = (cs_text){address.bytes, address.size - 1};
        page->columns[c].role = page->columns[c].role == CS_ROLES ? CS_ROLE_OTHER : page->columns[c].role;
    }
}

/* Gives the text after a label to the question above, which becomes an item, or to the item that already has its
 * answer. */
static void take_label(struct stack *stack, uint32_t row, const struct cs_grid_cell *const cells[], enum cs_role role)
{
    struct cs_page *page = stack->page;
    uint32_t label = page->label_column, column = label + 1;
    while (column < page->column_count && !cells[column])
        column++;
    if (stack->question.kind == CS_LINE_ITEM) {
        give_rows(&stack->question);
        name_others(page, &stack->question);
        add(stack, stack->question);
        stack->question.kind = CS_LINE_NOTE;
    }
    struct cs_line *line = stack->lines->count ? &stack->lines->at[stack->lines->count - 1] : NULL;
    if (!line || line->kind != CS_LINE_ITEM || line->page != page || line->columns[role] != CS_NO_COLUMN)
        return;
    bool found = column < page->column_count;
    line->cells[role] = found ? cs_text_trim(cells[column]->text) : (cs_text){0};
    line->columns[role] = found ? column : label + 1;
    line->rows[role] = row;
    line->answer_row = role == CS_ROLE_ANSWER ? row : line->answer_row;
    give(page, line->columns[CS_ROLE_NUMBER], CS_ROLE_NUMBER, (cs_text){0}, 0);
    give(page, line->columns[CS_ROLE_QUESTION], CS_ROLE_QUESTION, (cs_text){0}, 0);
    give(page, line->columns[CS_ROLE_FLAG], CS_ROLE_FLAG, (cs_text){0}, 0);
    give(page, line->columns[role], role, without_colon(cells[label]->text), row - line->row);
}

/* --- by places ----------------------------------------------------------------------------------------------------- */

static cs_text text_at(const struct cs_page *page, uint32_t row, uint32_t column)
{
    const struct cs_grid_cell *cell = column == CS_NO_COLUMN ? NULL : cs_grid_at(page->grid, row, column);
    return cell ? cs_text_trim(cell->text) : (cs_text){0};
}

/* True for a row with a question: it has a number if the form has a column of numbers; otherwise, as the row may be a
 * heading as well, there is no question where its answer would be. Where answers have boxes, there is one. */
static bool is_asking(const struct cs_page *page, uint32_t row)
{
    uint32_t number = page->of_role[CS_ROLE_NUMBER], asked = page->of_role[CS_ROLE_QUESTION];
    cs_text question = text_at(page, row, asked);
    struct cs_number read;
    if (page->boxes && (row + 1 > page->grid->row_count || !page->boxes[row + 1]))
        return false;
    if (number != CS_NO_COLUMN && number != asked) {
        cs_text text = text_at(page, row, number);
        return text.size && (question.size || (cs_number_read(page->job, text, &read) && cs_number_is_whole(&read)));
    }
    return question.size &&
           (!cs_is_heading(question) || !cs_is_sentence(text_at(page, row + page->below[CS_ROLE_ANSWER], asked)));
}

static void take_item(struct stack *stack, uint32_t row)
{
    const struct cs_page *page = stack->page;
    struct cs_line line = empty_line(page, CS_LINE_ITEM, row);
    give_rows(&line);
    for (int role = 0; role < CS_ROLES; role++) {
        if (page->of_role[role] == CS_NO_COLUMN || role == CS_ROLE_OTHER)
            continue;
        line.rows[role] = row + page->below[role];
        line.columns[role] = page->of_role[role];
        line.cells[role] = text_at(page, line.rows[role], page->of_role[role]);
    }
    cs_number_read(page->job, line.cells[CS_ROLE_NUMBER], &line.number);
    split_number(page->job, &line);
    line.answer_row = line.columns[CS_ROLE_ANSWER] == CS_NO_COLUMN ? row : line.rows[CS_ROLE_ANSWER];
    add(stack, line);
}

/* Reads a row that the form does not otherwise describe. */
static void read_place(struct stack *stack, uint32_t row, const struct cs_grid_cell *const cells[])
{
    struct cs_page *page = stack->page;
    if (row >= page->first && row <= page->last && is_asking(page, row)) {
        take_item(stack, row);
        return;
    }
    cs_text first = {0}, beside = {0};
    for (uint32_t c = 0; c < page->column_count; c++)
        if (cells[c] && first.size)
            beside = joined(page->job, beside, CS_TEXT(" "), cs_text_trim(cells[c]->text));
        else if (cells[c])
            first = cs_text_trim(cells[c]->text);
    add_other(stack, empty_line(page, CS_LINE_NOTE, row), first, beside);
}

/* --- the page ------------------------------------------------------------------------------------------------------ */

/* The row in which the list begins: that of the first item, or of the headings above it. The first of several
 * headings, or the only one of the list, is its title. */
static uint32_t first_row(struct cs_lines *lines, uint32_t before)
{
    uint32_t item = before, above = 0, behind = 0;
    for (; item < lines->count && lines->at[item].kind != CS_LINE_ITEM; item++)
        above += lines->at[item].kind == CS_LINE_SECTION;
    for (uint32_t i = item; i < lines->count; i++)
        behind += lines->at[i].kind == CS_LINE_SECTION;
    if (item == lines->count)
        return 0;
    for (uint32_t i = before; i < item && (above > 1 || (above == 1 && behind == 0)); i++)
        if (lines->at[i].kind == CS_LINE_SECTION) {
            lines->at[i].kind = CS_LINE_NOTE;
            break;
        }
    while (item > before && lines->at[item - 1].kind == CS_LINE_SECTION)
        item--;
    return lines->at[item].row;
}

void cs_stacked_read(struct cs_page *page, struct cs_lines *lines)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    struct stack stack = {.page = page, .lines = lines};
    uint32_t before = lines->count, deepest = 0, until = 0;
    bool by_labels = page->label_column != CS_NO_COLUMN;
    for (int role = 0; role < CS_ROLES && !by_labels; role++)
        deepest = page->below[role] > deepest ? page->below[role] : deepest;
    for (uint32_t i = 0, row; i < page->grid->cell_count; i = cs_grid_row_start(page->grid, row + 1)) {
        row = page->grid->cells[i].row;
        if (cs_page_row(page, row, cells) == 0 || (!by_labels && row < until))
            continue;
        if (!by_labels) {
            uint32_t count = lines->count;
            read_place(&stack, row, cells);
            until = lines->at[count].kind == CS_LINE_ITEM ? row + deepest + 1 : until;
            continue;
        }
        const struct cs_grid_cell *label = cells[page->label_column];
        enum cs_role role = label ? label_role(page, label->text) : CS_ROLES;
        if (role == CS_ROLES)
            take_question(&stack, row, cells);
        else
            take_label(&stack, row, cells, role);
    }
    drop_question(&stack);
    page->first = first_row(lines, before);
}
