/* The answer of one line. See answers.h. */
#include "import/answers.h"
#include "base/names.h"
#include "import/applicable.h"
#include "wording/both_languages.h"
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

/* True for an item that is answered by a mark, or by yes and no. */
static bool is_by_mark(const struct cs_item *item)
{
    return !item || item->kind == CS_KIND_MARK || cs_kind_is_yes_no(item->kind);
}

bool cs_begins_with_own_sign(const struct cs_catalog *catalog, cs_text text)
{
    for (uint32_t i = 0; i < catalog->mark_count; i++)
        if (cs_text_starts(text, catalog->marks[i].sign))
            return true;
    for (uint32_t i = 0; i < catalog->layout_count; i++)
        for (uint32_t k = 0; k < catalog->layouts[i].mark_count; k++)
            if (cs_text_starts(text, catalog->layouts[i].marks[k].sign))
                return true;
    return false;
}

/* True for an answer in words. A sheet of ours without a column for remarks has marks and words in one cell: some begin with
 * a mark, and others, such as those by product, do not. */
static bool is_line_in_words(const struct cs_line_answers *answers, const struct cs_line *line)
{
    const struct cs_asked_lines *asked = answers->asked;
    cs_text text = cs_text_trim(line->cells[CS_ROLE_ANSWER]);
    if (!asked->is_own || !asked->catalog || text.size == 0 || line->page->of_role[CS_ROLE_REMARK] != CS_NO_COLUMN)
        return line->page->in_words;
    return !cs_begins_with_own_sign(asked->catalog, text) && !cs_begins_with_mark(text) && !cs_mark_is_labelled(text) &&
           !cs_is_mark(asked->pages->job, text);
}

/* An answer by what the form says its sign means, in which nobody else's meaning of it counts. */
static struct cs_marked read_by_legend(struct cs_job *job, const struct cs_asked_lines *asked,
                                       const struct cs_line *line, const struct cs_item *item,
                                       const struct cs_legend_sign *sign, cs_text written, size_t size)
{
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

/* The answer of a line as its cells say it, and the form of its signs. */
static struct cs_marked read_answer(const struct cs_line_answers *answers, const struct cs_line *line,
                                    const struct cs_item *item)
{
    const struct cs_asked_lines *asked = answers->asked;
    struct cs_job *job = asked->pages->job;
    cs_text answer = line->cells[CS_ROLE_ANSWER], remark = line->cells[CS_ROLE_REMARK];
    cs_text written = cs_text_trim(answer.size ? answer : remark);
    if (answers->in_words && item && item->kind == CS_KIND_MARK && written.size)
        return (struct cs_marked){.state = CS_STATE_FREE_TEXT, .remark = written};
    size_t size = 0;
    bool is_marked = is_by_mark(item) && !line->page->in_words && asked->pages->legend->count;
    const struct cs_legend_sign *sign = is_marked ? cs_legend_find(asked->pages->legend, written, &size) : NULL;
    if (sign && sign->state != CS_STATE_NONE)
        return read_by_legend(job, asked, line, item, sign, written, size);
    bool is_unsure = !sign && answers->has_better && is_by_mark(item) && cs_legend_is_circle(written);
    if (sign || is_unsure || (is_marked && cs_legend_lacks(asked->pages->legend, written)))
        return (struct cs_marked){
            .answer = answer, .remark = remark, .fault = CS_MARK_STRANGE, .in_remark = answer.size == 0};
    return cs_mark_read(job, asked->catalog, item, is_line_in_words(answers, line), answer, remark);
}

struct cs_marked cs_answers_read_line(const struct cs_line_answers *answers, const struct cs_line *line,
                                      const struct cs_item *item)
{
    struct cs_job *job = answers->asked->pages->job;
    struct cs_marked made = read_answer(answers, line, item), *marked = &made;
    if (line->chose_twice)
        *marked = (struct cs_marked){
            .answer = line->cells[CS_ROLE_ANSWER], .remark = line->cells[CS_ROLE_REMARK], .fault = CS_MARK_SPLIT};
    if (answers->asked->is_own)
        tell_words(marked);
    struct cs_both_languages both;
    if (line->in_both && marked->fault == CS_MARK_GOOD && cs_split_languages(marked->remark, &both)) {
        marked->remark = both.japanese;
        marked->translation = both.english;
    }
    cs_applicable_heed(job, line->cells[CS_ROLE_APPLICABLE], marked);
    if (answers->in_words && line->columns[CS_ROLE_ANSWER] == CS_NO_COLUMN && marked->answer.size) {
        marked->remark = cs_text_below(&job->arena, marked->answer, marked->remark);
        marked->answer = (cs_text){0};
    }
    return made;
}
