/* Items by number: as written, after what spreadsheets do to numbers, and composed of chapter and line number. */
#include "import/matcher.h"
#include "match/similar.h"

static uint32_t find(const struct cs_matcher *matcher, cs_text id)
{
    return cs_id_index_find(&matcher->ids, id);
}

static cs_text id_of_numbers(struct cs_job *job, int count, const int numbers[3])
{
    struct cs_buf id = {0};
    for (int i = 0; i < count; i++)
        cs_buf_print(&id, i ? ".%d" : "%d", numbers[i]);
    return cs_buf_take(&job->arena, &id);
}

/* 6-8 became 8 June, 6-31 June 1931, 2-1-5 the fifth of January 2002. Of the numbers that the date may have been,
 * takes the first free item after the last one found, else the first free one. */
static uint32_t find_date(const struct cs_matcher *matcher, struct cs_date date)
{
    int year = date.year % 100;
    const int ways[][3] = {{date.month, date.day}, {date.month, year}, {year, date.month, date.day}};
    uint32_t best = CS_NO_ITEM;
    for (int way = 0; way < 3; way++) {
        if (way > 0 && (date.year == 0 || (way == 1 && date.day != 1)))
            continue;
        uint32_t item = find(matcher, id_of_numbers(matcher->job, way == 2 ? 3 : 2, ways[way]));
        if (cs_matcher_is_free(matcher, item) && (matcher->last == CS_NO_ITEM || item == matcher->last + 1))
            return item;
        if (best == CS_NO_ITEM && cs_matcher_is_free(matcher, item))
            best = item;
    }
    return best;
}

/* 1.10 became 1.1: the number has been seen before, and ten is the next one. */
static uint32_t find_lost_zero(const struct cs_matcher *matcher, cs_text id)
{
    uint32_t item = find(matcher, id);
    if (item == CS_NO_ITEM || cs_matcher_is_free(matcher, item) || matcher->last == CS_NO_ITEM)
        return CS_NO_ITEM;
    struct cs_buf longer = {0};
    cs_buf_add(&longer, id);
    cs_buf_add_byte(&longer, '0');
    item = find(matcher, cs_buf_text(&longer));
    cs_buf_free(&longer);
    return cs_matcher_is_free(matcher, item) && item == matcher->last + 1 ? item : CS_NO_ITEM;
}

/* The item of a row whose number is shared by several items: 22.1, 22.2. */
static uint32_t find_sub_row(struct cs_matcher *matcher, cs_text number)
{
    bool begins = number.size && !cs_text_equal(number, matcher->base);
    if (number.size == 0 && matcher->base.size == 0)
        return CS_NO_ITEM;
    struct cs_buf sub = {0};
    cs_buf_add(&sub, begins ? number : matcher->base);
    cs_buf_print(&sub, ".%ld", begins ? 1 : matcher->sub + 1);
    uint32_t item = find(matcher, cs_buf_text(&sub));
    cs_buf_free(&sub);
    if (item == CS_NO_ITEM)
        return CS_NO_ITEM;
    matcher->base = begins ? number : matcher->base;
    matcher->sub = begins ? 1 : matcher->sub + 1;
    return item;
}

/* The item of a number. Numbers that restart in each section are appended to the section's. */
static uint32_t find_number(struct cs_matcher *matcher, const struct cs_number *number, enum cs_found *by)
{
    struct cs_job *job = matcher->job;
    *by = CS_FOUND_REPAIRED;
    if (number->date.month)
        return find_date(matcher, number->date);
    uint32_t item = find_lost_zero(matcher, number->id);
    if (item != CS_NO_ITEM)
        return item;
    *by = CS_FOUND_BY_ID;
    item = find(matcher, number->id);
    if (cs_matcher_is_free(matcher, item))
        return item;
    *by = CS_FOUND_COMPOSED;
    const cs_text heads[] = {matcher->trail.section, matcher->trail.chapter};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        uint32_t composed = heads[i].size ? find(matcher, cs_id_join(job, heads[i], number->id)) : CS_NO_ITEM;
        if (composed != CS_NO_ITEM && (i == 1 || cs_matcher_is_free(matcher, composed) || item == CS_NO_ITEM))
            return composed;
    }
    *by = CS_FOUND_BY_ID;
    return item;
}

