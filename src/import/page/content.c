/* Columns that no title explains: what stands in them says what they are. */
#include "base/names.h"
#include "wording/mark.h"
#include "wording/tags.h"
#include "import/page/page.h"
#include "import/page/phrase.h"

struct census {
    uint32_t count, numbers, marks, flags, dates, texts, asks; /* cells; of these, such as are whole numbers, ... */
    size_t size;                                               /* bytes in all */
};

static bool is_flag(cs_text text)
{
    static const cs_text flags[] = {CS_LITERAL("必須"),     CS_LITERAL("選択"),     CS_LITERAL("任意"),
                                    CS_LITERAL("Required"), CS_LITERAL("Optional"), CS_LITERAL("Mandatory")};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (cs_text_equal(text, flags[i]))
            return true;
    return false;
}

bool cs_is_flag(cs_text cell)
{
    return is_flag(cs_text_trim(cell));
}

static void count_cell(const struct cs_page *page, const struct cs_grid_cell *cell, struct census *census)
{
    enum { SHORT = 48, LONG = 36 };
    struct cs_number number;
    cs_text text = cs_text_trim(cell->text);
    if (text.size == 0)
        return;
    census->count++;
    census->size += text.size;
    census->texts += text.size >= LONG;
    census->asks += cs_asks(text);
    census->flags += is_flag(text);
    if (text.size > SHORT)
        return;
    bool whole = cs_number_read(page->job, text, &number) && cs_number_is_whole(&number);
    census->dates += cell->form == CS_GRID_DATE || (whole && number.date.year);
    census->numbers += (whole && !number.date.year) || cs_number_is_id(text);
    census->marks += cs_is_mark(page->job, text);
}

/* Looks at the first rows; they are enough to know a column. */
static void take_census(const struct cs_page *page, struct census census[CS_MOST_COLUMNS])
{
    enum { CELLS = 20000 };
    uint32_t looked = 0;
    for (uint32_t c = page->left; c < page->column_count; c++)
        census[c] = (struct census){0};
    for (uint32_t i = cs_grid_row_start(page->grid, page->first); i < page->grid->cell_count && looked < CELLS;
         i++, looked++)
        if (page->grid->cells[i].column < page->column_count)
            count_cell(page, &page->grid->cells[i], &census[page->grid->cells[i].column]);
}

static bool mostly(uint32_t some, uint32_t all)
{
    return all >= 2 && some * 10 >= all * 6;
}

static size_t mean(const struct census *census)
{
    return census->count ? census->size / census->count : 0;
}

static bool is_free(const struct cs_page *page, uint32_t column)
{
    return page->columns[column].role == CS_ROLES || page->columns[column].role == CS_ROLE_OTHER;
}

/* The role is the column's; what it was before, no column is. */
static void give(struct cs_page *page, uint32_t column, enum cs_role role)
{
    enum cs_role before = page->columns[column].role;
    if (before != CS_ROLES && page->of_role[before] == column)
        page->of_role[before] = CS_NO_COLUMN;
    page->columns[column].role = role;
    page->columns[column].by = CS_KNOWN_BY_CONTENT;
    page->of_role[role] = column;
}

static bool lacks(const struct cs_page *page, enum cs_role role)
{
    return page->of_role[role] == CS_NO_COLUMN;
}

/* How many of a column's cells, up to a number of them, are unlike all above. */
static uint32_t count_unlike(const struct cs_page *page, uint32_t column)
{
    enum { CELLS = 400 };
    struct cs_names names = {0};
    uint32_t looked = 0;
    for (uint32_t row = page->first; row < page->grid->row_count && looked < CELLS; row++) {
        const struct cs_grid_cell *cell = cs_grid_at(page->grid, row, column);
        if (cell && ++looked)
            cs_names_add(&page->job->arena, &names, cs_text_trim(cell->text));
    }
    return names.count;
}

/* The column of numbers with the most of them, the first of two. A title that names a group or an item over nothing but numbers has slipped, or covers
 * more than one column. */
