/* Turns the rows of a page into lines: headings, items, notes. A row that continues the item above is no line of its
 * own. */
#include "base/ascii.h"
#include "wording/mark.h"
#include "wording/tags.h"
#include "import/page/heading.h"
#include "import/legend/legend.h"
#include "import/page/phrase.h"
#include "import/page/preface.h"
#include "import/page/settle.h"
#include "import/page/shift.h"

/* A page while its rows are read. */
struct reading {
    struct cs_page *page;
    struct cs_lines *lines;
    cs_text filled[CS_ROLES];     /* for groups: the value of blank cells below */
    bool in_notes;                /* below a heading of notes, until a row that asks */
    bool has_item;                /* the last line is an item that can be continued */
    cs_text asked;                /* the last question that has several named answers */
    struct cs_buf more[CS_ROLES]; /* text to append to its answer and its remark */
    struct cs_line_cells *spare;  /* for the next line that is read; NULL: the last one has kept them */
};

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* Appends the collected text to the last item. */
static void finish_item(struct reading *reading)
{
    for (int role = 0; role < CS_ROLES; role++) {
        struct cs_buf *more = &reading->more[role];
        if (more->size == 0)
            continue;
        cs_text *cell = &reading->lines->at[reading->lines->count - 1].cells[role];
        struct cs_buf whole = {0};
        cs_buf_add(&whole, *cell);
        cs_buf_add(&whole, cell->size ? cs_buf_text(more) : cs_text_trim(cs_buf_text(more)));
        *cell = cs_buf_take(&reading->page->job->arena, &whole);
        cs_buf_free(more);
    }
    reading->has_item = false;
}

/* Appends a line, which keeps its cells. */
static struct cs_line *add_line(struct reading *reading, struct cs_line line)
{
    struct cs_lines *lines = reading->lines;
    finish_item(reading);
    lines->at = cs_grow(&reading->page->job->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
    reading->has_item = line.kind == CS_LINE_ITEM;
    if (line.kind == CS_LINE_ITEM || line.kind == CS_LINE_EXAMPLE)
        reading->spare = NULL;
    lines->at[lines->count] = line;
    return &lines->at[lines->count++];
}

/* Continues the answer or remark of an item with a cell below it. */
static void go_on(struct reading *reading, enum cs_role role, const struct cs_grid_cell *cell)
{
    struct cs_line *line = &reading->lines->at[reading->lines->count - 1];
    if (line->columns[role] == CS_NO_COLUMN)
        line->columns[role] = cell->column;
    cs_buf_add_byte(&reading->more[role], '\n');
    cs_buf_add(&reading->more[role], cs_text_trim(cell->text));
}

static void add_heading(struct reading *reading, uint32_t row, cs_text text, uint32_t depth)
{
    struct cs_line *line = add_line(reading, cs_line_begin(reading->page, CS_LINE_SECTION, row));
    line->text = text;
    line->depth = depth;
    cs_number_read(reading->page->job, text, &line->number);
    for (int role = 0; role < CS_ROLES; role++)
        reading->filled[role] = (cs_text){0};
}

static void add_note(struct reading *reading, uint32_t row, cs_text label, cs_text text)
{
    struct cs_line *line = add_line(reading, cs_line_begin(reading->page, CS_LINE_NOTE, row));
    line->label = label;
    line->text = text;
}

/* --- items ------------------------------------------------------------------------------------------------------- */

static bool has(const struct cs_line *line, enum cs_role role)
{
    return line->cells[role].size > 0;
}

/* Fills groups down into the blank cells below, until a group of a higher level begins. */
static void fill_down(struct reading *reading, struct cs_line *line)
{
    static const enum cs_role groups[] = {CS_ROLE_CHAPTER, CS_ROLE_SECTION, CS_ROLE_GROUP};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        cs_text *cell = &line->cells[groups[i]];
        if (cell->size == 0) {
            *cell = reading->filled[groups[i]];
            continue;
        }
        reading->filled[groups[i]] = *cell;
        for (size_t k = i + 1; k < sizeof groups / sizeof *groups; k++)
            reading->filled[groups[k]] = (cs_text){0};
    }
}

