/* Columns beside the answers of which the form does not say whether whoever answers fills them in: 対象, 対象外, N/A; a
 * second one for answers or remarks, as for another round or language; and, where no column is known to be the answers',
 * each that is empty. They are never filled; a person is told that they are there. */
#include "fill/plan.h"
#include "base/messages_fill.h"
#include "match/similar.h"
#include "wording/applies.h"
#include "wording/boxes.h"
#include "wording/mark.h"

/* Titles without blanks and punctuation. */
static bool is_unclear(cs_text bare)
{
    static const cs_text titles[] = {CS_LITERAL("対象"),       CS_LITERAL("対象外"), CS_LITERAL("非対象"),
                                     CS_LITERAL("該当"),       CS_LITERAL("非該当"), CS_LITERAL("該当有無"),
                                     CS_LITERAL("該当の有無"), CS_LITERAL("適用"),   CS_LITERAL("na"),
                                     CS_LITERAL("applicable"), CS_LITERAL("inscope")};
    return cs_text_is_one(bare, titles, sizeof titles / sizeof *titles);
}

/* Titles of columns for answers or remarks, unless they name who or when, or are the customer's. */
static bool is_for_words(cs_text bare)
{
    static const cs_text wanted[] = {CS_LITERAL("回答"),     CS_LITERAL("備考"),   CS_LITERAL("補足"),
                                     CS_LITERAL("記入"),     CS_LITERAL("answer"), CS_LITERAL("response"),
                                     CS_LITERAL("コメント"), CS_LITERAL("remark"), CS_LITERAL("comment")};
    static const cs_text others[] = {
        CS_LITERAL("者"),       CS_LITERAL("日付"),      CS_LITERAL("回答日"),     CS_LITERAL("記入日"),
        CS_LITERAL("例"),       CS_LITERAL("期限"),      CS_LITERAL("方法"),       CS_LITERAL("要領"),
        CS_LITERAL("要否"),     CS_LITERAL("評価"),      CS_LITERAL("審査"),       CS_LITERAL("判定"),
        CS_LITERAL("確認"),     CS_LITERAL("前回"),      CS_LITERAL("当社"),       CS_LITERAL("弊社"),
        CS_LITERAL("date"),     CS_LITERAL("review"),    CS_LITERAL("assess"),     CS_LITERAL("example"),
        CS_LITERAL("answerer"), CS_LITERAL("responder"), CS_LITERAL("respondent"), CS_LITERAL("previous")};
    return cs_text_holds_one(bare, wanted, sizeof wanted / sizeof *wanted) &&
           !cs_text_holds_one(bare, others, sizeof others / sizeof *others);
}

static bool is_column_of(const struct cs_slot *slot, uint32_t column)
{
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].column == column)
            return true;
    return false;
}

/* True for a column of another table beside this one. */
static bool is_taken(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t column)
{
    const struct cs_slot *last = NULL;
    for (uint32_t i = 0; i < plan->question_count; i++) {
        const struct cs_slot *slot = plan->questions[i].whole;
        if (slot->worksheet == worksheet && (!last || last->columns != slot->columns) && is_column_of(slot, column))
            return true;
        last = slot;
    }
    return false;
}

/* The text of a cell, or of the one that it is merged into. */
static cs_text text_at(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row, uint32_t column)
{
    cs_plan_place(plan, worksheet, &row, &column);
    return cs_plan_text(plan->grid, worksheet, row, column);
}

/* The nearest row above a question that holds the title of one of its columns; false if there is none near. */
static bool find_titles(const struct cs_fill_plan *plan, const struct cs_slot *slot, uint32_t *row)
{
    enum { FARTHEST = 20 };
    uint32_t first = slot->row < slot->question_row ? slot->row : slot->question_row;
    for (*row = first; (*row)-- > 0 && *row + FARTHEST >= first;)
        for (uint32_t i = 0; i < slot->column_count; i++) {
            cs_text text = text_at(plan, slot->worksheet, *row, slot->columns[i].column);
            if (text.size && cs_text_find(slot->columns[i].title, text) >= 0)
                return true;
        }
    return false;
}

/* What a column says at the questions of a table. */
struct said {
    uint32_t empty, marks, others;
};

