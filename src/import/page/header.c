/* Title rows: one or two of them, repeated on every page of a print or in every section, or twice side by side for
 * two lists. See header.h. */
#include "import/page/header.h"
#include "import/page/phrase.h"
#include "wording/mark.h"

static bool is_asking(enum cs_role role)
{
    return role == CS_ROLE_NUMBER || role == CS_ROLE_QUESTION || role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION ||
           role == CS_ROLE_GROUP || role == CS_ROLE_NAME;
}

/* True for a row that begins with a number and so is no title row: GNRL-02 | Product name. */
static bool is_numbered(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    struct cs_number number;
    uint32_t first = page->left;
    while (first < page->column_count && !cells[first])
        first++;
    if (first == page->column_count || cs_title_read(page->titles, cells[first]->text).grade)
        return false;
    cs_text text = cs_text_trim(cells[first]->text);
    return cs_number_is_id(text) || (cs_number_read(page->job, text, &number) && cs_number_is_whole(&number));
}

/* --- one row ------------------------------------------------------------------------------------------------------ */

/* The cells of a row, judged as titles. */
struct row_titles {
    uint32_t count, known, sure; /* all cells; known titles; titles known as a whole */
    uint32_t choices;            /* marks, if there are different ones */
    unsigned states;             /* states of these, as a bit set */
    uint32_t roles, longest;     /* distinct roles; bytes of the longest cell */
    unsigned set, sure_set;      /* the roles as bit sets: all, and those of titles known as a whole */
};

static struct row_titles read_row(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    struct row_titles row = {0};
    for (uint32_t i = page->left; i < page->column_count; i++) {
        if (!cells[i])
            continue;
        struct cs_title title = cs_title_read(page->titles, cells[i]->text);
        row.count++;
        row.known += title.grade > 0;
        row.sure += title.grade > 1;
        row.set |= title.grade ? 1u << title.role : 0;
        row.sure_set |= title.grade > 1 ? 1u << title.role : 0;
        enum cs_state state;
        bool is_choice = title.grade == 0 && cs_mark_state(page->job, cells[i]->text, &state);
        row.choices += is_choice;
        row.states |= is_choice ? 1u << state : 0;
        row.longest = cells[i]->text.size > row.longest ? (uint32_t)cells[i]->text.size : row.longest;
    }
    if (row.states & (row.states - 1)) { /* はい | いいえ beside 番号 | 質問 */
        row.known += row.choices;
        row.set |= 1u << CS_ROLE_ANSWER;
    }
    for (int i = 0; i < CS_ROLES; i++)
        row.roles += row.set >> i & 1;
    return row;
}

/* True for the only text of its row on a page with hardly another column: the title of a bare list of questions. */
static bool titles_a_list(const struct cs_page *page, const struct row_titles *row)
{
    return row->count == 1 && row->sure == 1 && (row->set & 1u << CS_ROLE_QUESTION) &&
           page->column_count - page->left <= 2;
}

/* How likely a row is the title row of a question list; 0 if it cannot be. */
static double judge_header(const struct cs_page *page, uint32_t row)
{
    enum { LONGEST = 400 };
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    if (cs_page_row(page, row, cells) == 0 || is_numbered(page, cells))
        return 0;
    struct row_titles titles = read_row(page, cells);
    unsigned answers = 1u << CS_ROLE_ANSWER | 1u << CS_ROLE_REMARK;
    unsigned asks = 1u << CS_ROLE_QUESTION | 1u << CS_ROLE_NAME;
    if (titles.longest > LONGEST)
        return 0;
    if (titles_a_list(page, &titles))
        return 1;
    bool asks_or_answers = (titles.set & (answers | asks)) || (titles.sure > 2 && titles.known == titles.count);
    bool parts_suffice = titles.roles > 2 && titles.known > 3; /* SCF #, SCF Domain, SCF Control Question */
    /* whatever is beside them: No., Question, Tokyo, Osaka */
    unsigned list = 1u << CS_ROLE_NUMBER | 1u << CS_ROLE_QUESTION;
    bool suffices = parts_suffice || titles.sure > 2 || (titles.sure_set & list) == list;
    if (titles.roles < 2 || !asks_or_answers || (titles.sure == 0 && !parts_suffice) ||
        (!suffices && titles.known * 2 < titles.count))
        return 0;
    return 2.0 * titles.roles + titles.sure + ((titles.set & answers) && (titles.set & asks) ? 2 : 0);
}

