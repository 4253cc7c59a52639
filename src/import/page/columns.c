/* The columns of a page: roles by title, then a decision where several titles name the same role. */
#include "import/page/census.h"
#include "import/page/header.h"
#include "base/ascii.h"
#include "wording/mark.h"

#include <assert.h>
#include <string.h>

/* --- titles ------------------------------------------------------------------------------------------------------- */

enum { MOST_ROWS = 3 }; /* of titles */

/* Columns while their titles are found. */
struct titling {
    uint32_t *from[MOST_ROWS];  /* by row of titles: where the one that covers a column begins */
    uint32_t *until[MOST_ROWS]; /* of one where a merged title begins: the last column that has it; else itself */
    bool *is_used;              /* something stands below the titles */
};

static cs_text text_at(const struct cs_page *page, uint32_t row, uint32_t column)
{
    const struct cs_grid_cell *cell = cs_grid_at(page->grid, row, column);
    return cell ? cs_text_trim(cell->text) : (cs_text){0};
}

/* True where a column has a title in one of the rows of titles below one. */
static bool is_titled_below(const struct cs_page *page, uint32_t row, uint32_t column)
{
    for (uint32_t i = row + 1; i < page->header + page->header_rows; i++)
        if (text_at(page, i, column).size)
            return true;
    return false;
}

/* What is not merged covers the columns behind it as well that have nothing but a title below, as it has itself. */
static void spread_titles(const struct cs_page *page, uint32_t index, struct titling *titling)
{
    uint32_t row = page->header + index, *from = titling->from[index];
    for (uint32_t c = page->left + 1; c < page->column_count; c++) {
        uint32_t before = from[c - 1];
        bool is_bare = from[c] == c && text_at(page, row, c).size == 0 && is_titled_below(page, row, c);
        if (is_bare && titling->until[index][before] == before && text_at(page, row, before).size &&
            is_titled_below(page, row, c - 1))
            from[c] = before;
    }
}

/* Merged titles, of several over one another the first, so that no number of them takes long. */
static struct titling see_merges(const struct cs_page *page)
{
    struct cs_arena *arena = &page->job->arena;
    uint32_t count = page->column_count;
    struct titling titling = {.is_used = cs_alloc_array(arena, count + 1u, sizeof *titling.is_used)};
    for (uint32_t i = 0; i < page->header_rows; i++) {
        titling.from[i] = cs_alloc_array(arena, count + 1u, sizeof *titling.from[i]);
        titling.until[i] = cs_alloc_array(arena, count + 1u, sizeof *titling.until[i]);
        for (uint32_t c = 0; c < count; c++)
            titling.from[i][c] = titling.until[i][c] = c;
    }
    for (uint32_t m = 0; m < page->grid->merge_count; m++) {
        const struct cs_grid_merge *merge = &page->grid->merges[m];
        uint32_t row = merge->row - page->header, last = merge->last_column < count ? merge->last_column : count - 1;
        if (merge->row < page->header || row >= page->header_rows || merge->column >= count ||
            titling.until[row][merge->column] != merge->column)
            continue;
        titling.until[row][merge->column] = last;
        for (uint32_t c = merge->column; c <= last; c++)
            titling.from[row][c] = merge->column;
    }
    for (uint32_t i = 0; i < page->header_rows; i++)
        spread_titles(page, i, &titling);
    for (uint32_t i = cs_grid_row_start(page->grid, page->header + page->header_rows); i < page->grid->cell_count; i++)
        if (page->grid->cells[i].column < count)
            titling.is_used[page->grid->cells[i].column] = true;
    return titling;
}

/* A title merged over several columns, the first of which is empty, belongs to the first that is not. */
static void move_title(struct cs_page *page, const struct titling *titling, uint32_t column)
{
    uint32_t c = column, until = column;
    for (uint32_t i = 0; i < page->header_rows; i++)
        until = until == column ? titling->until[i][column] : until;
    while (c < until && !titling->is_used[c])
        c++;
    if (c == column || !titling->is_used[c] || page->columns[c].title.size)
        return;
    page->columns[c] = page->columns[column];
    page->columns[column] = (struct cs_page_column){.role = CS_ROLES};
}