static struct said said_in(struct cs_job *job, const struct cs_fill_plan *plan, uint32_t first, uint32_t column)
{
    struct said said = {0};
    const struct cs_slot *slot = plan->questions[first].whole;
    for (uint32_t i = first; i < plan->question_count; i++) {
        const struct cs_slot *other = plan->questions[i].whole;
        if (other->worksheet != slot->worksheet || other->columns != slot->columns)
            break;
        if (i > first && other == plan->questions[i - 1].whole)
            continue; /* the answer for another product */
        cs_text text = cs_text_trim(text_at(plan, other->worksheet, other->row, column));
        bool is_empty = text.size == 0 || cs_is_empty_box(text);
        bool is_mark = !is_empty && (cs_is_mark(job, text) || cs_applies_of(job, text) != CS_STATE_NONE);
        said.empty += is_empty;
        said.marks += is_mark;
        said.others += !is_empty && !is_mark;
    }
    return said;
}

/* The columns that were found. */
struct finder {
    struct cs_job *job;
    const struct cs_fill_plan *plan;
    struct cs_fill_aside *at;
    uint32_t count, room;
};

/* True if the marks have no column, so that any empty one behind the question may be meant for them. */
static bool lacks_answers(const struct cs_slot *slot)
{
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].role == CS_ROLE_ANSWER)
            return false;
    return true;
}

static void add(struct finder *finder, const struct cs_fill_aside *aside)
{
    finder->at = cs_grow(&finder->job->arena, finder->at, finder->count, &finder->room, sizeof *finder->at);
    finder->at[finder->count++] = *aside;
}

/* Adds a column if it is one of those. */
static void look_at(struct finder *finder, uint32_t first, uint32_t row, uint32_t column)
{
    struct cs_arena *arena = &finder->job->arena;
    const struct cs_slot *slot = finder->plan->questions[first].whole;
    cs_text title = text_at(finder->plan, slot->worksheet, row, column);
    if (title.size == 0 || is_column_of(slot, column))
        return;
    cs_text bare = cs_text_bare(arena, title);
    bool unclear = is_unclear(bare), second = !unclear && !lacks_answers(slot) && is_for_words(bare);
    if (!unclear && (column < slot->question_column || (!second && !lacks_answers(slot))))
        return;
    struct said said = said_in(finder->job, finder->plan, first, column);
    if (second && is_taken(finder->plan, slot->worksheet, column))
        return;
    if (said.others || (!unclear && said.marks))
        return; /* 全社, servers: what the question is about */
    add(finder, &(struct cs_fill_aside){.place = {slot->worksheet, row, column},
                                        .title = title,
                                        .message = second        ? CS_MESSAGE_FILL_COLUMN_SECOND
                                                   : !unclear    ? CS_MESSAGE_FILL_COLUMN_UNKNOWN
                                                   : !said.empty ? CS_MESSAGE_FILL_COLUMN_SENDERS
                                                   : said.marks  ? CS_MESSAGE_FILL_COLUMN_MARKED
                                                                 : CS_MESSAGE_FILL_COLUMN_EMPTY,
                                        .count = said.empty ? said.empty : said.marks});
}

uint32_t cs_fill_find_asides(struct cs_job *job, const struct cs_fill_plan *plan, struct cs_fill_aside **asides)
{
    struct finder finder = {.job = job, .plan = plan};
    const struct cs_slot *last = NULL;
    for (uint32_t i = 0, row; i < plan->question_count; i++) {
        const struct cs_slot *slot = plan->questions[i].whole;
        bool is_first = !last || last->worksheet != slot->worksheet || last->columns != slot->columns;
        last = slot;
        if (!is_first || !find_titles(plan, slot, &row))
            continue;
        for (uint32_t column = 0; column < plan->grid->sheets[slot->worksheet].column_count; column++)
            look_at(&finder, i, row, column);
    }
    *asides = finder.at;
    return finder.count;
}

uint32_t cs_fill_count_unknown(struct cs_job *job, const struct cs_fill_plan *plan)
{
    struct cs_fill_aside *asides;
    uint32_t unknown = 0;
    for (uint32_t i = 0, count = cs_fill_find_asides(job, plan, &asides); i < count; i++)
        unknown += asides[i].message == CS_MESSAGE_FILL_COLUMN_UNKNOWN;
    return unknown;
}
