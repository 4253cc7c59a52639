/* Candidates for a question: items with the same text, what profiles and crosswalks link to these, and similar items. */
#include "base/ascii.h"
#include "base/job.h"
#include "match/contrast.h"
#include "match/holding.h"
#include "match/index.h"

/* A search for candidates. */
struct finding {
    struct cs_memory *memory;
    /* the catalog of the item whose text is searched for; NULL if only a text is given */
    const struct cs_catalog *catalog;
    uint32_t item;
    bool text_identifies;
    bool only_equal; /* as in cs_candidates */
    struct cs_candidate *at;
    uint32_t count, room;
};

/* Sets the first answer to the candidate's item. */
static void fill_answer(const struct cs_memory *memory, struct cs_candidate *candidate)
{
    candidate->answer = NULL;
    for (uint32_t i = 0; i < memory->profile_count && !candidate->answer; i++) {
        candidate->answer = cs_profile_answer(memory->profiles[i], candidate->catalog, candidate->item);
        candidate->profile = candidate->answer ? memory->profiles[i] : NULL;
    }
}

static bool is_before(const struct cs_candidate *a, const struct cs_candidate *b)
{
    if (a->standing != b->standing)
        return a->standing < b->standing;
    if (a->standing == CS_STANDING_LIKELY)
        return a->confidence > b->confidence;
    return a->via != b->via ? a->via < b->via : a->relation < b->relation;
}

static bool is_same_item(const struct cs_candidate *a, const struct cs_candidate *b)
{
    return cs_catalog_same_edition(a->catalog, b->catalog) &&
           cs_text_equal(a->catalog->items[a->item].id, b->catalog->items[b->item].id);
}

/* True if the question is an item and the candidate an unanswered one of its own catalog. */
static bool says_nothing(const struct finding *finding, const struct cs_candidate *candidate)
{
    return finding->catalog && !candidate->answer && cs_catalog_same_edition(finding->catalog, candidate->catalog);
}

/* Inserts a candidate by confidence; of several for one item the most confident stays. */
static void add_candidate(struct finding *finding, struct cs_candidate candidate)
{
    uint32_t gap = finding->count;
    fill_answer(finding->memory, &candidate);
    if (says_nothing(finding, &candidate))
        return;
    for (uint32_t i = 0; i < finding->count; i++)
        if (is_same_item(&finding->at[i], &candidate)) {
            if (!is_before(&candidate, &finding->at[i]))
                return;
            gap = i;
            break;
        }
    if (gap == finding->count) {
        finding->at =
            cs_grow(&finding->memory->job->arena, finding->at, finding->count, &finding->room, sizeof *finding->at);
        finding->count++;
    }
    for (; gap && is_before(&candidate, &finding->at[gap - 1]); gap--)
        finding->at[gap] = finding->at[gap - 1];
    finding->at[gap] = candidate;
}

/* --- what profiles and crosswalks say ------------------------------------------------------------------------------- */

static const struct cs_catalog *held(const struct cs_memory *memory, cs_text id)
{
    for (uint32_t h = 0; h < memory->count; h++)
        if (cs_text_equal(memory->holdings[h].catalog->id, id))
            return memory->holdings[h].catalog;
    return NULL;
}

/* Adds the items that profiles declare to be the same: "= METI 6-8". */
static void follow_profiles(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    const struct cs_memory *memory = finding->memory;
    for (uint32_t p = 0; p < memory->profile_count; p++) {
        const struct cs_answer *answer = cs_profile_answer(memory->profiles[p], catalog, item);
        cs_text id = catalog->id, number;
        if (!answer || !answer->same.size)
            continue;
        cs_split_number(answer->same, &id, &number);
        const struct cs_catalog *other = held(memory, id);
        uint32_t found = other ? cs_catalog_find(other, number, CS_NO_ITEM) : CS_NO_ITEM;
        if (found != CS_NO_ITEM)
            add_candidate(finding, (struct cs_candidate){.catalog = other,
                                                         .item = found,
                                                         .standing = CS_STANDING_CONFIRMED,
                                                         .via = CS_VIA_PERSON,
                                                         .relation = CS_RELATION_EQUAL,
                                                         .confidence = CS_ALL_ALIKE});
    }
}

/* The items that a path leads over, in order, preceded by one that it starts from unless that is NULL. */
static const struct cs_stop *stops_of(struct cs_job *job, const struct cs_way *ways, uint32_t way,
                                      const struct cs_stop *first, uint32_t *count)
{
    uint32_t lead = first ? 1 : 0;
    struct cs_stop *stops = cs_alloc_array(&job->arena, CS_MOST_LINKS + 1, sizeof *stops);
    *count = ways[way].links - 1 + lead;
    if (first)
        stops[0] = *first;
    for (uint32_t at = *count; at > lead; at--) {
        way = ways[way].before;
        stops[at - 1] = (struct cs_stop){ways[way].catalog, ways[way].item};
    }
    return stops;
}