static void find_number(struct cs_page *page, const struct census *census)
{
    uint32_t best = CS_NO_COLUMN, most = 0;
    if (!lacks(page, CS_ROLE_NUMBER))
        return;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        enum cs_role role = page->columns[c].role;
        bool slipped = role == CS_ROLE_NAME || role == CS_ROLE_REF || role == CS_ROLE_GROUP ||
                       role == CS_ROLE_SECTION || role == CS_ROLE_CHAPTER ||
                       (role == CS_ROLE_QUESTION && page->columns[c].rank < 2);
        if ((!is_free(page, c) && !slipped) || !mostly(census[c].numbers + census[c].dates, census[c].count) ||
            census[c].numbers == 0 || mostly(census[c].marks, census[c].count))
            continue;
        uint32_t unlike = count_unlike(page, c);
        best = unlike > most ? c : best;
        most = unlike > most ? unlike : most;
    }
    if (best != CS_NO_COLUMN)
        give(page, best, CS_ROLE_NUMBER);
}

static void find_flag_and_dates(struct cs_page *page, const struct census *census)
{
    for (uint32_t c = page->left; c < page->column_count; c++) {
        if (!is_free(page, c))
            continue;
        if (lacks(page, CS_ROLE_FLAG) && mostly(census[c].flags, census[c].count))
            give(page, c, CS_ROLE_FLAG);
        else if (lacks(page, CS_ROLE_REVIEWED) && page->columns[c].title.size == 0 &&
                 mostly(census[c].dates, census[c].count))
            give(page, c, CS_ROLE_REVIEWED);
    }
}

static void find_marks(struct cs_page *page, const struct census *census)
{
    for (uint32_t c = page->left; c < page->column_count && lacks(page, CS_ROLE_ANSWER); c++)
        if ((page->columns[c].role == CS_ROLES ||
             (page->columns[c].role == CS_ROLE_OTHER && page->columns[c].by == CS_UNKNOWN)) &&
            mostly(census[c].marks, census[c].count) && !mostly(census[c].numbers, census[c].count))
            give(page, c, CS_ROLE_ANSWER);
}

/* Of two columns whose titles may both say what is asked (Control, Description), the one with much longer texts asks, and
 * the other is its name. */
static void give_question_to_longer(struct cs_page *page, const struct census *census)
{
    uint32_t question = page->of_role[CS_ROLE_QUESTION];
    for (uint32_t c = page->left; c < page->column_count; c++) {
        const struct cs_page_column *column = &page->columns[c];
        if (column->wanted != CS_ROLE_QUESTION || column->role != CS_ROLE_OTHER || column->by != CS_KNOWN_BY_TITLE)
            continue;
        if (question != CS_NO_COLUMN &&
            (column->rank < page->columns[question].rank || mean(&census[question]) * 3 >= mean(&census[c]) * 2))
            continue;
        if (question != CS_NO_COLUMN)
            page->columns[question].role = lacks(page, CS_ROLE_NAME) ? CS_ROLE_NAME : CS_ROLE_OTHER;
        if (question != CS_NO_COLUMN && page->columns[question].role == CS_ROLE_NAME)
            page->of_role[CS_ROLE_NAME] = question;
        page->columns[c].role = CS_ROLE_QUESTION; /* still known by its title */
        page->of_role[CS_ROLE_QUESTION] = question = c;
    }
}

/* The first column without a title whose texts are long, behind the numbers; else what is called an item or a group.
 * What is called a question and is short, with such a column behind it, is the item's name. */
static void find_question(struct cs_page *page, const struct census *census)
{
    enum { SENTENCE = 36 };
    give_question_to_longer(page, census);
    uint32_t question = page->of_role[CS_ROLE_QUESTION], longest = CS_NO_COLUMN;
    uint32_t end = lacks(page, CS_ROLE_ANSWER) ? page->column_count : page->of_role[CS_ROLE_ANSWER];
    for (uint32_t c = page->left; c < end; c++)
        if (page->columns[c].role == CS_ROLES &&
            (mean(&census[c]) >= SENTENCE || (question == CS_NO_COLUMN && mostly(census[c].asks, census[c].count))) &&
            (longest == CS_NO_COLUMN || mean(&census[c]) > mean(&census[longest])))
            longest = c;
    if (question != CS_NO_COLUMN && longest != CS_NO_COLUMN && longest > question &&
        mean(&census[question]) * 3 < mean(&census[longest]) * 2) {
        give(page, question, lacks(page, CS_ROLE_NAME) ? CS_ROLE_NAME : CS_ROLE_OTHER);
        give(page, longest, CS_ROLE_QUESTION);
        return;
    }
    if (question != CS_NO_COLUMN)
        return;
    if (longest != CS_NO_COLUMN) {
        give(page, longest, CS_ROLE_QUESTION);
        return;
    }
    static const enum cs_role stand_ins[] = {CS_ROLE_NAME, CS_ROLE_GROUP, CS_ROLE_SECTION};
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++) {
        uint32_t c = page->of_role[stand_ins[i]];
        if (c == CS_NO_COLUMN)
            continue;
        page->of_role[stand_ins[i]] = CS_NO_COLUMN;
        page->columns[c].role = CS_ROLE_QUESTION; /* still known by its title */
        page->of_role[CS_ROLE_QUESTION] = c;
        return;
    }
}

