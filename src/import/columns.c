/* The columns of a page: the row of titles is found by its words, then what the titles do not say by the content. */
#include "match/similar.h"
#include "wording/mark.h"
#include "import/page.h"

static const struct {
    enum cs_role role;
    cs_text title;
} titles[] = {
#define CS_TITLE(role, title) {CS_ROLE_##role, CS_LITERAL(title)},
#include "import/titles.def"
#undef CS_TITLE
};

enum { LONGEST_TITLE = 90 }; /* bytes */

/* --- titles ------------------------------------------------------------------------------------------------------ */

static bool find_whole(cs_text bare, enum cs_role *role)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (cs_text_equal(titles[i].title, bare)) {
            *role = titles[i].role;
            return true;
        }
    return false;
}

/* The longest title that the text ends with or, from three characters on, that stands in it. Short Latin words stand in
 * too many others. */
static bool find_part(cs_text bare, enum cs_role *role)
{
    enum { SHORTEST_LATIN = 6, SHORTEST_WITHIN = 9 };
    size_t longest = 0;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        cs_text title = titles[i].title;
        bool latin = (unsigned char)title.bytes[0] < 0x80;
        if (title.size <= longest || (latin && title.size < SHORTEST_LATIN) || cs_text_find(bare, title) < 0)
            continue;
        if (latin && titles[i].role == CS_ROLE_APPLICABLE)
            continue; /* "Not applicable" is an answer */
        if (!latin && title.size < SHORTEST_WITHIN && !cs_text_ends(bare, title))
            continue;
        longest = title.size;
        *role = titles[i].role;
    }
    return longest > 0;
}

/* The title before a bracket or a line end: 備考 of 備考（任意）. */
static cs_text head_of(cs_text title)
{
    static const cs_text ends[] = {CS_LITERAL("（"), CS_LITERAL("("), CS_LITERAL("\n"), CS_LITERAL("※"),
                                   CS_LITERAL("："), CS_LITERAL("["), CS_LITERAL("【")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ptrdiff_t at = cs_text_find(title, ends[i]);
        if (at > 0)
            title.size = (size_t)at;
    }
    return title;
}

/* What was answered before, or by somebody else, or might be, is no answer. */
static bool is_of_others(cs_text title)
{
    static const cs_text words[] = {CS_LITERAL("前回"),      CS_LITERAL("昨年"),     CS_LITERAL("前年"),
                                    CS_LITERAL("過去"),      CS_LITERAL("例)"),      CS_LITERAL("例）"),
                                    CS_LITERAL("記入例"),    CS_LITERAL("回答例"),   CS_LITERAL("評価者"),
                                    CS_LITERAL("審査"),      CS_LITERAL("Previous"), CS_LITERAL("previous"),
                                    CS_LITERAL("Last year"), CS_LITERAL("xample")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_find(title, words[i]) >= 0)
            return true;
    return false;
}

unsigned cs_title_role(struct cs_job *job, cs_text title, enum cs_role *role)
{
    title = cs_text_trim(title);
    if (title.size == 0 || title.size > LONGEST_TITLE)
        return 0;
    if (is_of_others(title)) {
        *role = CS_ROLE_OTHER;
        return 1;
    }
    if (cs_text_equal(title, CS_TEXT("#")) || cs_text_equal(title, CS_TEXT("＃"))) {
        *role = CS_ROLE_NUMBER;
        return 2;
    }
    if (find_whole(cs_text_bare(&job->arena, title), role) ||
        find_whole(cs_text_bare(&job->arena, head_of(title)), role))
        return 2;
    return find_part(cs_text_bare(&job->arena, head_of(title)), role) ? 1 : 0;
}

/* --- the header --------------------------------------------------------------------------------------------------- */

/* How much a row looks like the titles of a list of questions; 0 for one that cannot be. */
static double judge_header(const struct cs_page *page, uint32_t row)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t set = 0, known = 0, sure = 0, count = 0;
    enum cs_role role = CS_ROLE_OTHER;
    if (cs_page_row(page, row, cells) < 2)
        return 0;
    for (uint32_t i = 0; i < page->column_count; i++) {
        if (!cells[i])
            continue;
        unsigned grade = cs_title_role(page->job, cells[i]->text, &role);
        count++;
        known += grade > 0;
        sure += grade > 1;
        set |= grade ? 1u << role : 0;
        if (cells[i]->text.size > LONGEST_TITLE)
            return 0;
    }
    uint32_t answers = 1u << CS_ROLE_ANSWER | 1u << CS_ROLE_REMARK, asks = 1u << CS_ROLE_QUESTION | 1u << CS_ROLE_NAME;
    uint32_t roles = 0;
    for (int i = 0; i < CS_ROLES; i++)
        roles += set >> i & 1;
    if (roles < 2 || (set & (answers | asks)) == 0 || sure == 0 || (sure < 3 && known * 2 < count))
        return 0;
    return 2.0 * roles + sure + ((set & answers) && (set & asks) ? 2 : 0);
}