/* --- two rows ----------------------------------------------------------------------------------------------------- */

/* True for a text that can be in a title row: short, no number, and no mark unless marks are allowed. */
static bool is_short(const struct cs_page *page, cs_text text, bool marks)
{
    struct cs_number number;
    return cs_may_be_title(text) && (marks || !cs_is_mark(page->job, text)) &&
           !(cs_number_read(page->job, text, &number) && number.apart);
}

/* True if the column has something in one of the rows below. */
static bool is_used_below(const struct cs_page *page, uint32_t row, uint32_t column)
{
    enum { FARTHEST = 200 };
    for (uint32_t i = row + 1; i < page->grid->row_count && i < row + FARTHEST; i++)
        if (cs_grid_at(page->grid, i, column))
            return true;
    return false;
}

/* True for a row next to the title row in which some cells name a role. */
static bool names_roles(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                        const struct cs_grid_cell *const titled[], uint32_t count, uint32_t header)
{
    uint32_t known = 0, fresh = 0;
    for (uint32_t i = page->left; i < page->column_count; i++) {
        if (!cells[i])
            continue;
        if (!is_short(page, cells[i]->text, false) || cs_asks(cs_text_trim(cells[i]->text)))
            return false;
        unsigned grade = cs_title_read(page->titles, cells[i]->text).grade;
        known += grade > 0;
        fresh += grade > 0 && !titled[i] && is_used_below(page, header, i);
    }
    return known > 1 ? known * 2 >= count : known == 1 && fresh == 1 && count == 1;
}

/* True for はい | いいえ | 該当なし, or names of products, below one title with the following columns to itself. */
static bool is_below_one(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                         const struct cs_grid_cell *const titled[])
{
    uint32_t most = 0, here = 0, owner = CS_NO_COLUMN;
    for (uint32_t i = page->left; i < page->column_count; i++) {
        if (titled[i]) {
            owner = i;
            here = 0;
        }
        if (!cells[i])
            continue;
        bool spread = owner != CS_NO_COLUMN && (owner != i || (i + 1 < page->column_count && !titled[i + 1]));
        if (!spread || is_asking(cs_title_read(page->titles, titled[owner]->text).role) ||
            !is_short(page, cells[i]->text, true) || cs_is_sentence(cells[i]->text))
            return false;
        most = ++here > most ? here : most;
    }
    return most > 1;
}

static bool is_second_row(const struct cs_page *page, uint32_t row, uint32_t header)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS], *titled[CS_MOST_COLUMNS];
    uint32_t count = cs_page_row(page, row, cells);
    cs_page_row(page, header, titled);
    return count && !is_numbered(page, cells) &&
           (names_roles(page, cells, titled, count, header) || (row > header && is_below_one(page, cells, titled)));
}

/* True for a title in the row above others that has nothing below it: No | 質問 beside 製品A over 回答 | 備考. */
static bool goes_down(const struct cs_page *page, const struct cs_grid_cell *cell, const struct cs_grid_cell *below)
{
    return cell && !below && cs_title_read(page->titles, cell->text).grade > 1;
}

static bool any_goes_down(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                          const struct cs_grid_cell *const titled[])
{
    bool any = false;
    for (uint32_t i = page->left; i < page->column_count && !any; i++)
        any = goes_down(page, cells[i], titled[i]);
    return any;
}

/* True for a row above the titles in which every text spans several of them, or is a title with nothing below. */
static bool is_group_row(const struct cs_page *page, uint32_t row, uint32_t header)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS], *titled[CS_MOST_COLUMNS];
    uint32_t count = cs_page_row(page, row, cells), first = page->left, groups = 0;
    cs_page_row(page, header, titled);
    while (first < page->column_count && !titled[first])
        first++;
    bool asks = any_goes_down(page, cells, titled);
    for (uint32_t i = page->left; i < page->column_count; i++) {
        if (!cells[i] || goes_down(page, cells[i], titled[i]))
            continue;
        bool spread = titled[i] && i + 1 < page->column_count && titled[i + 1] && !cells[i + 1];
        bool is_title = asks || cs_title_read(page->titles, cells[i]->text).grade || cs_page_is_merged(page, cells[i]);
        if (!spread || !is_title || (i == first && count == 1) || !is_short(page, cells[i]->text, false))
            return false;
        groups++;
    }
    return groups > 0;
}

