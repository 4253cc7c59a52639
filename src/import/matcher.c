/* Common parts of matching by number and by text: recording a match, and the similarity of a line and an item. */
#include "import/matcher.h"
#include "import/page/phrase.h"
#include "match/content.h"
#include "match/contrast.h"
#include "match/grams.h"
#include "match/similar.h"

void cs_matcher_hit(struct cs_matcher *matcher, uint32_t line, uint32_t item, enum cs_found by)
{
    struct cs_match *match = &matcher->matching->at[line];
    match->item = item;
    match->by = by;
    match->same_as = CS_NO_ITEM;
    matcher->matching->hits++;
    if (matcher->taken[item] == CS_NO_ITEM)
        matcher->taken[item] = line;
    else
        match->same_as = matcher->taken[item];
}

bool cs_matcher_is_free(const struct cs_matcher *matcher, uint32_t item)
{
    return item != CS_NO_ITEM && matcher->taken[item] == CS_NO_ITEM;
}

/* --- likeness ----------------------------------------------------------------------------------------------------- */

double cs_matcher_alike(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    struct cs_arena *arena = &matcher->job->arena;
    cs_text ask = matcher->bare[item][matcher->language];
    char *start = arena->at;
    if (ask.size == 0)
        ask = matcher->bare[item][matcher->language == CS_JA ? CS_EN : CS_JA];
    double alike = cs_bare_likeness(arena, cs_text_bare(arena, line->cells[CS_ROLE_QUESTION]), ask);
    cs_arena_forget(arena, start);
    return alike;
}

double cs_matcher_dice(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    struct cs_arena *arena = &matcher->job->arena;
    const struct cs_item *asked = &matcher->catalog->items[item];
    cs_text name = cs_words_in(asked->name, matcher->language);
    if (name.size && line->cells[CS_ROLE_NAME].size &&
        cs_text_equal(cs_text_bare(arena, name), cs_text_bare(arena, line->cells[CS_ROLE_NAME])))
        return 1;
    return cs_matcher_alike(matcher, line, item);
}

/* True if the item has a text in the script of the given text. */
static bool is_comparable(const struct cs_item *item, cs_text text)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text ask = item->ask ? item->ask->in[language] : (cs_text){0};
        if (ask.size && cs_is_japanese(ask) == cs_is_japanese(text))
            return true;
    }
    return false;
}

struct cs_index *cs_matcher_index(struct cs_matcher *matcher)
{
    uint32_t count = matcher->catalog->item_count;
    if (matcher->effort < count)
        return NULL;
    matcher->effort -= count;
    if (!matcher->index) {
        matcher->index = cs_index_new(matcher->job, NULL);
        cs_index_catalog(matcher->index, matcher->catalog);
        cs_index_finish(matcher->index);
    }
    return matcher->index;
}

uint32_t cs_matcher_likeness(struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    static const double plainly = 0.3;
    cs_text question = line->cells[CS_ROLE_QUESTION], name = line->cells[CS_ROLE_NAME];
    double dice = cs_matcher_dice(matcher, line, item);
    if (dice >= plainly || question.size == 0 || !is_comparable(&matcher->catalog->items[item], question))
        return CS_ALL_ALIKE;
    struct cs_index *index = matcher->thorough ? cs_matcher_index(matcher) : NULL;
    if (!index)
        return (uint32_t)(dice * CS_ALL_ALIKE);
    uint32_t by_question = cs_index_likeness(index, question, item);
    uint32_t by_name = name.size ? cs_index_likeness(index, name, item) : 0;
    return by_question > by_name ? by_question : by_name;
}

bool cs_matcher_differs(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    struct cs_arena *arena = &matcher->job->arena;
    cs_text question = line->cells[CS_ROLE_QUESTION],
            ask = cs_words_in(matcher->catalog->items[item].ask, matcher->language);
    if (question.size == 0 || ask.size == 0 || cs_is_japanese(question) != cs_is_japanese(ask) ||
        cs_matcher_dice(matcher, line, item) >= 1)
        return false;
    struct cs_contents one = cs_contents_of(arena, question), other = cs_contents_of(arena, ask);
    uint32_t strong = 0;
    for (uint32_t i = 0; i < one.count; i++)
        strong += !one.at[i].is_weak;
    return cs_contents_left(&one, &other).strong == strong || cs_texts_contrast(matcher->job, question, ask);
}
