/* Matching lines with items: by number in all its variants, then by text, then by position. A number counts unless
 * the text contradicts it. */
#include "base/ascii.h"
#include "import/matcher.h"
#include "match/similar.h"

/* --- making ready ------------------------------------------------------------------------------------------------- */

static cs_text without_number(struct cs_job *job, cs_text title)
{
    struct cs_number number;
    bool numbered = cs_number_read(job, title, &number) && number.id.size && number.apart && number.rest.size;
    return cs_text_bare(&job->arena, numbered ? number.rest : title);
}

static void make_ready(struct cs_matcher *matcher)
{
    const struct cs_catalog *catalog = matcher->catalog;
    struct cs_arena *arena = &matcher->job->arena;
    cs_id_index_make(matcher->job, catalog, &matcher->ids);
    matcher->trail =
        (struct cs_trail){.job = matcher->job, .index = &matcher->ids, .chapter_number = -1, .section_number = -1};
    matcher->bare = cs_alloc_array(arena, catalog->item_count + 1u, sizeof *matcher->bare);
    matcher->item_of_ask =
        cs_alloc_array(arena, (size_t)catalog->item_count * CS_LANGUAGES + 1, sizeof *matcher->item_of_ask);
    matcher->is_repeated =
        cs_alloc_array(arena, (size_t)catalog->item_count * CS_LANGUAGES + 1, sizeof *matcher->is_repeated);
    matcher->taken = cs_alloc_array(arena, catalog->item_count + 1u, sizeof *matcher->taken);
    matcher->last = CS_NO_ITEM;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        matcher->taken[i] = CS_NO_ITEM;
        cs_names_add(arena, &matcher->exact, catalog->items[i].id);
        for (int in = 0; in < CS_LANGUAGES; in++) {
            const struct cs_words *ask = catalog->items[i].ask; /* NULL in a catalog with errors */
            cs_text bare = ask ? cs_text_bare(arena, ask->in[in]) : (cs_text){0};
            matcher->bare[i][in] = bare;
            uint32_t before = matcher->asks.count, name = bare.size ? cs_names_add(arena, &matcher->asks, bare) : 0;
            if (matcher->asks.count > before)
                matcher->item_of_ask[name] = i;
            else if (bare.size && matcher->item_of_ask[name] != i)
                matcher->is_repeated[name] = true;
        }
    }
    for (uint32_t i = 0; i < catalog->section_count; i++)
        for (int in = 0; in < CS_LANGUAGES; in++) {
            cs_text bare = without_number(matcher->job, catalog->sections[i].title.in[in]);
            if (bare.size)
                cs_names_add(arena, &matcher->titles, bare);
        }
}

/* The question that a line is, word for word; CS_NO_NAME if there is none. */
static uint32_t find_ask(const struct cs_matcher *matcher, const struct cs_line *line)
{
    cs_text bare = cs_text_bare(&matcher->job->arena, line->cells[CS_ROLE_QUESTION]);
    uint32_t ask = bare.size ? cs_names_find(&matcher->asks, bare) : CS_NO_NAME;
    if (ask == CS_NO_NAME && line->translation.size)
        ask = cs_names_find(&matcher->asks, cs_text_bare(&matcher->job->arena, line->translation));
    return ask;
}

static bool has_number_of(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    return cs_text_equal(line->cells[CS_ROLE_NUMBER], matcher->catalog->items[item].id) ||
           cs_id_index_find(&matcher->ids, line->number.id) == item;
}

static void find_asks(struct cs_matcher *matcher)
{
    struct cs_arena *arena = &matcher->job->arena;
    uint32_t lines = matcher->lines->count, items = matcher->catalog->item_count;
    matcher->ask_of_line = cs_alloc_array(arena, lines + 1u, sizeof *matcher->ask_of_line);
    matcher->line_of_item = cs_alloc_array(arena, items + 1u, sizeof *matcher->line_of_item);
    for (uint32_t i = 0; i < items; i++)
        matcher->line_of_item[i] = CS_NO_ITEM;
    for (uint32_t i = 0; i < lines; i++) {
        const struct cs_line *line = &matcher->lines->at[i];
        uint32_t ask = line->kind == CS_LINE_ITEM ? find_ask(matcher, line) : CS_NO_NAME;
        matcher->ask_of_line[i] = ask;
        uint32_t item = ask == CS_NO_NAME || matcher->is_repeated[ask] ? CS_NO_ITEM : matcher->item_of_ask[ask];
        if (item != CS_NO_ITEM && matcher->line_of_item[item] == CS_NO_ITEM && !has_number_of(matcher, line, item))
            matcher->line_of_item[item] = i;
    }
}

