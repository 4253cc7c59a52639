/* Items by text: first by similarity, independent of position; then, if the sheet keeps the catalog's order, by
 * similarity in that order, and by position between two matched neighbours. */
#include "import/matcher.h"
#include "match/similar.h"

#include <stdlib.h>

/* --- by likeness -------------------------------------------------------------------------------------------------- */

/* The best candidate for a line. */
struct near {
    uint32_t line, item, likeness;
};

static int compare_nears(const void *first, const void *second)
{
    const struct near *a = first, *b = second;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

/* What the last line asked, and what was nearest to it: many lines of a sheet may ask the same. */
struct asked {
    cs_text question, name; /* question empty: nothing was asked yet */
    struct cs_nearest nearest;
};

static struct cs_nearest nearest_to(const struct cs_matcher *matcher, struct cs_index *index, cs_text question,
                                    cs_text name)
{
    struct cs_nearest nearest = cs_index_nearest(index, question, 0, matcher->catalog->item_count);
    if (cs_is_near(nearest) || name.size == 0)
        return nearest;
    struct cs_buf both = {0};
    cs_buf_add(&both, name);
    cs_buf_add_byte(&both, '\n');
    cs_buf_add(&both, question);
    nearest = cs_index_nearest(index, cs_buf_text(&both), 0, matcher->catalog->item_count);
    cs_buf_free(&both);
    return nearest;
}

/* False in a sheet that is not plainly one of the catalog, if the line asks something else than the item. */
static bool may_ask(const struct cs_matcher *matcher, uint32_t index, uint32_t item)
{
    return matcher->matching->is_plain || !cs_matcher_differs(matcher, &matcher->lines->at[index], item);
}

/* Finds the item with the most similar words, or with the most similar name and words where the words alone are not
 * enough. */
static bool find_near(struct cs_matcher *matcher, uint32_t index, struct asked *asked, struct near *near)
{
    const struct cs_line *line = &matcher->lines->at[index];
    cs_text question = line->cells[CS_ROLE_QUESTION], name = line->cells[CS_ROLE_NAME];
    struct cs_index *ready = question.size ? cs_matcher_index(matcher) : NULL;
    if (!ready)
        return false;
    if (!cs_text_equal(asked->question, question) || !cs_text_equal(asked->name, name))
        *asked = (struct asked){question, name, nearest_to(matcher, ready, question, name)};
    *near = (struct near){index, asked->nearest.document, asked->nearest.likeness};
    return cs_is_near(asked->nearest) && may_ask(matcher, index, near->item);
}

/* Gives each item to the line that is most similar to it. */
static void match_near(struct cs_matcher *matcher)
{
    struct near *nears = cs_alloc_array(&matcher->job->arena, matcher->lines->count + 1u, sizeof *nears);
    struct asked asked = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < matcher->lines->count; i++)
        if (matcher->lines->at[i].kind == CS_LINE_ITEM && matcher->matching->at[i].item == CS_NO_ITEM)
            count += find_near(matcher, i, &asked, &nears[count]);
    if (count)
        qsort(nears, count, sizeof *nears, compare_nears);
    for (uint32_t i = 0; i < count; i++)
        if (cs_matcher_is_free(matcher, nears[i].item))
            cs_matcher_hit(matcher, nears[i].line, nears[i].item, CS_FOUND_BY_TEXT);
}

/* --- by order ------------------------------------------------------------------------------------------------------ */

/* True if the matched lines are in the catalog's order, with few exceptions. */
static bool keeps_order(const struct cs_matcher *matcher)
{
    uint32_t before = 0, falls = 0, found = 0;
    for (uint32_t i = 0; i < matcher->lines->count; i++) {
        const struct cs_match *match = &matcher->matching->at[i];
        if (match->item == CS_NO_ITEM || match->same_as != CS_NO_ITEM)
            continue;
        falls += found > 0 && match->item < before;
        before = match->item;
        found++;
    }
    return falls * 10 <= found;
}

/* Matches similar lines and items in the same order. */
static void match_order(struct cs_matcher *matcher)
{
    const struct cs_lines *lines = matcher->lines;
    struct cs_arena *arena = &matcher->job->arena;
    uint32_t items = matcher->catalog->item_count;
    cs_text *old = cs_alloc_array(arena, items + 1u, sizeof *old),
            *new = cs_alloc_array(arena, lines->count + 1u, sizeof *new);
    struct cs_pair *pairs = cs_alloc_array(arena, lines->count + 1u, sizeof *pairs);
    for (uint32_t i = 0; i < items; i++)
        old[i] = cs_words_in(matcher->catalog->items[i].ask, matcher->language);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_match *match = &matcher->matching->at[i];
        bool first = match->item != CS_NO_ITEM && match->same_as == CS_NO_ITEM;
        pairs[i].other = first ? match->item : CS_UNPAIRED;
        if (lines->at[i].kind == CS_LINE_ITEM && match->same_as == CS_NO_ITEM)
            new[i] = lines->at[i].cells[CS_ROLE_QUESTION];
    }
    struct cs_list olds = {old, NULL, items}, news = {new, NULL, lines->count};
    cs_pair_texts(arena, &olds, &news, pairs);
    for (uint32_t i = 0; i < lines->count; i++)
        if (matcher->matching->at[i].item == CS_NO_ITEM && pairs[i].other != CS_UNPAIRED &&
            may_ask(matcher, i, pairs[i].other))
            cs_matcher_hit(matcher, i, pairs[i].other, CS_FOUND_BY_TEXT);
}

/* Between two matched lines with as many lines as items between them, each line matches its item if they are somewhat
 * similar. */
static void match_gap(struct cs_matcher *matcher, const uint32_t *open, uint32_t count, uint32_t first, uint32_t end)
{
    static const double somewhat = 0.25;
    if (count != end - first)
        return;
    for (uint32_t i = 0; i < count; i++)
        if (!cs_matcher_is_free(matcher, first + i))
            return;
    for (uint32_t i = 0; i < count; i++)
        if (cs_matcher_dice(matcher, &matcher->lines->at[open[i]], first + i) >= somewhat &&
            may_ask(matcher, open[i], first + i))
            cs_matcher_hit(matcher, open[i], first + i, CS_FOUND_BY_PLACE);
}

static void match_places(struct cs_matcher *matcher)
{
    uint32_t *open = cs_alloc_array(&matcher->job->arena, matcher->lines->count + 1u, sizeof *open), count = 0,
             first = 0;
    for (uint32_t i = 0; i < matcher->lines->count; i++) {
        uint32_t item = matcher->matching->at[i].item;
        if (matcher->lines->at[i].kind != CS_LINE_ITEM)
            continue;
        if (item == CS_NO_ITEM) {
            open[count++] = i;
            continue;
        }
        if (item >= first)
            match_gap(matcher, open, count, first, item);
        first = item + 1;
        count = 0;
    }
    match_gap(matcher, open, count, first, matcher->catalog->item_count);
}

void cs_match_by_text(struct cs_matcher *matcher)
{
    if (matcher->thorough)
        match_near(matcher);
    if (!keeps_order(matcher))
        return;
    match_order(matcher);
    match_places(matcher);
}