static cs_text two_titles(struct cs_job *job, cs_text upper, cs_text lower)
{
    struct cs_buf both = {0};
    cs_buf_add(&both, upper);
    cs_buf_add_byte(&both, ' ');
    cs_buf_add(&both, lower);
    return cs_buf_take(&job->arena, &both);
}

/* True for what may stand over the names of products. */
static bool covers_names(enum cs_role role)
{
    return role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE;
}

/* Sets the role and title of a column: those of the lower of two titles, unless only the upper one names a role.
 * Columns below 前回 are not to be answered and get both titles: 前回 備考. */
static void read_title(struct cs_page *page, bool is_shared, struct cs_page_column *column)
{
    static const struct cs_title of_product = {CS_ROLE_ANSWER, 2, 3};
    cs_text title = column->lower.size ? column->lower : column->upper;
    struct cs_title upper = cs_title_read(page->titles, column->upper),
                    lower = cs_title_read(page->titles, column->lower);
    struct cs_title over = cs_title_read(page->titles, column->above);
    const struct cs_title *by = lower.grade ? &lower : &upper;
    bool shares = column->lower.size && over.grade && covers_names(over.role) && lower.grade == 0 &&
                  (column->upper.size == 0 || is_shared); /* one title over the names of products */
    column->title = title;
    if (column->lower.size && column->above.size && over.grade == 1 && over.role == CS_ROLE_OTHER) {
        by = &over;
        column->title = two_titles(page->job, column->above, column->lower);
    } else if (shares) {
        by = &over;
    } else if (cs_page_knows(page, title) && (column->lower.size ? lower.grade : upper.grade) < 2) {
        by = &of_product;
    } else if (lower.grade == 0 && upper.grade && !cs_is_mark(page->job, column->lower)) {
        column->title = column->upper;
    }
    column->by = by->grade ? CS_KNOWN_BY_TITLE : CS_UNKNOWN;
    column->role = by->grade ? by->role : column->title.size ? CS_ROLE_OTHER : CS_ROLES;
    column->rank = by->grade ? by->rank : 0;
    column->is_whole = by->grade > 1;
    column->wanted = column->role;
    column->is_guide = by->grade > 1 && by->role == CS_ROLE_OTHER && by->rank > 2;
}

/* The titles of a column: the one in the first row, the last one of those below, and what stands over that. */
static void find_titles(const struct cs_page *page, const struct titling *titling, uint32_t c,
                        struct cs_page_column *column)
{
    uint32_t row = page->header_rows - 1;
    column->upper = text_at(page, page->header, c);
    while (row > 0 && (column->lower = text_at(page, page->header + row, c)).size == 0)
        row--;
    while (row-- > 0 && column->above.size == 0)
        column->above = text_at(page, page->header + row, titling->from[row][c]);
}

static void use_titles(struct cs_page *page)
{
    assert(page->header_rows > 0);
    struct titling titling = see_merges(page);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        find_titles(page, &titling, c, column);
        if (c == page->section_column)
            *column = (struct cs_page_column){.role = CS_ROLES};
        else
            read_title(page, c + 1 < page->column_count && titling.from[0][c + 1] == c, column);
    }
    for (uint32_t c = page->left; c < page->column_count; c++)
        move_title(page, &titling, c);
}

/* --- evidence of drop-downs ---------------------------------------------------------------------------------------- */

/* True for a list that offers both yes and no. */
static bool offers_states(const struct cs_page *page, const struct cs_grid_choices *choices)
{
    unsigned seen = 0;
    enum cs_state state;
    for (uint32_t i = 0; i < choices->count; i++)
        seen |= cs_mark_state(page->job, choices->texts[i], &state) ? 1u << state : 0;
    return (seen & 1u << CS_STATE_OK) && (seen & 1u << CS_STATE_NG);
}

/* A drop-down that offers yes and no makes its column the answer, whatever the title; the title of a column for
 * somebody else still excludes it. */
