/* Columns without a telling title: their content gives the role. */
#include "import/page/contest.h"
#include "wording/mark.h"
#include "wording/tags.h"

static bool is_free(const struct cs_page *page, uint32_t column)
{
    return page->columns[column].role == CS_ROLES || page->columns[column].role == CS_ROLE_OTHER;
}

/* Gives a role to a column and takes it from the column that had it. */
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

/* True for a column behind the questions with a title of its own: weights, scores. */
static bool is_behind(const struct cs_page *page, uint32_t column)
{
    uint32_t asked = page->of_role[CS_ROLE_QUESTION];
    return asked != CS_NO_COLUMN && page->columns[asked].by == CS_KNOWN_BY_TITLE && column > asked &&
           page->columns[column].upper.size > 0;
}

/* The column with the most numbers, the first of two. A title that names a group or an item above nothing but numbers
 * belongs to another column, or covers more than one. */
static void find_number(struct cs_page *page, const struct cs_census *census)
{
    uint32_t best = CS_NO_COLUMN, most = 0;
    if (!lacks(page, CS_ROLE_NUMBER))
        return;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        enum cs_role role = page->columns[c].role;
        bool slipped =
            role == CS_ROLE_NAME || role == CS_ROLE_REF || role == CS_ROLE_GROUP || role == CS_ROLE_SECTION ||
            role == CS_ROLE_CHAPTER ||
            (role == CS_ROLE_QUESTION && (page->columns[c].rank < 2 || census[c].texts + census[c].asks == 0));
        if ((!is_free(page, c) && !slipped) || is_behind(page, c) ||
            !cs_mostly(census[c].numbers + census[c].dates, census[c].count) || census[c].numbers == 0 ||
            cs_mostly(census[c].marks, census[c].count))
            continue;
        uint32_t unlike = cs_census_unlike(page, c);
        best = unlike > most ? c : best;
        most = unlike > most ? unlike : most;
    }
    if (best != CS_NO_COLUMN)
        give(page, best, CS_ROLE_NUMBER);
}

static void find_flag_and_dates(struct cs_page *page, const struct cs_census *census)
{
    for (uint32_t c = page->left; c < page->column_count; c++) {
        if (!is_free(page, c))
            continue;
        if (lacks(page, CS_ROLE_FLAG) && cs_mostly(census[c].flags, census[c].count))
            give(page, c, CS_ROLE_FLAG);
        else if (lacks(page, CS_ROLE_REVIEWED) && page->columns[c].title.size == 0 &&
                 cs_mostly(census[c].dates, census[c].count))
            give(page, c, CS_ROLE_REVIEWED);
    }
}

/* True for a column that may be the answer by its content: it has no title, one without meaning, or
 * one that asks (Check) where another column does. */
static bool is_unknown(const struct cs_page_column *column)
{
    return column->role == CS_ROLES ||
           (column->role == CS_ROLE_OTHER && (column->by == CS_UNKNOWN || column->wanted == CS_ROLE_QUESTION));
}

/* Takes a column with a drop-down in its rows, whatever it offers. */
static void find_listed(struct cs_page *page)
{
    enum { FEWEST = 3 };
    for (uint32_t i = 0; i < page->grid->choice_count && lacks(page, CS_ROLE_ANSWER); i++) {
        const struct cs_grid_choices *choices = &page->grid->choices[i];
        uint32_t c = choices->range.column;
        bool is_here = c >= page->left && c < page->column_count && choices->range.last_column == c;
        if (is_here && is_unknown(&page->columns[c]) && choices->count > 1 && !cs_is_flag(choices->texts[0]) &&
            choices->range.last_row >= page->first + FEWEST - 1)
            give(page, c, CS_ROLE_ANSWER);
    }
}

/* True for a column below a title over it that is not known: Stack | Relevance over Network | Storage. */
static bool is_of_group(const struct cs_page *page, const struct cs_page_column *column)
{
    return column->lower.size && column->above.size && !cs_text_equal(column->above, column->lower) &&
           cs_title_read(page->titles, column->above).grade == 0 && cs_title_year(page->job, column->above) == 0;
}

