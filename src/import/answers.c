/* Answers: see answers.h. */
#include "import/answers.h"
#include "base/names.h"
#include "import/applicable.h"

const struct cs_item *cs_line_item(const struct cs_asked_lines *asked, uint32_t line)
{
    uint32_t item = asked->matching.at ? asked->matching.at[line].item : CS_NO_ITEM;
    return item == CS_NO_ITEM ? NULL : &asked->catalog->items[item];
}

/* In a file that this program wrote, an answer in words without a mark is a complete answer. */
static void tell_words(struct cs_marked *marked)
{
    enum cs_state state;
    bool open = cs_state_of_phrase(marked->remark, &state) && state == CS_STATE_NONE;
    if (marked->fault == CS_MARK_GOOD && marked->state == CS_STATE_NONE && marked->remark.size && !open)
        marked->state = CS_STATE_FREE_TEXT;
}

struct cs_line_answers cs_answers_read(const struct cs_asked_lines *asked)
{
    const struct cs_lines *lines = &asked->pages->lines;
    struct cs_job *job = asked->pages->job;
    struct cs_names others = {0};
    struct cs_line_answers answers = {.asked = asked};
    answers.at = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *answers.at);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        struct cs_marked *marked = &answers.at[i];
        if (line->kind != CS_LINE_ITEM)
            continue;
        *marked = cs_mark_read(job, asked->catalog, cs_line_item(asked, i), line->page->in_words,
                               line->cells[CS_ROLE_ANSWER], line->cells[CS_ROLE_REMARK]);
        if (line->chose_twice)
            *marked = (struct cs_marked){
                .answer = line->cells[CS_ROLE_ANSWER], .remark = line->cells[CS_ROLE_REMARK], .fault = CS_MARK_SPLIT};
        if (asked->is_own)
            tell_words(marked);
        cs_applicable_heed(job, line->cells[CS_ROLE_APPLICABLE], marked);
        answers.keeps_answers |= marked->answer.size > 0 || (!line->page->in_words && marked->state == CS_STATE_NONE);
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