static void use_lists(struct cs_page *page)
{
    enum { BEST = 4 };
    for (uint32_t i = 0; i < page->grid->choice_count; i++) {
        const struct cs_grid_choices *choices = &page->grid->choices[i];
        uint32_t c = choices->range.column;
        if (c < page->left || c >= page->column_count || choices->range.last_column != c ||
            choices->range.last_row < page->first || !offers_states(page, choices))
            continue;
        struct cs_page_column *column = &page->columns[c];
        bool is_answer = column->role == CS_ROLE_ANSWER;
        bool is_free = column->role == CS_ROLES || (column->role == CS_ROLE_OTHER && column->by == CS_UNKNOWN);
        if (!is_answer && !is_free)
            continue;
        if (column->rank <= 3)
            column->rank += is_free ? BEST - 2u : BEST;
        column->role = CS_ROLE_ANSWER;
        column->by = is_answer ? column->by : CS_KNOWN_BY_CONTENT;
    }
}

/* --- one column a role --------------------------------------------------------------------------------------------- */

static bool is_better(struct cs_job *job, const struct cs_page_column *a, const struct cs_page_column *b)
{
    if (a->rank != b->rank)
        return a->rank > b->rank;
    unsigned year = cs_title_year(job, a->title), other = cs_title_year(job, b->title);
    return year != other ? year > other : a->role == CS_ROLE_NUMBER && a->is_whole && !b->is_whole;
}

/* Tells two columns of the same title apart by their upper titles. */
static void name_apart(struct cs_page *page, uint32_t c)
{
    struct cs_page_column *column = &page->columns[c];
    uint32_t above = c;
    if (page->header_rows < 2 || column->lower.size == 0)
        return;
    while (above > page->left && text_at(page, page->header, above).size == 0)
        above--;
    cs_text upper = text_at(page, page->header, above);
    if (cs_text_equal(column->title, column->upper))
        column->title = column->lower;
    else if (upper.size && !cs_text_equal(column->title, upper) && !cs_text_starts(column->title, upper))
        column->title = two_titles(page->job, upper, column->lower);
}

/* The role of a second column of the same role: a section below the chapter, or the item's name; else OTHER. */
static enum cs_role second_role(const struct cs_page *page, uint32_t c)
{
    enum cs_role role = page->columns[c].role;
    if ((role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION) && page->columns[c].rank > 1)
        return role == CS_ROLE_CHAPTER ? CS_ROLE_SECTION : CS_ROLE_GROUP;
    return CS_ROLE_OTHER;
}

/* Leaves each role to one column: the one with the highest rank, then of the latest year, then the first. */
static void settle_roles(struct cs_page *page)
{
    for (int role = 0; role < CS_ROLES; role++) {
        uint32_t *best = &page->of_role[role];
        *best = CS_NO_COLUMN;
        for (uint32_t c = page->left; c < page->column_count; c++)
            if (page->columns[c].role == (enum cs_role)role &&
                (*best == CS_NO_COLUMN ||
                 (role != CS_ROLE_OTHER && is_better(page->job, &page->columns[c], &page->columns[*best]))))
                *best = c;
        for (uint32_t c = page->left; c < page->column_count && role != CS_ROLE_OTHER; c++)
            if (c != *best && page->columns[c].role == (enum cs_role)role) {
                page->columns[c].is_second = role == CS_ROLE_ANSWER;
                page->columns[c].role = second_role(page, c);
                name_apart(page, c);
            }
    }
}

enum { RANK_OF_FORM = 100 }; /* higher than any title's */

/* Makes room for columns of the form to the right of all that the worksheet holds: nobody has answered in them yet. */
static void widen(struct cs_page *page, const struct cs_form_part *part)
{
    uint32_t count = page->column_count;
    for (uint32_t i = 0; i < part->column_count; i++)
        if (part->columns[i].column >= count && part->columns[i].column < CS_MOST_COLUMNS)
            count = part->columns[i].column + 1;
    if (count == page->column_count)
        return;
    struct cs_page_column *columns = cs_alloc_array(&page->job->arena, count + 1u, sizeof *columns);
    memcpy(columns, page->columns, page->column_count * sizeof *columns);
    for (uint32_t c = page->column_count; c < count; c++)
        columns[c].role = CS_ROLES;
    page->columns = columns;
    page->column_count = count;
}

