/* Lines and items: first by number, in all the forms a number may have been given, then by the same text, then by
 * likeness in the same order, then by place. A number is believed unless the text is, word for word, another item's. */
#include "match/similar.h"
#include "import/items.h"
#include "import/trail.h"

struct matcher {
    struct cs_job *job;
    const struct cs_lines *lines;
    const struct cs_catalog *catalog;
    struct cs_matching *matching;
    struct cs_id_index ids;
    struct cs_names asks; /* bare questions, in both languages */
    uint32_t *item_of_ask;
    struct cs_names titles; /* bare titles of sections */
    uint32_t *taken;        /* by item: the line that has it, or CS_NO_ITEM */

    struct cs_trail trail;
    uint32_t last; /* item that was found last, or CS_NO_ITEM */
    cs_text base;  /* number of which the lines are sub-rows; empty if none */
    long sub;      /* the last sub-row's place */
};

/* --- making ready ------------------------------------------------------------------------------------------------- */

static cs_text without_number(struct cs_job *job, cs_text title)
{
    struct cs_number number;
    bool numbered = cs_number_read(job, title, &number) && number.id.size && number.apart && number.rest.size;
    return cs_text_bare(&job->arena, numbered ? number.rest : title);
}

static void make_ready(struct matcher *matcher)
{
    const struct cs_catalog *catalog = matcher->catalog;
    struct cs_arena *arena = &matcher->job->arena;
    cs_id_index_make(matcher->job, catalog, &matcher->ids);
    matcher->trail =
        (struct cs_trail){.job = matcher->job, .index = &matcher->ids, .chapter_number = -1, .section_number = -1};
    matcher->item_of_ask =
        cs_alloc_array(arena, (size_t)catalog->item_count * CS_LANGUAGES + 1, sizeof *matcher->item_of_ask);
    matcher->taken = cs_alloc_array(arena, catalog->item_count + 1u, sizeof *matcher->taken);
    matcher->last = CS_NO_ITEM;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        matcher->taken[i] = CS_NO_ITEM;
        for (int in = 0; in < CS_LANGUAGES; in++) {
            const struct cs_words *ask = catalog->items[i].ask; /* NULL in a catalog with errors */
            cs_text bare = ask ? cs_text_bare(arena, ask->in[in]) : (cs_text){0};
            uint32_t before = matcher->asks.count, name = bare.size ? cs_names_add(arena, &matcher->asks, bare) : 0;
            if (matcher->asks.count > before)
                matcher->item_of_ask[name] = i;
        }
    }
    for (uint32_t i = 0; i < catalog->section_count; i++)
        for (int in = 0; in < CS_LANGUAGES; in++) {
            cs_text bare = without_number(matcher->job, catalog->sections[i].title.in[in]);
            if (bare.size)
                cs_names_add(arena, &matcher->titles, bare);
        }
}

static void hit(struct matcher *matcher, uint32_t line, uint32_t item, enum cs_found by)
{
    struct cs_match *match = &matcher->matching->at[line];
    *match = (struct cs_match){item, by, CS_NO_ITEM};
    matcher->matching->hits++;
    if (matcher->taken[item] == CS_NO_ITEM)
        matcher->taken[item] = line;
    else
        match->same_as = matcher->taken[item];
}

/* --- by number ---------------------------------------------------------------------------------------------------- */

static uint32_t find(const struct matcher *matcher, cs_text id)
{
    return cs_id_index_find(&matcher->ids, id);
}

static bool is_free(const struct matcher *matcher, uint32_t item)
{
    return item != CS_NO_ITEM && matcher->taken[item] == CS_NO_ITEM;
}

static cs_text id_of_numbers(struct cs_job *job, int count, const int numbers[3])
{
    struct cs_buf id = {0};
    for (int i = 0; i < count; i++)
        cs_buf_print(&id, i ? ".%d" : "%d", numbers[i]);
    cs_text text = cs_buf_copy(&job->arena, &id);
    cs_buf_free(&id);
    return text;
}

/* 6-8 became 8 June, 6-31 June 1931, 2-1-5 the fifth of January 2002: of what the date may have been, the first item
 * that is free and comes behind the last one found, else the first that is free. */
