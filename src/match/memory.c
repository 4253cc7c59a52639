/* The memory: an index over catalogs and over what profiles have of their own, and from which of them a document comes. */
#include "checksheet/memory.h"
#include "base/job.h"

/* A catalog, or of one that a vendor changed what is the vendor's own: documents [first, end). */
struct holding {
    const struct cs_catalog *catalog;
    uint32_t first, end;
    const uint32_t *items; /* by document from first; NULL: the catalog's, in order */
};

struct cs_memory {
    struct cs_job *job;
    struct cs_index *index;
    const struct cs_crosswalks *crosswalks;
    struct holding *holdings;
    uint32_t count, room;
    const struct cs_profile **profiles;
    uint32_t profile_count, profile_room;
};

/* Candidates under way. */
struct finding {
    struct cs_memory *memory;
    struct cs_candidate *at;
    uint32_t count, room;
};

static const cs_text standing_words[CS_STANDINGS] = {
    [CS_STANDING_OWN] = CS_LITERAL("own"),
    [CS_STANDING_CONFIRMED] = CS_LITERAL("confirmed"),
    [CS_STANDING_LIKELY] = CS_LITERAL("likely"),
};

cs_text cs_standing_word(enum cs_standing standing)
{
    return standing_words[standing];
}

/* --- filling it ---------------------------------------------------------------------------------------------------- */

struct cs_memory *cs_memory_new(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                const struct cs_crosswalks *crosswalks)
{
    struct cs_memory *memory = cs_alloc(&job->arena, sizeof *memory);
    memory->job = job;
    memory->crosswalks = crosswalks;
    memory->index = cs_index_new(job, thesaurus);
    return memory;
}

/* The catalog as it was before a vendor changed it. */
static const struct cs_catalog *root_of(const struct cs_catalog *catalog)
{
    return catalog->original ? catalog->original : catalog;
}

static void add_holding(struct cs_memory *memory, struct holding holding)
{
    memory->holdings =
        cs_grow(&memory->job->arena, memory->holdings, memory->count, &memory->room, sizeof *memory->holdings);
    memory->holdings[memory->count++] = holding;
}

static bool has_catalog(const struct cs_memory *memory, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < memory->count; i++)
        if (memory->holdings[i].catalog == catalog)
            return true;
    return false;
}

void cs_memory_add_catalog(struct cs_memory *memory, const struct cs_catalog *catalog)
{
    if (has_catalog(memory, catalog))
        return;
    uint32_t first = cs_index_catalog(memory->index, catalog);
    add_holding(memory, (struct holding){catalog, first, first + catalog->item_count, NULL});
}

/* The items that the vendor added or put in other words. */
static void add_own(struct cs_memory *memory, const struct cs_catalog *catalog)
{
    uint32_t *items = cs_alloc_array(&memory->job->arena, catalog->item_count + 1u, sizeof *items);
    uint32_t count = 0, first = CS_NO_DOCUMENT;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (catalog->items[i].variant == CS_AS_IN_CATALOG)
            continue;
        uint32_t document = cs_index_item(memory->index, catalog, i);
        first = count ? first : document;
        items[count++] = i;
    }
    if (count)
        add_holding(memory, (struct holding){catalog, first, first + count, items});
}

void cs_memory_add_profile(struct cs_memory *memory, const struct cs_profile *profile, bool adds_catalogs)
{
    memory->profiles = cs_grow(&memory->job->arena, memory->profiles, memory->profile_count, &memory->profile_room,
                               sizeof *memory->profiles);
    memory->profiles[memory->profile_count++] = profile;
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_catalog *catalog = profile->sheets[i].catalog;
        if (adds_catalogs)
            cs_memory_add_catalog(memory, root_of(catalog));
        if (catalog->original && has_catalog(memory, root_of(catalog)))
            add_own(memory, catalog);
    }
}

void cs_memory_finish(struct cs_memory *memory)
{
    cs_index_finish(memory->index);
}

/* --- answers ------------------------------------------------------------------------------------------------------- */

static bool is_answered(const struct cs_answer *answer)
{
    return answer->state != CS_STATE_NONE && !answer->broken;
}

/* A profile's answer to an item, or NULL. */
static const struct cs_answer *answer_in(const struct cs_profile *profile, const struct cs_catalog *catalog,
                                         uint32_t item)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        if (root_of(answers->catalog) != root_of(catalog))
            continue;
        uint32_t found = cs_catalog_find(answers->catalog, catalog->items[item].id, item);
        if (found != CS_NO_ITEM && is_answered(&answers->by_item[found]))
            return &answers->by_item[found];
    }
    return NULL;
}

/* The first answer to the candidate's item. */
static void fill_answer(const struct cs_memory *memory, struct cs_candidate *candidate)
{
    for (uint32_t i = 0; i < memory->profile_count && !candidate->answer; i++) {
        candidate->answer = answer_in(memory->profiles[i], candidate->catalog, candidate->item);
        candidate->profile = candidate->answer ? memory->profiles[i] : NULL;
    }
}

/* --- candidates ---------------------------------------------------------------------------------------------------- */