static void use_form(struct cs_page *page, const struct cs_form_part *part)
{
    widen(page, part);
    page->header = part->header;
    page->header_rows = part->header != CS_NO_ROW;
    page->first = part->first;
    page->last = part->last == CS_NO_ROW ? page->last : part->last;
    for (uint32_t i = 0; i < part->column_count; i++) {
        uint32_t c = part->columns[i].column;
        const struct cs_grid_cell *cell = part->header == CS_NO_ROW ? NULL : cs_grid_at(page->grid, part->header, c);
        if (c >= page->column_count)
            continue;
        cs_text title = part->columns[i].title.size || !cell ? part->columns[i].title : cs_text_trim(cell->text);
        page->columns[c] = (struct cs_page_column){.role = part->columns[i].role,
                                                   .by = CS_KNOWN_BY_FORM,
                                                   .rank = RANK_OF_FORM,
                                                   .title = title,
                                                   .upper = title};
    }
}

/* Names the OTHER columns, so that their content can be stored under a name. */
static void name_others(struct cs_page *page)
{
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].role == CS_ROLE_OTHER && page->columns[c].title.size == 0) {
            cs_text address = cs_grid_address(page->job, 0, c);
            page->columns[c].title = (cs_text){address.bytes, address.size - 1}; /* without the row */
        }
}

static void count_columns(struct cs_page *page)
{
    uint32_t most = page->grid->column_count < CS_MOST_COLUMNS ? page->grid->column_count : CS_MOST_COLUMNS;
    page->column_count = page->column_count && page->column_count < most ? page->column_count : most;
    page->columns = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *page->columns);
    page->last = page->grid->row_count ? page->grid->row_count - 1 : 0;
    page->section_column = CS_NO_COLUMN;
    for (uint32_t c = 0; c < page->column_count; c++)
        page->columns[c].role = CS_ROLES;
}

/* The name of the first section is no title of its column. */
static void forget_section(struct cs_page *page)
{
    struct cs_page_column *column = page->section_column == CS_NO_COLUMN ? NULL : &page->columns[page->section_column];
    if (column && !page->is_strange)
        *column = (struct cs_page_column){.role = CS_ROLES, .upper = column->upper};
}

static void take_role(struct cs_page *page, enum cs_role role)
{
    struct cs_page_column *column = &page->columns[page->of_role[role]];
    column->role = CS_ROLE_OTHER;
    column->by = CS_UNKNOWN;
    page->of_role[role] = CS_NO_COLUMN;
}

/* Titles that are not known still name their columns. Below them only marks are answers, and what stands in a column
 * for remarks beside no answers is not the answer to anything. */
static void show_strange(struct cs_page *page)
{
    uint32_t answer = page->of_role[CS_ROLE_ANSWER];
    if (!page->is_strange)
        return;
    const struct cs_census *census = answer == CS_NO_COLUMN ? NULL : &cs_census_of(page)[answer];
    if (census && census->count && !cs_mostly(census->marks, census->count))
        take_role(page, CS_ROLE_ANSWER);
    if (page->of_role[CS_ROLE_ANSWER] == CS_NO_COLUMN && page->of_role[CS_ROLE_REMARK] != CS_NO_COLUMN)
        take_role(page, CS_ROLE_REMARK);
    for (uint32_t c = page->left; c < page->column_count; c++)
        page->columns[c].title = page->columns[c].upper = text_at(page, page->header, c);
}

static void find_roles(struct cs_page *page)
{
    cs_header_find(page);
    page->column_count = cs_header_next_block(page);
    cs_header_find_sections(page);
    page->first = page->header == CS_NO_ROW ? 0 : page->header + page->header_rows;
    if (page->header != CS_NO_ROW && !page->is_strange)
        use_titles(page);
    forget_section(page);
    use_lists(page);
    cs_page_find_choices(page);
    settle_roles(page);
    cs_page_judge_content(page);
    settle_roles(page);
    cs_page_find_products(page);
    show_strange(page);
}

/* The end of a form part that names no answer column, exclusive; 0 for a part that names one. */
static uint32_t end_of_questions(const struct cs_form_part *part)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < part->column_count; i++) {
        if (part->columns[i].role == CS_ROLE_ANSWER || part->columns[i].role == CS_ROLE_REMARK)
            return 0;
        end = part->columns[i].column >= end ? part->columns[i].column + 1 : end;
    }
    return end;
}

/* For a form published with questions alone, to which those who answer add columns on the right: finds these by
 * title. The columns that the form names keep their roles, and no others are looked for among them. */