/* 回答 | 備考 again and again below the names of products, which have a title over them as well. */
static bool has_third_row(const struct cs_page *page)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS], *titled[CS_MOST_COLUMNS];
    return cs_page_row(page, page->header + 1, titled) && cs_page_row(page, page->header + 2, cells) &&
           !is_numbered(page, cells) && is_below_one(page, cells, titled);
}

static void take_second_row(struct cs_page *page)
{
    uint32_t above = page->header;
    page->header_rows = 1;
    if (is_second_row(page, page->header + 1, page->header)) {
        page->header_rows = has_third_row(page) ? 3 : 2;
    } else if (above > 0 && (is_second_row(page, above - 1, above) || is_group_row(page, above - 1, above))) {
        page->header--;
        page->header_rows = 2;
    }
}

/* --- titles that nobody knows ------------------------------------------------------------------------------------- */

/* True for a row of nothing but short texts, none of them a number or a mark. */
static bool may_be_titles(const struct cs_page *page, uint32_t row, uint32_t *count)
{
    enum { ABBREVIATION = 12 }; /* bytes of a word with a dot behind it that makes no sentence */
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    *count = cs_page_row(page, row, cells);
    for (uint32_t i = page->left; i < page->column_count; i++)
        if (cells[i] && (cells[i]->form != CS_GRID_TEXT || cs_number_is_id(cs_text_trim(cells[i]->text)) ||
                         !is_short(page, cells[i]->text, false) || cs_asks(cs_text_trim(cells[i]->text)) ||
                         (cells[i]->text.size > ABBREVIATION && cs_is_sentence(cells[i]->text))))
            return false;
    return true;
}

/* True if nearly all rows below one, and some of them, have a number in a column. */
static bool numbers_below(const struct cs_page *page, uint32_t row, uint32_t column)
{
    enum { FEWEST = 4, MOST = 200 };
    uint32_t rows = 0, numbered = 0;
    for (uint32_t i = row + 1; i < page->grid->row_count && rows < MOST; i++) {
        const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
        struct cs_number number;
        if (cs_page_row(page, i, cells) < 2)
            continue;
        rows++;
        cs_text text = cells[column] ? cs_text_trim(cells[column]->text) : (cs_text){0};
        numbered += text.size && (cs_number_is_id(text) ||
                                  (cs_number_read(page->job, text, &number) && cs_number_is_whole(&number)));
    }
    return numbered >= FEWEST && numbered * 5 >= rows * 4;
}

static void take_strange(struct cs_page *page, uint32_t row)
{
    page->header = row;
    page->header_rows = 1;
    page->is_strange = true;
}

/* Takes the row that the format declares as titles, or the first row of the page that has several texts, if it can only
 * be titles. */
static void find_strange(struct cs_page *page)
{
    enum { FARTHEST = 12, FEWEST = 3 };
    uint32_t count = 0, row = 0;
    if (page->grid->titled_row) {
        take_strange(page, page->grid->titled_row - 1);
        return;
    }
    while (row < page->grid->row_count && row < FARTHEST && (!may_be_titles(page, row, &count) || count < FEWEST)) {
        if (count >= FEWEST)
            return;
        row++;
    }
    for (uint32_t c = page->left; c < page->column_count && count >= FEWEST; c++)
        if (cs_grid_at(page->grid, row, c) && numbers_below(page, row, c)) {
            take_strange(page, row);
            return;
        }
}

/* Takes the first row that is nearly as good as the best one: titles repeated on later pages may be in one row there
 * and in two on the first. */
void cs_header_find(struct cs_page *page)
{
    enum { FARTHEST = 2000 };
    static const double nearly = 0.6;
    uint32_t end = page->grid->row_count < FARTHEST ? page->grid->row_count : FARTHEST;
    double *scores = cs_alloc_array(&page->job->arena, end + 1u, sizeof *scores), best = 0;
    page->header = CS_NO_ROW;
    page->header_rows = 0;
    for (uint32_t row = 0; row < end; row++) {
        scores[row] = judge_header(page, row);
        best = scores[row] > best ? scores[row] : best;
    }
    for (uint32_t row = end; row-- > 0 && best > 0;)
        if (scores[row] >= nearly * best)
            page->header = row;
    if (page->header != CS_NO_ROW)
        take_second_row(page);
    else
        find_strange(page);
}

/* --- titles that come again --------------------------------------------------------------------------------------- */

