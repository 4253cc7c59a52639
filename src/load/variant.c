/* items: the differences between this vendor's sheet and the catalog. The catalog itself is shared and never changed:
 * a profile with differences gets a copy, with the same layouts and marks and a pointer to the original. */
#include "base/names.h"
#include "base/messages_load.h"
#include "load/item.h"
#include "load/profile_reader.h"

#include <string.h>

enum { MOST_TITLES = 1000 }; /* below `add`, each compared with the sections */

/* The nodes below `items`. */
struct variant {
    const struct cs_node *omit, *reword, *add;
};

static void keep_value(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)reader;
    (void)key;
    *(const struct cs_node **)into = value;
}

static const struct cs_field variant_fields[] = {
    {"omit", keep_value, offsetof(struct variant, omit), NULL},
    {"reword", keep_value, offsetof(struct variant, reword), NULL},
    {"add", keep_value, offsetof(struct variant, add), NULL},
};

static struct variant find_variant(const struct cs_node *map)
{
    struct variant variant = {0};
    if (map && map->kind == CS_NODE_MAP) {
        variant.omit = cs_map_get(map, "omit");
        variant.omit = variant.omit && variant.omit->kind == CS_NODE_LIST ? variant.omit : NULL;
        variant.reword = cs_map_get(map, "reword");
        variant.add = cs_map_get(map, "add");
    }
    return variant;
}

/* True, with the item's id, if a number belongs to a catalog: by its name, or without one if it is the profile's main
 * catalog. */
static bool belongs(const struct profile_reader *state, const struct cs_node *number, const struct cs_catalog *catalog,
                    cs_text *id)
{
    const struct cs_profile *profile = state->profile;
    cs_text name = profile->sheet_count ? profile->sheets[0].catalog->id : catalog->id;
    if (number->kind != CS_NODE_TEXT)
        return false;
    cs_split_number(number->text, &name, id);
    return cs_text_equal(name, catalog->id);
}