/* The text after the number in a number cell is the question if there is no other, else the name. */
static void split_number(struct cs_job *job, struct cs_line *line)
{
    cs_text rest = cs_number_rest(job, line->cells[CS_ROLE_NUMBER], &line->number);
    enum cs_role role = has(line, CS_ROLE_QUESTION) ? CS_ROLE_NAME : CS_ROLE_QUESTION;
    if (rest.size == 0 || !line->number.apart || has(line, role))
        return;
    line->cells[role] = rest;
    line->columns[role] = line->columns[CS_ROLE_NUMBER];
    line->cells[CS_ROLE_NUMBER] = line->number.text;
}

/* Reads the number from its own cell, or from the front of the question. */
static void find_number(struct reading *reading, struct cs_line *line)
{
    enum { SHORTEST_QUESTION = 12 };
    struct cs_job *job = reading->page->job;
    cs_text *number = &line->cells[CS_ROLE_NUMBER], *question = &line->cells[CS_ROLE_QUESTION];
    struct cs_number read;
    if (number->size && question->size && cs_number_read_cell(job, *number, &read)) {
        line->number = read;
        split_number(job, line);
    } else if (number->size && cs_number_read(job, *number, &read) && (read.rest.size == 0 || read.apart)) {
        line->number = read;
        split_number(job, line);
    } else if (number->size == 0 && cs_number_read(job, *question, &read) && read.apart && read.text.size &&
               read.rest.size >= SHORTEST_QUESTION) {
        line->number = read;
        *question = cs_number_rest(job, *question, &read);
        *number = read.text;
        line->columns[CS_ROLE_NUMBER] = line->columns[CS_ROLE_QUESTION];
    }
}

/* The question above, for rows such as 所在地 and 耐震 that only name what is asked for. */
static cs_text question_above(struct reading *reading, const struct cs_line *line)
{
    bool names = has(line, CS_ROLE_NAME), asks = has(line, CS_ROLE_QUESTION);
    if (!asks && names && !has(line, CS_ROLE_NUMBER))
        return reading->asked;
    reading->asked = asks && names ? line->cells[CS_ROLE_QUESTION] : (cs_text){0};
    return (cs_text){0};
}

/* If the question cell is empty, the longest title before it is the question. */
static void find_question(struct cs_line *line)
{
    static const enum cs_role stand_ins[] = {CS_ROLE_NAME, CS_ROLE_GROUP, CS_ROLE_SECTION};
    if (line->cells[CS_ROLE_QUESTION].size)
        return;
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++) {
        enum cs_role role = stand_ins[i];
        if (line->cells[role].size == 0)
            continue;
        if (role != CS_ROLE_NAME && !cs_is_sentence(line->cells[role]))
            return;
        line->cells[CS_ROLE_QUESTION] = line->cells[role];
        line->columns[CS_ROLE_QUESTION] = line->columns[role];
        line->cells[role] = (cs_text){0};
        return;
    }
}

/* The text of a cell, followed by its link if the text does not contain it: see policy <https://...>. Roles with a
 * field for links keep them there. */
static cs_text text_with_link(struct cs_job *job, const struct cs_grid_cell *cell, enum cs_role role)
{
    cs_text text = cs_text_trim(cell->text);
    bool is_outside = cs_text_find(cell->link, CS_TEXT("://")) > 0 || cs_text_starts(cell->link, CS_TEXT("mailto:"));
    if (!is_outside || role == CS_ROLE_EVIDENCE || role == CS_ROLE_NUMBER || cs_text_find(text, cell->link) >= 0)
        return text;
    struct cs_buf both = {0};
    cs_buf_add(&both, text);
    cs_buf_add(&both, CS_TEXT(" <"));
    cs_buf_add(&both, cell->link);
    cs_buf_add_byte(&both, '>');
    text = cs_buf_copy(&job->arena, &both);
    cs_buf_free(&both);
    return text;
}