enum cs_language cs_lines_language(const struct cs_lines *lines)
{
    uint32_t japanese = 0, count = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        cs_text text = lines->at[i].cells[CS_ROLE_QUESTION];
        bool has_kana = cs_text_find(text, CS_TEXT("\xe3\x81")) >= 0 || cs_text_find(text, CS_TEXT("\xe3\x82")) >= 0;
        count += text.size > 0;
        japanese += has_kana;
    }
    return japanese * 3 >= count ? CS_JA : CS_EN;
}

/* --- the score --------------------------------------------------------------------------------------------------- */

static bool is_title(const struct cs_matcher *matcher, cs_text text)
{
    cs_text bare = text.size ? without_number(matcher->job, text) : text;
    return bare.size && cs_names_find(&matcher->titles, bare) != CS_NO_NAME;
}

/* How much more similar a line is to its item than to an unrelated one: 〜していますか is in every question and proves
 * nothing. */
static double evidence(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item)
{
    uint32_t count = matcher->catalog->item_count, other = (item + count / 2) % count;
    double like = cs_matcher_dice(matcher, line, item);
    if (like >= 1 || other == item)
        return like;
    double chance = cs_matcher_alike(matcher, line, other);
    return like > chance ? like - chance : 0;
}

/* Totals over the lines examined: their count, their similarity to their items, and how many are very similar, or
 * were found by number and are somewhat similar. */
struct judged {
    uint32_t lines, alike, borne_out;
    double sum;
};

static void judge(const struct cs_matcher *matcher, uint32_t index, struct judged *judged)
{
    static const double much = 0.2, something = 0.05;
    const struct cs_match *match = &matcher->matching->at[index];
    judged->lines++;
    if (match->item == CS_NO_ITEM || match->same_as != CS_NO_ITEM)
        return;
    double like = evidence(matcher, &matcher->lines->at[index], match->item);
    bool by_number = match->by != CS_FOUND_BY_TEXT && match->by != CS_FOUND_BY_PLACE;
    judged->sum += like;
    judged->alike += like >= much;
    judged->borne_out += by_number && like >= something;
}

/* True if most lines are questions of the catalog. The fewer lines there are, the more of them must match and the
 * more similar they must be: of three questions about security, two resemble some item of any catalog. Measured on 31
 * published lists and parts of them, against catalogs that they do not come from: at most 3 of 3 lines, 3 of 5, and a
 * share of 0.38 of 8 to 50 are similar, with scores of 0.29 for 3 lines, 0.26 for 5 and 0.15 for 11 and more; less
 * than 0.65 of their numbers are confirmed. Lists of a catalog in its publisher's own words have shares of 0.59 and
 * more, with scores of 0.22 and more; where their words differ most, all numbers are confirmed. For a list of mixed
 * origin, 0.5 is not enough and 0.6 is. */
static bool is_plain(const struct judged *judged, double score)
{
    static const double least = 0.15, least_by_number = 0.12, most = 0.5, nearly_all = 0.85;
    enum { FEWEST = 10 };
    double few = judged->lines ? 1.0 / judged->lines : 1;
    bool by_text = judged->alike >= (most + few) * judged->lines && score >= least + 0.6 * few;
    bool by_number = judged->lines >= FEWEST && judged->borne_out >= nearly_all * judged->lines;
    return judged->lines && (score >= 1 || by_text || (by_number && score >= least_by_number));
}

/* Computes how similar the lines are to their items, from a sample, and how many lines matched at all; a heading that
 * is a section of the catalog counts like an item. */