static bool is_other_catalog(const struct cs_matcher *matcher, cs_text id)
{
    return id.size && !cs_text_equal(id, matcher->catalog->id);
}

/* How a number matches an item: as it is, as the first of several rows of that number, or as a further row, which has
 * no number of its own. */
enum sub_row { NO_SUB_ROW, FIRST_SUB_ROW, NEXT_SUB_ROW };

/* True if the text does not contradict the number: they must have something in common, and much if the number may be
 * a mere line count. A further row of a number that was accepted needs nothing. */
static bool is_allowed(struct cs_matcher *matcher, struct cs_match *match, const struct cs_line *line, uint32_t item,
                       enum sub_row sub)
{
    enum { DOUBTED = 150 };
    if (matcher->is_own)
        return true;
    static const uint32_t least[] = {[NO_SUB_ROW] = CS_FAR_LIKENESS, [FIRST_SUB_ROW] = DOUBTED, [NEXT_SUB_ROW] = 0};
    uint32_t likeness = cs_matcher_likeness(matcher, line, item);
    match->doubted = likeness < DOUBTED;
    return likeness >= least[sub];
}

/* True if a line is the question of an item, word for word. */
static bool is_its_question(const struct cs_matcher *matcher, uint32_t line, uint32_t item)
{
    uint32_t ask = matcher->ask_of_line[line];
    if (ask == CS_NO_NAME || !matcher->is_repeated[ask])
        return ask != CS_NO_NAME && matcher->item_of_ask[ask] == item;
    const struct cs_words *asks = matcher->catalog->items[item].ask;
    for (int in = 0; in < CS_LANGUAGES; in++)
        if (cs_text_equal(cs_text_bare(&matcher->job->arena, asks->in[in]), matcher->asks.texts[ask]))
            return true;
    return false;
}

/* The free item whose question is the line's text, word for word; CS_NO_ITEM if there is none. */
static uint32_t find_same_text(const struct cs_matcher *matcher, uint32_t line)
{
    uint32_t ask = matcher->ask_of_line[line], item = ask == CS_NO_NAME ? CS_NO_ITEM : matcher->item_of_ask[ask];
    return cs_matcher_is_free(matcher, item) ? item : CS_NO_ITEM;
}

void cs_match_number(struct cs_matcher *matcher, uint32_t index, const struct cs_line *line)
{
    struct cs_match *match = &matcher->matching->at[index];
    enum cs_found by = CS_FOUND_BY_ID;
    enum sub_row sub = NO_SUB_ROW;
    cs_text cell = line->cells[CS_ROLE_NUMBER];
    uint32_t item = cell.size ? cs_names_find(&matcher->exact, cell) : CS_NO_NAME;
    bool numbered = line->number.id.size || line->number.date.month;
    if (is_other_catalog(matcher, line->number.catalog))
        return;
    item = cs_matcher_is_free(matcher, item == CS_NO_NAME ? CS_NO_ITEM : item) ? item : CS_NO_ITEM;
    if (item == CS_NO_ITEM && numbered)
        item = find_number(matcher, &line->number, &by);
    if (item == CS_NO_ITEM) {
        by = numbered ? by : CS_FOUND_COMPOSED;
        sub = numbered ? FIRST_SUB_ROW : NEXT_SUB_ROW;
        item = find_sub_row(matcher, line->number.id);
    } else
        matcher->base = (cs_text){0};
    bool is_certain = item != CS_NO_ITEM && (matcher->is_own || is_its_question(matcher, index, item));
    uint32_t same = is_certain ? item : find_same_text(matcher, index);
    if (same != CS_NO_ITEM && same != item) {
        item = same;
        by = CS_FOUND_BY_TEXT;
    }
    if (item == CS_NO_ITEM)
        return;
    bool is_anothers = matcher->is_other || matcher->line_of_item[item] != CS_NO_ITEM;
    if ((!is_certain && by != CS_FOUND_BY_TEXT && is_anothers) ||
        (by != CS_FOUND_BY_TEXT && !is_allowed(matcher, match, line, item, sub))) {
        matcher->base = (cs_text){0};
        match->denied = item;
        match->doubted = false;
        return;
    }
    cs_matcher_hit(matcher, index, item, by);
    matcher->last = item;
}
