/* Deciding between columns of the same role: see contest.h. */
#include "import/page/contest.h"

static bool lacks(const struct cs_page *page, enum cs_role role)
{
    return page->of_role[role] == CS_NO_COLUMN;
}

/* Moves a role from its column to another one; `left` is the role that the old one keeps. */
static void hand_over(struct cs_page *page, enum cs_role role, uint32_t column, enum cs_role left)
{
    uint32_t before = page->of_role[role];
    if (before != CS_NO_COLUMN) {
        page->columns[before].role = left;
        if (left != CS_ROLE_OTHER)
            page->of_role[left] = before;
    }
    page->columns[column].role = role;
    page->of_role[role] = column;
}

void cs_contest_number(struct cs_page *page, const struct cs_census *census)
{
    for (uint32_t c = page->left; c < page->column_count; c++) {
        uint32_t number = page->of_role[CS_ROLE_NUMBER];
        const struct cs_page_column *column = &page->columns[c];
        if (number == CS_NO_COLUMN || column->wanted != CS_ROLE_NUMBER || column->role != CS_ROLE_OTHER ||
            census[c].count < census[number].count)
            continue;
        uint32_t unlike = cs_census_unlike(page, c), before = cs_census_unlike(page, number);
        if (unlike * 4 > before * 5)
            hand_over(page, CS_ROLE_NUMBER, c, CS_ROLE_OTHER);
    }
}

/* The number of rows with something in both columns. */
static uint32_t count_both(const struct cs_page *page, uint32_t a, uint32_t b)
{
    uint32_t both = 0;
    for (uint32_t i = cs_grid_row_start(page->grid, page->first); i < page->grid->cell_count; i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        both += cell->column == a && cs_grid_at(page->grid, cell->row, b);
    }
    return both;
}

void cs_contest_chapter(struct cs_page *page, const struct cs_census *census)
{
    uint32_t number = page->of_role[CS_ROLE_NUMBER], next = number + 1;
    if (number == CS_NO_COLUMN || next >= page->column_count || !lacks(page, CS_ROLE_CHAPTER) ||
        page->columns[next].title.size || page->columns[next].role != CS_ROLES ||
        census[next].count <= census[number].count || !cs_mostly(census[next].numbers, census[next].count) ||
        count_both(page, number, next) * 5 > census[number].count)
        return;
    page->columns[next].by = CS_KNOWN_BY_CONTENT;
    hand_over(page, CS_ROLE_NUMBER, next, CS_ROLE_CHAPTER);
    page->has_numbered_chapters = true;
}

/* The number of rows with a question, judging by numbers and titles. */
static uint32_t count_items(const struct cs_page *page, const struct cs_census *census)
{
    uint32_t number = page->of_role[CS_ROLE_NUMBER], most = number == CS_NO_COLUMN ? 0 : census[number].count;
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].wanted == CS_ROLE_QUESTION && census[c].count > most)
            most = census[c].count;
    return most;
}

/* True if one of two question columns is Japanese and the other is not. */
static bool is_translation(const struct cs_census *a, const struct cs_census *b)
{
    return cs_mostly(a->japanese, a->count) != cs_mostly(b->japanese, b->count) && a->count * 10 >= b->count * 8;
}

/* True if another column titled as the question is the better one: filled in as many rows with much longer texts, or
 * filled in all rows while the current one is empty or merged over several. */
static bool asks_more(const struct cs_page *page, const struct cs_census *census, uint32_t c, uint32_t question,
                      uint32_t items)
{
    const struct cs_census *now = &census[question], *other = &census[c];
    bool was_sparse = now->count * 10 < items * 6, is_full = other->count * 10 >= items * 6;
    if (was_sparse && is_full && cs_census_mean(other) >= 12)
        return true;
    return page->columns[c].rank >= page->columns[question].rank && (is_full || !other->count || was_sparse) &&
           cs_census_mean(now) * 3 < cs_census_mean(other) * 2 && !is_translation(now, other);
}

void cs_contest_question(struct cs_page *page, const struct cs_census *census)
{
    uint32_t items = count_items(page, census);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        const struct cs_page_column *column = &page->columns[c];
        uint32_t question = page->of_role[CS_ROLE_QUESTION];
        if (column->wanted != CS_ROLE_QUESTION || column->role != CS_ROLE_OTHER || column->by != CS_KNOWN_BY_TITLE ||
            (question != CS_NO_COLUMN && !asks_more(page, census, c, question, items)))
            continue;
        bool is_group = question != CS_NO_COLUMN && census[question].count * 10 < items * 6;
        enum cs_role left = is_group ? CS_ROLE_GROUP : CS_ROLE_NAME;
        hand_over(page, CS_ROLE_QUESTION, c, lacks(page, left) ? left : CS_ROLE_OTHER);
    }
}

/* The part of a text before a sign that parts choices, which is taken off with it. */
static cs_text take_choice(cs_text *text)
{
    static const cs_text signs[] = {CS_LITERAL("/"), CS_LITERAL("／"), CS_LITERAL(","),   CS_LITERAL("、"),
                                    CS_LITERAL("|"), CS_LITERAL("・"), CS_LITERAL(" or ")};
    size_t end = text->size, size = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find((cs_text){text->bytes, end}, signs[i]);
        if (at >= 0) {
            end = (size_t)at;
            size = signs[i].size;
        }
    }
    cs_text choice = cs_text_trim((cs_text){text->bytes, end});
    *text = cs_text_skip(*text, end + size);
    return choice;
}

