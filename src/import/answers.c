/* Answers: see answers.h. */
#include "import/answers.h"
#include "base/names.h"
#include "import/applicable.h"
#include "import/products.h"
#include "wording/both_languages.h"
#include "wording/mark_words.h"

/* True where ◎ is an answer that neither the form nor the catalog explains, and △ is none: then nobody knows whether ○ says
 * all of it. */
static bool has_better(const struct cs_asked_lines *asked)
{
    const cs_text better = CS_TEXT("◎");
    size_t size;
    bool any = false;
    for (uint32_t i = 0; asked->catalog && i < asked->catalog->mark_count; i++)
        if (cs_text_equal(asked->catalog->marks[i].sign, better))
            return false;
    if (cs_legend_find(asked->pages->legend, better, &size) != NULL)
        return false;
    for (uint32_t i = 0; i < asked->pages->lines.count; i++) {
        const struct cs_line *line = &asked->pages->lines.at[i];
        cs_text answer = line->kind == CS_LINE_ITEM ? cs_text_trim(line->cells[CS_ROLE_ANSWER]) : (cs_text){0};
        enum cs_state state;
        if (cs_mark_sign(answer, &state) > 0 && state == CS_STATE_PART)
            return false;
        any |= cs_text_starts(answer, better);
    }
    return any;
}

/* True for a file of ours without marks: it lacks the answer column, or has no other, and most of its texts begin with no
 * sign and no label of a state. */
static bool is_in_words(const struct cs_asked_lines *asked)
{
    const struct cs_lines *lines = &asked->pages->lines;
    bool has_answers = false, has_remarks = false;
    uint32_t texts = 0, marked = 0;
    for (uint32_t i = 0; i < asked->pages->count; i++) {
        has_answers |= asked->pages->at[i]->of_role[CS_ROLE_ANSWER] != CS_NO_COLUMN;
        has_remarks |= asked->pages->at[i]->of_role[CS_ROLE_REMARK] != CS_NO_COLUMN;
    }
    if (!asked->is_own || !asked->catalog || (has_answers && has_remarks))
        return false;
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_item *item = cs_line_item(asked, i);
        cs_text text = cs_text_trim(lines->at[i].cells[has_answers ? CS_ROLE_ANSWER : CS_ROLE_REMARK]);
        if (!item || item->kind != CS_KIND_MARK || text.size == 0)
            continue;
        if (cs_begins_with_own_sign(asked->catalog, text) && has_answers)
            return false;
        bool is_mark = cs_mark_is_labelled(text) || cs_begins_with_own_sign(asked->catalog, text);
        marked += is_mark;
        texts += !is_mark && !(has_answers && cs_is_mark(asked->pages->job, text));
    }
    return texts && texts >= marked;
}

struct cs_line_answers cs_answers_read(const struct cs_asked_lines *asked)
{
    const struct cs_lines *lines = &asked->pages->lines;
    struct cs_job *job = asked->pages->job;
    struct cs_names others = {0};
    struct cs_line_answers answers = {.asked = asked, .has_better = has_better(asked), .in_words = is_in_words(asked)};
    answers.at = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *answers.at);
    answers.parts = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *answers.parts);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        struct cs_marked *marked = &answers.at[i];
        if (line->kind != CS_LINE_ITEM)
            continue;
        *marked = cs_answers_read_line(&answers, line, cs_line_item(asked, i));
        if (line->parts && line->page->product_count > 1)
            answers.parts[i] = cs_products_read(&answers, i, marked);
        answers.keeps_answers |=
            marked->answer.size > 0 || (!answers.in_words && !line->page->in_words && marked->state == CS_STATE_NONE);
        answers.marked += marked->state != CS_STATE_NONE && marked->state != CS_STATE_FREE_TEXT;
        for (uint32_t c = 0; line->others && c < line->page->column_count; c++)
            if (line->others[c].size)
                cs_names_add(&job->arena, &others, line->page->columns[c].title);
    }
    answers.others = others.texts;
    answers.other_count = others.count;
    return answers;
}

uint32_t cs_answers_other(const struct cs_line_answers *answers, cs_text title)
{
    uint32_t i = 0;
    while (i < answers->other_count && !cs_text_equal(answers->others[i], title))
        i++;
    return i;
}