/* Below a title without meaning, marks are answers only if they differ: identical checks may say anything about the
 * questions, and so may TRUE and FALSE below such a title, and marks below a title over several columns that is not
 * known. Signs that the file's legend explains are answers below any title. Of two such columns the later year is the
 * answer, or else the first. */
static void find_marks(struct cs_page *page, const struct cs_census *census)
{
    uint32_t best = CS_NO_COLUMN;
    unsigned latest = 0;
    for (uint32_t c = page->left; c < page->column_count && lacks(page, CS_ROLE_ANSWER); c++) {
        struct cs_page_column *column = &page->columns[c];
        bool is_explained = column->role == CS_ROLE_OTHER && cs_mostly(census[c].explained, census[c].count);
        if (!(is_unknown(column) || is_explained) || !cs_mostly(census[c].marks, census[c].count) ||
            cs_mostly(census[c].numbers, census[c].count))
            continue;
        bool is_varied = (census[c].states & (census[c].states - 1)) != 0;
        bool is_about =
            is_of_group(page, column) || (column->by == CS_UNKNOWN && cs_mostly(census[c].truths, census[c].count));
        bool answers = column->title.size == 0 || (is_varied && !is_about) || is_explained || !cs_page_is_titled(page);
        unsigned year = cs_title_year(page->job, column->title);
        column->is_marked = !answers;
        column->is_second = answers && column->title.size;
        best = answers && (best == CS_NO_COLUMN || year > latest) ? c : best;
        latest = best == c ? year : latest;
    }
    if (best == CS_NO_COLUMN)
        return;
    page->columns[best].is_second = false;
    give(page, best, CS_ROLE_ANSWER);
}

/* The first column with a text in each row, before a column of empty boxes, which is there to be answered. */
static uint32_t asked_by_boxes(const struct cs_page *page, const struct cs_census *census)
{
    enum { FEWEST = 2 };
    uint32_t boxed = page->left;
    while (boxed < page->column_count &&
           (census[boxed].boxes < FEWEST || !cs_mostly(census[boxed].boxes, census[boxed].count)))
        boxed++;
    for (uint32_t c = page->left; c < boxed && boxed < page->column_count; c++)
        if (is_unknown(&page->columns[c]) && census[c].count >= census[boxed].count &&
            !cs_mostly(census[c].numbers, census[c].count) && cs_census_unlike(page, c) >= census[boxed].count)
            return c;
    return CS_NO_COLUMN;
}

/* Takes the first untitled column of long texts after the numbers; else a column titled as item or group. A short
 * column titled as the question, followed by such a column, is the item's name. */
static void find_question(struct cs_page *page, const struct cs_census *census)
{
    enum { SENTENCE = 36 };
    uint32_t question = page->of_role[CS_ROLE_QUESTION], longest = CS_NO_COLUMN;
    uint32_t end = lacks(page, CS_ROLE_ANSWER) ? page->column_count : page->of_role[CS_ROLE_ANSWER];
    for (uint32_t c = page->left; c < end; c++)
        if (page->columns[c].role == CS_ROLES &&
            (cs_census_mean(&census[c]) >= SENTENCE ||
             (question == CS_NO_COLUMN && cs_mostly(census[c].asks, census[c].count))) &&
            (longest == CS_NO_COLUMN || cs_census_mean(&census[c]) > cs_census_mean(&census[longest])))
            longest = c;
    if (question != CS_NO_COLUMN && longest != CS_NO_COLUMN && longest > question &&
        cs_census_mean(&census[question]) * 3 < cs_census_mean(&census[longest]) * 2) {
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
        page->columns[c].role = CS_ROLE_QUESTION; /* its title still names it */
        page->of_role[CS_ROLE_QUESTION] = c;
        return;
    }
    uint32_t asked = asked_by_boxes(page, census);
    page->is_boxed = asked != CS_NO_COLUMN;
    if (page->is_boxed)
        give(page, asked, CS_ROLE_QUESTION);
}

/* The first untitled text after question and answer is the remark; short texts before the question are groups. */
static void find_texts(struct cs_page *page, const struct cs_census *census)
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