/* True for a title with yes and no to choose from in brackets: Compliance (Full/Partial/None). */
static bool offers_states(struct cs_job *job, cs_text title)
{
    title = cs_text_fold(&job->arena, title);
    ptrdiff_t at = cs_text_find(title, CS_TEXT("(")), end = cs_text_find(title, CS_TEXT(")"));
    cs_text choices = at >= 0 && end > at ? (cs_text){title.bytes + at + 1, (size_t)(end - at - 1)} : (cs_text){0};
    unsigned seen = 0;
    enum cs_state state;
    while (choices.size) {
        cs_text choice = take_choice(&choices);
        if (choice.size && !cs_legend_says(job, choice, &state))
            return false;
        seen |= choice.size ? 1u << state : 0;
    }
    return (seen & 1u << CS_STATE_OK) && (seen & 1u << CS_STATE_NG);
}

/* True if a second column of answers is one by marks, and the first one, of the same time, is not. */
static bool answers_by_marks(const struct cs_page *page, const struct cs_census *census, uint32_t c, uint32_t answer)
{
    enum { BEST_TITLE = 3 }; /* a higher rank is that of a drop-down */
    const struct cs_page_column *column = &page->columns[c], *now = &page->columns[answer];
    if (!column->is_second || column->is_choice || column->role != CS_ROLE_OTHER || now->is_choice ||
        now->rank > BEST_TITLE || cs_title_year(page->job, column->title) || cs_title_year(page->job, now->title))
        return false;
    if (census[answer].count == 0 && census[c].count == 0)
        return offers_states(page->job, column->title) && !offers_states(page->job, now->title);
    return census[answer].count && !cs_mostly(census[answer].marks, census[answer].count) &&
           cs_mostly(census[c].marks, census[c].count) && census[c].count * 10 >= census[answer].count * 6;
}

/* Beside columns of choices, できている | できていない, one for answers in words is for the remarks, where no other is. */
static void take_words(struct cs_page *page)
{
    uint32_t answer = page->of_role[CS_ROLE_ANSWER];
    if (answer == CS_NO_COLUMN || !page->columns[answer].is_choice || !lacks(page, CS_ROLE_REMARK))
        return;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        if (!column->is_second || column->is_choice || column->role != CS_ROLE_OTHER ||
            column->product != page->columns[answer].product || cs_title_year(page->job, column->title))
            continue;
        column->is_second = false;
        column->role = CS_ROLE_REMARK;
        page->of_role[CS_ROLE_REMARK] = c;
        return;
    }
}

void cs_contest_answer(struct cs_page *page, const struct cs_census *census)
{
    take_words(page);
    uint32_t answer = page->of_role[CS_ROLE_ANSWER];
    for (uint32_t c = page->left; c < page->column_count && answer != CS_NO_COLUMN; c++) {
        if (!answers_by_marks(page, census, c, answer))
            continue;
        page->columns[c].is_second = false;
        page->columns[answer].is_second = !lacks(page, CS_ROLE_REMARK);
        hand_over(page, CS_ROLE_ANSWER, c, lacks(page, CS_ROLE_REMARK) ? CS_ROLE_REMARK : CS_ROLE_OTHER);
        return;
    }
}

/* True for a title that names the language of its column: Question (English), 英訳. */
static bool names_language(cs_text title)
{
    static const cs_text words[] = {
        CS_LITERAL("日本語"), CS_LITERAL("英語"),    CS_LITERAL("英文"),    CS_LITERAL("英訳"), CS_LITERAL("和文"),
        CS_LITERAL("和訳"),   CS_LITERAL("(EN"),     CS_LITERAL("(JP"),     CS_LITERAL("(JA"),  CS_LITERAL("（英"),
        CS_LITERAL("（日"),   CS_LITERAL("English"), CS_LITERAL("Japanese")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_find(title, words[i]) >= 0)
            return true;
    return false;
}

/* True if the titles of both columns name the question equally clearly, or name their languages. */
static bool are_equals(const struct cs_page_column *column, const struct cs_page_column *asked)
{
    return column->rank == asked->rank || names_language(column->title) || names_language(asked->title);
}

/* True if a column is the question in another language: its title names the question as well, or a language. */
static bool translates(const struct cs_page *page, const struct cs_census *census, uint32_t c, uint32_t question)
{
    const struct cs_page_column *column = &page->columns[c], *asked = &page->columns[question];
    bool asks = column->wanted == CS_ROLE_QUESTION;
    bool is_free = column->role == CS_ROLES || column->role == CS_ROLE_OTHER || (asks && column->role == CS_ROLE_NAME);
    return c != question && is_free && !column->is_choice && census[c].count * 10 >= census[question].count * 8 &&
           is_translation(&census[c], &census[question]) && cs_census_mean(&census[c]) >= 12 &&
           (asks ? column->rank > 1 || are_equals(column, asked) : names_language(column->title));
}

void cs_contest_language(struct cs_page *page, const struct cs_census *census)
{
    uint32_t question = page->of_role[CS_ROLE_QUESTION];
    for (uint32_t c = page->left; c < page->column_count && question != CS_NO_COLUMN; c++) {
        if (!translates(page, census, c, question))
            continue;
        if (page->of_role[CS_ROLE_NAME] == c)
            page->of_role[CS_ROLE_NAME] = CS_NO_COLUMN;
        bool is_first = c < question && page->columns[c].wanted == CS_ROLE_QUESTION &&
                        are_equals(&page->columns[c], &page->columns[question]);
        if (is_first)
            hand_over(page, CS_ROLE_QUESTION, c, CS_ROLE_OTHER);
        page->columns[is_first ? question : c].is_translation = true;
        page->columns[is_first ? question : c].role = CS_ROLE_OTHER;
        return;
    }
}
