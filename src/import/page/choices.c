/* Answers that are columns: 実施 | 一部実施 | 未実施, with a check in one of them. */
#include "wording/boxes.h"
#include "wording/mark.h"
#include "import/page/page.h"

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
    if (cs_is_no_check(cell))
        return answer;
    cs_buf_add(&text, answer);
    cs_buf_add(&text, answer.size ? CS_TEXT("・") : (cs_text){0}); /* two answers are none */
    cs_buf_add(&text, page->columns[column].title);
    cs_buf_add(&text, cs_is_check(cell) ? (cs_text){0} : CS_TEXT(" "));
    cs_buf_add(&text, cs_is_check(cell) ? (cs_text){0} : cell);
    return cs_buf_take(&page->job->arena, &text);
}