/* A row of several cells, by role. */
static struct cs_line read_cells(struct reading *reading, uint32_t row, const struct cs_grid_cell *const cells[])
{
    const struct cs_page *page = reading->page;
    uint32_t targets[CS_MOST_COLUMNS];
    struct cs_line line = cs_line_begin(page, CS_LINE_ITEM, row);
    if (!reading->spare)
        reading->spare = cs_alloc(&page->job->arena, sizeof *reading->spare);
    cs_line_give(&line, reading->spare);
    cs_shift_find(page, cells, targets);
    for (uint32_t c = 0; c < page->column_count; c++) {
        enum cs_role role = cells[c] ? page->columns[targets[c]].role : CS_ROLES;
        if (role == CS_ROLES || cs_page_is_fault(cells[c]))
            continue;
        cs_text text = text_with_link(page->job, cells[c], role), *answer = &line.cells[CS_ROLE_ANSWER];
        if (page->columns[targets[c]].product)
            cs_page_take_part(page, c, targets[c], text, &line);
        if (page->columns[targets[c]].is_choice && page->columns[targets[c]].run < 2) {
            cs_text before = *answer;
            *answer = cs_page_choose(page, targets[c], text, before);
            line.chose_twice |= before.size && answer->size > before.size;
            line.columns[CS_ROLE_ANSWER] = c;
            continue;
        }
        if (role == CS_ROLE_OTHER && page->columns[targets[c]].is_guide)
            continue;
        if (role == CS_ROLE_OTHER && page->columns[targets[c]].is_translation) {
            line.translation = text;
            continue;
        }
        if (role == CS_ROLE_OTHER) {
            if (!line.others)
                line.others = cs_alloc_array(&page->job->arena, page->column_count, sizeof *line.others);
            if (!page->columns[targets[c]].product)
                line.others[targets[c]] = text;
            continue;
        }
        line.cells[role] = text;
        line.columns[role] = c;
    }
    return line;
}

/* Reads a row before or after the items: one text, a label and its text, or several such pairs. */
static void read_note(struct reading *reading, uint32_t row, const struct cs_grid_cell *const cells[])
{
    struct cs_job *job = reading->page->job;
    cs_text first = {0};
    struct cs_buf text = {0};
    for (uint32_t c = 0; c <= reading->page->column_count; c++) {
        bool is_end = c == reading->page->column_count;
        cs_text part = !is_end && cells[c] ? cs_text_trim(cells[c]->text) : (cs_text){0};
        if (part.size == 0 && !is_end)
            continue;
        bool begins = first.size && (is_end || cs_preface_is_label(job, part));
        if (begins) {
            add_note(reading, row, text.size ? first : (cs_text){0},
                     text.size ? cs_buf_copy(&job->arena, &text) : first);
            cs_buf_clear(&text);
            first = (cs_text){0};
        }
        if (first.size == 0) {
            first = part;
            continue;
        }
        cs_buf_add(&text, text.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&text, part);
    }
    cs_buf_free(&text);
}

/* True for a row that shows how to answer: it begins with 例 or (記入例). */
static bool is_example(const struct reading *reading, const struct cs_grid_cell *const cells[])
{
    uint32_t c = 0;
    while (c < reading->page->column_count && !cells[c])
        c++;
    return c < reading->page->column_count && cs_is_example(reading->page->job, cells[c]->text);
}

/* True for a role that may continue in rows below its question. */
static bool may_go_on(enum cs_role role)
{
    return role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE || role == CS_ROLE_REF;
}

/* A row without a question continues the answer above it if it holds nothing else; otherwise it is a note. */
static void add_answerless(struct reading *reading, uint32_t row, const struct cs_line *line,
                           const struct cs_grid_cell *const cells[])
{
    uint32_t count = 0, answers = 0;
    for (uint32_t c = 0; c < reading->page->column_count; c++) {
        count += cells[c] != NULL;
        for (int role = 0; role < CS_ROLES; role++)
            answers += cells[c] && may_go_on((enum cs_role)role) && line->columns[role] == c;
    }
    if (!reading->has_item || answers < count) {
        read_note(reading, row, cells);
        return;
    }
    for (int role = 0; role < CS_ROLES; role++)
        if (may_go_on((enum cs_role)role) && line->columns[role] != CS_NO_COLUMN)
            go_on(reading, (enum cs_role)role, cells[line->columns[role]]);
}

/* A row that sums up those above it says so where its number or its question would stand. */
static bool is_total(const struct cs_page *page, const struct cs_line *line)
{
    return cs_is_total(page->job, line->cells[line->number.id.size ? CS_ROLE_NUMBER : CS_ROLE_QUESTION]);
}

