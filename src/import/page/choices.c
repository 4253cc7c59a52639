/* Answers that are columns: 実施 | 一部実施 | 未実施, with a check in one of them. */
#include "wording/mark.h"
#include "import/page/page.h"

static bool is_one_of(cs_text cell, const cs_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_equal(cell, texts[i]))
            return true;
    return false;
}

/* A check says no more than that the column is meant; what says that it is not is as good as nothing. */
static bool is_check(cs_text cell)
{
    static const cs_text checks[] = {CS_LITERAL("○"), CS_LITERAL("〇"), CS_LITERAL("◯"),   CS_LITERAL("●"),
                                     CS_LITERAL("✓"), CS_LITERAL("✔"),  CS_LITERAL("レ"),  CS_LITERAL("☑"),
                                     CS_LITERAL("■"), CS_LITERAL("v"),  CS_LITERAL("V"),   CS_LITERAL("x"),
                                     CS_LITERAL("X"), CS_LITERAL("1"),  CS_LITERAL("TRUE")};
    return is_one_of(cell, checks, sizeof checks / sizeof *checks);
}

static bool is_no_check(cs_text cell)
{
    static const cs_text blanks[] = {CS_LITERAL("□"), CS_LITERAL("☐"), CS_LITERAL("-"),    CS_LITERAL("－"),
                                     CS_LITERAL("×"), CS_LITERAL("0"), CS_LITERAL("FALSE")};
    return is_one_of(cell, blanks, sizeof blanks / sizeof *blanks);
}

/* The title that is an answer, of one or two. */
static cs_text answer_of(const struct cs_page_column *column)
{
    return column->lower.size ? column->lower : column->upper.size ? column->upper : column->title;
}

static bool is_answer(const struct cs_page *page, uint32_t column)
{
    cs_text title = column < page->column_count ? answer_of(&page->columns[column]) : (cs_text){0};
    return title.size && cs_is_mark(page->job, title);
}

void cs_page_find_choices(struct cs_page *page)
{
    enum { TOP = 9 };
    for (uint32_t c = page->left, end; c < page->column_count; c = end + 1) {
        for (end = c; is_answer(page, end); end++)
            ;
        if (end - c < 2)
            continue;
        for (uint32_t i = c; i < end; i++) {
            page->columns[i].is_choice =
                cs_mark_state(page->job, answer_of(&page->columns[i]), &page->columns[i].state);
            page->columns[i].title = answer_of(&page->columns[i]);
            page->columns[i].role = i == c ? CS_ROLE_ANSWER : CS_ROLE_OTHER;
            page->columns[i].rank = TOP;
            page->columns[i].by = page->columns[i].by == CS_KNOWN_BY_FORM ? CS_KNOWN_BY_FORM : CS_KNOWN_BY_TITLE;
        }
        return;
    }
}

cs_text cs_page_choose(const struct cs_page *page, uint32_t column, cs_text cell, cs_text answer)
{
    struct cs_buf text = {0};
    if (is_no_check(cell))
        return answer;
    cs_buf_add(&text, answer);
    cs_buf_add(&text, answer.size ? CS_TEXT("・") : (cs_text){0}); /* two answers are none */
    cs_buf_add(&text, page->columns[column].title);
    cs_buf_add(&text, is_check(cell) ? (cs_text){0} : CS_TEXT(" "));
    cs_buf_add(&text, is_check(cell) ? (cs_text){0} : cell);
    return cs_buf_take(&page->job->arena, &text);
}