/* High if the answer there says something of the question for certain, middle for questions that are merely related. */
static uint32_t confidence_of(enum cs_relation relation)
{
    enum { NEARLY_SURE = 950 };
    return relation == CS_RELATION_RELATED ? CS_CONFIDENCE_MIDDLE_FROM : NEARLY_SURE;
}

static struct cs_candidate candidate_of(struct cs_job *job, const struct cs_way *ways, uint32_t way)
{
    enum cs_relation relation = ways[way].relation;
    bool asks_all = relation == CS_RELATION_EQUAL || relation == CS_RELATION_BROADER;
    struct cs_candidate candidate = {.catalog = ways[way].catalog,
                                     .item = ways[way].item,
                                     .standing = asks_all ? CS_STANDING_CONFIRMED : CS_STANDING_LIKELY,
                                     .via = CS_VIA_CROSSWALK,
                                     .relation = relation,
                                     .why = ways[way].reason,
                                     .confidence = asks_all ? CS_ALL_ALIKE : confidence_of(relation)};
    candidate.over = stops_of(job, ways, way, NULL, &candidate.over_count);
    return candidate;
}

/* Adds what crosswalks link to an item; for a text alone only what asks the same, or the same and more, in a catalog
 * that is loaded. */
static void follow_crosswalks(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    struct cs_memory *memory = finding->memory;
    uint32_t count;
    const struct cs_way *ways = cs_links_from(memory->links, catalog, item, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_candidate candidate = candidate_of(memory->job, ways, i);
        const struct cs_catalog *other = held(memory, candidate.catalog->id);
        bool is_held = other && cs_catalog_same_edition(other, candidate.catalog);
        if (finding->catalog || (candidate.standing == CS_STANDING_CONFIRMED && is_held))
            add_candidate(finding, candidate);
    }
}

/* Follows profiles and crosswalks, except that no crosswalk speaks of an item that a vendor added or reworded. */
static void follow(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    follow_profiles(finding, catalog, item);
    if (catalog->items[item].variant == CS_AS_IN_CATALOG)
        follow_crosswalks(finding, catalog, item);
}

/* --- headings ------------------------------------------------------------------------------------------------------- */

static bool do_contrast(struct cs_job *job, const struct cs_words *a, const struct cs_words *b, cs_text question)
{
    for (int l = 0; a && b && l < CS_LANGUAGES; l++)
        if (cs_headings_contrast(job, a->in[l], b->in[l], question))
            return true;
    return false;
}

static const struct cs_words *section_of(const struct cs_catalog *catalog, uint32_t item)
{
    uint32_t section = catalog->items[item].section;
    return section == CS_NO_SECTION ? NULL : &catalog->sections[section].title;
}

/* False if the headings of two questions are about different things. */
static bool headings_agree(const struct finding *finding, const struct cs_catalog *catalog, uint32_t item,
                           cs_text question)
{
    struct cs_job *job = finding->memory->job;
    const struct cs_catalog *own = finding->catalog;
    return !do_contrast(job, own->items[finding->item].group, catalog->items[item].group, question) &&
           !do_contrast(job, section_of(own, finding->item), section_of(catalog, item), question);
}

/* --- what is alike -------------------------------------------------------------------------------------------------- */

/* True if an equal text makes two questions the same. */
static bool is_question(const struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    if (!finding->catalog)
        return true;
    const struct cs_item *own = &finding->catalog->items[finding->item];
    cs_text text = own->ask ? cs_words_in(own->ask, finding->catalog->language) : (cs_text){0};
    return finding->text_identifies &&
           (!cs_text_needs_heading(text) || cs_text_equal(own->id, catalog->items[item].id) ||
            headings_agree(finding, catalog, item, text));
}

/* The questions of a holding that are nearest to the text, or the one that equals it. */
static uint32_t nearest_in(const struct finding *finding, const struct cs_holding *holding, cs_text text,
                           struct cs_suggestion *suggestions, uint32_t most)
{
    struct cs_index *index = finding->memory->index;
    if (!finding->only_equal)
        return cs_index_suggest(index, holding->first, holding->end, suggestions, most);
    uint32_t equal = cs_index_equal(index, text, holding->first, holding->end);
    suggestions[0] = (struct cs_suggestion){.document = equal, .confidence = CS_ALL_ALIKE, .equal = true};
    return equal == CS_NO_DOCUMENT ? 0 : 1;
}