static void read_table_row(struct reading *reading, uint32_t row, const struct cs_grid_cell *const cells[])
{
    struct cs_line line = read_cells(reading, row, cells);
    reading->in_notes = false;
    if (is_example(reading, cells)) {
        line.kind = CS_LINE_EXAMPLE;
        add_line(reading, line);
        return;
    }
    find_number(reading, &line);
    cs_text heading = cs_heading_of_row(&line);
    if (heading.size) {
        add_heading(reading, row, heading, 0);
        return;
    }
    cs_text asked_above = question_above(reading, &line);
    find_question(&line);
    bool asks =
        has(&line, CS_ROLE_QUESTION) || has(&line, CS_ROLE_NAME) || line.number.id.size || line.number.date.month;
    if (!asks) {
        add_answerless(reading, row, &line, cells);
        return;
    }
    if (is_total(reading->page, &line)) {
        read_note(reading, row, cells);
        return;
    }
    fill_down(reading, &line);
    if (asked_above.size && !has(&line, CS_ROLE_GROUP))
        line.cells[CS_ROLE_GROUP] = asked_above;
    add_line(reading, line);
}

/* --- rows of one cell --------------------------------------------------------------------------------------------- */

/* True for a heading among unnumbered questions: merged over several columns, in title case, or short where all
 * questions are sentences. */
static bool heads_questions(const struct cs_page *page, const struct cs_grid_cell *cell)
{
    enum { SHORT = 45 };
    cs_text text = cs_text_trim(cell->text);
    if (!page->asks_in_sentences || !cs_is_heading(text))
        return false;
    return cs_page_is_merged(page, cell) || cs_is_title_case(text) || (cs_is_japanese(text) && text.size <= SHORT);
}

static void read_lone(struct reading *reading, uint32_t row, const struct cs_grid_cell *cell,
                      const struct cs_grid_cell *const cells[])
{
    enum { QUESTION = 60 };
    const struct cs_page *page = reading->page;
    cs_text text = cs_text_trim(cell->text);
    enum cs_role role = page->columns[cell->column].role;
    bool numbered = page->of_role[CS_ROLE_NUMBER] != CS_NO_COLUMN;
    struct cs_number number;
    reading->in_notes |= numbered && cs_heads_notes(page->job, text);
    if (cs_is_legend(page->job, text) || (reading->in_notes && !cell->heading))
        add_note(reading, row, (cs_text){0}, text);
    else if (cell->heading && cs_is_heading(text))
        add_heading(reading, row, text, cell->heading > 2 ? cell->heading - 2 : 0);
    else if (reading->has_item && may_go_on(role))
        go_on(reading, role, cell);
    else if (reading->has_item && cs_is_bullet(text) && page->of_role[CS_ROLE_REMARK] != CS_NO_COLUMN)
        go_on(reading, CS_ROLE_REMARK, cell);
    else if (role == CS_ROLE_NUMBER && cs_number_read(page->job, text, &number) && cs_number_is_whole(&number))
        read_table_row(reading, row, cells);
    else if (role == CS_ROLE_QUESTION && !cs_is_aside(text) &&
             ((!numbered && !heads_questions(page, cell)) || cs_is_sentence(text) || text.size >= QUESTION))
        read_table_row(reading, row, cells);
    else if (cs_is_heading(text))
        add_heading(reading, row, text, role == CS_ROLE_SECTION || role == CS_ROLE_GROUP);
    else if (role == CS_ROLE_NUMBER && cs_number_read(page->job, text, &number) && number.apart && cs_is_sentence(text))
        read_table_row(reading, row, cells); /* 6-8 ... ですか */
    else
        add_note(reading, row, (cs_text){0}, text);
}

/* Signs that a cell explains, alone or with the one behind it: ○：適合; ○ | 適合. *taken is how many cells that is. */
static uint32_t explained_by(const struct cs_page *page, const struct cs_grid_cell *const cells[], uint32_t c,
                             struct cs_legend_sign *signs, uint32_t room, uint32_t *taken)
{
    enum { LEAST = 5, MOST = 60 }; /* bytes of a sign with its words */
    const struct cs_grid_cell *cell = cells[c], *next = c + 1 < page->column_count ? cells[c + 1] : NULL;
    *taken = 1;
    if (!cell || room == 0)
        return 0;
    if (next && cs_legend_pair(page->job, cell->text, next->text, signs)) {
        *taken = 2;
        return 1;
    }
    bool may = cell->text.size >= LEAST && cell->text.size <= MOST;
    uint32_t count = may ? cs_legend_read(page->job, cell->text, signs, room) : 0;
    return count && signs[0].sign.bytes == cs_text_trim(cell->text).bytes ? count : 0;
}