/* A row beside the header that is a second row of it: short texts of which some name a role, no number, no mark. */
static bool is_second_row(const struct cs_page *page, uint32_t row, uint32_t header)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS], *titled[CS_MOST_COLUMNS];
    struct cs_number number;
    enum cs_role role;
    uint32_t known = 0, fresh = 0, count = cs_page_row(page, row, cells);
    cs_page_row(page, header, titled);
    for (uint32_t i = 0; i < page->column_count; i++) {
        if (!cells[i])
            continue;
        cs_text text = cells[i]->text;
        if (text.size > LONGEST_TITLE || cs_is_mark(page->job, text) ||
            (cs_number_read(page->job, text, &number) && number.apart))
            return false;
        unsigned grade = cs_title_role(page->job, text, &role);
        known += grade > 0;
        fresh += grade > 0 && !titled[i];
    }
    return known > 1 ? known * 2 >= count : known == 1 && fresh == 1 && count == 1;
}

/* The first row that is nearly as good as the best one: titles come again on later pages, and may then be in one row
 * what they were in two. */
static void find_header(struct cs_page *page)
{
    enum { FARTHEST = 2000 };
    static const double nearly = 0.6;
    uint32_t end = page->grid->row_count < FARTHEST ? page->grid->row_count : FARTHEST;
    double *scores = cs_alloc_array(&page->job->arena, end + 1u, sizeof *scores), best = 0;
    page->header = CS_NO_ROW;
    for (uint32_t row = 0; row < end; row++) {
        scores[row] = judge_header(page, row);
        best = scores[row] > best ? scores[row] : best;
    }
    for (uint32_t row = end; row-- > 0 && best > 0;)
        if (scores[row] >= nearly * best)
            page->header = row;
    page->header_rows = page->header != CS_NO_ROW;
    if (page->header == CS_NO_ROW)
        return;
    if (is_second_row(page, page->header + 1, page->header))
        page->header_rows = 2;
    else if (page->header > 0 && is_second_row(page, page->header - 1, page->header)) {
        page->header--;
        page->header_rows = 2;
    }
}

bool cs_page_is_header(const struct cs_page *page, uint32_t row)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t same = 0, count = cs_page_row(page, row, cells);
    if (page->header == CS_NO_ROW || count < 2)
        return false;
    for (uint32_t i = 0; i < page->column_count; i++)
        same += cells[i] && page->columns[i].title.size &&
                cs_text_equal(cs_text_trim(cells[i]->text), page->columns[i].title);
    return same == count;
}

/* --- roles by title ----------------------------------------------------------------------------------------------- */

/* 前回 over 回答 | 備考: what stands below it is not to be answered. Its title is both: 前回 備考. */
static bool is_below_others(const struct cs_page *page, uint32_t from, uint32_t column, cs_text *title)
{
    if (page->header_rows < 2)
        return false;
    const struct cs_grid_cell *upper = cs_grid_at(page->grid, page->header, from);
    const struct cs_grid_cell *lower = cs_grid_at(page->grid, page->header + 1, column);
    if (!upper || !lower || !is_of_others(upper->text))
        return false;
    struct cs_buf both = {0};
    cs_buf_add(&both, cs_text_trim(upper->text));
    cs_buf_add_byte(&both, ' ');
    cs_buf_add(&both, cs_text_trim(lower->text));
    *title = cs_buf_copy(&page->job->arena, &both);
    cs_buf_free(&both);
    return true;
}

/* The title of a column: the lower of two rows, unless only the upper one names a role; that begins in column `from`. */
static cs_text title_of(const struct cs_page *page, uint32_t from, uint32_t column, enum cs_role *role, unsigned *grade)
{
    cs_text title = {0};
    *grade = 0;
    if (is_below_others(page, from, column, &title)) {
        *grade = 1;
        *role = CS_ROLE_OTHER;
        return title;
    }
    for (uint32_t k = page->header_rows; k-- > 0;) {
        const struct cs_grid_cell *cell = cs_grid_at(page->grid, page->header + k, column);
        enum cs_role named;
        unsigned found = cell ? cs_title_role(page->job, cell->text, &named) : 0;
        if (cell && title.size == 0)
            title = cs_text_trim(cell->text);
        if (found && *grade == 0) {
            *grade = found;
            *role = named;
            title = cs_text_trim(cell->text);
        }
    }
    return title;
}

/* Columns while their titles are found. */
struct titling {
    uint32_t *from;  /* where the upper title that covers it begins */
    uint32_t *until; /* of one where a merged title begins: the last column that has it; else itself */
    bool *is_used;   /* something stands below the titles */
};