/* A column taken for the item's name that precedes the numbers and is filled in few rows is a chapter. */
static void find_chapters(struct cs_page *page, const struct cs_census *census)
{
    uint32_t name = page->of_role[CS_ROLE_NAME], question = page->of_role[CS_ROLE_QUESTION],
             number = page->of_role[CS_ROLE_NUMBER];
    if (name == CS_NO_COLUMN || question == CS_NO_COLUMN || number == CS_NO_COLUMN || name > number ||
        page->columns[name].by != CS_KNOWN_BY_CONTENT || census[name].count * 10 >= census[question].count * 6 ||
        !lacks(page, CS_ROLE_SECTION))
        return;
    give(page, name, CS_ROLE_SECTION);
}

/* An answer column of sentences without any mark: the sheet is answered in words. */
static void see_words(struct cs_page *page, const struct cs_census *census)
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
    page->in_words =
        count > 0 && marked * 5 < count && (answer == CS_NO_COLUMN || cs_census_mean(&census[column]) >= 18);
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
    return ((asks || numbered) && answers) || titled || (page->is_strange && asks && numbered);
}

void cs_page_judge_content(struct cs_page *page)
{
    const struct cs_census *census = cs_census_of(page);
    cs_contest_number(page, census);
    cs_contest_chapter(page, census);
    find_number(page, census);
    cs_contest_question(page, census);
    cs_contest_answer(page, census);
    find_flag_and_dates(page, census);
    find_listed(page);
    find_marks(page, census);
    find_question(page, census);
    find_number(page, census); /* among those that turned out not to be the question */
    find_texts(page, census);
    find_chapters(page, census);
    cs_contest_language(page, census);
    see_words(page, census);
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].role == CS_ROLE_OTHER && census[c].count == 0 && !page->columns[c].is_choice)
            page->columns[c].role = CS_ROLES;
}

/* True for a column titled as any text may be, Description, beside neither numbers nor answers. */
static bool is_any_text(const struct cs_page *page, const struct cs_census *census, uint32_t asked, bool answers)
{
    return page->columns[asked].rank < 2 && !answers && lacks(page, CS_ROLE_NUMBER) &&
           !cs_mostly(census[asked].asks, census[asked].count);
}

/* True if the question column is only guessed from its content, or its title says something else, and no title names
 * an answer. */
static bool is_guessed(const struct cs_page *page, const struct cs_census *census)
{
    uint32_t asked = page->of_role[CS_ROLE_QUESTION], answer = page->of_role[CS_ROLE_ANSWER],
             remark = page->of_role[CS_ROLE_REMARK];
    if (asked == CS_NO_COLUMN || page->columns[asked].by == CS_KNOWN_BY_FORM)
        return false;
    if (cs_mostly(census[asked].numbers, census[asked].count) || page->is_strange)
        return true;
    bool answers = answer != CS_NO_COLUMN &&
                   (page->columns[answer].by == CS_KNOWN_BY_TITLE ||
                    (page->header == CS_NO_ROW && cs_mostly(census[answer].marks, census[answer].count)));
    if (page->columns[asked].by == CS_KNOWN_BY_TITLE && page->columns[asked].wanted == CS_ROLE_QUESTION)
        return is_any_text(page, census, asked, answers);
    bool remarks = remark != CS_NO_COLUMN && page->columns[remark].by == CS_KNOWN_BY_TITLE;
    return !answers && !remarks && !cs_mostly(census[asked].sentences, census[asked].count);
}

void cs_page_judge_questions(struct cs_page *page)
{
    uint32_t asked = page->of_role[CS_ROLE_QUESTION], number = page->of_role[CS_ROLE_NUMBER];
    if (asked == CS_NO_COLUMN)
        return;
    const struct cs_census *census = cs_census_of(page);
    enum cs_known by = page->columns[asked].by;
    page->is_asked_in_full = (by == CS_KNOWN_BY_TITLE || by == CS_KNOWN_BY_FORM) &&
                             (number == CS_NO_COLUMN || census[asked].count * 10 >= census[number].count * 6);
    page->asks_in_sentences = cs_mostly(census[asked].sentences, census[asked].count);
    page->is_guessed = is_guessed(page, census);
}