static void find_in(struct finding *finding, const struct cs_holding *holding, cs_text text, uint32_t most)
{
    enum { SUREST = 950 };
    struct cs_suggestion suggestions[CS_MOST_SUGGESTIONS];
    uint32_t count = nearest_in(finding, holding, text, suggestions, most);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_suggestion *suggestion = &suggestions[i];
        uint32_t place = suggestion->document - holding->first, item = holding->items ? holding->items[place] : place;
        if (!suggestion->equal && suggestion->confidence < CS_CONFIDENCE_LOW_FROM)
            continue;
        bool is_own = suggestion->equal && is_question(finding, holding->catalog, item);
        add_candidate(finding, (struct cs_candidate){.catalog = holding->catalog,
                                                     .item = item,
                                                     .standing = is_own ? CS_STANDING_OWN : CS_STANDING_LIKELY,
                                                     .via = is_own ? CS_VIA_TEXT : CS_VIA_LIKENESS,
                                                     .relation = is_own ? CS_RELATION_EQUAL : CS_RELATION_RELATED,
                                                     .confidence = is_own || suggestion->confidence < SUREST
                                                                       ? suggestion->confidence
                                                                       : SUREST,
                                                     .is_same_text = suggestion->equal && !is_own,
                                                     .both = suggestion->both,
                                                     .yours = suggestion->yours,
                                                     .known = suggestion->known});
        if (is_own)
            follow(finding, holding->catalog, item);
    }
}

/* Asks the index, and takes the pairs that this compares from the effort; when that is spent, it is not asked. */
static void ask_index(struct finding *finding, cs_text text)
{
    struct cs_memory *memory = finding->memory;
    finding->only_equal = memory->effort == 0;
    if (finding->only_equal)
        return;
    cs_index_ask(memory->index, text);
    uint64_t compared = (uint64_t)memory->index->touched_count * memory->count;
    memory->effort -= compared < memory->effort ? compared : memory->effort;
}

static void find_text(struct finding *finding, cs_text text, uint32_t most)
{
    struct cs_memory *memory = finding->memory;
    ask_index(finding, text);
    for (uint32_t h = 0; h < memory->count; h++)
        find_in(finding, &memory->holdings[h], text, most);
}

/* --- the whole ----------------------------------------------------------------------------------------------------- */

struct cs_candidates cs_memory_find(struct cs_memory *memory, cs_text text, uint32_t most)
{
    struct finding finding = {.memory = memory};
    find_text(&finding, text, most);
    return (struct cs_candidates){text, finding.at, finding.count, finding.only_equal};
}

static bool has_item(const struct finding *finding, const struct cs_candidate *candidate)
{
    for (uint32_t i = 0; i < finding->count; i++)
        if (is_same_item(&finding->at[i], candidate))
            return true;
    return false;
}

/* If no similar item is answered, adds the nearest answered one that crosswalks link to it. */
static void bridge(struct finding *finding, const struct cs_candidate *alike)
{
    struct cs_memory *memory = finding->memory;
    uint32_t count;
    const struct cs_way *ways = cs_links_from(memory->links, alike->catalog, alike->item, &count);
    const struct cs_stop first = {alike->catalog, alike->item};
    for (uint32_t i = 0; i < count; i++) {
        struct cs_candidate candidate = *alike;
        if (ways[i].relation == CS_RELATION_RELATED)
            continue;
        candidate.catalog = ways[i].catalog;
        candidate.item = ways[i].item;
        fill_answer(memory, &candidate);
        if (!candidate.answer || has_item(finding, &candidate))
            continue;
        candidate.over = stops_of(memory->job, ways, i, &first, &candidate.over_count);
        candidate.why = ways[i].reason;
        add_candidate(finding, candidate);
        return;
    }
}

static void bridge_all(struct finding *finding)
{
    uint32_t count = 0;
    struct cs_candidate *alike = cs_alloc_array(&finding->memory->job->arena, finding->count + 1u, sizeof *alike);
    for (uint32_t i = 0; i < finding->count; i++)
        if (finding->at[i].via == CS_VIA_LIKENESS && !finding->at[i].answer &&
            finding->at[i].confidence >= CS_CONFIDENCE_MIDDLE_FROM)
            alike[count++] = finding->at[i];
    for (uint32_t i = 0; i < count; i++)
        bridge(finding, &alike[i]);
}

struct cs_candidates cs_memory_find_item(struct cs_memory *memory, const struct cs_catalog *catalog, uint32_t item,
                                         bool text_identifies, uint32_t most)
{
    struct finding finding = {.memory = memory, .catalog = catalog, .item = item, .text_identifies = text_identifies};
    const struct cs_words *ask = catalog->items[item].ask;
    add_candidate(&finding, (struct cs_candidate){.catalog = catalog,
                                                  .item = item,
                                                  .standing = CS_STANDING_OWN,
                                                  .via = CS_VIA_ITEM,
                                                  .relation = CS_RELATION_EQUAL,
                                                  .confidence = CS_ALL_ALIKE});
    follow(&finding, catalog, item);
    for (int l = 0; ask && l < CS_LANGUAGES; l++)
        if (ask->in[l].size)
            find_text(&finding, ask->in[l], most);
    bridge_all(&finding);
    cs_text text = ask ? cs_words_in(ask, catalog->language) : (cs_text){0};
    return (struct cs_candidates){text, finding.at, finding.count, finding.only_equal};
}