static uint32_t find_date(const struct matcher *matcher, struct cs_date date)
{
    int year = date.year % 100;
    const int ways[][3] = {{date.month, date.day}, {date.month, year}, {year, date.month, date.day}};
    uint32_t best = CS_NO_ITEM;
    for (int way = 0; way < 3; way++) {
        if (way > 0 && (date.year == 0 || (way == 1 && date.day != 1)))
            continue;
        uint32_t item = find(matcher, id_of_numbers(matcher->job, way == 2 ? 3 : 2, ways[way]));
        if (is_free(matcher, item) && (matcher->last == CS_NO_ITEM || item == matcher->last + 1))
            return item;
        if (best == CS_NO_ITEM && is_free(matcher, item))
            best = item;
    }
    return best;
}

/* 1.10 became 1.1: the number was had before, and ten is what comes next. */
static uint32_t find_lost_zero(const struct matcher *matcher, cs_text id)
{
    uint32_t item = find(matcher, id);
    if (item == CS_NO_ITEM || is_free(matcher, item) || matcher->last == CS_NO_ITEM)
        return CS_NO_ITEM;
    struct cs_buf longer = {0};
    cs_buf_add(&longer, id);
    cs_buf_add_byte(&longer, '0');
    item = find(matcher, cs_buf_text(&longer));
    cs_buf_free(&longer);
    return is_free(matcher, item) && item == matcher->last + 1 ? item : CS_NO_ITEM;
}

/* A row of a number that has several: 22.1, 22.2. */
static uint32_t find_sub_row(struct matcher *matcher, cs_text number)
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

/* The item of a number. Numbers that begin anew in each section are put behind the section's. */
static uint32_t find_number(struct matcher *matcher, const struct cs_number *number, enum cs_found *by)
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
    if (is_free(matcher, item))
        return item;
    *by = CS_FOUND_COMPOSED;
    const cs_text heads[] = {matcher->trail.section, matcher->trail.chapter};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        uint32_t composed = heads[i].size ? find(matcher, cs_id_join(job, heads[i], number->id)) : CS_NO_ITEM;
        if (composed != CS_NO_ITEM && (i == 1 || is_free(matcher, composed) || item == CS_NO_ITEM))
            return composed;
    }
    *by = CS_FOUND_BY_ID;
    return item;
}

static bool is_other_catalog(const struct matcher *matcher, cs_text id)
{
    return id.size && !cs_text_equal(id, matcher->catalog->id);
}

static void match_number(struct matcher *matcher, uint32_t index, const struct cs_line *line)
{
    enum cs_found by = CS_FOUND_COMPOSED;
    uint32_t item = CS_NO_ITEM;
    bool numbered = line->number.id.size || line->number.date.month;
    if (is_other_catalog(matcher, line->number.catalog))
        return;
    if (numbered)
        item = find_number(matcher, &line->number, &by);
    if (item == CS_NO_ITEM)
        item = find_sub_row(matcher, line->number.id);
    else
        matcher->base = (cs_text){0};
    cs_text bare = cs_text_bare(&matcher->job->arena, line->cells[CS_ROLE_QUESTION]);
    uint32_t ask = bare.size ? cs_names_find(&matcher->asks, bare) : CS_NO_NAME;
    if (ask != CS_NO_NAME && matcher->item_of_ask[ask] != item && is_free(matcher, matcher->item_of_ask[ask])) {
        item = matcher->item_of_ask[ask];
        by = CS_FOUND_BY_TEXT;
    }
    if (item == CS_NO_ITEM)
        return;
    hit(matcher, index, item, by);
    matcher->last = item;
}

/* --- by text and place ------------------------------------------------------------------------------------------- */

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

static void match_texts(struct matcher *matcher, enum cs_language language)
{
    const struct cs_lines *lines = matcher->lines;
    struct cs_arena *arena = &matcher->job->arena;
    uint32_t items = matcher->catalog->item_count;
    cs_text *old = cs_alloc_array(arena, items + 1u, sizeof *old),
            *new = cs_alloc_array(arena, lines->count + 1u, sizeof *new);
    struct cs_pair *pairs = cs_alloc_array(arena, lines->count + 1u, sizeof *pairs);
    for (uint32_t i = 0; i < items; i++)
        old[i] = cs_words_in(matcher->catalog->items[i].ask, language);
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
        if (matcher->matching->at[i].item == CS_NO_ITEM && pairs[i].other != CS_UNPAIRED)
            hit(matcher, i, pairs[i].other, CS_FOUND_BY_TEXT);
}

