/* The catalogs that a profile names: the main one under `catalog`, with edition and level, others under `catalogs`. */
#include "base/messages_load.h"
#include "load/profile_reader.h"

void cs_profile_lacks(struct profile_reader *state, const char *key, const char *example)
{
    const struct cs_node *at = cs_map_key(state->root, key);
    cs_report_node(&state->reader, CS_MESSAGE_MISSING_KEY, at ? at : state->root->first, cs_text_of(key),
                   cs_text_of(example));
}

static void read_edition(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct named_catalog *named = into;
    cs_read_text(reader, key, value, &named->edition);
    named->edition_span = cs_node_span(reader->source, value);
}

/* The level is looked up once the catalog is known. */
static void read_level(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct named_catalog *named = into;
    cs_read_text(reader, key, value, &named->level);
    named->level_span = cs_node_span(reader->source, value);
}

/* catalog: METI, or {id: METI, edition: 2013年度版, level: ★3}. NULL, and reported, if the id is missing. */
static const struct cs_node *read_catalog_id(struct cs_reader *reader, const struct cs_node *key,
                                             struct named_catalog *named)
{
    static const struct cs_field own_catalog_fields[] = {
        {"id", NULL, 0, NULL},
        {"edition", read_edition, 0, NULL},
        {"level", read_level, 0, NULL},
    };
    const struct cs_node *id = key->next;
    named->span = cs_node_span(reader->source, key);
    if (id->kind == CS_NODE_MAP) {
        cs_read_fields(reader, key, id, CS_FIELDS(own_catalog_fields, NULL), named);
        key = cs_map_key(id, "id") ? cs_map_key(id, "id") : key;
        id = cs_map_get(id, "id");
    }
    if (id && id->kind == CS_NODE_TEXT && cs_text_trim(id->text).size)
        return id;
    if (id && id->kind != CS_NODE_TEXT)
        cs_want_text(reader, key, id);
    else
        cs_report_node(reader, CS_MESSAGE_MISSING_KEY, key, CS_TEXT("id"), CS_TEXT("METI"));
    return NULL;
}

/* Reads the profile's main catalog, always the first of its sheets. */
static bool read_own_catalog(struct profile_reader *state)
{
    const struct cs_node *key = cs_map_key(state->root, "catalog");
    const struct cs_profile *from = state->profile->extends;
    struct cs_span span = cs_node_span(state->reader.source, state->root->first);
    if (key && (key->next->kind != CS_NODE_TEXT || cs_text_trim(key->next->text).size)) {
        struct named_catalog *own = &state->named[0];
        const struct cs_node *id = read_catalog_id(&state->reader, key, own);
        if (!id)
            return false;
        own->id = id->text;
        state->named_count = 1;
        return cs_profile_sheet(state, id->text, cs_node_span(state->reader.source, id)) != NULL;
    }
    if (from) {
        struct cs_answers *sheet = cs_profile_sheet(state, from->sheets[0].catalog->id, span);
        if (sheet)
            sheet->span = (struct cs_span){0};
        return sheet != NULL;
    }
    cs_profile_lacks(state, "catalog", "METI");
    return false;
}

static void read_other(struct profile_reader *state, const struct cs_node *key)
{
    static const struct cs_field other_catalog_fields[] = {
        {"edition", read_edition, 0, NULL},
        {"level", read_level, 0, NULL},
    };
    struct cs_reader *reader = &state->reader;
    struct named_catalog *named = &state->named[state->named_count];
    *named = (struct named_catalog){.id = key->text, .span = cs_node_span(reader->source, key)};
    if (key->next->kind == CS_NODE_MAP)
        cs_read_fields(reader, key, key->next, CS_FIELDS(other_catalog_fields, NULL), named);
    else
        read_edition(reader, key, key->next, named);
    if (cs_text_equal(key->text, state->profile->sheets[0].catalog->id)) {
        cs_report_node(reader, CS_MESSAGE_CATALOG_TWICE, key, key->text, (cs_text){0});
        return;
    }
    state->named_count++;
    cs_profile_sheet(state, key->text, named->span);
}

bool cs_read_catalogs(struct profile_reader *state)
{
    struct cs_reader *reader = &state->reader;
    const struct cs_node *others = cs_map_key(state->root, "catalogs");
    uint32_t room = 1 + (others && others->next->kind == CS_NODE_MAP ? cs_node_count(others->next) : 0);
    state->named = cs_alloc_array(&reader->job->arena, room, sizeof *state->named);
    if (!read_own_catalog(state))
        return false;
    if (!others || cs_is_empty(others->next) || !cs_want_map(reader, others, others->next))
        return true;
    for (const struct cs_node *key = others->next->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, key, (cs_text){0}, (cs_text){0});
        else if (!cs_text_starts(key->text, CS_TEXT("x-")))
            read_other(state, key);
    }
    return true;
}

/* Finds the other editions of a catalog if the profile does not say which one it answers, or answers another one. */
static void find_other_editions(struct profile_reader *state, struct cs_answers *sheet)
{
    enum { MOST_EDITIONS = 64 };
    const struct cs_catalogs *catalogs = state->catalogs;
    const struct cs_catalog *found[MOST_EDITIONS];
    uint32_t count = 0;
    for (const struct cs_catalog *other; count < MOST_EDITIONS && catalogs->other &&
                                         (other = catalogs->other(catalogs->context, sheet->catalog, count));
         count++)
        found[count] = other;
    const struct cs_catalog **kept = cs_alloc_array(&state->reader.job->arena, count + 1u, sizeof *kept);
    for (uint32_t i = 0; i < count; i++)
        kept[i] = found[i];
    sheet->other_editions = kept;
    sheet->other_edition_count = count;
}

void cs_catalogs_end(struct profile_reader *state)
{
    struct cs_profile *profile = state->profile;
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        struct cs_answers *sheet = &profile->sheets[i];
        if (sheet->edition.size && cs_catalog_is_edition(sheet->catalog, sheet->edition))
            continue;
        find_other_editions(state, sheet);
    }
}