/* The first text without a title behind question and answer is the remark; short texts before the question are groups.
 */
static void find_texts(struct cs_page *page, const struct census *census)
{
    uint32_t question = page->of_role[CS_ROLE_QUESTION];
    for (uint32_t c = page->left; c < page->column_count && question != CS_NO_COLUMN; c++) {
        if (page->columns[c].role != CS_ROLES || census[c].count == 0)
            continue;
        if (c > question && lacks(page, CS_ROLE_REMARK) && census[c].texts)
            give(page, c, CS_ROLE_REMARK);
        else if (c > question && lacks(page, CS_ROLE_REMARK) && lacks(page, CS_ROLE_ANSWER))
            give(page, c, CS_ROLE_ANSWER);
        else if (c < question && lacks(page, CS_ROLE_NAME) && !lacks(page, CS_ROLE_GROUP))
            give(page, c, CS_ROLE_NAME);
        else if (c < question && lacks(page, CS_ROLE_GROUP))
            give(page, c, CS_ROLE_GROUP);
        else
            page->columns[c].role = CS_ROLE_OTHER;
    }
}

/* An answer column of sentences, without a mark in it: the sheet answers in words. */
static void see_words(struct cs_page *page, const struct census *census)
{
    uint32_t answer = page->of_role[CS_ROLE_ANSWER], remark = page->of_role[CS_ROLE_REMARK];
    uint32_t column = answer != CS_NO_COLUMN ? answer : remark, marked = 0, count = 0;
    if (column == CS_NO_COLUMN)
        return;
    uint32_t start = cs_grid_row_start(page->grid, page->first);
    for (uint32_t i = start; i < page->grid->cell_count && count < 2000; i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        if (cell->column != column || cs_text_trim(cell->text).size == 0)
            continue;
        count++;
        cs_text text = cell->text;
        marked += cs_is_mark(page->job, text) || cs_begins_with_mark(text);
    }
    page->in_words = count > 0 && marked * 5 < count && (answer == CS_NO_COLUMN || mean(&census[column]) >= 18);
}

bool cs_page_is_titled(const struct cs_page *page)
{
    uint32_t question = page->of_role[CS_ROLE_QUESTION];
    return page->header != CS_NO_ROW && question != CS_NO_COLUMN && page->columns[question].by == CS_KNOWN_BY_TITLE;
}

bool cs_page_asks(const struct cs_page *page)
{
    bool asks = !lacks(page, CS_ROLE_QUESTION), numbered = !lacks(page, CS_ROLE_NUMBER);
    bool answers = !lacks(page, CS_ROLE_ANSWER) || !lacks(page, CS_ROLE_REMARK);
    const struct cs_page_column *question = asks ? &page->columns[page->of_role[CS_ROLE_QUESTION]] : NULL;
    bool titled = question && (question->by == CS_KNOWN_BY_TITLE || question->by == CS_KNOWN_BY_FORM) &&
                  (question->rank > 1 || numbered);
    return ((asks || numbered) && answers) || titled;
}

void cs_page_judge_content(struct cs_page *page)
{
    struct census census[CS_MOST_COLUMNS];
    take_census(page, census);
    find_number(page, census);
    find_flag_and_dates(page, census);
    find_marks(page, census);
    find_question(page, census);
    find_texts(page, census);
    see_words(page, census);
    uint32_t asked = page->of_role[CS_ROLE_QUESTION], number = page->of_role[CS_ROLE_NUMBER];
    page->is_asked_in_full = asked != CS_NO_COLUMN && page->columns[asked].by == CS_KNOWN_BY_TITLE &&
                             (number == CS_NO_COLUMN || census[asked].count * 10 >= census[number].count * 6);
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].role == CS_ROLE_OTHER && census[c].count == 0 && !page->columns[c].is_choice)
            page->columns[c].role = CS_ROLES;
}