/* True for a row that explains signs, and where questions stand as well: 凡例 | ○：適合 | ×：不適合. */
static bool is_legend(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    enum { MOST = 12 };
    struct cs_legend_sign signs[MOST];
    uint32_t question = page->of_role[CS_ROLE_QUESTION], count = 0, taken;
    if (question == CS_NO_COLUMN || !cells[question])
        return false;
    bool explains = explained_by(page, cells, question, signs, MOST, &taken) ||
                    (question && explained_by(page, cells, question - 1, signs, MOST, &taken) && taken == 2);
    for (uint32_t c = 0; explains && c < page->column_count; c += taken)
        count += explained_by(page, cells, c, signs + count, MOST - count, &taken);
    return explains && cs_legend_holds(signs, count);
}

/* --- the page -------------------------------------------------------------------------------------------------- */

/* The first of the headings directly above the table, which belong to it and not to the preface; the title row if
 * there are none. A heading of level one is the heading of the whole sheet. */
static uint32_t first_heading(const struct cs_page *page)
{
    const struct cs_grid_sheet *grid = page->grid;
    if (page->header == CS_NO_ROW)
        return CS_NO_ROW;
    uint32_t first = cs_grid_row_start(grid, page->header);
    while (first > 0 && grid->cells[first - 1].heading > 1)
        first--;
    return first < grid->cell_count ? grid->cells[first].row : page->header;
}

/* True for a row above the titles that is numbered like those below: GNRL-01 | Name of the company. */
static bool is_numbered(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    uint32_t number = page->of_role[CS_ROLE_NUMBER], question = page->of_role[CS_ROLE_QUESTION];
    if (number == CS_NO_COLUMN || question == CS_NO_COLUMN || !cells[number] || !cells[question])
        return false;
    cs_text text = cs_text_trim(cells[number]->text);
    return text.size > 2 && cs_is_ascii_letter(text.bytes[0]) && cs_is_ascii_letter(text.bytes[1]) &&
           cs_number_is_id(text);
}

/* The first of several such rows; the first row of items if there are none. */
static uint32_t first_item(const struct cs_page *page)
{
    enum { FEWEST = 2 };
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t first = page->first, count = 0;
    for (uint32_t row = page->header == CS_NO_ROW ? 0 : page->header; row-- > 0;) {
        bool is_one = cs_page_row(page, row, cells) && is_numbered(page, cells);
        first = is_one ? row : first;
        count += is_one;
    }
    return count >= FEWEST ? first : page->first;
}

void cs_page_read_lines(struct cs_page *page, struct cs_lines *lines)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    struct reading reading = {.page = page, .lines = lines};
    uint32_t heading = first_heading(page), first = page->has_items ? first_item(page) : page->first;
    cs_text section;
    uint32_t before = lines->count, header_end = page->header == CS_NO_ROW ? 0 : page->header + page->header_rows;
    uint32_t last = page->grid->cell_count ? page->grid->cells[page->grid->cell_count - 1].row : 0;
    for (uint32_t i = 0, row; i < page->grid->cell_count; i = cs_grid_row_start(page->grid, row + 1)) {
        row = page->grid->cells[i].row;
        uint32_t count = cs_page_row(page, row, cells), only = 0;
        bool in_header = page->header != CS_NO_ROW && row >= page->header && row < header_end;
        if (count == 0 || in_header) {
            if (in_header && page->section_column != CS_NO_COLUMN && cells[page->section_column])
                add_heading(&reading, row, cs_text_trim(cells[page->section_column]->text), 0);
            continue;
        }
        if (cs_page_is_header(page, row, &section)) {
            finish_item(&reading);
            if (lines->count > before)
                cs_settle_header(lines->at + before, lines->count - before);
            if (section.size)
                add_heading(&reading, row, section, 0);
            continue;
        }
        while (!cells[only])
            only++;
        if (row > page->first && row <= page->last && cs_page_begins_other(page, cells))
            page->last = row - 1;
        if (row >= heading && row < page->header)
            add_heading(&reading, row, cs_text_trim(cells[only]->text), cells[only]->heading - 2);
        else if ((row < page->first && !(row >= first && is_numbered(page, cells))) || row > page->last)
            read_note(&reading, row, cells);
        else if (count == 1)
            read_lone(&reading, row, cells[only], cells);
        else if (is_legend(page, cells))
            read_note(&reading, row, cells);
        else
            read_table_row(&reading, row, cells);
        if (row == last)
            break;
    }
    finish_item(&reading);
    if (page->has_items && lines->count > before)
        cs_settle_page(page, lines, before);
}