static double likeness(const struct matcher *matcher, const struct cs_line *line, uint32_t item,
                       enum cs_language language)
{
    struct cs_arena *arena = &matcher->job->arena;
    const struct cs_item *asked = &matcher->catalog->items[item];
    cs_text name = cs_words_in(asked->name, language);
    if (name.size && line->cells[CS_ROLE_NAME].size &&
        cs_text_equal(cs_text_bare(arena, name), cs_text_bare(arena, line->cells[CS_ROLE_NAME])))
        return 1;
    return cs_text_likeness(arena, line->cells[CS_ROLE_QUESTION], cs_words_in(asked->ask, language));
}

/* Lines between two that were found, as many as the items between: each is its item if it is somewhat like it. */
static void match_gap(struct matcher *matcher, const uint32_t *open, uint32_t count, uint32_t first, uint32_t end,
                      enum cs_language language)
{
    static const double somewhat = 0.25;
    if (count != end - first)
        return;
    for (uint32_t i = 0; i < count; i++)
        if (!is_free(matcher, first + i))
            return;
    for (uint32_t i = 0; i < count; i++)
        if (likeness(matcher, &matcher->lines->at[open[i]], first + i, language) >= somewhat)
            hit(matcher, open[i], first + i, CS_FOUND_BY_PLACE);
}

static void match_places(struct matcher *matcher, enum cs_language language)
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
            match_gap(matcher, open, count, first, item, language);
        first = item + 1;
        count = 0;
    }
    match_gap(matcher, open, count, first, matcher->catalog->item_count, language);
}

/* --- the score --------------------------------------------------------------------------------------------------- */

static bool is_title(const struct matcher *matcher, cs_text text)
{
    cs_text bare = text.size ? without_number(matcher->job, text) : text;
    return bare.size && cs_names_find(&matcher->titles, bare) != CS_NO_NAME;
}

/* How much liker a line is to its item than to one far away: 〜していますか stands in every question, and proves
 * nothing. */
static double evidence(const struct matcher *matcher, const struct cs_line *line, uint32_t item,
                       enum cs_language language)
{
    uint32_t count = matcher->catalog->item_count, other = (item + count / 2) % count;
    double like = likeness(matcher, line, item, language);
    if (like >= 1 || other == item)
        return like;
    double chance = cs_text_likeness(&matcher->job->arena, line->cells[CS_ROLE_QUESTION],
                                     cs_words_in(matcher->catalog->items[other].ask, language));
    return like > chance ? like - chance : 0;
}

/* How like the lines are to their items, judged on some of them, and how many of all were found; headings that the
 * catalog has count like an item. */
static double score_of(const struct matcher *matcher, enum cs_language language)
{
    enum { JUDGED = 300 };
    const struct cs_lines *lines = matcher->lines;
    uint32_t step = lines->count / JUDGED + 1, judged = 0, headings = 0;
    double sum = 0;
    const char *seen = NULL;
    for (uint32_t i = 0; i < lines->count; i += step) {
        const struct cs_match *match = &matcher->matching->at[i];
        const struct cs_line *line = &lines->at[i];
        cs_text title = line->kind == CS_LINE_SECTION ? line->text : line->cells[CS_ROLE_SECTION];
        if (title.bytes != seen)
            headings += is_title(matcher, title);
        seen = title.bytes;
        if (line->kind != CS_LINE_ITEM)
            continue;
        judged++;
        if (match->item != CS_NO_ITEM && match->same_as == CS_NO_ITEM)
            sum += evidence(matcher, line, match->item, language);
    }
    return judged ? (sum + headings) / (judged + headings) : 0;
}

void cs_match_lines(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog, bool thorough,
                    struct cs_matching *matching)
{
    struct matcher matcher = {.job = job, .lines = lines, .catalog = catalog, .matching = matching};
    enum cs_language language = cs_lines_language(lines);
    *matching = (struct cs_matching){.catalog = catalog};
    matching->at = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *matching->at);
    make_ready(&matcher);
    for (uint32_t i = 0; i < lines->count; i++) {
        matching->at[i] = (struct cs_match){CS_NO_ITEM, CS_NOT_FOUND, CS_NO_ITEM};
        cs_trail_go(&matcher.trail, &lines->at[i]);
        if (lines->at[i].kind != CS_LINE_ITEM)
            continue;
        matching->lines++;
        match_number(&matcher, i, &lines->at[i]);
    }
    if (thorough || matching->hits * 3 < matching->lines) {
        match_texts(&matcher, language);
        match_places(&matcher, language);
    }
    matching->score = score_of(&matcher, language);
}

