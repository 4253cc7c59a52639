/* Answers: see answers.h. */
#include "import/answers.h"
#include "base/names.h"
#include "import/applicable.h"
#include "wording/mark_words.h"

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

/* An answer by what the form says its sign means, in which nobody else's meaning of it counts. */
static struct cs_marked read_by_legend(struct cs_job *job, const struct cs_asked_lines *asked, uint32_t index,
                                       const struct cs_legend_sign *sign, cs_text written, size_t size)
{
    const struct cs_line *line = &asked->pages->lines.at[index];
    const struct cs_item *item = cs_line_item(asked, index);
    struct cs_mark mark = {.sign = {written.bytes, size}, .state = sign->state};
    struct cs_catalog explained = asked->catalog ? *asked->catalog : (struct cs_catalog){0};
    explained.marks = &mark;
    explained.mark_count = 1;
    bool is_marked = !item || item->kind == CS_KIND_MARK;
    if (!is_marked && written.size == size)
        return (struct cs_marked){.state = sign->state, .answer = written, .remark = line->cells[CS_ROLE_REMARK]};
    struct cs_marked marked = cs_mark_read(job, is_marked ? &explained : asked->catalog, item, line->page->in_words,
                                           line->cells[CS_ROLE_ANSWER], line->cells[CS_ROLE_REMARK]);
    if (marked.fault == CS_MARK_GOOD && cs_text_equal(marked.answer, mark.sign))
        marked.answer = sign->sign; /* 〇 where the legend has ○ */
    return marked;
}

/* True for an item that is answered by a mark, or by yes and no. */
static bool is_by_mark(const struct cs_item *item)
{
    return !item || item->kind == CS_KIND_MARK || cs_kind_is_yes_no(item->kind);
}

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

/* The answer of a line as its cells say it, and the form of its signs. */
static struct cs_marked read_answer(const struct cs_line_answers *answers, uint32_t index)
{
    const struct cs_asked_lines *asked = answers->asked;
    struct cs_job *job = asked->pages->job;
    const struct cs_line *line = &asked->pages->lines.at[index];
    const struct cs_item *item = cs_line_item(asked, index);
    cs_text answer = line->cells[CS_ROLE_ANSWER], remark = line->cells[CS_ROLE_REMARK];
    cs_text written = cs_text_trim(answer.size ? answer : remark);
    size_t size = 0;
    bool is_marked = is_by_mark(item) && !line->page->in_words && asked->pages->legend->count;
    const struct cs_legend_sign *sign = is_marked ? cs_legend_find(asked->pages->legend, written, &size) : NULL;
    if (sign && sign->state != CS_STATE_NONE)
        return read_by_legend(job, asked, index, sign, written, size);
    bool is_unsure = !sign && answers->has_better && is_by_mark(item) && cs_legend_is_circle(written);
    if (sign || is_unsure || (is_marked && cs_legend_lacks(asked->pages->legend, written)))
        return (struct cs_marked){
            .answer = answer, .remark = remark, .fault = CS_MARK_STRANGE, .in_remark = answer.size == 0};
    return cs_mark_read(job, asked->catalog, item, line->page->in_words, answer, remark);
}

struct cs_line_answers cs_answers_read(const struct cs_asked_lines *asked)
{
    const struct cs_lines *lines = &asked->pages->lines;
    struct cs_job *job = asked->pages->job;
    struct cs_names others = {0};
    struct cs_line_answers answers = {.asked = asked, .has_better = has_better(asked)};
    answers.at = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *answers.at);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        struct cs_marked *marked = &answers.at[i];
        if (line->kind != CS_LINE_ITEM)
            continue;
        *marked = read_answer(&answers, i);
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