static bool is_before(const struct cs_candidate *a, const struct cs_candidate *b)
{
    return a->standing != b->standing ? a->standing < b->standing : a->confidence > b->confidence;
}

static bool is_same_item(const struct cs_candidate *a, const struct cs_candidate *b)
{
    return root_of(a->catalog) == root_of(b->catalog) &&
           cs_text_equal(a->catalog->items[a->item].id, b->catalog->items[b->item].id);
}

/* Puts a candidate where it belongs; of one item only the surest stays. */
static void add_candidate(struct finding *finding, struct cs_candidate candidate)
{
    uint32_t gap = finding->count;
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
    fill_answer(finding->memory, &candidate);
    for (; gap && is_before(&candidate, &finding->at[gap - 1]); gap--)
        finding->at[gap] = finding->at[gap - 1];
    finding->at[gap] = candidate;
}

static void confirm(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    if (item != CS_NO_ITEM)
        add_candidate(finding, (struct cs_candidate){.catalog = catalog,
                                                     .item = item,
                                                     .standing = CS_STANDING_CONFIRMED,
                                                     .confidence = CS_ALL_ALIKE});
}

/* What profiles say to be the same as the very question: "= METI 6-8". */
static void follow_profiles(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    const struct cs_memory *memory = finding->memory;
    for (uint32_t p = 0; p < memory->profile_count; p++) {
        const struct cs_answer *answer = answer_in(memory->profiles[p], catalog, item);
        cs_text id = root_of(catalog)->id, number;
        if (!answer || !answer->same.size)
            continue;
        cs_split_number(answer->same, &id, &number);
        for (uint32_t h = 0; h < memory->count; h++)
            if (cs_text_equal(memory->holdings[h].catalog->id, id))
                confirm(finding, memory->holdings[h].catalog,
                        cs_catalog_find(memory->holdings[h].catalog, number, CS_NO_ITEM));
    }
}

/* What a crosswalk says to ask the same as the very question, or all of it and more. */
static void follow_crosswalk(struct finding *finding, const struct cs_crosswalk *crosswalk,
                             const struct cs_catalog *catalog, uint32_t item)
{
    for (uint32_t i = 0; i < crosswalk->from->item_count; i++)
        for (uint32_t k = 0; k < crosswalk->by_item[i].link_count; k++) {
            const struct cs_link *link = &crosswalk->by_item[i].links[k];
            if (crosswalk->from == catalog && i == item &&
                (link->relation == CS_RELATION_EQUAL || link->relation == CS_RELATION_NARROWER))
                confirm(finding, crosswalk->to, link->to);
            else if (crosswalk->to == catalog && link->to == item &&
                     (link->relation == CS_RELATION_EQUAL || link->relation == CS_RELATION_BROADER))
                confirm(finding, crosswalk->from, i);
        }
}

static bool is_held(const struct cs_memory *memory, cs_text catalog)
{
    for (uint32_t h = 0; h < memory->count; h++)
        if (cs_text_equal(memory->holdings[h].catalog->id, catalog))
            return true;
    return false;
}

static void follow(struct finding *finding, const struct cs_catalog *catalog, uint32_t item)
{
    const struct cs_crosswalks *crosswalks = finding->memory->crosswalks;
    follow_profiles(finding, catalog, item);
    for (uint32_t i = 0; crosswalks && i < crosswalks->count; i++) {
        const struct cs_crosswalk_name *name = &crosswalks->names[i];
        bool about = cs_text_equal(name->from, catalog->id) || cs_text_equal(name->to, catalog->id);
        bool held = is_held(finding->memory, name->from) && is_held(finding->memory, name->to);
        const struct cs_crosswalk *crosswalk = about && held ? crosswalks->load(crosswalks->context, i) : NULL;
        if (crosswalk)
            follow_crosswalk(finding, crosswalk, root_of(catalog), item);
    }
}

static void find_in(struct finding *finding, const struct holding *holding, uint32_t most)
{
    struct cs_suggestion suggestions[CS_MOST_SUGGESTIONS];
    uint32_t count = cs_index_suggest(finding->memory->index, holding->first, holding->end, suggestions, most);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_suggestion *suggestion = &suggestions[i];
        uint32_t place = suggestion->document - holding->first, item = holding->items ? holding->items[place] : place;
        if (!suggestion->equal && suggestion->confidence < CS_CONFIDENCE_LOW_FROM)
            continue;
        add_candidate(finding,
                      (struct cs_candidate){.catalog = holding->catalog,
                                            .item = item,
                                            .standing = suggestion->equal ? CS_STANDING_OWN : CS_STANDING_LIKELY,
                                            .confidence = suggestion->confidence,
                                            .both = suggestion->both,
                                            .yours = suggestion->yours,
                                            .known = suggestion->known});
        if (suggestion->equal)
            follow(finding, holding->catalog, item);
    }
}

struct cs_candidates cs_memory_find(struct cs_memory *memory, cs_text text, uint32_t most)
{
    struct finding finding = {.memory = memory};
    cs_index_ask(memory->index, text);
    for (uint32_t h = 0; h < memory->count; h++)
        find_in(&finding, &memory->holdings[h], most);
    return (struct cs_candidates){text, finding.at, finding.count};
}