/* Merged titles, of several over one another the first, so that no number of them takes long. */
static struct titling see_merges(const struct cs_page *page)
{
    struct cs_arena *arena = &page->job->arena;
    uint32_t count = page->column_count;
    struct titling titling = {cs_alloc_array(arena, count + 1u, sizeof *titling.from),
                              cs_alloc_array(arena, count + 1u, sizeof *titling.until),
                              cs_alloc_array(arena, count + 1u, sizeof *titling.is_used)};
    for (uint32_t c = 0; c < count; c++)
        titling.from[c] = titling.until[c] = c;
    for (uint32_t m = 0; m < page->grid->merge_count; m++) {
        const struct cs_grid_merge *merge = &page->grid->merges[m];
        if (merge->row < page->header || merge->row >= page->header + page->header_rows || merge->column >= count ||
            titling.until[merge->column] != merge->column)
            continue;
        uint32_t last = merge->last_column < count ? merge->last_column : count - 1;
        titling.until[merge->column] = last;
        for (uint32_t c = merge->column; c <= last && merge->row == page->header; c++)
            titling.from[c] = merge->column;
    }
    for (uint32_t i = cs_grid_row_start(page->grid, page->header + page->header_rows); i < page->grid->cell_count; i++)
        if (page->grid->cells[i].column < count)
            titling.is_used[page->grid->cells[i].column] = true;
    return titling;
}

/* A title over several columns of which the first is empty belongs to the first that is not. */
static void move_title(struct cs_page *page, const struct titling *titling, uint32_t column)
{
    uint32_t c = column;
    while (c < titling->until[column] && !titling->is_used[c])
        c++;
    if (c == column || !titling->is_used[c] || page->columns[c].title.size)
        return;
    page->columns[c] = page->columns[column];
    page->columns[column] = (struct cs_page_column){.role = CS_ROLES};
}

static void use_titles(struct cs_page *page)
{
    struct titling titling = see_merges(page);
    for (uint32_t c = 0; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        unsigned grade;
        enum cs_role role = CS_ROLE_OTHER;
        column->title = title_of(page, titling.from[c], c, &role, &grade);
        column->by = grade ? CS_KNOWN_BY_TITLE : CS_UNKNOWN;
        column->role = grade ? role : column->title.size ? CS_ROLE_OTHER : CS_ROLES;
    }
    for (uint32_t c = 0; c < page->column_count; c++)
        move_title(page, &titling, c);
}

/* One column a role: a whole title goes before a part of one, the first before the second. 項目 is the question where
 * nothing else is. */
static void settle_roles(struct cs_page *page)
{
    for (int role = 0; role < CS_ROLES; role++)
        page->of_role[role] = CS_NO_COLUMN;
    for (uint32_t c = 0; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        if (column->role == CS_ROLES)
            continue;
        uint32_t *first = &page->of_role[column->role];
        if (*first == CS_NO_COLUMN)
            *first = c;
        else if (column->role == CS_ROLE_CHAPTER || column->role == CS_ROLE_SECTION)
            column->role = column->role == CS_ROLE_CHAPTER ? CS_ROLE_SECTION : CS_ROLE_GROUP, c--;
        else
            column->role = CS_ROLE_OTHER;
    }
}

static void use_form(struct cs_page *page, const struct cs_form_part *part)
{
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
        page->columns[c] = (struct cs_page_column){part->columns[i].role, CS_KNOWN_BY_FORM, title, false};
    }
}

/* OTHER columns get a name, so that what stands in them can be kept under it. */
static void name_others(struct cs_page *page)
{
    for (uint32_t c = 0; c < page->column_count; c++)
        if (page->columns[c].role == CS_ROLE_OTHER && page->columns[c].title.size == 0) {
            cs_text address = cs_grid_address(page->job, 0, c);
            page->columns[c].title = (cs_text){address.bytes, address.size - 1}; /* without the row */
        }
}

bool cs_page_find_columns(struct cs_page *page, const struct cs_form_part *part)
{
    page->column_count = page->grid->column_count < CS_MOST_COLUMNS ? page->grid->column_count : CS_MOST_COLUMNS;
    page->columns = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *page->columns);
    page->last = page->grid->row_count ? page->grid->row_count - 1 : 0;
    for (uint32_t c = 0; c < page->column_count; c++)
        page->columns[c].role = CS_ROLES;
    if (part) {
        use_form(page, part);
        cs_page_find_choices(page);
        settle_roles(page);
    } else {
        find_header(page);
        page->first = page->header == CS_NO_ROW ? 0 : page->header + page->header_rows;
        if (page->header != CS_NO_ROW)
            use_titles(page);
        cs_page_find_choices(page);
        settle_roles(page);
        cs_page_judge_content(page);
        settle_roles(page);
    }
    name_others(page);
    bool asks = page->of_role[CS_ROLE_QUESTION] != CS_NO_COLUMN || page->of_role[CS_ROLE_NUMBER] != CS_NO_COLUMN;
    bool answers = page->of_role[CS_ROLE_ANSWER] != CS_NO_COLUMN || page->of_role[CS_ROLE_REMARK] != CS_NO_COLUMN;
    return asks && answers;
}

uint32_t cs_page_row(const struct cs_page *page, uint32_t row, const struct cs_grid_cell *cells[CS_MOST_COLUMNS])
{
    uint32_t count = 0;
    for (uint32_t c = 0; c < page->column_count; c++)
        cells[c] = NULL;
    for (uint32_t i = cs_grid_row_start(page->grid, row); i < page->grid->cell_count && page->grid->cells[i].row == row;
         i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        if (cell->column >= page->column_count || cs_text_trim(cell->text).size == 0)
            continue;
        cells[cell->column] = cell;
        count++;
    }
    return count;
}