static void set_score(const struct cs_matcher *matcher)
{
    enum { JUDGED = 300 };
    const struct cs_lines *lines = matcher->lines;
    uint32_t step = lines->count / JUDGED + 1, headings = 0;
    struct judged judged = {0};
    const char *seen = NULL;
    for (uint32_t i = 0; i < lines->count; i += step) {
        const struct cs_line *line = &lines->at[i];
        cs_text title = line->kind == CS_LINE_SECTION ? line->text : line->cells[CS_ROLE_SECTION];
        if (title.bytes != seen)
            headings += is_title(matcher, title);
        seen = title.bytes;
        if (line->kind == CS_LINE_ITEM)
            judge(matcher, i, &judged);
    }
    double score = judged.lines ? (judged.sum + headings) / (judged.lines + headings) : 0;
    matcher->matching->score = score;
    matcher->matching->is_plain = is_plain(&judged, score);
}

/* --- numbers that any list has ------------------------------------------------------------------------------------ */

/* True for a line that was found by a number such as 4 alone, which any list has. */
static bool is_bare(const struct cs_matcher *matcher, uint32_t index)
{
    const struct cs_match *match = &matcher->matching->at[index];
    cs_text id = match->item == CS_NO_ITEM ? (cs_text){0} : matcher->catalog->items[match->item].id;
    size_t digits = 0;
    while (digits < id.size && cs_is_digit(id.bytes[digits]))
        digits++;
    return match->by == CS_FOUND_BY_ID && match->same_as == CS_NO_ITEM && id.size && digits == id.size;
}

static void deny(struct cs_matcher *matcher, uint32_t index)
{
    struct cs_match *match = &matcher->matching->at[index];
    matcher->taken[match->item] = CS_NO_ITEM;
    match->denied = match->item;
    match->item = CS_NO_ITEM;
    match->by = CS_NOT_FOUND;
    match->doubted = false;
    matcher->matching->hits--;
}

/* Where the sheet is not plainly one of the catalog, takes back what was found by a bare number alone: where the texts
 * ask something else, and, if that is so for half of them, where they have not much. */
static bool doubt_numbers(struct cs_matcher *matcher)
{
    static const double much = 0.2;
    uint32_t bare = 0, denied = 0;
    for (uint32_t i = 0; i < matcher->lines->count; i++) {
        if (!is_bare(matcher, i))
            continue;
        bare++;
        if (!cs_matcher_differs(matcher, &matcher->lines->at[i], matcher->matching->at[i].item))
            continue;
        deny(matcher, i);
        denied++;
    }
    for (uint32_t i = 0; i < matcher->lines->count && denied * 2 >= bare; i++)
        if (is_bare(matcher, i) && evidence(matcher, &matcher->lines->at[i], matcher->matching->at[i].item) < much)
            deny(matcher, i);
    return denied > 0;
}

void cs_match_lines(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog,
                    struct cs_match_wish wanted, struct cs_matching *matching)
{
    enum { EFFORT = 30000000 }; /* documents compared */
    struct cs_matcher matcher = {.job = job,
                                 .lines = lines,
                                 .catalog = catalog,
                                 .matching = matching,
                                 .thorough = wanted.thorough,
                                 .is_own = wanted.is_own,
                                 .is_other = wanted.is_other,
                                 .language = cs_lines_language(lines),
                                 .effort = EFFORT};
    *matching = (struct cs_matching){.catalog = catalog};
    matching->at = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *matching->at);
    make_ready(&matcher);
    find_asks(&matcher);
    for (uint32_t i = 0; i < lines->count; i++) {
        matching->at[i] = (struct cs_match){CS_NO_ITEM, CS_NOT_FOUND, CS_NO_ITEM, CS_NO_ITEM, false};
        cs_trail_go(&matcher.trail, &lines->at[i]);
        if (lines->at[i].kind != CS_LINE_ITEM)
            continue;
        matching->lines++;
        cs_match_number(&matcher, i, &lines->at[i]);
    }
    uint32_t hits = matching->hits;
    bool is_scored = wanted.thorough && !wanted.is_own && !wanted.is_keyed, is_changed = false;
    if (is_scored)
        set_score(&matcher);
    if (is_scored && !matching->is_plain)
        is_changed = doubt_numbers(&matcher);
    if (!wanted.is_keyed && (wanted.thorough || matching->hits * 3 < matching->lines))
        cs_match_by_text(&matcher);
    if (!is_scored || is_changed || matching->hits != hits)
        set_score(&matcher);
}