/* Marks the items of the original that are omitted. */
static bool *mark_omitted(const struct profile_reader *state, const struct variant *variant,
                          const struct cs_catalog *catalog, struct cs_catalog *own)
{
    struct cs_arena *arena = &state->reader.job->arena;
    bool *omitted = cs_alloc_array(arena, catalog->item_count, sizeof *omitted);
    uint32_t count = variant->omit ? cs_node_count(variant->omit) : 0;
    cs_text *ids = cs_alloc_array(arena, catalog->omitted_count + count, sizeof *ids), id;
    if (catalog->omitted_count)
        memcpy(ids, catalog->omitted, catalog->omitted_count * sizeof *ids);
    own->omitted_count = catalog->omitted_count;
    for (const struct cs_node *number = variant->omit ? variant->omit->first : NULL; number; number = number->next) {
        uint32_t item = belongs(state, number, catalog, &id) ? cs_catalog_find(catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
        if (item == CS_NO_ITEM || omitted[item])
            continue;
        omitted[item] = true;
        ids[own->omitted_count++] = id;
    }
    own->omitted = ids;
    return omitted;
}

static void add_item(struct profile_reader *state, struct cs_catalog *own, const struct cs_item *item)
{
    uint32_t name = cs_names_add(&state->reader.job->arena, own->ids, item->id);
    if (name < own->item_count) {
        cs_report(state->reader.job, CS_MESSAGE_DUPLICATE_ITEM, item->span, item->id);
        return;
    }
    own->items[own->item_count++] = *item;
}

/* A section may be named by its title in either language. */
static bool is_titled(const struct cs_section *section, const struct cs_node *title)
{
    return title->kind == CS_NODE_TEXT && (cs_text_equal(title->text, section->title.in[CS_JA]) ||
                                           cs_text_equal(title->text, section->title.in[CS_EN]));
}

/* Adds the vendor's own items of a section: `add` maps section titles to items. */
static void add_own_items(struct profile_reader *state, const struct variant *variant, struct cs_catalog *own,
                          const struct cs_catalog *catalog, uint32_t section)
{
    struct cs_reader *reader = &state->reader;
    for (const struct cs_node *title = variant->add->first; title; title = title->next->next) {
        if (!is_titled(&catalog->sections[section], title))
            continue;
        if (!cs_want_map(reader, title, title->next))
            return;
        for (const struct cs_node *key = title->next->first; key; key = key->next->next) {
            struct cs_item item = {.section = section, .variant = CS_OWN};
            cs_read_item(reader, catalog, key, key->next, &item);
            add_item(state, own, &item);
        }
    }
}

static uint32_t count_added(const struct variant *variant)
{
    uint32_t count = 0;
    if (!variant->add || variant->add->kind != CS_NODE_MAP)
        return 0;
    for (const struct cs_node *title = variant->add->first; title; title = title->next->next)
        count += cs_node_count(title->next);
    return count;
}

/* Copies the items: sections keep their place, and an added item comes last among its section's own. */
static void copy_items(struct profile_reader *state, const struct variant *variant, struct cs_catalog *own,
                       const struct cs_catalog *catalog)
{
    bool *omitted = mark_omitted(state, variant, catalog, own);
    uint32_t section = 0;
    bool adds = count_added(variant) > 0 && cs_node_count(variant->add) <= MOST_TITLES;
    for (uint32_t i = 0; i <= catalog->item_count; i++) {
        while (section < catalog->section_count &&
               (i == catalog->item_count || catalog->sections[section].first_item <= i)) {
            if (section > 0 && adds)
                add_own_items(state, variant, own, catalog, section - 1);
            own->sections[section++].first_item = own->item_count;
        }
        if (i < catalog->item_count && !omitted[i])
            add_item(state, own, &catalog->items[i]);
    }
    if (section > 0 && adds)
        add_own_items(state, variant, own, catalog, section - 1);
}

static void reword(struct profile_reader *state, const struct variant *variant, struct cs_catalog *own)
{
    cs_text id;
    for (const struct cs_node *number = variant->reword->first; number; number = number->next->next) {
        uint32_t item = belongs(state, number, own, &id) ? cs_catalog_find(own, id, CS_NO_ITEM) : CS_NO_ITEM;
        if (item == CS_NO_ITEM)
            continue;
        struct cs_words *ask = cs_alloc(&state->reader.job->arena, sizeof *ask);
        cs_read_words(&state->reader, number, number->next, ask);
        own->items[item].ask = ask;
        own->items[item].variant = CS_REWORDED;
        own->items[item].span = cs_node_span(state->reader.source, number);
    }
}

/* Checks the references of added items to questions of their own catalog; its name may be omitted. */
static void check_added(struct profile_reader *state, struct cs_catalog *own)
{
    for (uint32_t i = 0; i < own->item_count; i++) {
        struct cs_item *item = &own->items[i];
        if (item->variant != CS_OWN || item->span.source != state->reader.source)
            continue;
        cs_item_check_sames(state->reader.job, own, item);
        if (item->gate.size == 0 || cs_catalog_find(own, item->gate, CS_NO_ITEM) != CS_NO_ITEM)
            continue;
        cs_report(state->reader.job, CS_MESSAGE_BAD_GATE, item->span, item->gate,
                  cs_catalog_guess(state->reader.job, own, item->gate));
    }
}

const struct cs_catalog *cs_variant_catalog(struct profile_reader *state, const struct cs_catalog *catalog)
{
    struct cs_arena *arena = &state->reader.job->arena;
    struct variant variant = find_variant(state->variant);
    if (!variant.omit && !variant.reword && !variant.add)
        return catalog;
    struct cs_catalog *own = cs_alloc(arena, sizeof *own);
    *own = *catalog;
    own->original = catalog->original ? catalog->original : catalog;
    own->ids = cs_alloc(arena, sizeof *own->ids);
    own->item_count = 0;
    own->items = cs_alloc_array(arena, catalog->item_count + count_added(&variant), sizeof *own->items);
    own->sections = cs_alloc_array(arena, catalog->section_count, sizeof *own->sections);
    if (catalog->section_count)
        memcpy(own->sections, catalog->sections, catalog->section_count * sizeof *own->sections);
    copy_items(state, &variant, own, catalog);
    if (variant.reword && variant.reword->kind == CS_NODE_MAP)
        reword(state, &variant, own);
    check_added(state, own);
    return own;
}

/* --- what `items` says and nothing knows of ----------------------------------------------------------------------- */

static void check_number(struct profile_reader *state, const struct cs_node *number)
{
    struct cs_reader *reader = &state->reader;
    cs_text catalog_id = state->profile->sheets[0].catalog->id, id;
    if (number->kind != CS_NODE_TEXT) {
        cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, number, (cs_text){0}, (cs_text){0});
        return;
    }
    cs_split_number(number->text, &catalog_id, &id);
    const struct cs_answers *sheet = cs_profile_answers(state->profile, catalog_id);
    const struct cs_catalog *known =
        sheet ? (sheet->catalog->original ? sheet->catalog->original : sheet->catalog) : NULL;
    if (!known)
        cs_report_node(reader, CS_MESSAGE_NO_SUCH_ANSWERS, number, catalog_id, (cs_text){0});
    else if (cs_catalog_find(known, id, CS_NO_ITEM) == CS_NO_ITEM)
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_NUMBER, cs_node_span(reader->source, number), known->id, id,
                  cs_catalog_guess(reader->job, known, id));
}

static void check_section(struct profile_reader *state, const struct cs_node *title)
{
    const struct cs_catalog *catalog = state->profile->sheets[0].catalog;
    for (uint32_t i = 0; i < catalog->section_count; i++)
        if (is_titled(&catalog->sections[i], title))
            return;
    cs_report_node(&state->reader, CS_MESSAGE_NO_SECTION, title, catalog->id, title->text);
}

void cs_variant_check(struct profile_reader *state)
{
    struct variant variant = {0};
    struct cs_reader *reader = &state->reader;
    const struct cs_node *key = cs_map_key(state->root, "items");
    if (!state->variant || cs_is_empty(state->variant) || !cs_want_map(reader, key, state->variant))
        return;
    cs_read_fields(reader, key, state->variant, CS_FIELDS(variant_fields, NULL), &variant);
    if (variant.omit && variant.omit->kind != CS_NODE_LIST)
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, variant.omit, CS_TEXT("omit"), (cs_text){0});
    for (const struct cs_node *number = variant.omit ? variant.omit->first : NULL; number; number = number->next)
        check_number(state, number);
    if (variant.reword && cs_want_named(reader, key, variant.reword))
        for (const struct cs_node *number = variant.reword->first; number; number = number->next->next)
            check_number(state, number);
    if (variant.add && cs_want_named(reader, key, variant.add))
        for (const struct cs_node *title = variant.add->first; title; title = title->next->next)
            check_section(state, title);
}