/* --- numbers of no catalog --------------------------------------------------------------------------------------- */

static cs_text with_dashes(struct cs_job *job, cs_text id)
{
    struct cs_buf number = {0};
    for (size_t i = 0; i < id.size; i++)
        cs_buf_add_byte(&number, id.bytes[i] == '.' ? '-' : id.bytes[i]);
    cs_text text = cs_buf_copy(&job->arena, &number);
    cs_buf_free(&number);
    return text;
}

/* Goes on to a line; counts the sections by their titles, for those that have no number. */
static void go_on(struct cs_trail *trail, const struct cs_line *line, cs_text *title, uint32_t *ordinal)
{
    cs_text now = line->kind == CS_LINE_SECTION ? line->text : line->cells[CS_ROLE_SECTION];
    now = now.size ? now : line->cells[CS_ROLE_CHAPTER];
    cs_trail_go(trail, line);
    if (line->kind == CS_LINE_NOTE || now.size == 0 || cs_text_equal(now, *title))
        return;
    *title = now;
    ++*ordinal;
}

static cs_text head_of(struct cs_job *job, const struct cs_trail *trail, uint32_t ordinal)
{
    struct cs_buf number = {0};
    if (trail->section.size || trail->chapter.size)
        return trail->section.size ? trail->section : trail->chapter;
    if (ordinal == 0)
        return (cs_text){0};
    cs_buf_print(&number, "%lu", (unsigned long)ordinal);
    cs_text head = cs_buf_copy(&job->arena, &number);
    cs_buf_free(&number);
    return head;
}

/* 1.10 of a second 1.1 behind 1.9, where a spreadsheet took it for a number; else the id itself. */
static cs_text with_lost_zero(struct cs_job *job, cs_text id, cs_text last)
{
    struct cs_buf longer = {0};
    cs_buf_add(&longer, id);
    cs_buf_add_byte(&longer, '0');
    cs_text text = cs_buf_copy(&job->arena, &longer);
    cs_buf_free(&longer);
    size_t head = last.size;
    while (head && last.bytes[head - 1] != '.')
        head--;
    bool goes_on = head && cs_text_starts(id, (cs_text){last.bytes, head}) && cs_number_last(last) > 0 &&
                   cs_number_last(text) == cs_number_last(last) + 1;
    return goes_on ? text : id;
}

const cs_text *cs_match_own_numbers(struct cs_job *job, const struct cs_lines *lines)
{
    struct cs_names seen = {0}, given = {0};
    struct cs_trail trail = {.job = job, .chapter_number = -1, .section_number = -1};
    cs_text *numbers = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *numbers), title = {0}, last = {0};
    uint32_t numbered = 0, ordinal = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_ITEM && lines->at[i].number.id.size) {
            cs_names_add(&job->arena, &seen, lines->at[i].number.id);
            numbered++;
        }
    uint32_t twins = numbered - seen.count;
    bool anew = twins > 1 && twins * 10 > numbered; /* a few are slips */
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        go_on(&trail, line, &title, &ordinal);
        if (line->kind == CS_LINE_ITEM && line->number.date.month && line->number.id.size == 0) {
            cs_text dated = cs_number_date(job, line->cells[CS_ROLE_NUMBER], line->number.date);
            uint32_t known = given.count;
            cs_names_add(&job->arena, &given, cs_number_id(job, dated));
            numbers[i] = given.count > known ? dated : (cs_text){0};
        }
        if (line->kind != CS_LINE_ITEM || line->number.id.size == 0)
            continue;
        cs_text id = anew ? cs_id_join(job, head_of(job, &trail, ordinal), line->number.id) : line->number.id;
        cs_text whole = cs_names_find(&given, id) == CS_NO_NAME ? id : with_lost_zero(job, id, last);
        uint32_t before = given.count;
        cs_names_add(&job->arena, &given, whole);
        if (given.count > before)
            numbers[i] = anew ? with_dashes(job, whole) : whole.size > id.size ? whole : line->number.text;
        last = whole;
    }
    return numbers;
}