static void find_added(struct cs_page *page, const struct cs_form_part *part, uint32_t end)
{
    uint32_t left = page->left;
    use_form(page, part);
    page->left = end < page->column_count ? end : page->column_count;
    if (page->header != CS_NO_ROW)
        use_titles(page);
    use_lists(page);
    cs_page_find_choices(page);
    page->left = left;
    settle_roles(page);
    page->left = end < page->column_count ? end : page->column_count;
    cs_page_judge_content(page);
    page->left = left;
    settle_roles(page);
    cs_page_find_products(page);
}

/* True if a form part and the page as recognised without it agree on rows and columns. */
static bool is_as_seen(const struct cs_page *seen, const struct cs_form_part *part)
{
    uint32_t header = seen->header == CS_NO_ROW ? CS_NO_ROW : seen->header + seen->header_rows - 1;
    if (header != part->header || seen->first != part->first || part->last != CS_NO_ROW)
        return false;
    for (uint32_t i = 0; i < part->column_count; i++) {
        uint32_t c = part->columns[i].column;
        bool is_there = c >= seen->left && c < seen->column_count;
        enum cs_role role = !is_there ? CS_ROLES : seen->columns[c].is_choice ? CS_ROLE_ANSWER : seen->columns[c].role;
        if (role != part->columns[i].role || part->columns[i].title.size)
            return false;
    }
    return true;
}

/* True for a column for the answers of a product that is known by its name: whoever made the form did not know it. */
static bool is_of_known_product(const struct cs_page *page, uint32_t column)
{
    uint32_t product = page->columns[column].product;
    return product && cs_page_knows(page, page->products[product - 1]);
}

/* Recognises the page without the form first: if both agree, the recognised page has more detail (second title rows,
 * titles repeated in each section, choices). Columns that the form does not name are dropped even then, unless they are
 * a known product's. */
static bool see_form(struct cs_page *page, const struct cs_form_part *part)
{
    struct cs_page seen = *page;
    seen.columns = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *seen.columns);
    for (uint32_t c = 0; c < page->column_count; c++)
        seen.columns[c].role = CS_ROLES;
    find_roles(&seen);
    if (!is_as_seen(&seen, part))
        return false;
    for (uint32_t c = seen.left, i = 0; c < seen.column_count; c++) {
        while (i < part->column_count && part->columns[i].column < c)
            i++;
        bool is_named = i < part->column_count && part->columns[i].column == c;
        if (!is_named && !is_of_known_product(&seen, c))
            seen.columns[c] = (struct cs_page_column){.role = CS_ROLES};
    }
    settle_roles(&seen);
    *page = seen;
    cs_page_keep_products(page);
    return true;
}

static void find_with_form(struct cs_page *page, const struct cs_form_part *part)
{
    uint32_t end = end_of_questions(part);
    if (end == 0 && see_form(page, part))
        return;
    if (end > 0) {
        find_added(page, part, end);
        return;
    }
    use_form(page, part);
    cs_page_find_choices(page);
    settle_roles(page);
    cs_page_find_products(page);
}

bool cs_page_find_columns(struct cs_page *page, const struct cs_form_part *part)
{
    count_columns(page);
    if (part)
        find_with_form(page, part);
    else
        find_roles(page);
    cs_page_judge_questions(page);
    name_others(page);
    return cs_page_asks(page);
}

bool cs_page_is_fault(const struct cs_grid_cell *cell)
{
    static const cs_text faults[] = {CS_LITERAL("#N/A"),    CS_LITERAL("#REF!"),   CS_LITERAL("#VALUE!"),
                                     CS_LITERAL("#DIV/0!"), CS_LITERAL("#NAME?"),  CS_LITERAL("#NULL!"),
                                     CS_LITERAL("#NUM!"),   CS_LITERAL("#SPILL!"), CS_LITERAL("#CALC!")};
    cs_text text = cs_text_trim(cell->text);
    if (cell->form == CS_GRID_FAULT)
        return true;
    for (size_t i = 0; cs_text_starts(text, CS_TEXT("#")) && i < sizeof faults / sizeof *faults; i++)
        if (cs_text_equal(text, faults[i]))
            return true;
    return false;
}
