/* The memory: an index over catalogs and the vendors' own items in profiles, and the origin of each document. */
#include "match/holding.h"
#include "base/job.h"

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
    memory->links = cs_links_new(job, crosswalks);
    memory->index = cs_index_new(job, thesaurus);
    return memory;
}

/* The catalog before a vendor's changes. */
static const struct cs_catalog *root_of(const struct cs_catalog *catalog)
{
    return catalog->original ? catalog->original : catalog;
}

static void add_holding(struct cs_memory *memory, struct cs_holding holding)
{
    memory->holdings =
        cs_grow(&memory->job->arena, memory->holdings, memory->count, &memory->room, sizeof *memory->holdings);
    memory->holdings[memory->count++] = holding;
}

static bool has_catalog(const struct cs_memory *memory, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < memory->count; i++)
        if (memory->holdings[i].catalog == catalog ||
            (!catalog->original && cs_catalog_same_edition(memory->holdings[i].catalog, catalog)))
            return true;
    return false;
}

void cs_memory_add_catalog(struct cs_memory *memory, const struct cs_catalog *catalog)
{
    if (has_catalog(memory, catalog))
        return;
    uint32_t first = cs_index_catalog(memory->index, catalog);
    add_holding(memory, (struct cs_holding){catalog, first, first + catalog->item_count, NULL});
}

/* Adds the items that the vendor added or reworded. */
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
        add_holding(memory, (struct cs_holding){catalog, first, first + count, items});
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

const struct cs_profile *cs_memory_first_profile(const struct cs_memory *memory)
{
    return memory->profile_count ? memory->profiles[0] : NULL;
}

void cs_memory_finish(struct cs_memory *memory)
{
    enum { EFFORT = 30000000 };
    cs_index_finish(memory->index);
    memory->effort = EFFORT;
}

/* --- answers ------------------------------------------------------------------------------------------------------- */

static bool is_answered(const struct cs_answer *answer)
{
    return answer->state != CS_STATE_NONE && !answer->broken;
}

const struct cs_answer *cs_profile_answer(const struct cs_profile *profile, const struct cs_catalog *catalog,
                                          uint32_t item)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        if (!cs_catalog_same_edition(answers->catalog, catalog))
            continue;
        uint32_t found = cs_catalog_find(answers->catalog, catalog->items[item].id, item);
        if (found != CS_NO_ITEM && is_answered(&answers->by_item[found]))
            return &answers->by_item[found];
    }
    return NULL;
}