uint32_t cs_header_next_block(const struct cs_page *page)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t first = CS_NO_COLUMN, asked = CS_NO_COLUMN;
    if (page->header == CS_NO_ROW)
        return page->column_count;
    cs_page_row(page, page->header, cells);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        if (!cells[c])
            continue;
        first = first == CS_NO_COLUMN ? c : first;
        if (asked == CS_NO_COLUMN && cs_title_read(page->titles, cells[c]->text).role == CS_ROLE_QUESTION)
            asked = c;
        uint32_t other = asked == CS_NO_COLUMN ? page->column_count : c + (asked - first);
        if (c > first && c > asked && other < page->column_count && cells[other] &&
            cs_text_equal(cells[c]->text, cells[first]->text) && cs_text_equal(cells[other]->text, cells[asked]->text))
            return c;
    }
    return page->column_count;
}

/* True if a row has two titles or more and exactly one other text, before them but for that of the numbers: *column is
 * where. */
static bool is_section_row(const struct cs_page *page, uint32_t row, uint32_t *column)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS], *titled[CS_MOST_COLUMNS];
    uint32_t same = 0, other = 0, numbers = 0, count = cs_page_row(page, row, cells);
    if (count < 3)
        return false;
    cs_page_row(page, page->header, titled);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        bool equal =
            cells[c] && titled[c] && cs_text_equal(cs_text_trim(cells[c]->text), cs_text_trim(titled[c]->text));
        same += equal;
        if (equal && other == 0 && cs_title_read(page->titles, cells[c]->text).role == CS_ROLE_NUMBER)
            numbers++;
        if (!cells[c] || equal)
            continue;
        if (same > numbers || numbers > 1 || other++ > 0)
            return false;
        *column = c;
    }
    return other == 1 && same > 1;
}

void cs_header_find_sections(struct cs_page *page)
{
    uint32_t column;
    page->section_column = CS_NO_COLUMN;
    if (page->header == CS_NO_ROW || page->header_rows != 1)
        return;
    for (uint32_t row = page->header + 1; row < page->grid->row_count; row++)
        if (is_section_row(page, row, &column)) {
            const struct cs_grid_cell *own = cs_grid_at(page->grid, page->header, column);
            struct cs_title title = own ? cs_title_read(page->titles, own->text) : (struct cs_title){0};
            if (own && (title.grade < 2 || !is_asking(title.role)))
                page->section_column = column;
            return;
        }
}

bool cs_page_begins_other(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    enum { LONGEST = 48 }; /* bytes of the cell in the question column, which is longer in nearly all other rows */
    uint32_t asked = page->of_role[CS_ROLE_QUESTION], count = 0;
    if (page->header == CS_NO_ROW || asked == CS_NO_COLUMN || (cells[asked] && cells[asked]->text.size > LONGEST))
        return false;
    bool moved = false;
    for (uint32_t i = page->left; i < page->column_count; i++) {
        if (!cells[i])
            continue;
        struct cs_title title = cs_title_read(page->titles, cells[i]->text);
        if (title.grade < 2 || title.role == CS_ROLE_QUESTION || title.role == CS_ROLE_NAME)
            return false;
        moved |= title.role != page->columns[i].wanted;
        count++;
    }
    return moved && count > 1;
}

/* True for a row with the texts of the title row, those of columns that a form does not name included. */
static bool is_title_row(const struct cs_page *page, const struct cs_grid_cell *const cells[])
{
    const struct cs_grid_cell *titled[CS_MOST_COLUMNS];
    cs_page_row(page, page->header, titled);
    for (uint32_t i = page->left; i < page->column_count; i++)
        if (cells[i] && (!titled[i] || !cs_text_equal(cs_text_trim(cells[i]->text), cs_text_trim(titled[i]->text))))
            return false;
    return true;
}

bool cs_page_is_header(const struct cs_page *page, uint32_t row, cs_text *section)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t same = 0, column, count = cs_page_row(page, row, cells);
    *section = (cs_text){0};
    if (page->header == CS_NO_ROW || count < 2)
        return false;
    for (uint32_t i = page->left; i < page->column_count; i++) {
        const struct cs_page_column *at = &page->columns[i];
        cs_text text = cells[i] ? cs_text_trim(cells[i]->text) : (cs_text){0};
        same += text.size &&
                (cs_text_equal(text, at->title) || cs_text_equal(text, at->upper) || cs_text_equal(text, at->lower));
    }
    if (same == count || (same > 1 && is_title_row(page, cells)))
        return true;
    if (page->section_column == CS_NO_COLUMN || !is_section_row(page, row, &column) || column != page->section_column)
        return false;
    *section = cs_text_trim(cells[column]->text);
    return true;
}
